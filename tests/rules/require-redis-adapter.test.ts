import rule from '../../src/rules/require-redis-adapter.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const imports = `import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
`;

/** A main.ts that does this. */
function main(body: string, above = ''): string {
  return `${imports}${above}
async function bootstrap() {
  ${body}
}
void bootstrap();
`;
}

/** A main.ts that does this with the application, between its creation and `listen`. */
function withApp(body: string, above = ''): string {
  return main(
    `const app = await «NestFactory.create»(AppModule);
  ${body}
  await app.listen(3000);`,
    above,
  );
}

/** An adapter with these members. */
function adapter(
  members: string,
  above = '',
  head = 'class ChatIoAdapter extends IoAdapter',
): string {
  return `import { IoAdapter } from '@nestjs/platform-socket.io';
import { Server, ServerOptions } from 'socket.io';
${above}
export ${head} {
  ${members}
}
`;
}

function server(body: string, above = ''): string {
  return adapter(`«createIOServer»(port: number, options?: ServerOptions) { ${body} }`, above);
}

const plain = (code: string) => code.replace(/[«»]/g, '');
const main_ = { filename: 'main.ts' };
const adapter_ = { filename: 'chat.adapter.ts' };

new RuleTester().run('require-redis-adapter', rule, {
  invalid: [
    ...[
      withApp(''),
      withApp(
        'app.enableCors(); app.useGlobalPipes(new ValidationPipe()); app.set("trust proxy");',
      ),
      withApp('const config = app.get(ConfigService); if (app) await app.init();'),
      withApp('type App = typeof app; void app;'),
      // Nest's own packages install no adapter.
      withApp(
        `SwaggerModule.setup('api', app, SwaggerModule.createDocument(app, config));`,
        `import { SwaggerModule } from '@nestjs/swagger';`,
      ),
      withApp(
        'const adapter = new IoAdapter(app);',
        `import { IoAdapter } from '@nestjs/platform-socket.io';`,
      ),
      // Functions of this file are looked into, those that call each other as well.
      withApp(
        'configure(app);',
        'function configure(app) { app.enableCors(); again(app); }\nfunction again(app) { configure(app); }',
      ),
      withApp(
        'configure(app);',
        'const configure = (app: INestApplication) => { app.enableCors(); };',
      ),
      withApp('const other = app; other.enableCors();'),
      main(`let app;
  app = await «NestFactory.create»<NestExpressApplication>(AppModule);
  await app!.listen(3000);`),
      main(
        'const app = await «NestFactory.create»(AppModule); await start(app);',
        'async function start(app) { await app.listen(3000); }',
      ),
      main(
        'const app = (await «NestFactory.create»(AppModule)) as INestApplication; (app as any).listen(3000);',
      ),
      main('await (await «NestFactory.create»(AppModule)).listen(3000);'),
      main('await «NestFactory.create»(AppModule).then((app) => app.listen(3000));'),
      main(
        'await «NestFactory.create»(AppModule).then(start);',
        'function start(app) { return app.listen(3000); }',
      ),
      main(
        'const app = await «NestFactory.create»(AppModule, new FastifyAdapter()); await app.listen({ port: 3000 });',
      ),
      `import * as core from '@nestjs/core';
const app = await «core.NestFactory.create»(AppModule);
await app.listen(3000);`,
      `import { NestFactory as Factory } from '@nestjs/core/nest-factory';
const app = await «Factory.create»(AppModule);
await app.listen(3000);`,
    ].map((code) => marked(code, ['bootstrap'], main_)),
    marked(
      `import { NestFactory } from '../nest';
const app = await «NestFactory.create»(AppModule);
await app.listen(3000);`,
      ['bootstrap'],
      { ...main_, settings: { 'nestjs-gateway': { modules: ['../nest'] } } },
    ),
    ...[
      server('return super.createIOServer(port, options);'),
      server('return super.createIOServer(port, { ...options, cors: this.cors });'),
      server('return super.createIOServer(port, { ...(options ?? {}), cors: true });'),
      server('return super.createIOServer(port);'),
      server(
        'const merged = { ...options, cors: true }; return super.createIOServer(port, merged as ServerOptions);',
      ),
      server('return super.createIOServer(port, Object.assign({}, options, { cors: true }));'),
      server('options = { ...options, cors: true }; return super.createIOServer(port, options);'),
      server('Object.assign(options, { cors: true }); return super.createIOServer(port, options);'),
      server(`const server: Server = super.createIOServer(port, options);
    server.use(auth);
    server.of('/chat').adapter.on('create-room', log);
    return server;`),
      server('return new Server(port, options);'),
      server(
        'const server = super.createIOServer(port, options); this.secure(server); return server;',
      ).replace(/\n}\n$/, '\n  secure(server) { server.use(auth); }\n}\n'),
      server(
        'const server = super.createIOServer(port, options); secure(server); return server;',
        'function secure(server) { server.use(auth); }',
      ),
      // Made, and not installed.
      adapter(`private adapter;
  connect() { this.adapter = createAdapter(pub, sub); }
  «createIOServer»(port, options) { return super.createIOServer(port, options); }`),
      adapter('«createIOServer» = (port) => super.createIOServer(port);'),
      adapter('«createIOServer»() { const { adapter } = this; return new Server(3001); }'),
      adapter(
        '«createIOServer»(port) { return super.createIOServer(port); }',
        'class Base extends IoAdapter {}',
        'class ChatIoAdapter extends Base',
      ),
      `import * as platform from '@nestjs/platform-socket.io';
export class ChatIoAdapter extends platform.IoAdapter {
  «createIOServer»(port) { return super.createIOServer(port); }
}`,
    ].map((code) => marked(code, ['ioAdapter'], adapter_)),
  ],
  valid: [
    ...[
      withApp('app.useWebSocketAdapter(new RedisIoAdapter(app));'),
      withApp('app.useWebSocketAdapter(new WsAdapter(app));'),
      withApp('app.enableCors().useWebSocketAdapter(adapter);'),
      withApp('configure(app);', 'function configure(app) { app.useWebSocketAdapter(adapter); }'),
      // Goes where this file does not look.
      withApp('setup(app);', `import { setup } from './setup';`),
      withApp('await setup.websockets(app);', `import * as setup from './setup';`),
      withApp('new Setup(app).run();', `import { Setup } from './setup';`),
      withApp('useContainer({ app });', `import { useContainer } from './setup';`),
      withApp('globalThis.app = app;'),
      withApp('const { enableCors } = app;'),
      withApp('app[method](adapter);'),
      withApp('configure(app);', 'function configure({ enableCors }) {}'),
      withApp('configure(...[1], app);', 'function configure(...args) {}'),
      withApp('configure(app);', 'let configure;'),
      main('const app = await NestFactory.create(AppModule); await app.listen(3000); return app;'),
      main('this.app = await NestFactory.create(AppModule); await this.app.listen(3000);'),
      main('await NestFactory.create(AppModule).then(start);', `import { start } from './start';`),
      main('await NestFactory.create(AppModule).then();'),
      main('await run(NestFactory.create(AppModule));', `import { run } from './run';`),
      `${imports}export const app = await NestFactory.create(AppModule);
await app.listen(3000);`,
      `${imports}const app = await NestFactory.create(AppModule);
await app.listen(3000);
export { app };`,
      // Serves no websocket clients, or not yet.
      main('const app = await NestFactory.create(AppModule); await app.init();'),
      main(
        'const app = await NestFactory.createApplicationContext(AppModule); await app.listen();',
      ),
      main('const app = await NestFactory.createMicroservice(AppModule); await app.listen();'),
      main('NestFactory.create(AppModule);'),
      // Not Nest's.
      `import { NestFactory } from './factory';
const app = await NestFactory.create(AppModule);
await app.listen(3000);`,
      `const NestFactory = { create() {} };
const app = await NestFactory.create(AppModule);
await app.listen(3000);`,
    ].map((code) => ({ code: plain(code), ...main_ })),
    {
      code: plain(withApp('')),
      ...main_,
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
    ...[
      server(
        'const server = super.createIOServer(port, options); server.adapter(this.redis); return server;',
      ),
      server(
        'const server = super.createIOServer(port, options); if (this.redis) server?.adapter(this.redis); return server;',
      ),
      server('return super.createIOServer(port, { ...options, adapter: this.redis });'),
      server(`return super.createIOServer(port, { ...options, 'adapter': this.redis });`),
      server(
        'const { adapter } = this; return super.createIOServer(port, { ...options, adapter });',
      ),
      server('options.adapter = this.redis; return super.createIOServer(port, options);'),
      server(
        'const server = super.createIOServer(port, options); return this.connect(server);',
      ).replace(
        /\n}\n$/,
        '\n  connect(server) { server.adapter(this.redis); return server; }\n}\n',
      ),
      server(
        'const server = super.createIOServer(port, options); connect(server); return server;',
        'function connect(server) { server.adapter(createAdapter(pub, sub)); }',
      ),
      adapter(
        'createIOServer(port, options) { return super.createIOServer(port, options); }',
        'class RedisAdapter extends IoAdapter { createIOServer(port) { const io = super.createIOServer(port); io.adapter(redis); return io; } }',
        'class ChatIoAdapter extends RedisAdapter',
      ),
      // Goes where this file does not look, or comes from there.
      server(
        'const server = super.createIOServer(port, options); connect(server); return server;',
        `import { connect } from './redis';`,
      ),
      server(
        'const server = super.createIOServer(port, options); return this.redis.connect(server);',
      ),
      server(
        'const server = super.createIOServer(port, options); this.connect(server); return server;',
      ),
      server(
        'return super.createIOServer(port, withRedis(options));',
        `import { withRedis } from './redis';`,
      ),
      server('return super.createIOServer(port, { ...options, ...this.extra });'),
      server('return super.createIOServer(port, OPTIONS);', `import { OPTIONS } from './redis';`),
      server('return super.createIOServer(port, Object.assign({}, options, this.extra));'),
      server('Object.assign(options, this.extra); return super.createIOServer(port, options);'),
      server('options = this.build(options); return super.createIOServer(port, options);'),
      server('return new RedisServer(port, options);', `import { RedisServer } from './redis';`),
      // Nothing of its own, or for others to extend.
      adapter('create(port, options) { return super.create(port, options); }'),
      adapter('static createIOServer(port) { return super.createIOServer(port); }'),
      adapter(
        'createIOServer(port) { return super.createIOServer(port); }',
        '',
        'abstract class ChatIoAdapter extends IoAdapter',
      ),
      adapter(
        'createIOServer(port) { return super.createIOServer(port); }',
        `import { RedisIoAdapter } from './redis';`,
        'class ChatIoAdapter extends RedisIoAdapter',
      ),
      `import { IoAdapter } from './platform';
export class ChatIoAdapter extends IoAdapter {
  createIOServer(port) { return super.createIOServer(port); }
}`,
      `export class IoAdapterOfMine { createIOServer(port) { return new Server(port); } }`,
      adapter(
        'createIOServer(port) { return super.createIOServer(port); }',
        '',
        'class Base extends IoAdapter',
      ) +
        `export class RedisIoAdapter extends Base { createIOServer(port) { return super.createIOServer(port).adapter(redis); } }`,
    ].map((code) => ({ code: plain(code), ...adapter_ })),
    {
      code: plain(server('return super.createIOServer(port, options);')),
      ...adapter_,
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
  ],
});

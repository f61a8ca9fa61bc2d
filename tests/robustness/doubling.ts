import { gateway, repeat, type Shape } from './shapes.ts';

/**
 * Files in which each level names the next one three times: whoever follows every name anew takes
 * three times as long for each level. They grow by a few lines, and must cost a few more steps.
 */
export const doublings: Readonly<Record<string, Shape>> = {
  'objects that spread one another': (n) =>
    gateway({
      module: `const o${n} = {}; ${repeat(n, (i) => `const o${n - 1 - i} = { ...o${n - i}, ...o${n - i}, ...o${n - i} };`)}`,
      subscription: '@SubscribeMessage(o0.a)',
      options: 'o0',
      handler: 'client.join(o0.a); client.emit(o0.b);',
    }),
  'objects that hold one another': (n) =>
    gateway({
      module: `const o${n} = { a: 'x' }; ${repeat(n, (i) => `const o${n - 1 - i} = { a: o${n - i}.a, b: o${n - i}.a, ...o${n - i} };`)}`,
      subscription: '@SubscribeMessage(o0.a)',
      options: '{ cors: o0, namespace: o0.b }',
      handler: 'client.join(o0.a);',
    }),
  'arrays that spread one another': (n) =>
    gateway({
      module: `const o${n} = [WsAuthGuard]; ${repeat(n, (i) => `const o${n - 1 - i} = [...o${n - i}, ...o${n - i}, ...o${n - i}];`)}`,
      decorators: '@UseGuards(...o0) @UsePipes(...o0)',
      options: '{ cors: { origin: o0 } }',
      handler: 'this.server.to(o0).emit("x");',
    }),
  'choices between consts': (n) =>
    gateway({
      module: `const o${n} = 'x'; ${repeat(n, (i) => `const o${n - 1 - i} = o${n - i} ? o${n - i} : o${n - i} ?? o${n - i};`)}`,
      subscription: '@SubscribeMessage(o0)',
      decorators: '@UseGuards(o0) @UsePipes(o0) @UseFilters(o0)',
      options: '{ cors: { origin: o0 }, namespace: o0 }',
      handler: 'client.join(o0); client.emit(o0, o0); return o0;',
    }),
  'choices between variables': (n) =>
    gateway({
      connection: `const o${n} = client.handshake.auth.token; ${repeat(n, (i) => `const o${n - 1 - i} = o${n - i} ? o${n - i} : o${n - i} || o${n - i};`)} client.data.user = await this.jwt.verifyAsync(o0); client.join(o0);`,
      handler: `const o${n} = payload.a; ${repeat(n, (i) => `const o${n - 1 - i} = o${n - i} ? o${n - i} : o${n - i} ?? o${n - i};`)} client.join(o0); client.emit(o0, o0); this.server.to(o0).emit(o0); return o0;`,
    }),
  'sums of consts': (n) =>
    gateway({
      module: `const o${n} = 'x'; ${repeat(n, (i) => `const o${n - 1 - i} = o${n - i} + \`\${o${n - i}}\${o${n - i}}\`;`)}`,
      subscription: '@SubscribeMessage(o0)',
      options: '{ cors: { origin: o0 }, namespace: o0 }',
      handler: 'client.join(o0); client.emit(o0, o0);',
    }),
  'sums of variables': (n) =>
    gateway({
      handler: `const o${n} = payload.a; ${repeat(n, (i) => `const o${n - 1 - i} = o${n - i} + \`\${o${n - i}}\${o${n - i}}\`;`)} client.join(o0); this.server.to(o0).emit(o0);`,
    }),
  'variables that are assigned to one another': (n) =>
    gateway({
      handler: `let ${repeat(n + 1, (i) => `o${i} = payload`, ', ')}; ${repeat(n, (i) => `o${i} = o${i + 1}; o${i + 1} = o${i}; o${i} = [o${i + 1}, o${i}];`)} client.join(o0);`,
      connection: `let ${repeat(n + 1, (i) => `o${i} = client`, ', ')}; ${repeat(n, (i) => `o${i} = o${i + 1}; o${i + 1} = o${i}; o${i} = [o${i + 1}, o${i}];`)} await this.jwt.verifyAsync(o0);`,
    }),
  'methods that call one another': (n) =>
    gateway({
      connection: 'await this.m0(client);',
      disconnection: 'await this.m0(client);',
      init: 'this.m0(server);',
      handler: 'return this.m0(client);',
      members: `${repeat(n, (i) => `private async m${i}(client) { await this.m${i + 1}(client); this.m${i + 1}(client); return this.m${i + 1}(client); }`)} private async m${n}(client) { throw new Error('x'); }`,
    }),
  'functions that call one another': (n) =>
    gateway({
      module: `${repeat(n, (i) => `async function m${i}(client) { await m${i + 1}(client); m${i + 1}(client); return m${i + 1}(client); }`)} async function m${n}(client) { throw new Error('x'); }`,
      connection: 'await m0(client);',
      disconnection: 'await m0(client);',
      init: 'm0(server); server.use(m0);',
      handler: 'return m0(client);',
    }),
  'functions that return one another': (n) =>
    gateway({
      module: `${repeat(n, (i) => `const m${i} = () => applyDecorators(m${i + 1}(), m${i + 1}(), m${i + 1}());`)} const m${n} = () => UseGuards(WsAuthGuard);`,
      decorators: '@m0()',
      subscription: "@m0() @SubscribeMessage('x')",
    }),
  'decorators made of one another': (n) =>
    `import { applyDecorators } from '@nestjs/common';` +
    gateway({
      module: `const m${n} = applyDecorators(UseGuards(WsAuthGuard), SubscribeMessage('y')); ${repeat(n, (i) => `const m${n - 1 - i} = applyDecorators(m${n - i}, m${n - i}, m${n - i});`)} ${repeat(n, (i) => `const f${i} = () => applyDecorators(f${i + 1}(), f${i + 1}(), f${i + 1}());`)} const f${n} = () => UsePipes(ValidationPipe);`,
      decorators: '@m0 @f0()',
      subscription: '@m0 @f0()',
    }),
  'types that name one another': (n) =>
    gateway({
      module: `${repeat(n, (i) => `type T${i} = T${i + 1} | T${i + 1} | T${i + 1};`)} type T${n} = { a: string };`,
      parameters: '@MessageBody() payload: T0',
      members:
        'own: T0; @WebSocketServer() io: T0; private readonly m = new Map<string, T0>(); @SubscribeMessage("b") b(client: T0) { client.join("a"); }',
      handler: 'client.join(payload.a); this.own.emit(1);',
    }),
  'types that intersect one another': (n) =>
    gateway({
      module: `${repeat(n, (i) => `type T${i} = T${i + 1} & Partial<T${i + 1}> & T${i + 1};`)} type T${n} = { a: string };`,
      parameters: '@MessageBody() payload: T0',
      members: '@WebSocketServer() io: T0; own: T0;',
      handler: 'this.own.emit(1);',
    }),
  'types that hold one another': (n) =>
    gateway({
      module: `${repeat(n, (i) => `interface T${i} extends T${i + 1}, T${i + 1} { a: T${i + 1}; b: T${i + 1}[] }`)} interface T${n} { a: string }`,
      parameters: '@MessageBody() payload: T0',
      handler: 'client.join(payload.a);',
    }),
  'classes that hold one another': (n) =>
    `import { IsString, ValidateNested } from 'class-validator';` +
    gateway({
      module: `${repeat(n, (i) => `class T${i} { @ValidateNested() a: T${i + 1}; @ValidateNested() b: T${i + 1}; @ValidateNested() c: T${i + 1}; }`)} class T${n} { @IsString() a: string; }`,
      parameters: '@MessageBody() payload: T0',
      handler: 'client.join(payload.a);',
    }),
  'bases made of calls': (n) =>
    gateway({
      module: `${repeat(n, (i) => `class T${i} extends Mixed(T${i + 1}, T${i + 1}, T${i + 1}) { handleConnection(c) { super.handleConnection(c); super.handleConnection(c); throw c; } }`)} class T${n} {} @WebSocketGateway() class Own extends T0 {}`,
      parameters: '@MessageBody() payload: T0',
    }),
  'promises of one another': (n) =>
    gateway({
      connection: `const o${n} = this.users.find(client.id); ${repeat(n, (i) => `const o${n - 1 - i} = Promise.all([o${n - i}, o${n - i}, o${n - i}.then((x) => o${n - i})]);`)} await o0; o0.catch(() => 1);`,
      handler: `const o${n} = this.users.find(client.id); ${repeat(n, (i) => `const o${n - 1 - i} = Promise.all([o${n - i}, o${n - i}, o${n - i}.then((x) => o${n - i})]);`)} return o0;`,
    }),
  'conditions of one another': (n) =>
    gateway({
      connection: `const o${n} = client.handshake.auth.token; ${repeat(n, (i) => `const o${n - 1 - i} = !o${n - i} || (o${n - i} && !o${n - i});`)} if (!o0) { client.disconnect(); return; } client.data.user = o0;`,
      handler: `const o${n} = payload.a; ${repeat(n, (i) => `const o${n - 1 - i} = !o${n - i} || (o${n - i} && !o${n - i});`)} if (o0) client.join(payload.room);`,
    }),
  'callbacks of one another': (n) =>
    gateway({
      connection: `${repeat(n, (i) => `const o${i} = () => { o${i + 1}(); client.on('x', o${i + 1}); setInterval(o${i + 1}, 1); return o${i + 1}(); };`)} const o${n} = () => { throw client; }; o0(); client.on('y', o0);`,
      handler: `${repeat(n, (i) => `const o${i} = () => { o${i + 1}(); payload.map(o${i + 1}); return o${i + 1}(); };`)} const o${n} = () => { throw client; }; o0(); return o0();`,
    }),
  'branches behind branches': (n) =>
    gateway({
      connection: `${repeat(n, (i) => `if (client.handshake.auth.a${i}) { client.data.a${i} = 1; } else { client.data.b${i} = 2; }`)} client.disconnect();`,
      handler: `${repeat(n, (i) => `if (payload.a${i}) { client.emit('x'); } else { client.join('y'); }`)} throw new Error('x');`,
    }),
  'loops in loops': (n) =>
    gateway({
      connection: `${repeat(n, (i) => `for (const x${i} of client.rooms) { if (x${i}) continue; `, '')} client.join('a'); ${'} '.repeat(n)}`,
      handler: `${repeat(n, (i) => `for (const x${i} of payload) { try { client.emit(x${i}); `, '')} await f(); ${'} catch (e) { throw e; } finally { client.emit("y"); } } '.repeat(n)}`,
    }),
};

import { gateway } from './shapes.ts';

/** Puts a piece of code somewhere into a gateway. */
export type Place = (code: string) => string;

/** Where an expression may stand. */
export const expressionPlaces: Readonly<Record<string, Place>> = {
  'a statement of the handler': (e) => gateway({ handler: `(${e});` }),
  'a statement of the connection hook': (e) => gateway({ connection: `(${e});` }),
  'a statement of the disconnection hook': (e) => gateway({ disconnection: `(${e});` }),
  'a statement of afterInit': (e) => gateway({ init: `(${e});` }),
  'a room to join': (e) =>
    gateway({ handler: `client.join(${e});`, connection: `await client.join(${e});` }),
  'a room to send to': (e) => gateway({ handler: `this.server.to(${e}).emit('said', payload);` }),
  'an event to emit': (e) =>
    gateway({ handler: `client.emit(${e}, payload);`, connection: `client.emit(${e});` }),
  'a message to emit': (e) =>
    gateway({ handler: `client.emit('error', ${e}); this.server.emit('said', ${e});` }),
  'what emits': (e) =>
    gateway({ handler: `(${e}).emit('said', payload);`, connection: `(${e}).disconnect();` }),
  'a value to return': (e) => gateway({ handler: `return ${e};`, connection: `return ${e};` }),
  'data to return': (e) => gateway({ handler: `return { event: ${e}, data: ${e} };` }),
  'an error to throw': (e) =>
    gateway({ handler: `throw ${e};`, connection: `throw ${e};`, init: `throw ${e};` }),
  'a promise to await': (e) =>
    gateway({ handler: `await ${e};`, connection: `await ${e};`, disconnection: `await (${e});` }),
  'a condition': (e) =>
    gateway({
      handler: `if (${e}) throw new WsException('no'); client.join(payload);`,
      connection: `if (${e}) { client.disconnect(); return; } client.data.user = 1;`,
    }),
  'the head of a loop': (e) =>
    gateway({ handler: `for (const x of ${e}) client.join(x); while (${e}) client.emit('x');` }),
  'the subject of a switch': (e) =>
    gateway({ handler: `switch (${e}) { case ${e}: return; default: client.join('x'); }` }),
  'a try': (e) =>
    gateway({
      connection: `try { (${e}); } catch (error) { (${e}); client.disconnect(); } finally { (${e}); }`,
    }),
  'a token to verify': (e) =>
    gateway({ connection: `client.data.user = await this.jwt.verifyAsync(${e});` }),
  'a key of the handshake': (e) =>
    gateway({
      connection: `const token = client.handshake.auth[${e}]; token.split(' ');`,
      handler: `client.join(payload[${e}]);`,
    }),
  'a key of client data': (e) =>
    gateway({
      connection: `client.data[${e}] = ${e};`,
      handler: `this.users.find(client.data[${e}]);`,
    }),
  'what a variable holds': (e) =>
    gateway({
      handler: `const a = ${e}; client.join(a); let { b, ...c } = ${e}; client.emit(b, c);`,
      connection: `const a = ${e}; await this.jwt.verifyAsync(a);`,
    }),
  'what a const of the module holds': (e) =>
    gateway({
      module: `const held = ${e};`,
      subscription: '@SubscribeMessage(held)',
      options: 'held',
      handler: 'client.emit(held, held); client.join(held);',
    }),
  'a key of a map': (e) =>
    gateway({
      connection: `this.clients.set(${e}, client);`,
      handler: `this.clients.get(${e});`,
      disconnection: `this.clients.delete(${e});`,
    }),
  'a listener': (e) =>
    gateway({
      connection: `client.on('x', ${e}); client.on(${e}, () => 1);`,
      init: `server.use(${e}); server.on('connection', ${e});`,
    }),
  'a callback': (e) =>
    gateway({
      connection: `setInterval(() => ${'('}${e}), 1); this.users.find(1).then(${e}).catch(${e});`,
      handler: `payload.map((x) => (${e}));`,
    }),
  'the first argument of the gateway': (e) => gateway({ options: e }),
  'options of the gateway': (e) =>
    gateway({ options: `81, { cors: ${e}, namespace: ${e}, ...(${e}) }` }),
  'an origin': (e) =>
    gateway({ options: `{ cors: { origin: ${e}, credentials: ${e} }, transports: [${e}] }` }),
  'the event of a subscription': (e) => gateway({ subscription: `@SubscribeMessage(${e})` }),
  'an enhancer': (e) =>
    gateway({
      decorators: `@UseGuards(${e}) @UsePipes(${e})`,
      subscription: `@UseFilters(${e}) @UsePipes(${e}) @SubscribeMessage('x')`,
      handler: "throw new Error('x');",
    }),
  'options of a pipe': (e) =>
    gateway({
      decorators: `@UsePipes(new ValidationPipe(${e}))`,
      subscription: `@UsePipes(new ValidationPipe({ transform: ${e} })) @SubscribeMessage('x')`,
    }),
  'a decorator': (e) =>
    gateway({
      decorators: `@(${e})`,
      subscription: `@(${e}) @SubscribeMessage('x')`,
      members: `@(${e}) field;`,
    }),
  'a property of the payload, and a pipe': (e) =>
    gateway({ parameters: `@MessageBody(${e}, ${e}) payload: any` }),
  'the default of a parameter': (e) =>
    gateway({
      parameters: `@MessageBody() payload: any = ${e}, { a = ${e} } = {}`,
      handler: 'client.join(a);',
    }),
  'a field': (e) =>
    gateway({
      members: `field = ${e}; static other = ${e}; readonly #own = ${e};`,
      handler: 'this.field.emit(this.#own); this.field.set(client.id, client);',
    }),
  'a computed member': (e) =>
    gateway({
      members: `[${e}]() { return 1; } [(${e})] = 1; @SubscribeMessage('y') [${e}](p: any) {}`,
    }),
  'a base class': (e) =>
    gateway({
      module: `@WebSocketGateway() class Own extends (${e}) { @SubscribeMessage('x') x(p: any) {} }`,
    }),
  'a gateway made by a call': (e) =>
    gateway({
      module: `export const Made = mixin(${e}, @WebSocketGateway(${e}) class { @SubscribeMessage(${e}) on(p: any) { return ${e}; } });`,
    }),
  'a guard and a filter': (e) =>
    gateway({
      module: `class Guard { canActivate(context) { const c = context.switchToWs().getClient(); if (${e}) throw ${e}; return ${e}; } }
      @Catch(${e}) class Filter extends BaseWsExceptionFilter { catch(e, host) { host.switchToWs().getClient().emit('error', ${e}); super.catch(${e}, host); } }
      class Pipe { transform(value) { if (${e}) throw ${e}; return ${e}; } }
      class Adapter extends IoAdapter { createIOServer(port, options) { const s = super.createIOServer(port, ${e}); s.adapter(${e}); return ${e}; } }`,
    }),
  'the bootstrap': (e) =>
    `import { NestFactory } from '@nestjs/core';` +
    gateway({
      module: `async function main() { const app = await NestFactory.create(${e}); app.useGlobalPipes(${e}); app.useWebSocketAdapter(${e}); app.enableCors({ origin: ${e} }); await app.listen(${e}); }`,
    }),
  'an argument of an own method': (e) =>
    gateway({
      connection: `await this.check(client, ${e});`,
      members: `private async check(client: Socket, x) { if (!x) throw new Error(x); return this.users.find(x); }`,
    }),
};

/** Where a statement may stand. */
export const statementPlaces: Readonly<Record<string, Place>> = {
  'the handler': (s) => gateway({ handler: `${s}` }),
  'the connection hook': (s) =>
    gateway({
      connection: `const token = client.handshake.auth.token; ${s}\n client.data.user = await this.jwt.verifyAsync(token);`,
    }),
  'the disconnection hook': (s) => gateway({ disconnection: `${s}` }),
  afterInit: (s) => gateway({ init: `${s}` }),
  'the module': (s) => gateway({ module: `${s}` }),
  'a callback': (s) =>
    gateway({
      handler: `payload.forEach(async (item) => { ${s} });`,
      connection: `client.on('x', async function (data) { ${s} });`,
      init: `server.use(async (socket, next) => { ${s}\n next(); });`,
    }),
  'a try': (s) =>
    gateway({
      connection: `try { ${s} } catch (error) { ${s} client.disconnect(); } finally { ${s} }`,
      handler: `try { ${s} } finally { ${s} }`,
    }),
  'a branch': (s) =>
    gateway({
      connection: `if (!client.handshake.auth.token) { ${s} client.disconnect(); return; } else { ${s} }`,
      handler: `if (payload.x) { ${s} } client.join(payload.x);`,
    }),
  'a loop': (s) =>
    gateway({ handler: `for (const x of payload) { ${s} client.join(x); } while (true) { ${s} }` }),
  'a switch': (s) => gateway({ handler: `switch (payload.x) { case 1: ${s} default: { ${s} } }` }),
  'an own method': (s) =>
    gateway({
      connection: 'await this.check(client);',
      members: `private async check(client: Socket) { ${s} }`,
    }),
  'a static block': (s) => gateway({ members: `static { ${s} }` }),
  'a constructor': (s) =>
    `import { WebSocketGateway } from '@nestjs/websockets'; @WebSocketGateway() class A { constructor() { ${s} } }`,
  'a guard, a pipe and a filter': (s) =>
    gateway({
      module: `class Guard { async canActivate(context) { const client = context.switchToWs().getClient(); ${s} } } class Pipe { async transform(payload) { ${s} } }
      @Catch() class Filter extends BaseWsExceptionFilter { async catch(payload, host) { const client = host.switchToWs().getClient(); ${s} } }`,
    }),
};

/** Where a member of a class may stand. */
export const memberPlaces: Readonly<Record<string, Place>> = {
  'the gateway': (m) => gateway({ members: m }),
  'a handler': (m) => gateway({ members: `@SubscribeMessage('own') ${m}` }),
  'a guarded handler': (m) =>
    gateway({
      members: `@UseGuards(WsAuthGuard) @UsePipes(new ValidationPipe()) @SubscribeMessage('own') ${m}`,
    }),
  'the server': (m) =>
    gateway({ members: `@WebSocketServer() ${m}`, handler: 'this.a.emit(1); this.m(client);' }),
  'a base class': (m) =>
    gateway({
      module: `class Base { ${m} }; @WebSocketGateway() class Own extends Base { handleConnection(client: Socket) { this.m(client); super.m(client); } }`,
    }),
  'a DTO class': (m) =>
    `import { IsString } from 'class-validator';` +
    gateway({
      module: `class Dto { @IsString() ${m} }`,
      parameters: '@MessageBody() payload: Dto',
    }),
  'an abstract gateway': (m) =>
    gateway({ module: `@WebSocketGateway() export abstract class Own { ${m} }` }),
  'a guard and a filter': (m) =>
    gateway({
      module: `class Guard { ${m} canActivate() { return true; } } @Catch() class Filter extends BaseWsExceptionFilter { ${m} } class Adapter extends IoAdapter { ${m} }`,
    }),
  'a class expression': (m) =>
    gateway({ module: `export default @WebSocketGateway() class { ${m} }` }),
};

/** Where a parameter of a function may stand. */
export const parameterPlaces: Readonly<Record<string, Place>> = {
  'the payload': (p) =>
    gateway({ parameters: p, handler: 'client.join(payload); client.join(a); return a;' }),
  'a decorated payload': (p) =>
    gateway({
      parameters: `@MessageBody() ${p}`,
      handler: 'client.join(payload); this.server.emit(a.b); a.c.d();',
    }),
  'a decorated payload with a pipe': (p) =>
    gateway({
      parameters: `@MessageBody('key', new ParseIntPipe()) ${p}`,
      handler: 'client.join(a);',
    }),
  'a plain handler': (p) =>
    gateway({
      members: `@SubscribeMessage('own') own(${p}) { a.join(payload); a.emit('x'); } @SubscribeMessage('own') two(client: Socket, ${p}) { client.join(a); }`,
    }),
  'a decorated client': (p) =>
    gateway({
      members: `@SubscribeMessage('own') own(@ConnectedSocket() ${p}) { a.join(payload); a.disconnect(); a.data.x = 1; }`,
    }),
  'the client of a hook': (p) =>
    `import { WebSocketGateway } from '@nestjs/websockets'; @WebSocketGateway() class A { handleConnection(${p}) { a.join(1); a.data.x = a.handshake.auth.token; throw a; } handleDisconnect(${p}) { a.emit(1); } afterInit(${p}) { a.use(a); } }`,
  'the constructor': (p) =>
    `import { WebSocketGateway } from '@nestjs/websockets'; @WebSocketGateway() class A { constructor(${p}) { a.on('x', () => 1); } handleConnection(c) { this.a.verify(c.handshake.auth.token); } }`,
  'an own method': (p) =>
    gateway({
      connection: 'await this.check(client);',
      members: `private async check(${p}) { a.disconnect(); a.join('x'); throw a; }`,
    }),
  'a callback': (p) =>
    gateway({
      connection: `client.on('x', (${p}) => { a.join(a); }); this.users.find(1).then(async function (${p}) { throw a; });`,
      init: `server.use((${p}) => { a.handshake.auth.x.y; });`,
    }),
};

/** Where a type may stand. */
export const typePlaces: Readonly<Record<string, Place>> = {
  'the payload': (t) =>
    gateway({
      parameters: `@MessageBody() payload: ${t}`,
      handler: 'client.join(payload); client.join(payload.x);',
    }),
  'a property of the payload': (t) => gateway({ parameters: `@MessageBody('x') payload: ${t}` }),
  'an undecorated payload': (t) =>
    gateway({
      members: `@SubscribeMessage('own') own(client: Socket, payload: ${t}) { client.join(payload); }`,
    }),
  'the client': (t) =>
    gateway({
      members: `@SubscribeMessage('own') own(@ConnectedSocket() client: ${t}, @MessageBody() p: any) { client.join(p); }`,
    }),
  'the client of a hook': (t) =>
    `import { WebSocketGateway } from '@nestjs/websockets'; @WebSocketGateway() class A { handleConnection(client: ${t}) { client.join(client.handshake.auth.x); throw client; } }`,
  'the server': (t) =>
    gateway({
      members: `@WebSocketServer() own: ${t}; private map: ${t} = new Map(); io!: ${t};`,
      handler: `this.own.emit('x'); this.map.set(client.id, client); this.io.to('x').emit('y');`,
    }),
  'a parameter property': (t) =>
    `import { WebSocketGateway } from '@nestjs/websockets'; @WebSocketGateway() class A { constructor(private readonly own: ${t}) {} handleConnection(c) { this.own.verify(c.handshake.auth.x); this.own.on('x', () => c.emit('x')); } }`,
  'an alias': (t) =>
    gateway({
      module: `type Own = ${t};`,
      parameters: '@MessageBody() payload: Own',
      handler: 'client.join(payload.x);',
    }),
  'a member of an interface': (t) =>
    gateway({
      module: `interface Own { a: ${t}; x(): ${t}; }`,
      parameters: '@MessageBody() payload: Own',
    }),
  'a member of a DTO class': (t) =>
    `import { IsString } from 'class-validator';` +
    gateway({
      module: `class Own { @IsString() a: ${t}; b?: ${t}; }`,
      parameters: '@MessageBody() payload: Own',
    }),
  'what a handler returns': (t) =>
    gateway({ members: `@SubscribeMessage('own') own(p: any): ${t} { return null; }` }),
  'a cast': (t) =>
    gateway({
      handler: `client.join(payload as ${t}); (payload as ${t}).x.emit(payload satisfies ${t});`,
      connection: `client.data = (await this.jwt.verifyAsync(client.handshake.auth.x)) as ${t}; throw <${t}>client;`,
    }),
  'a type argument': (t) =>
    gateway({
      members: `private readonly own = new Map<string, ${t}>();`,
      handler: `this.own.set(client.id, client); this.users.find<${t}>(payload); new Own<${t}>();`,
      decorators: `@UsePipes(new Own<${t}>())`,
    }),
  'what a type argument is of': (t) =>
    gateway({
      members: `@SubscribeMessage('own') own<T extends ${t} = ${t}>(@MessageBody() p: T) {}`,
      parameters: `@MessageBody() payload: Promise<${t}>`,
    }),
};

/** Where what stands at the top of a module may stand. */
export const modulePlaces: Readonly<Record<string, Place>> = {
  'before the gateway': (m) =>
    `${m}\n${gateway({ handler: 'client.join(a); client.emit(a.b, new a());', decorators: '@UseGuards(a)' })}`,
  'behind the gateway': (m) =>
    `${gateway({ subscription: '@SubscribeMessage(a)', parameters: '@MessageBody() payload: a' })}\n${m}`,
};

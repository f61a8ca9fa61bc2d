import rule from '../../src/rules/no-reserved-event.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
import { from, of } from 'rxjs';
import { map } from 'rxjs/operators';
`;

function gateway(members: string, above = ''): string {
  return `${IMPORTS}${above}
@WebSocketGateway()
export class ChatGateway {
  @WebSocketServer() server: Server;
  ${members}
}
`;
}

/** A gateway whose handler has this body. */
function handler(body: string, above = ''): string {
  return gateway(
    `@SubscribeMessage('leave')
  async leave(@ConnectedSocket() client: Socket, @MessageBody() data: string) {
    ${body}
  }`,
    above,
  );
}

function emitted(event: string) {
  return [{ messageId: 'emitted', data: { event } }];
}

function returned(event: string) {
  return [{ messageId: 'returned', data: { event } }];
}

new RuleTester().run('no-reserved-event', rule, {
  invalid: [
    ...[
      'connect',
      'connect_error',
      'disconnect',
      'disconnecting',
      'newListener',
      'removeListener',
    ].map((event) => marked(handler(`client.emit(«'${event}'», data);`), emitted(event))),
    marked(handler('client.emit(«`disconnect`»);'), emitted('disconnect')),
    marked(handler("client?.emit(«'disconnect'»);"), emitted('disconnect')),
    marked(handler("(client as any).emit(«'disconnect'»);"), emitted('disconnect')),
    // Everything that sends.
    marked(handler("this.server.emit(«'disconnect'»);"), emitted('disconnect')),
    marked(handler("this.server.to('room:1').emit(«'disconnect'»);"), emitted('disconnect')),
    marked(handler("client.to('room:1').volatile.emit(«'disconnect'»);"), emitted('disconnect')),
    marked(handler("client.broadcast.emit(«'disconnect'»);"), emitted('disconnect')),
    marked(handler("client.nsp.emit(«'disconnect'»);"), emitted('disconnect')),
    marked(handler("client.timeout(5).emitWithAck(«'connect'»);"), emitted('connect')),
    // Constants of the file.
    marked(handler('client.emit(«EVENT»);', "const EVENT = 'disconnect';"), emitted('disconnect')),
    marked(
      handler('client.emit(«EVENTS.gone»);', "const EVENTS = { gone: 'disconnect' } as const;"),
      emitted('disconnect'),
    ),
    // Hooks, helpers, and functions inside.
    marked(
      gateway("handleConnection(client: Socket) { client.emit(«'connect_error'», 'no'); }"),
      emitted('connect_error'),
    ),
    marked(gateway("afterInit(io) { io.emit(«'connect'»); }"), emitted('connect')),
    marked(
      gateway("kick(id: string) { this.server.in(id).emit(«'disconnect'»); }"),
      emitted('disconnect'),
    ),
    marked(gateway("kick(client: Socket) { client.emit(«'disconnect'»); }"), emitted('disconnect')),
    marked(
      gateway(
        `handleConnection = (client) => { setTimeout(() => client.emit(«'disconnect'»), 5); }`,
      ),
      emitted('disconnect'),
    ),
    marked(
      gateway(
        "handleConnection(client) { this.kick(client, 5); } kick(socket, ms = 1) { socket.emit(«'disconnect'»); }",
      ),
      emitted('disconnect'),
    ),
    marked(
      gateway(
        "kick(client: AuthedSocket) { client.emit(«'disconnect'»); }",
        'interface AuthedSocket extends Socket { user: string }',
      ),
      emitted('disconnect'),
    ),
    marked(
      gateway(
        "kick(client: AuthedSocket) { client.emit(«'disconnect'»); }",
        'type AuthedSocket = Socket & { user: string };',
      ),
      emitted('disconnect'),
    ),
    marked(
      gateway(
        "kick(client: Mine) { client.emit(«'disconnect'»); }",
        'class Mine extends Socket {}',
      ),
      emitted('disconnect'),
    ),
    // What Nest emits for a handler.
    marked(handler("return { event: «'disconnect'», data };"), returned('disconnect')),
    marked(handler("return { 'event': «'connect'», data: 1 } as const;"), returned('connect')),
    marked(handler("return data ? { event: «'connect'», data } : null;"), returned('connect')),
    marked(handler("return cached ?? { event: «'connect'», data };"), returned('connect')),
    marked(
      handler("if (data) return { event: «'connect'», data }; return { event: 'ok' };"),
      returned('connect'),
    ),
    marked(
      handler("const response = { event: «'connect'», data }; return response;"),
      returned('connect'),
    ),
    marked(
      handler(
        "const response = { event: «'connect'», data }; return data ? response : await response;",
      ),
      returned('connect'),
    ),
    marked(handler("return await { event: «'connect'», data };"), returned('connect')),
    marked(handler("return Promise.resolve({ event: «'connect'», data });"), returned('connect')),
    marked(
      handler("return of({ event: «'connect'», data }, { event: 'ok' });"),
      returned('connect'),
    ),
    marked(
      handler("return from([1, 2]).pipe(map((n) => ({ event: «'disconnect'», data: n })));"),
      returned('disconnect'),
    ),
    marked(
      handler(
        "return from([1]).pipe(map((n) => ({ event: «'disconnect'», data: n })), this.logged);",
      ),
      returned('disconnect'),
    ),
    marked(
      handler("return from([1]).pipe(map((n) => { return { event: «'disconnect'», data: n }; }));"),
      returned('disconnect'),
    ),
    marked(
      handler('return { event: «EVENT», data };', "const EVENT = 'disconnecting';"),
      returned('disconnecting'),
    ),
    marked(
      gateway(
        "@SubscribeMessage('a') a(client, data) { client.emit(«'connect'»); return { event: «'disconnect'» }; }",
      ),
      [...emitted('connect'), ...returned('disconnect')],
    ),
    // A class that another decides about.
    marked(
      `${IMPORTS}
export class ChatGateway extends Base {
  @SubscribeMessage('a') a(client, data) { client.emit(«'disconnect'»); }
}`,
      emitted('disconnect'),
    ),
    {
      ...marked(
        `import { SubscribeMessage, WebSocketGateway } from '../nest';
@WebSocketGateway() export class ChatGateway {
  @SubscribeMessage('a') a(client) { client.emit(«'disconnect'»); }
}`,
        emitted('disconnect'),
      ),
      settings: { 'nestjs-gateway': { modules: ['../nest'] } },
    },
  ],
  valid: [
    // What is returned otherwise than through a promise or an observable.
    handler("return Promise.reject({ event: 'disconnect', data });"),
    handler("return Other.resolve({ event: 'disconnect', data });"),
    handler("return this.all.resolve({ event: 'disconnect', data });"),
    handler("client.emit('error', data);"),
    handler(
      "client.emit('exception', data); client.emit('disconnected'); client.emit('connection');",
    ),
    handler('client.emit(data); client.emit(`${data}`); client.emit(EVENTS.gone); client.emit();'),
    handler(
      "client.on('disconnect', () => {}); client.once('disconnecting', () => {}); client.disconnect();",
    ),
    handler("this.server.serverSideEmit('connect');"),
    // No socket.
    handler(
      "this.events.emit('disconnect'); process.emit('disconnect'); events.emit('newListener');",
    ),
    handler("const server = this.make(); server.emit('disconnect');"),
    handler("client.data.emit('disconnect');"),
    gateway(
      "kick(client: Socket2) { client.emit('disconnect'); }",
      'interface Socket2 { emit(event: string): void }',
    ),
    gateway(
      "kick(client: Made) { client.emit('disconnect'); }",
      'type Made = ReturnType<typeof make>; enum Made2 { a }',
    ),
    gateway("kick(client: Bare) { client.emit('disconnect'); }", 'class Bare {}'),
    gateway("kick(client: Loop) { client.emit('disconnect'); }", 'type Loop = Loop;'),
    gateway("kick(client: ns.Thing) { client.emit('disconnect'); }"),
    gateway("kick({ emit }: Socket, ...rest) { emit('disconnect'); rest.emit('disconnect'); }"),
    // Responses that are none, or under another name.
    handler("return { event: 'left', data };"),
    handler("return { data: 'disconnect' };"),
    handler('return { ...rest, data };'),
    handler('return;'),
    handler('return { event: name, data };'),
    handler("return this.respond({ event: 'disconnect' });"),
    handler("return of2({ event: 'disconnect' });"),
    handler('return from([1]).pipe(filter(Boolean));'),
    handler('return from([1]).pipe(map(toResponse));'),
    handler('return from([1]).pipe();'),
    handler("return data.map((n) => ({ event: 'disconnect', data: n }));"),
    handler("const make = () => { return { event: 'disconnect' }; }; return data && 5;"),
    gateway("handleConnection() { return { event: 'disconnect' }; }"),
    gateway("helper() { return { event: 'disconnect' }; }"),
    // Another package, ws.
    handler("client.emit('disconnect');").replaceAll('@nestjs/websockets', 'my-sockets'),
    handler("client.emit('disconnect');").replaceAll("'socket.io'", "'ws'"),
    {
      code: handler("client.emit('disconnect');"),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
  ],
});

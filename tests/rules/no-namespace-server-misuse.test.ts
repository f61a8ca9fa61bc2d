import rule from '../../src/rules/no-namespace-server-misuse.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { Namespace, Server, Socket } from 'socket.io';
`;

/** A gateway of the namespace `chat`, with these members besides its server. */
function gateway(members: string, options = "{ namespace: 'chat' }", above = ''): string {
  return `${IMPORTS}${above}
@WebSocketGateway(${options})
export class ChatGateway {
  @WebSocketServer() server: Server;
  ${members}
}
`;
}

/** A gateway with a method that has this body. */
function method(body: string, options?: string, above?: string): string {
  return gateway(`count() { ${body} }`, options, above);
}

function missing(member: string, instead: string) {
  return { messageId: 'missing', data: { member, instead } };
}

const OF = [missing('of', 'server.of')];
const ENGINE = [missing('engine', 'server.engine')];
const SOCKETS = [missing('sockets.sockets', 'sockets')];
const ADAPTER = [missing('sockets.adapter', 'adapter')];

new RuleTester().run('no-namespace-server-misuse', rule, {
  invalid: [
    marked(method("this.server.«of»('/admin').emit('x');"), OF),
    marked(method('return this.server.«engine».clientsCount;'), ENGINE),
    marked(method('return this.server.«path»();'), [missing('path', 'server.path')]),
    marked(method('return this.server.sockets.«sockets».get(id);'), SOCKETS),
    marked(method('return this.server.sockets.«sockets».size;'), SOCKETS),
    marked(method("this.server.sockets.«emit»('x');"), [missing('sockets.emit', 'emit')]),
    marked(method('return this.server.sockets.«adapter».rooms.get(room)?.size;'), ADAPTER),
    // However it is written.
    marked(method("this.server?.«of»('/admin');"), OF),
    marked(method("(this.server as any)!.«of»('/admin');"), OF),
    marked(method("this['server'][«'of'»]('/admin');"), OF),
    marked(method('Array.from(this.server.sockets.«sockets».keys());'), SOCKETS),
    marked(method('for (const [id] of this.server.sockets.«sockets») log(id);'), SOCKETS),
    // Through consts and patterns.
    marked(method("const io = this.server; io.«of»('/admin');"), OF),
    marked(method("const { server } = this; server.«of»('/admin');"), OF),
    marked(method('const { sockets } = this.server; sockets.«adapter».rooms;'), ADAPTER),
    marked(method('const { «engine» } = this.server; engine.clientsCount;'), ENGINE),
    marked(method('const { sockets: { «adapter» } } = this.server; adapter.rooms;'), ADAPTER),
    marked(method('const engine = this.server.«engine»; engine.clientsCount;'), ENGINE),
    marked(method('const all = this.server.sockets.«sockets»; all.get(id);'), SOCKETS),
    // The parameter of afterInit, whatever its type, and the field that it is kept in.
    marked(gateway("afterInit(server: Server) { server.«of»('/admin'); }"), OF),
    marked(gateway("afterInit(io) { io.«engine».on('headers', () => {}); }"), ENGINE),
    marked(gateway('afterInit = (io: Namespace) => { io.sockets.«sockets».size; };'), SOCKETS),
    marked(
      gateway("afterInit(io) { this.watch(io); } watch(ns) { ns.«engine».on('x', () => {}); }"),
      ENGINE,
    ),
    marked(
      gateway(
        'private io: Server; afterInit(server: Server) { this.io = server; } count() { return this.io.«engine».clientsCount; }',
      ),
      ENGINE,
    ),
    marked(
      gateway(
        'private io; afterInit(server) { this.io = server; } count() { return this.io.«engine».clientsCount; }',
      ),
      ENGINE,
    ),
    // Beside what tests, calls or reads something else.
    marked(method('return cache?.[this.server.«engine»];'), ENGINE),
    marked(method('return use?.(this.server.«engine»);'), ENGINE),
    marked(method('return other || this.server.«engine»;'), ENGINE),
    marked(method('return other ? this.server.«engine» : undefined;'), ENGINE),
    // Handlers, hooks, several findings.
    marked(
      gateway(
        "@SubscribeMessage('a') a(client: Socket) { this.server.«of»('/'); return this.server.«engine».clientsCount; }",
      ),
      [...OF, ...ENGINE],
    ),
    marked(
      gateway('handleConnection(client: Socket) { log(this.server.«engine».clientsCount); }'),
      ENGINE,
    ),
    // Every way to name a namespace.
    marked(method("this.server.«of»('/');", "{ namespace: '/chat' }"), OF),
    marked(method("this.server.«of»('/');", "3001, { namespace: 'chat' }"), OF),
    marked(method("this.server.«of»('/');", '{ namespace: `chat` }'), OF),
    marked(method("this.server.«of»('/');", '{ namespace: `/${name}` }'), OF),
    marked(method("this.server.«of»('/');", '{ namespace: /^\\/room-\\d+$/ }'), OF),
    marked(
      method("this.server.«of»('/');", '{ namespace: NAMESPACE }', "const NAMESPACE = 'chat';"),
      OF,
    ),
    marked(
      method("this.server.«of»('/');", 'OPTIONS', "const OPTIONS = { namespace: 'chat' };"),
      OF,
    ),
    // A test of another member, or elsewhere.
    marked(method("if (this.server.engine) { this.server.«of»('/'); }"), OF),
    marked(
      gateway(
        'a() { return this.server.engine?.clientsCount; } b() { return this.server.«engine».clientsCount; }',
      ),
      ENGINE,
    ),
    // An inherited server, other names for Nest.
    marked(
      `${IMPORTS}
class Base { @WebSocketServer() protected readonly io: Namespace; }
@WebSocketGateway({ namespace: 'chat' })
export class ChatGateway extends Base { count() { return this.io.«engine».clientsCount; } }`,
      ENGINE,
    ),
    marked(
      `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway({ namespace: 'chat' })
export class ChatGateway { @ws.WebSocketServer() io; count() { return this.io.«engine».clientsCount; } }`,
      ENGINE,
    ),
    marked(
      `import { WebSocketGateway as G, WebSocketServer as S } from '@nestjs/websockets/decorators';
@G({ namespace: 'chat' })
export class ChatGateway { @S() io; count() { return this.io.«engine».clientsCount; } }`,
      ENGINE,
    ),
    {
      ...marked(
        `import { WebSocketGateway, WebSocketServer } from '../nest';
@WebSocketGateway({ namespace: 'chat' })
export class ChatGateway { @WebSocketServer() io; count() { return this.io.«engine».clientsCount; } }`,
        ENGINE,
      ),
      settings: { 'nestjs-gateway': { modules: ['../nest'] } },
    },
  ],
  valid: [
    // What a Namespace has.
    method(
      "this.server.emit('x'); this.server.to('a').emit('x'); this.server.use(f); this.server.fetchSockets();",
    ),
    method(
      'this.server.sockets.get(id); this.server.sockets.size; this.server.adapter.rooms; this.server.name;',
    ),
    method(
      "this.server.server.of('/admin'); this.server.server.engine.clientsCount; this.server.server.path();",
    ),
    // Reads that do not throw.
    method('return this.server.engine?.clientsCount;'),
    method('return this.server.sockets.sockets?.size;'),
    method("this.server.of?.('/admin');"),
    method('if (this.server.engine) return this.server.engine.clientsCount;'),
    method("return typeof this.server.of === 'function';"),
    method('return this.server.engine === undefined;'),
    method('return this.server.engine && this.server.engine.clientsCount;'),
    method('return this.server.engine ? this.server.engine.clientsCount : 0;'),
    method('const { engine = fallback, ...rest } = this.server; return engine.clientsCount;'),
    method('const { [key]: x } = this.server; const [y] = this.server; const { z } = other;'),
    method('for (const { engine } of this.server) engine.clientsCount;'),
    // No namespace, or none to be seen.
    method("this.server.of('/');", ''),
    method("this.server.of('/');", '3001'),
    method("this.server.of('/');", "{ namespace: '/' }"),
    method("this.server.of('/');", "{ namespace: '' }"),
    method("this.server.of('/');", '{ namespace: `` }'),
    method("this.server.of('/');", '{ namespace: null }'),
    method("this.server.of('/');", '{ namespace: 5 }'),
    method("this.server.of('/');", '{ namespace: undefined }'),
    method(
      "this.server.of('/');",
      '{ namespace: NAMESPACE }',
      "import { NAMESPACE } from './names';",
    ),
    method("this.server.of('/');", '{ ...options }'),
    method("this.server.of('/');", 'options'),
    method("this.server.of('/');", '{ namespace: new Thing() }'),
    // Another server.
    gateway(
      'constructor(private readonly io: Server) {} count() { return this.io.engine.clientsCount; }',
    ),
    gateway(
      'private io: Server; afterInit(server) { this.io = server.server; } count() { return this.io.engine.clientsCount; }',
    ),
    gateway(
      'private io: Server; afterInit(server) { this.io = server; } reset() { this.io = make(); } count() { return this.io.engine.clientsCount; }',
    ),
    gateway(
      "handleConnection(client: Socket) { client.server.of('/'); client.nsp.server.engine.clientsCount; }",
    ),
    gateway('count(server: Server) { return server.engine.clientsCount; }'),
    gateway('count() { return this.engine.path.of(); }'),
    gateway("static count(this: Other) { return other.server.of('/'); }"),
    `${IMPORTS}
export class ChatGateway extends Base {
  @WebSocketServer() server: Server;
  @SubscribeMessage('a') a() { this.server.of('/'); }
}`,
    // A plain class beside the gateway.
    `${method('')}
class Other { server: Server; count() { return this.server.engine.clientsCount; } }`,
    // Another package, ws.
    method("this.server.of('/');").replaceAll('@nestjs/websockets', 'my-sockets'),
    method("this.server.of('/');").replaceAll("'socket.io'", "'ws'"),
    { code: method("this.server.of('/');"), settings: { 'nestjs-gateway': { platform: 'ws' } } },
  ],
});

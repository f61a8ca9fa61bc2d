import rule from '../../src/rules/require-websocket-server.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const NEST = `import { SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
`;
const IMPORTS = `${NEST}import { Namespace, Server, Socket } from 'socket.io';
`;

/** A gateway with these members. */
function gateway(members: string, options = '', imports = IMPORTS): string {
  return `${imports}
@WebSocketGateway(${options})
export class ChatGateway {
  ${members}
}
`;
}

const USE = "say() { this.server.emit('a'); }";
const NEVER_SET = [{ messageId: 'neverSet', data: { name: 'server' } }];

/** The finding of an untyped property, with what its suggestion makes of the file. */
function untyped(output: string, type = 'Server', name = 'server') {
  return [
    {
      messageId: 'untyped',
      data: { name, type },
      suggestions: [{ messageId: 'useType', data: { type }, output }],
    },
  ];
}

new RuleTester().run('require-websocket-server', rule, {
  invalid: [
    // A server that nothing sets.
    marked(gateway(`«server»: Server; ${USE}`), NEVER_SET),
    marked(gateway(`private «server»!: Namespace; ${USE}`), NEVER_SET),
    // Something else is set.
    marked(
      gateway(`«server»: Server; set(io) { this.other = 1; [this.first] = io; } ${USE}`),
      NEVER_SET,
    ),
    marked(gateway(`«server»: Server; set() { this.server.name = 'a'; } ${USE}`), NEVER_SET),
    marked(
      gateway(`«server»?: Server | null; say() { this.server?.to('room:1').emit('a'); }`),
      NEVER_SET,
    ),
    marked(
      gateway("«server»: Server; say() { return this.server.in('room:1').fetchSockets(); }"),
      NEVER_SET,
    ),
    marked(
      gateway("«server»: Server<Events>; say() { const io = this.server; io.emit('a'); }"),
      NEVER_SET,
    ),
    marked(
      gateway("'«server»': Server; say() { this.server.emit('a'); }").replace(
        "'«server»'",
        "«'server'»",
      ),
      NEVER_SET,
    ),
    marked(
      gateway(
        "«a»: Server; «b»: Server; say() { this.a.emit('x'); this.a.emit('y'); this.b.to('r').emit('z'); }",
      ),
      [
        { messageId: 'neverSet', data: { name: 'a' } },
        { messageId: 'neverSet', data: { name: 'b' } },
      ],
    ),
    marked(
      `import * as sio from 'socket.io';
import * as nest from '@nestjs/websockets';
@nest.WebSocketGateway()
export class ChatGateway { «server»: sio.Server; ${USE} }`,
      NEVER_SET,
    ),
    {
      ...marked(
        `import { WebSocketGateway } from '../nest';
import { Server } from 'socket.io';
@WebSocketGateway()
export class ChatGateway { «server»: Server; ${USE} }`,
        NEVER_SET,
      ),
      settings: { 'nestjs-gateway': { modules: ['../nest'] } },
    },
    // A server of one's own.
    marked(gateway('server = «new Server()»;'), ['ownServer']),
    // Nest puts its own in its place.
    marked(gateway('@WebSocketServer() server: Server = «new Server(3001, {})»;'), [
      { messageId: 'replaced', data: { name: 'server' } },
    ]),
    marked(gateway('@WebSocketServer() private readonly io = «new Server()» as Server;'), [
      { messageId: 'replaced', data: { name: 'io' } },
    ]),
    marked(gateway('@WebSocketServer() server: Server = wrap(«new Server()»);'), ['ownServer']),
    marked(
      gateway(
        'server: Server; constructor() { this.server = «new Server()»; } say() { this.server.emit("a"); }',
      ),
      ['ownServer'],
    ),
    marked(
      `${NEST}import * as io from 'socket.io';
@WebSocketGateway() export class ChatGateway { afterInit() { const own = «new io.Server()»; } }`,
      ['ownServer'],
    ),
    marked(
      `${IMPORTS}export class ChatGateway extends Base { @SubscribeMessage('a') a() { return «new Server()»; } }`,
      ['ownServer'],
    ),
    // No type, or any.
    marked(
      gateway('@WebSocketServer() «server»;'),
      untyped(gateway('@WebSocketServer() server!: Server;')),
    ),
    marked(
      gateway('@WebSocketServer() «server»: any;'),
      untyped(gateway('@WebSocketServer() server!: Server;')),
    ),
    // What is done with it does not compile on a `Namespace`.
    marked(
      gateway(
        '@WebSocketServer() «server»: any; count() { return this.server.engine.clientsCount; }',
        "{ namespace: 'chat' }",
      ),
      [{ messageId: 'untyped', data: { name: 'server', type: 'Namespace' }, suggestions: null }],
    ),
    // What it begins with may not be a server.
    marked(gateway('@WebSocketServer() «server»: any = null;'), [
      { messageId: 'untyped', data: { name: 'server', type: 'Server' }, suggestions: null },
    ]),
    marked(
      gateway('@WebSocketServer() «server»!: any;'),
      untyped(gateway('@WebSocketServer() server!: Server;')),
    ),
    marked(
      gateway('@WebSocketServer() «server»?;'),
      untyped(gateway('@WebSocketServer() server?: Server;')),
    ),
    marked(
      gateway(
        '@WebSocketServer()\n  // the one and only\n  private readonly «io» /* here */: any; // done',
      ),
      untyped(
        gateway(
          '@WebSocketServer()\n  // the one and only\n  private readonly io /* here */!: Server; // done',
        ),
        'Server',
        'io',
      ),
    ),
    marked(
      gateway('@WebSocketServer() «server»;', "{ namespace: 'chat' }"),
      untyped(
        gateway('@WebSocketServer() server!: Namespace;', "{ namespace: 'chat' }"),
        'Namespace',
      ),
    ),
    marked(
      gateway('@WebSocketServer() «server»;', '{ namespace: /^\\/room-/ }'),
      untyped(
        gateway('@WebSocketServer() server!: Namespace;', '{ namespace: /^\\/room-/ }'),
        'Namespace',
      ),
    ),
    marked(
      gateway('@WebSocketServer() «server»;', '{ namespace: NAME }'),
      untyped(gateway('@WebSocketServer() server!: Server;', '{ namespace: NAME }')),
    ),
    marked(
      gateway("@WebSocketServer() «server»; a() { this.server.of('/a'); }"),
      untyped(gateway("@WebSocketServer() server!: Server; a() { this.server.of('/a'); }")),
    ),
    // The import that the type needs.
    marked(
      gateway('@WebSocketServer() «server»;', '', NEST),
      untyped(
        gateway(
          '@WebSocketServer() server!: Server;',
          '',
          IMPORTS.replace('{ Namespace, Server, Socket }', '{ Server }'),
        ),
      ),
    ),
    marked(
      gateway('@WebSocketServer() «server»;', '', `${NEST}import { Socket } from 'socket.io';\n`),
      untyped(
        gateway(
          '@WebSocketServer() server!: Server;',
          '',
          `${NEST}import { Socket, Server } from 'socket.io';\n`,
        ),
      ),
    ),
    marked(
      gateway(
        '@WebSocketServer() «server»;',
        '',
        `${NEST}import { type Server as Io } from 'socket.io';\n`,
      ),
      untyped(
        gateway(
          '@WebSocketServer() server!: Io;',
          '',
          `${NEST}import { type Server as Io } from 'socket.io';\n`,
        ),
      ),
    ),
    marked(
      gateway(
        '@WebSocketServer() «server»;',
        '',
        `${NEST}import type { Socket, Server } from 'socket.io';\n`,
      ),
      untyped(
        gateway(
          '@WebSocketServer() server!: Server;',
          '',
          `${NEST}import type { Socket, Server } from 'socket.io';\n`,
        ),
      ),
    ),
    marked(
      gateway('@WebSocketServer() «server»;', '', `${NEST}import * as io from 'socket.io';\n`),
      untyped(
        gateway(
          '@WebSocketServer() server!: io.Server;',
          '',
          `${NEST}import * as io from 'socket.io';\n`,
        ),
      ),
    ),
    // No suggestion where the name is taken, or the key is computed.
    marked(gateway('@WebSocketServer() «server»;', '', `${NEST}class Server {}\n`), [
      { messageId: 'untyped', data: { name: 'server', type: 'Server' }, suggestions: null },
    ]),
    marked(gateway("@WebSocketServer() [«'server'»];"), [
      { messageId: 'untyped', data: { name: 'server', type: 'Server' }, suggestions: null },
    ]),
    // A composed decorator of the file.
    marked(
      gateway('@Io() «server»;', '', `${IMPORTS}const Io = () => WebSocketServer();\n`),
      untyped(
        gateway('@Io() server!: Server;', '', `${IMPORTS}const Io = () => WebSocketServer();\n`),
      ),
    ),
  ],
  valid: [
    gateway(`@WebSocketServer() server: Server; ${USE}`),
    gateway(`server: Server; set(io) { [this.other, this.server] = io; } ${USE}`),
    gateway(`@WebSocketServer() private readonly server!: Namespace; ${USE}`),
    gateway('@WebSocketServer() server: unknown;'),
    gateway('count;'),
    gateway('make() { return new Socket(); }'),
    gateway('@WebSocketServer() server = makeServer();'),
    // Set by the class, by its constructor, by someone else.
    gateway(`server: Server; afterInit(server: Server) { this.server = server; } ${USE}`),
    gateway(`server: Server; set(io: Server) { this.server = io; } ${USE}`),
    gateway(`server: Server; set(host) { ({ io: this.server } = host); } ${USE}`),
    gateway(`server: Server; set(host) { [this.server] = host; } ${USE}`),
    gateway(`server: Server = createServer(); ${USE}`),
    gateway(`constructor(private readonly server: Server) {} ${USE}`),
    gateway(`@Inject(IO) server: Server; ${USE}`),
    gateway(`declare server: Server; ${USE}`),
    gateway("static server: Server; say() { this.server.emit('a'); }"),
    // Not used, or no server of Socket.IO.
    gateway('server: Server;'),
    gateway('server: Server; say() { return this.server.name; }'),
    gateway(`server: Server; ${USE}`, '', `${NEST}import { Server } from './server';\n`),
    gateway(`client: Socket; say() { this.client.emit('a'); }`),
    gateway(`events: EventEmitter; say() { this.events.emit('a'); }`),
    gateway('say() { return new Map(); }'),
    gateway('say() { return new Server(); }', '', `${NEST}import { Server } from 'node:http';\n`),
    // Classes of which something is not to be seen.
    `${IMPORTS}@WebSocketGateway() export class ChatGateway extends Unseen { server: Server; ${USE} }`,
    `${IMPORTS}export class ChatGateway extends Unseen { server: Server; @SubscribeMessage('a') a() { this.server.emit('a'); } }`,
    `${IMPORTS}abstract class Base { set(io) { this.server = io; } }
@WebSocketGateway() export class ChatGateway extends Base { server: Server; ${USE} }`,
    // A server made outside of the gateway.
    `${IMPORTS}const io = new Server(); @WebSocketGateway() export class ChatGateway {}`,
    // Another package, ws.
    gateway(`server: Server; ${USE}`).replaceAll('@nestjs/websockets', 'my-sockets'),
    gateway('@WebSocketServer() server;').replaceAll('@nestjs/websockets', 'my-sockets'),
    gateway('@WebSocketServer() server; handleConnection(client: Socket) {}').replaceAll(
      "'socket.io'",
      "'ws'",
    ),
    {
      code: gateway('@WebSocketServer() server;'),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
  ],
});

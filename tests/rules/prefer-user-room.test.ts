import rule from '../../src/rules/prefer-user-room.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
`;

/** A gateway with these members besides its server. */
function gateway(members: string, above = ''): string {
  return `${IMPORTS}${above}
@WebSocketGateway()
export class ChatGateway {
  @WebSocketServer() server: Server;
  ${members}
}
`;
}

/** A gateway that keeps `value` of each client in the Map `users`, and a method with this body. */
function keeping(value: string, body: string): string {
  return gateway(`private users = new Map();
  handleConnection(client: Socket) { this.users.set(client.data.user.id, ${value}); }
  async notify(id: string) { ${body} }`);
}

const SOCKET = ['storedSocket'];
const ID = ['storedId'];

new RuleTester().run('prefer-user-room', rule, {
  invalid: [
    marked(
      gateway(`private users = new Map<string, Socket>();
  @SubscribeMessage('in') enter(client: Socket, id: string) { this.users.set(id, client); }
  notify(id: string) { const user = this.users.get(id); «user».emit('a'); this.server.disconnectSockets(); }`),
      SOCKET,
    ),
    // A stored socket.
    marked(keeping('client', "«this.users.get(id)».emit('a');"), SOCKET),
    marked(keeping('client', "«this.users.get(id)»?.emit('a');"), SOCKET),
    marked(keeping('client', "«this.users.get(id)»!.emit('a');"), SOCKET),
    marked(keeping('client', "const socket = this.users.get(id); «socket».emit('a');"), SOCKET),
    marked(
      keeping('client', "const socket: Socket = this.users.get(id); «socket».emit('a');"),
      SOCKET,
    ),
    marked(
      keeping('client', "let socket = this.users.get(id); if (socket) «socket».emit('a');"),
      SOCKET,
    ),
    marked(keeping('client', "const users = this.users; «users.get(id)».emit('a');"), SOCKET),
    marked(keeping('client', "const { users } = this; «users.get(id)».emit('a');"), SOCKET),
    marked(
      gateway(`private static users = new Map();
  handleConnection(client: Socket) { ChatGateway.users.set(client.data.user.id, client); }
  notify(id: string) { «ChatGateway.users.get(id)».emit('a'); }`),
      SOCKET,
    ),
    marked(keeping('client', "«this.users.get(id).volatile».emit('a');"), SOCKET),
    marked(keeping('client', "await «this.users.get(id).timeout(5)».emitWithAck('a');"), SOCKET),
    marked(keeping('{ socket: client, at: 1 }', "«this.users.get(id).socket».emit('a');"), SOCKET),
    marked(
      keeping('{ socket: client }', "const { socket } = this.users.get(id); «socket».emit('a');"),
      SOCKET,
    ),
    marked(keeping('client', "(«this.users.get(id) ?? other»).emit('a');"), SOCKET),
    // A stored id.
    marked(keeping('client.id', "this.server.to(«this.users.get(id)»).emit('a');"), ID),
    marked(keeping('client.id', "this.server.in(«this.users.get(id)»).emit('a');"), ID),
    marked(
      keeping('client.id', "const room = this.users.get(id); this.server.to(«room»).emit('a');"),
      ID,
    ),
    marked(keeping('client', "this.server.to(«this.users.get(id).id»).emit('a');"), ID),
    marked(
      keeping(
        'client',
        "const socket = this.users.get(id); this.server.to(«socket.id»).emit('a');",
      ),
      ID,
    ),
    marked(
      keeping(
        '{ socketId: client.id }',
        "this.server.to(«this.users.get(id).socketId»).emit('a');",
      ),
      ID,
    ),
    marked(
      keeping(
        '{ socketId: client.id }',
        "const user = this.users.get(id); this.server.to(«user?.socketId»).emit('a');",
      ),
      ID,
    ),
    marked(keeping('client.id', "this.server.to(['room:1', «this.users.get(id)»]).emit('a');"), ID),
    marked(
      keeping('client.id', "this.server.to('room:1').to(«this.users.get(id)»).emit('a');"),
      ID,
    ),
    marked(
      keeping('client.id', "«this.server.sockets.sockets.get(this.users.get(id))».emit('a');"),
      SOCKET,
    ),
    marked(
      keeping(
        'client.id',
        "const socket = this.server.sockets.get(this.users.get(id)); «socket».emit('a');",
      ),
      SOCKET,
    ),
    // Kept in objects, lists and variables of the module.
    marked(
      gateway(`private sockets = {};
  handleConnection(client: Socket) { this.sockets[client.data.id] = client.id; }
  notify(id: string) { this.server.to(«this.sockets[id]»).emit('a'); }`),
      ID,
    ),
    marked(
      gateway(`private sockets: Record<string, Socket> = {};
  notify(id: string) { «this.sockets[id]».emit('a'); }`),
      SOCKET,
    ),
    marked(
      gateway(`private users = [];
  @SubscribeMessage('hello') hello(client: Socket, name: string) { this.users.push({ name, socketId: client.id }); }
  notify(name: string) { const user = this.users.find((u) => u.name === name); this.server.to(«user.socketId»).emit('a'); }`),
      ID,
    ),
    marked(
      gateway(
        `handleConnection(client) { users.set(client.handshake.auth.id, client); }
  notify(id: string) { «users.get(id)».emit('a'); }`,
        'const users = new Map();',
      ),
      SOCKET,
    ),
    marked(
      gateway(
        "notify(id: string) { «users.get(id)».emit('a'); }",
        'const users: Map<string, Socket> = create();',
      ),
      SOCKET,
    ),
    marked(
      gateway(
        "notify(id: string) { «users.get(id)».emit('a'); }",
        'const users = new Map<string, Socket>();',
      ),
      SOCKET,
    ),
    // What a method of the class keeps for the hook.
    marked(
      gateway(`private users = new Map();
  handleConnection(client) { this.remember(client.data.id, client); }
  remember(id, socket) { this.users.set(id, socket); }
  notify(id) { «this.users.get(id)».emit('a'); }`),
      SOCKET,
    ),
    // Known by a type.
    marked(
      gateway(
        "private users = new Map<string, Socket>(); notify(id) { «this.users.get(id)».emit('a'); }",
      ),
      SOCKET,
    ),
    marked(
      gateway(
        "private users: Map<string, Socket>; notify(id) { this.server.to(«this.users.get(id).id»).emit('a'); }",
      ),
      ID,
    ),
    marked(
      gateway(
        "private users: { [id: string]: Socket } = {}; notify(id) { «this.users[id]».emit('a'); }",
      ),
      SOCKET,
    ),
    marked(
      gateway(
        "private users: Socket[] = []; notify(id) { «this.users.find((u) => u.data.id === id)».emit('a'); }",
      ),
      SOCKET,
    ),
    marked(
      gateway(
        "private users = new Map<string, { socket: Socket }>(); notify(id) { «this.users.get(id).socket».emit('a'); }",
      ),
      SOCKET,
    ),
    marked(
      gateway(
        "private users = new Map<string, User>(); notify(id) { «this.users.get(id).socket».emit('a'); }",
        'interface User { name: string; socket: Socket; greet(): void }',
      ),
      SOCKET,
    ),
    marked(
      gateway(
        "private users = new Map<string, User>(); notify(id) { «this.users.get(id).socket».emit('a'); }",
        'type User = { socket: Socket };',
      ),
      SOCKET,
    ),
    // One finding an emit.
    marked(keeping('client', "const s = this.users.get(id); «s».emit('a'); «s».emit('b');"), [
      ...SOCKET,
      ...SOCKET,
    ]),
    // A class that another decides about; other names for Nest and Socket.IO.
    marked(
      `import * as ws from '@nestjs/websockets';
import * as io from 'socket.io';
export class ChatGateway extends Base {
  private users = new Map<string, io.Socket>();
  @ws.SubscribeMessage('a') a(client, id) { «this.users.get(id)».emit('a'); }
}`,
      SOCKET,
    ),
  ],
  valid: [
    // A worker under its task is no user.
    gateway(`private workers = new Map<string, Socket>();
  @SubscribeMessage('next') async next(client: Socket) {
    const task = await this.queue.next();
    this.workers.set(task.id, client);
  }
  cancel(id: string) { this.workers.get(id)?.emit('cancel'); }`),
    // What is no lookup of a socket, and what is no socket.
    ...[
      "this.server.sockets.sockets.find(this.users.get(id)).emit('a');",
      "this.server.sockets.sockets.get().emit('a');",
      "get(this.users.get(id)).emit('a');",
      "mail.to(this.users.get(id)).emit('a');",
    ].map((body) => keeping('client.id', body)),
    // A second tab replaces the first.
    keeping(
      'client',
      "const old = this.users.get(id); old.emit('replaced'); old.disconnect(true);",
    ),
    keeping(
      'client.id',
      "const old = this.users.get(id); const socket = this.server.sockets.sockets.get(old); socket.emit('replaced'); socket?.disconnect();",
    ),
    keeping(
      'client.id',
      "const old = this.users.get(id); this.server.to(old).emit('replaced'); this.server.in(old).disconnectSockets();",
    ),
    gateway(
      "handleConnection(client: Socket) { client.join(`user:${client.data.user.id}`); } notify(id) { this.server.to(`user:${id}`).emit('a'); }",
    ),
    // The name of a room.
    keeping('`user:${client.data.user.id}`', "this.server.to(this.users.get(id)).emit('a');"),
    keeping(
      '{ room: client.data.room, socketId: client.id }',
      "this.server.to(this.users.get(id).room).emit('a');",
    ),
    keeping('client.data.room', "this.server.to(this.users.get(id)).emit('a');"),
    gateway(
      "private rooms = new Map<string, string>(); notify(id) { this.server.to(this.rooms.get(id)).emit('a'); }",
    ),
    // Something else that is kept, or is kept elsewhere.
    keeping('new EventEmitter()', "this.users.get(id).emit('a');"),
    keeping('{ ...client.data, [key]: client }', "this.users.get(id).emit('a');"),
    gateway(
      "private users = new Map(); notify(id) { this.users.get(id).emit('a'); this.server.to(this.users.get(id)).emit('b'); }",
    ),
    gateway("private users = create(); notify(id) { this.users.get(id).emit('a'); }"),
    gateway(
      "private users: string[] = []; notify(id) { this.server.to(this.users[id]).emit('a'); }",
    ),
    gateway(
      "private users: { name: string } = {}; notify(id) { this.server.to(this.users[id]).emit('a'); }",
    ),
    gateway("private users: {} = {}; notify(id) { this.server.to(this.users[id]).emit('a'); }"),
    gateway(
      "private users: any; private more: Foo; notify(id) { this.users.get(id).emit('a'); this.more.get(id).emit('a'); }",
    ),
    gateway(
      "private users = new Map<string, User>(); notify(id) { this.users.get(id).emit('a'); }",
      'class User {}',
    ),
    gateway(
      "private users = new Map<string, User>(); notify(id) { this.users.get(id).emit('a'); }",
      'type User = string;',
    ),
    gateway(
      "notify(id) { this.connections.get(id).emit('a'); this.server.to(this.ids.of(id)).emit('b'); ids.get(id).emit('c'); }",
    ),
    gateway("notify(id) { users.get(id).emit('a'); }", "import { users } from './users';"),
    gateway("notify(id) { users.get(id).emit('a'); }", 'let users;'),
    gateway(
      "notify(id) { const users = this.make(); users.get(id).emit('a'); for (const u of users) u.emit('b'); }",
    ),
    // A connection, found by its own id.
    gateway(`private clients = new Map<string, Socket>();
  private partners: Record<string, string> = {};
  handleConnection(client: Socket) {
    this.clients.set(client.id, client);
    this.partners[client.id] = client.id;
  }
  @SubscribeMessage('wave') wave(client: Socket) {
    const { id } = client;
    this.clients.get(id)?.emit('waved');
    this.server.to(this.partners[client.id]).emit('wave');
  }`),
    // Every tab of a user.
    gateway(`private users = new Map<string, string[]>();
  handleConnection(client: Socket) {
    const ids = this.users.get(client.data.user.id) ?? [];
    ids.push(client.id);
    this.users.set(client.data.user.id, ids);
  }
  notify(id: string) { this.server.to(this.users.get(id) ?? []).emit('a'); }`),
    gateway(`private users: Record<string, string[]> = {};
  handleConnection(client: Socket) { (this.users[client.data.user.id] ??= []).push(client.id); }
  notify(id: string) { this.server.to(this.users[id]).emit('a'); }`),
    gateway(`private users: Record<string, string[]> = {};
  handleConnection(client: Socket) {
    const { id } = client.data.user;
    this.users[id] = [...(this.users[id] ?? []), client.id];
  }
  notify(id: string) { this.server.to(this.users[id]).emit('a'); }`),
    // Every stored socket, or all but one.
    keeping(
      'client',
      "for (const socket of this.users.values()) socket.emit('a'); this.users.forEach((socket) => socket.emit('b'));",
    ),
    keeping('client.id', "this.server.except(this.users.get(id)).emit('a');"),
    keeping(
      'client',
      "this.users.get(id).to('room:1').emit('a'); this.users.get(id).disconnect(); this.users.get(id).name.emit('a');",
    ),
    keeping('client', "let socket = this.users.get(id); socket = other; socket.emit('a');"),
    keeping('client', "const { ...socket } = this.users.get(id); socket.emit('a');"),
    keeping('client', "(id && this.users.get(id)).emit('a'); this.users.get(id)[key].emit('a');"),
    keeping(
      'client.id',
      "this.server.sockets.sockets.get(id)?.emit('a'); this.other.get(this.users.get(id)).emit('b');",
    ),
    // The client itself.
    gateway(
      "@SubscribeMessage('a') a(client: Socket) { client.emit('a'); this.server.to(client.id).emit('b'); }",
    ),
    // Another package, ws.
    keeping('client', "this.users.get(id).emit('a');").replaceAll(
      '@nestjs/websockets',
      'my-sockets',
    ),
    keeping('client', "this.users.get(id).emit('a');").replaceAll("'socket.io'", "'ws'"),
    {
      code: keeping('client', "this.users.get(id).emit('a');"),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
  ],
});

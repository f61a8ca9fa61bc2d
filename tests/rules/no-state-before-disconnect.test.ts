import rule from '../../src/rules/no-state-before-disconnect.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
`;

const CLEANUP = 'handleDisconnect(client: Socket) { this.clients.delete(client.id); }';

/** A gateway with these members and a Map. */
function gateway(members: string, cleanup = CLEANUP): string {
  return `${IMPORTS}
@WebSocketGateway()
export class ChatGateway {
  private readonly clients = new Map<string, Socket>();
  constructor(private readonly jwt: JwtService) {}
  ${members}
  ${cleanup}
}
`;
}

/** A gateway whose `handleConnection` has this body. */
function connection(body: string, more = '', cleanup = CLEANUP): string {
  return gateway(
    `async handleConnection(client: Socket) {
    ${body}
  }
  ${more}`,
    cleanup,
  );
}

const DISCONNECTED = [{ messageId: 'disconnected', data: { collection: 'this.clients' } }];
const GONE = [{ messageId: 'gone', data: { collection: 'this.clients' } }];

const CHECK = 'if (!client.handshake.auth.token)';
const KICK = 'private kick(client: Socket) { client.disconnect(true); }';

new RuleTester().run('no-state-before-disconnect', rule, {
  invalid: [
    // A method that waits before it stores, and one that does more than to disconnect.
    marked(
      connection(
        '«this.join(client)»; client.disconnect();',
        'async join(client: Socket) { await this.load(); this.clients.set(client.id, client); }',
      ),
      GONE,
    ),
    marked(
      connection(
        '«this.clients.set(client.id, client)»; this.refuse(client);',
        "refuse(client: Socket) { client.emit('refused'); client.disconnect(); }",
      ),
      DISCONNECTED,
    ),
    // What only one branch removes, and a `try` in which nothing behind it throws.
    marked(
      connection(
        `«this.clients.set(client.id, client)»; ${CHECK} { client.disconnect(); return; } if (this.isFull) { this.clients.delete(client.id); }`,
      ),
      DISCONNECTED,
    ),
    marked(
      connection(
        'try { «this.clients.set(client.id, client)»; } catch { this.count++; } client.disconnect();',
      ),
      DISCONNECTED,
    ),
    // Stored in a callback, and disconnected outside of it.
    marked(
      connection(
        'this.load().then(() => { «this.clients.set(client.id, client)»; }); client.disconnect();',
      ),
      GONE,
    ),
    // Stored, then disconnected before anything waits.
    marked(
      connection(`«this.clients.set(client.id, client)»;
    ${CHECK} { client.disconnect(); return; }`),
      DISCONNECTED,
    ),
    marked(
      connection(`«this.clients.set(client.id, client)»; ${CHECK} client.disconnect(true);`),
      DISCONNECTED,
    ),
    marked(
      connection(
        `«this.clients.set(client.id, client)»; ${CHECK} { client.disconnect(); return; } await this.load();`,
      ),
      DISCONNECTED,
    ),
    marked(
      connection(
        'try { «this.clients.set(client.id, client)»; this.jwt.verify(client.handshake.auth.token); } catch { client.disconnect(); }',
      ),
      DISCONNECTED,
    ),
    // What a service, a method behind a call or one of another object does may fail.
    marked(
      connection(
        'try { «this.clients.set(client.id, client)»; this.presence.join(client.id); } catch { client.disconnect(); }',
      ),
      DISCONNECTED,
    ),
    marked(
      connection(
        'try { «this.clients.set(client.id, client)»; client.emit("hello", this.users.of(client.id)); } catch { client.disconnect(); }',
      ),
      DISCONNECTED,
    ),
    marked(
      connection(
        'try { «this.clients.set(client.id, client)»; start(client.id); } catch { client.disconnect(); }',
      ),
      DISCONNECTED,
    ),
    marked(
      connection(
        'try { «this.clients.set(client.id, client)»; if (this.isFull) throw new Error("full"); } catch { client.disconnect(); }',
      ),
      DISCONNECTED,
    ),
    marked(
      connection(
        'try { «this.clients.set(client.id, client)»; } finally { this.count++; } client.disconnect();',
      ),
      DISCONNECTED,
    ),
    marked(
      connection(
        'if (this.isOpen) { «this.clients.set(client.id, client)»; client.disconnect(); }',
      ),
      DISCONNECTED,
    ),
    marked(
      connection(
        `«this.clients.set(client.id, client)»; ${CHECK} { this.server.in(client.id).disconnectSockets(); }`,
      ),
      DISCONNECTED,
    ),
    // Whatever kind of collection it is.
    marked(
      `${IMPORTS} @WebSocketGateway() class A {
  clients = new Set<Socket>();
  handleConnection(client: Socket) { «this.clients.add(client)»; ${CHECK} client.disconnect(); }
  ${CLEANUP}
}`,
      DISCONNECTED,
    ),
    marked(
      `${IMPORTS} @WebSocketGateway() class A {
  users = {};
  handleConnection = (client: Socket) => { «this.users[client.id] = client»; ${CHECK} client.disconnect(); };
  handleDisconnect(client: Socket) { delete this.users[client.id]; }
}`,
      [{ messageId: 'disconnected', data: { collection: 'this.users' } }],
    ),
    marked(
      `${IMPORTS} const clients = new Map();
@WebSocketGateway() class A {
  handleConnection(client: Socket) { «clients.set(client.id, client)»; ${CHECK} client.disconnect(); }
  handleDisconnect(client: Socket) { clients.delete(client.id); }
}`,
      [{ messageId: 'disconnected', data: { collection: 'clients' } }],
    ),
    // One class deep.
    marked(
      connection(
        `«this.register(client)»; ${CHECK} client.disconnect();`,
        'private register(client: Socket) { this.clients.set(client.id, client); }',
      ),
      DISCONNECTED,
    ),
    marked(
      connection(`«this.clients.set(client.id, client)»; ${CHECK} return this.kick(client);`, KICK),
      DISCONNECTED,
    ),
    // Stored after a wait, when the client may be gone.
    marked(connection('await this.rooms.load(); «this.clients.set(client.id, client)»;'), GONE),
    marked(
      connection(
        'const user = await this.users.of(client); if (!user) { client.disconnect(); return; } «this.clients.set(client.id, user)»;',
      ),
      GONE,
    ),
    marked(
      connection(
        'try { await this.rooms.load(); «this.clients.set(client.id, client)»; } catch { client.disconnect(); }',
      ),
      GONE,
    ),
    marked(
      connection(
        'if (client.connected) { await this.rooms.load(); } «this.clients.set(client.id, client)»;',
      ),
      GONE,
    ),
    marked(
      connection('if (full) { await this.rooms.load(); } «this.clients.set(client.id, client)»;'),
      GONE,
    ),
    marked(
      gateway(
        `handleConnection(client: Socket) { this.users.of(client).then((user) => { «this.clients.set(client.id, user)»; }); }`,
      ),
      GONE,
    ),
    marked(
      connection(
        '«this.register(client)»;',
        'private async register(client: Socket) { const user = await this.users.of(client); this.clients.set(client.id, user); }',
      ),
      GONE,
    ),
    marked(
      connection(
        'await this.rooms.load(); «this.register(client)»;',
        'private register(client: Socket) { this.clients.set(client.id, client); }',
      ),
      GONE,
    ),
    // One finding for a collection.
    marked(
      connection(
        `«this.clients.set(client.id, client)»; this.clients.set(client.id, client); ${CHECK} client.disconnect();`,
      ),
      DISCONNECTED,
    ),
    marked(
      `${IMPORTS} @WebSocketGateway() class A {
  a = new Map(); b = new Map();
  async handleConnection(client: Socket) { «this.a.set(client.id, 1)»; ${CHECK} { client.disconnect(); return; } await this.load(); «this.b.set(client.id, 1)»; }
  handleDisconnect(client: Socket) { this.a.delete(client.id); this.b.delete(client.id); }
}`,
      [
        { messageId: 'disconnected', data: { collection: 'this.a' } },
        { messageId: 'gone', data: { collection: 'this.b' } },
      ],
    ),
    // A later place, when the first one is right.
    marked(
      connection(
        `${CHECK} { client.disconnect(); return; } this.clients.set(client.id, client); await this.load(); «this.clients.set(client.id, client)»;`,
      ),
      GONE,
    ),
    marked(
      `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway() class A {
  clients = new Map();
  handleConnection(socket) { «this.clients.set(socket.id, socket)»; if (full) socket.disconnect(); }
  handleDisconnect(socket) { this.clients.delete(socket.id); }
}`,
      DISCONNECTED,
    ),
  ],
  valid: [
    // Removed by what a method calls.
    connection(
      `this.clients.set(client.id, client); ${CHECK} { this.drop(client); client.disconnect(); }`,
      'drop(client: Socket) { this.note(); this.clients.delete(client.id); } note() {}',
    ),
    // Stored after the checks.
    connection(`${CHECK} { client.disconnect(); return; } this.clients.set(client.id, client);`),
    connection(
      'try { this.jwt.verify(client.handshake.auth.token); this.clients.set(client.id, client); } catch { client.disconnect(); }',
    ),
    // Nothing behind it throws: a log, the socket's and the server's own calls, a collection's.
    connection(
      'try { const user = this.jwt.verify(client.handshake.auth.token); this.clients.set(client.id, client); client.data.user = user; this.names.add(user.name); client.join(`user:${user.id}`); client.to("lobby").emit("joined", user.id); this.server.to("lobby").emit("joined"); this.logger.log(`${client.id} connected`); } catch { client.disconnect(); }',
      'private readonly names = new Set<string>(); @WebSocketServer() server: Server;',
    ),
    connection(
      `if (this.isOpen) { this.clients.set(client.id, client); } else { client.disconnect(); }`,
    ),
    connection(
      `if (this.isOpen) { this.clients.set(client.id, client); return; } client.disconnect();`,
    ),
    connection(
      `if (this.isOpen) { this.clients.set(client.id, client); } if (!this.isOpen) { client.disconnect(); }`,
    ),
    connection(`for (const room of rooms) this.clients.set(client.id, room); client.disconnect();`),
    // Taken back.
    connection(
      `this.clients.set(client.id, client); ${CHECK} { this.clients.delete(client.id); client.disconnect(); return; }`,
    ),
    connection(
      `this.clients.set(client.id, client); ${CHECK} { client.disconnect(); this.clients.delete(client.id); }`,
    ),
    connection(
      `this.clients.set(client.id, client); ${CHECK} { this.handleDisconnect(client); client.disconnect(); }`,
    ),
    connection(
      `this.clients.set(client.id, client); ${CHECK} { client.disconnect(); this.forget(client); }`,
      'private forget(client: Socket) { this.clients.delete(client.id); }',
    ),
    connection(
      `this.clients.set(client.id, client); try { ${CHECK} { client.disconnect(); } } finally { this.clients.delete(client.id); }`,
    ),
    connection(
      `this.clients.set(client.id, client); client.on('disconnect', () => this.clients.delete(client.id)); ${CHECK} client.disconnect();`,
    ),
    // handleDisconnect is called for a client that is disconnected after a wait.
    connection(
      `this.clients.set(client.id, client); const user = await this.users.of(client); if (!user) client.disconnect();`,
    ),
    connection(
      `this.clients.set(client.id, client); void this.check(client);`,
      'private async check(client: Socket) { if (!(await this.users.of(client))) client.disconnect(); }',
    ),
    connection(`this.clients.set(client.id, client); setTimeout(() => client.disconnect(), 1000);`),
    // Any `await` is long enough for Nest to listen for the disconnect.
    connection(
      `this.clients.set(client.id, client); await client.join('lobby'); client.disconnect();`,
    ),
    connection(
      `try { await client.join('lobby'); this.clients.set(client.id, client); client.emit('ready'); } catch { client.disconnect(); }`,
    ),
    connection(
      `this.clients.set(client.id, client); this.dismiss(client);`,
      `private async dismiss(client: Socket) { await client.leave('lobby'); client.disconnect(); }`,
    ),
    // Looked at after the wait.
    connection(
      'await this.rooms.load(); if (client.disconnected) return; this.clients.set(client.id, client);',
    ),
    connection(
      'await this.rooms.load(); if (client.connected) { this.clients.set(client.id, client); }',
    ),
    connection(
      'await this.rooms.load(); this.clients.set(client.id, client); if (!client.connected) this.clients.delete(client.id);',
    ),
    connection(
      'await this.rooms.load(); await this.register(client);',
      'private register(client: Socket) { if (!client.connected) return; this.clients.set(client.id, client); }',
    ),
    connection(`await client.join('lobby'); this.clients.set(client.id, client);`),
    connection(
      `if (full) { await this.rooms.load(); return; } this.clients.set(client.id, client);`,
    ),
    // Another client is sent away.
    connection(
      `const before = this.clients.get(client.handshake.query.userId); this.clients.set(client.id, client); before?.disconnect();`,
    ),
    // Not state of the connection, or nothing that handleDisconnect would take out.
    connection(`this.names.set('last', client.id); ${CHECK} client.disconnect();`),
    connection(
      `client.data.user = 1; await this.load(); client.data.user = 2; client.disconnect();`,
    ),
    connection(`this.clients.set('server', now); ${CHECK} client.disconnect();`),
    connection(`this.clients.set(client.id, client); ${CHECK} client.disconnect();`, '', ''),
    connection(
      `this.clients.set(client.id, client); ${CHECK} client.disconnect();`,
      '',
      'handleDisconnect() {}',
    ),
    // In a callback that others call, a handler, or another function.
    connection(
      `client.on('ready', async () => { await this.load(); this.clients.set(client.id, client); });`,
    ),
    gateway(
      `@SubscribeMessage('a') async a(client: Socket) { await this.load(); this.clients.set(client.id, client); client.disconnect(); }`,
    ),
    connection(`function later() { client.disconnect(); } this.clients.set(client.id, client);`),
    // What cannot be seen, ws, and other packages.
    connection(`this.clients.set(client.id, client); ${CHECK} client.disconnect();`).replace(
      'ChatGateway {',
      'ChatGateway extends Base {',
    ),
    connection(`this.clients.set(client.id, client); ${CHECK} client.disconnect();`).replace(
      '@nestjs/websockets',
      './websockets',
    ),
    {
      code: connection(`this.clients.set(client.id, client); ${CHECK} client.disconnect();`),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
  ],
});

import rule from '../../src/rules/no-in-memory-connection-state.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

/** A gateway with these members. */
function gateway(members: string, above = ''): string {
  return `import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Socket } from 'socket.io';
${above}
@WebSocketGateway()
export class ChatGateway {
  ${members}
}
`;
}

/** A gateway whose handler does this with the marked field. */
function inHandler(field: string, body: string): string {
  return gateway(`${field}

  @SubscribeMessage('say')
  async say(@ConnectedSocket() client: Socket, @MessageBody() dto: SayDto) {
    ${body}
  }`);
}

/** A gateway whose handleConnection does this with the marked field. */
function onConnection(field: string, body: string): string {
  return gateway(`${field}

  async handleConnection(client: Socket) {
    ${body}
  }`);
}

function inMemory(what: string) {
  return { messageId: 'inMemory', data: { what } };
}

new RuleTester().run('no-in-memory-connection-state', rule, {
  invalid: [
    // What goes by the name of a timer and is none, and a record that holds one.
    marked(
      onConnection(
        '«timers» = new Map<string, Timer>();',
        'this.timers.set(client.id, this.clock.setTimeout(1000));',
      ),
      [inMemory('this.timers')],
    ),
    marked(
      onConnection(
        '«users» = new Map<string, User>();',
        'this.users.set(client.id, { timer: setTimeout(() => client.disconnect(), 1000) });',
      ),
      [inMemory('this.users')],
    ),
    // Per client.
    marked(
      onConnection(
        'private «users» = new Map<string, Socket>();',
        'this.users.set(client.id, client);',
      ),
      [inMemory('this.users')],
    ),
    marked(
      onConnection('readonly «online»: Set<string> = new Set();', 'this.online.add(client.id);'),
      [inMemory('this.online')],
    ),
    marked(onConnection('«sockets»: Socket[] = [];', 'this.sockets.push(client);'), [
      inMemory('this.sockets'),
    ]),
    // By other ways to the field.
    marked(
      onConnection(
        'private «users» = new Map<string, Socket>();',
        'const { users: all } = this; all.set(client.id, client);',
      ),
      [inMemory('this.users')],
    ),
    marked(
      onConnection(
        'private «users» = new Map<string, Socket>();',
        'const self = this; self.users.set(client.id, client);',
      ),
      [inMemory('this.users')],
    ),
    marked(
      onConnection(
        '«#users» = new Map<string, Socket>(); get users() { return this.#users; }',
        'this.users.set(client.id, client);',
      ),
      [inMemory('this.#users')],
    ),
    marked(onConnection('«seen» = {};', 'this.seen[client.id] = Date.now();'), [
      inMemory('this.seen'),
    ]),
    marked(onConnection('«#online» = new Set<string>();', 'this.#online.add(client.id);'), [
      inMemory('this.#online'),
    ]),
    marked(
      onConnection(
        'private «online» = new Map();',
        `const payload = await this.jwt.verifyAsync(client.handshake.auth.token);
    this.online.set(payload.sub, Date.now());`,
      ),
      [inMemory('this.online')],
    ),
    marked(onConnection('«all»: Socket[] = [];', 'this.all = [...this.all, client];'), [
      inMemory('this.all'),
    ]),
    marked(onConnection('«seen» = {};', 'this.seen = { ...this.seen, [client.id]: 1 };'), [
      inMemory('this.seen'),
    ]),
    marked(
      onConnection(
        '«list»: object[] = [];',
        'this.list.push({ socketId: client.id, since: Date.now() });',
      ),
      [inMemory('this.list')],
    ),
    marked(inHandler('«typing» = new Set<string>();', 'this.typing.add(client.id);'), [
      inMemory('this.typing'),
    ]),
    marked(inHandler('«typing» = new Map();', 'this.typing.set(client.data.user.id, true);'), [
      inMemory('this.typing'),
    ]),
    marked(
      inHandler('«typing» = new Map();', 'const { id } = client; this.typing.set(id, true);'),
      [inMemory('this.typing')],
    ),
    marked(inHandler('«typing» = new Map();', 'this.typing.set(`${client.id}/x`, true);'), [
      inMemory('this.typing'),
    ]),
    marked(inHandler('«byText» = new Map();', 'this.byText.set(dto.text, client);'), [
      inMemory('this.byText'),
    ]),
    marked(
      inHandler(
        '«list»: object[] = [];',
        `const entry = { id: client.id }; this.list.push(entry);`,
      ),
      [inMemory('this.list')],
    ),
    // Per user or room, by the name of the key or of the collection.
    marked(inHandler('«names» = new Map();', 'this.names.set(dto.userId, dto.name);'), [
      inMemory('this.names'),
    ]),
    marked(inHandler('«scores» = {};', `this.scores[dto['room_id']] = 1;`), [
      inMemory('this.scores'),
    ]),
    marked(
      inHandler('«scores» = new Map();', 'const { roomId } = dto; this.scores.set(roomId, 1);'),
      [inMemory('this.scores')],
    ),
    marked(inHandler('«scores» = new Map();', 'this.scores.set(dto.user.id, 1);'), [
      inMemory('this.scores'),
    ]),
    marked(inHandler('«scores» = new Map();', 'this.scores.set(`room:${dto.key}`, 1);'), [
      inMemory('this.scores'),
    ]),
    marked(inHandler('«scores» = new Map();', 'this.scores.set(`${dto.roomId}`, 1);'), [
      inMemory('this.scores'),
    ]),
    marked(inHandler('«active» = new Set();', 'this.active.add(dto.userId);'), [
      inMemory('this.active'),
    ]),
    marked(inHandler('«rooms» = new Map();', 'this.rooms.set(dto.id, new Set());'), [
      inMemory('this.rooms'),
    ]),
    marked(
      inHandler(
        '«usersByKey»: Record<string, string> = {};',
        'this.usersByKey[dto.key] = dto.text;',
      ),
      [inMemory('this.usersByKey')],
    ),
    marked(inHandler('«players»: Player[] = [];', 'this.players.push(dto.player);'), [
      inMemory('this.players'),
    ]),
    // A set inside the collection; one class deep; once per collection.
    marked(
      inHandler(
        '«scores» = new Map<string, Set<string>>();',
        'const ids = this.scores.get(dto.key) ?? new Set(); ids.add(client.id); ids.add(client.id);',
      ),
      [inMemory('this.scores')],
    ),
    marked(
      gateway(`«online» = new Set<string>();
  handleConnection(client: Socket) { this.remember(client); }
  @SubscribeMessage('back') back(client: Socket) { this.remember(client); }
  private remember(socket: Socket) { this.online.add(socket.id); }`),
      [inMemory('this.online')],
    ),
    // Variables of the module, shared by the gateways of a file.
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
const «online»: Map<string, number> = new Map();
let «all»: string[] = [];
@WebSocketGateway({ namespace: 'a' })
export class A { handleConnection(client) { online.set(client.id, 1); all.push(client.id); } }
@WebSocketGateway({ namespace: 'b' })
export class B { handleConnection(client) { online.set(client.id, 1); } }`,
      [inMemory('online'), inMemory('all')],
    ),
    // Whose class is elsewhere in part.
    marked(
      `import { SubscribeMessage } from '@nestjs/websockets';
import { Base } from './base';
export class ChatGateway extends Base {
  «typing» = new Set<string>();
  @SubscribeMessage('say') say(client) { this.typing.add(client.id); }
}`,
      [inMemory('this.typing')],
    ),
    marked(
      `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway()
export class ChatGateway {
  «typing» = new Set<string>();
  handleConnection = (client) => { this.typing.add(client.id); };
}`,
      [inMemory('this.typing')],
    ),
  ],
  valid: [
    // What is only declared returns nothing that is seen.
    onConnection('users = new Map();', 'this.all.set(client.id, client);').replace(
      /@WebSocketGateway\(\)\s*(?:export )?class \w+/,
      (head) => `declare class Base { get all(): Map<string, Socket>; }\n${head} extends Base`,
    ),
    // What is no field, or not the collection in it.
    onConnection(
      'users = new Map(); get all() {} get list() { return; } get own() { return new Map(); } set rest(value) {}',
      `const { users: { size }, [key]: entry, users = new Map() } = this;
    this.all.set(client.id, client); this.list.set(client.id, client); this.own.set(client.id, client);
    size.set(client.id, client); entry.set(client.id, client); users.set(client.id, client); this[key].set(client.id, client);`,
    ),
    onConnection(
      'users = new Map(); get [Symbol.iterator]() { return this.users; } get #own() { const own = this.users; return own; }',
      'this.#own.set(client.id, client);',
    ),
    // A timer runs in its own process and can be kept nowhere else.
    onConnection(
      'timers = new Map<string, NodeJS.Timeout>();',
      'const timer = setTimeout(() => client.disconnect(), 1000) as unknown as NodeJS.Timeout; this.timers.set(client.id, timer);',
    ),
    inHandler(
      'timers: Record<string, NodeJS.Timeout> = {};',
      'this.timers[dto.userId] = setInterval(() => this.poll(dto.userId), 1000);',
    ),
    // Caches, counters, logs.
    inHandler('cache = new Map();', 'this.cache.set(dto.query, await this.search(dto.query));'),
    inHandler(
      'cache = new Map();',
      'const hit = await this.search(client, dto); this.cache.set(dto.query, hit);',
    ),
    inHandler(
      'docs = new Map();',
      'const doc = await this.open(client.data.user, dto.id); this.docs.set(doc.id, doc);',
    ),
    inHandler('docs = {};', 'this.docs[dto.docId] = dto.text;'),
    inHandler('counts = new Map();', `this.counts.set('users', 1);`),
    inHandler('users = new Map();', 'this.users.set(`count`, 1);'),
    inHandler(
      'messages: object[] = [];',
      'this.messages.push({ author: client.id, text: dto.text });',
    ),
    inHandler(
      'messages: object[] = [];',
      'const message = { author: client.id }; this.messages.push(message);',
    ),
    inHandler(
      'messages: object[] = [];',
      'const saved = await this.save(client.id, dto); this.messages.push(saved);',
    ),
    inHandler(
      'messages: object[] = [];',
      'this.save(client).then((saved) => this.messages.push(saved));',
    ),
    inHandler('messages: object[] = [];', 'this.messages.push({ ...dto, id: randomUUID() });'),
    inHandler('messages: object[] = [];', 'this.messages.push(await this.save(client));'),
    inHandler('cache = new Map();', 'this.cache.set(await this.keyOf(dto), 1);'),
    onConnection('count = 0;', 'this.count++;'),
    onConnection('last?: Socket;', 'this.last = client;'),
    // What goes with the socket, and what the server knows.
    onConnection('seen = new WeakMap<Socket, number>();', 'this.seen.set(client, 1);'),
    onConnection('seen = new WeakSet<Socket>();', 'this.seen.add(client);'),
    onConnection('', 'client.data.since = Date.now(); await client.join("lobby");'),
    onConnection(
      'constructor(private store: SessionStore) {}',
      'this.store.set(client.id, client);',
    ),
    // Not filled for a client.
    gateway('users = new Map(); afterInit(server) { this.users.set(server.id, 1); }'),
    gateway('users = new Map(); load(userId) { this.users.set(userId, 1); }'),
    // ws, whose sockets no adapter shares.
    {
      code: onConnection('users = new Map();', 'this.users.set(client.id, client);'),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
    gateway(
      'users = new Set(); handleConnection(client: WebSocket) { this.users.add(client); }',
      `import { WebSocket } from 'ws';`,
    ),
    // No gateway of Nest's.
    `import '@nestjs/websockets';
export class ChatService {
  users = new Map();
  handleConnection(client) { this.users.set(client.id, client); }
}`,
    `import { WebSocketGateway } from './websockets';
@WebSocketGateway()
export class ChatGateway {
  users = new Map();
  handleConnection(client) { this.users.set(client.id, client); }
}`,
  ],
});

import type { InvalidTestCase } from '@typescript-eslint/rule-tester';

import rule from '../../src/rules/prefer-client-data.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { ConnectedSocket, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
`;

function gateway(members: string): string {
  return `${IMPORTS}
@WebSocketGateway()
export class ChatGateway {
  @WebSocketServer() server: Server;
  ${members}
}
`;
}

function connection(body: string): string {
  return gateway(`handleConnection(client: Socket) { ${body} }`);
}

/** A write of one property, and what the suggestion makes of it. */
function property(
  name: string,
  before: string,
  after: string,
  wrap = connection,
): InvalidTestCase<string, unknown[]> {
  const suggestions = [{ messageId: 'useData', output: wrap(after).replace(/[«»]/g, '') }];
  return marked(wrap(before), [{ messageId: 'property', data: { name }, suggestions }]);
}

/** An `Object.assign()` to the client. */
function assign(before: string, after: string): InvalidTestCase<string, unknown[]> {
  const suggestions = [{ messageId: 'useData', output: connection(after) }];
  return marked(connection(before), [{ messageId: 'assign', suggestions }]);
}

new RuleTester().run('prefer-client-data', rule, {
  invalid: [
    property('user', '«client.user» = user;', 'client.data.user = user;'),
    property('user', '«(client as any).user» = user;', '(client as any).data.user = user;'),
    property('user', '«(<any>client).user» = user;', '(<any>client).data.user = user;'),
    property('user', "«client['user']» = user;", "client.data['user'] = user;"),
    property(
      'user',
      "«(client as any)[ 'user' ]» = user;",
      "(client as any).data[ 'user' ] = user;",
    ),
    property('user', '«client!.user» = user;', 'client!.data.user = user;'),
    property('user', '(«client.user» as User) = user;', '(client.data.user as User) = user;'),
    property(
      'user',
      '«client /* own */ . /* the user */ user» = user;',
      'client /* own */ . /* the user */ data.user = user;',
    ),
    // Wherever the file reads it.
    property(
      'user',
      `handleConnection(client: Socket) { «client.user» = load(client); log(client.user?.name, client?.['user'], client.id, user); }
  handleDisconnect(socket: Socket) { this.leave(socket, { user: 1 }.user); }
  @SubscribeMessage('me') me(socket: Socket, dto: { user: string }) { return [(socket as any).user, socket.data.user, dto.user]; }
  private leave(client: Socket, user: number) { return client.user; }`,
      `handleConnection(client: Socket) { client.data.user = load(client); log(client.data.user?.name, client?.data['user'], client.id, user); }
  handleDisconnect(socket: Socket) { this.leave(socket, { user: 1 }.user); }
  @SubscribeMessage('me') me(socket: Socket, dto: { user: string }) { return [(socket as any).data.user, socket.data.user, dto.user]; }
  private leave(client: Socket, user: number) { return client.data.user; }`,
      gateway,
    ),
    property('count', '«client.count» += 1;', 'client.data.count += 1;'),
    property('count', '«client.count»++;', 'client.data.count++;'),
    property(
      'user',
      'const socket = client; «socket.user» = user;',
      'const socket = client; socket.data.user = user;',
    ),
    // Closures.
    property(
      'user',
      "client.on('login', (user) => { «client.user» = user; });",
      "client.on('login', (user) => { client.data.user = user; });",
    ),
    property(
      'user',
      'this.find().then((user) => («client.user» = user));',
      'this.find().then((user) => (client.data.user = user));',
    ),
    // Hooks, handlers, middleware; one class deep.
    property('leftAt', '«client.leftAt» = now;', 'client.data.leftAt = now;', (body) =>
      gateway(`handleDisconnect(client) { ${body} }`),
    ),
    property('room', '«client.room» = room;', 'client.data.room = room;', (body) =>
      gateway(
        `@SubscribeMessage('a') a(@ConnectedSocket() client, @MessageBody() room) { ${body} }`,
      ),
    ),
    property('room', '«client.room» = room;', 'client.data.room = room;', (body) =>
      gateway(`@SubscribeMessage('a') a(client, room) { ${body} }`),
    ),
    property('user', '«socket.user» = user;', 'socket.data.user = user;', (body) =>
      gateway(`handleConnection(client) { this.mark(client, 1); } mark(socket, user) { ${body} }`),
    ),
    property('user', '«socket.user» = user;', 'socket.data.user = user;', (body) =>
      gateway(`handleConnection = async (socket) => { ${body} };`),
    ),
    property('user', '«socket.user» = user;', 'socket.data.user = user;', (body) =>
      gateway(`afterInit(server: Server) { server.use((socket, next) => { ${body} next(); }); }`),
    ),
    property(
      'user',
      '«(socket as any).user» = user;',
      '(socket as any).data.user = user;',
      (body) =>
        gateway(
          `afterInit() { this.server.use(async (socket: Socket, next) => { ${body} next(); }); }`,
        ),
    ),
    property('user', '«socket.user» = user;', 'socket.data.user = user;', (body) =>
      gateway(
        `afterInit(server: Server) { server.use(this.authenticate); } authenticate = (socket, next) => { ${body} next(); };`,
      ),
    ),
    // Object.assign.
    assign('Object.assign(«client», { user });', 'Object.assign(client.data, { user });'),
    assign(
      'Object.assign(«client as any», { user }, more);',
      'Object.assign(client.data as any, { user }, more);',
    ),
    assign(
      'Object.assign(«<any>client», { data: 1, user });',
      'Object.assign(<any>client.data, { data: 1, user });',
    ),
    assign('Object.assign(«client!», { ...user });', 'Object.assign(client.data!, { ...user });'),
    assign('Object.assign(«client», user);', 'Object.assign(client.data, user);'),
    assign(
      'Object.assign(«client», user); return client[key];',
      'Object.assign(client.data, user); return client[key];',
    ),
    // The socket that it gives back would be something else.
    marked(connection('const socket = Object.assign(«client», { user });'), [
      { messageId: 'assign', suggestions: [] },
    ]),
    // Each write.
    marked(
      connection('«client.a» = 1; Object.assign(«client», { b }); «client.c» = 3;'),
      [
        { messageId: 'property', data: { name: 'a' }, suggestions: 1 },
        { messageId: 'assign', suggestions: 1 },
        { messageId: 'property', data: { name: 'c' }, suggestions: 1 },
      ].map(({ suggestions, ...error }, index) => ({
        ...error,
        suggestions: Array.from({ length: suggestions }, () => ({
          messageId: 'useData',
          output: connection(
            [
              'client.data.a = 1; Object.assign(client, { b }); client.c = 3;',
              'client.a = 1; Object.assign(client.data, { b }); client.c = 3;',
              'client.a = 1; Object.assign(client, { b }); client.data.c = 3;',
            ][index] ?? '',
          ),
        })),
      })),
    ),
    // A partial gateway, other names, other ways to import.
    property('user', '«client.user» = user;', 'client.data.user = user;', (body) =>
      gateway(`@SubscribeMessage('a') a(client) { ${body} }`).replace(
        'ChatGateway {',
        'ChatGateway extends Base {',
      ),
    ),
    property(
      'user',
      '«client.user» = user;',
      'client.data.user = user;',
      (body) =>
        `import * as ws from '@nestjs/websockets'; @ws.WebSocketGateway() class A { handleConnection(client) { ${body} } }`,
    ),
    property(
      'user',
      '«client.user» = user;',
      'client.data.user = user;',
      (body) =>
        `import { WebSocketGateway as G } from '@nestjs/websockets/decorators/socket-gateway.decorator'; @G() class A { handleConnection(client) { ${body} } }`,
    ),
  ],
  valid: [
    // Writes to a name, and what only looks like `Object.assign()`.
    gateway("handleConnection({ nick }: Socket) { nick = 'a'; }"),
    connection('return Object.is(client, this.last);'),
    connection("assign(client, { nick: 'a' });"),
    connection('client.data.user = user;'),
    connection('client.data = { user };'),
    connection('(client as any).data["user"] = user;'),
    connection('Object.assign(client.data, { user });'),
    connection('Object.assign(client, { data: { user } });'),
    connection(
      'Object.assign({}, client); Object.assign(client); object.assign(client, { user }); other.assign(client, { user });',
    ),
    connection('const Object = lodash; Object.assign(client, { user });'),
    // What a socket has of its own, and what is read, or belongs to a part of it.
    connection('client.onevent = patch; client.emit = patch; client.handshake = other;'),
    connection(
      'client.handshake.user = user; client.request.user = user; client.user.name = name;',
    ),
    connection('const { user } = client; this.user = client.user; client[key] = 1;'),
    connection('let socket = client; socket = other; socket.user = 1;'),
    connection('other.user = 1; this.client.user = 1;'),
    // Another kind of function.
    gateway('afterInit(server) { server.path = 1; server.use(middleware); server.use(() => {}); }'),
    gateway('remember(client) { client.user = 1; }'),
    gateway('handleConnection() {}'),
    connection('client.user = user;').replace('@nestjs/websockets', './websockets'),
    { code: connection('client.user = user;'), settings: { 'nestjs-gateway': { platform: 'ws' } } },
    connection('client.user = user;').replace(
      "import { Server, Socket } from 'socket.io'",
      "import { WebSocket as Socket } from 'ws'",
    ),
  ],
});

import rule from '../../src/rules/require-room-prefix.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
import { JoinRoomDto } from './join-room.dto';
`;

/** A gateway with these members. */
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
    `@SubscribeMessage('join')
  async join(@ConnectedSocket() client: Socket, @MessageBody() payload: JoinRoomDto) {
    ${body}
  }`,
    above,
  );
}

/** A method that services call. */
function method(body: string, above = ''): string {
  return gateway(`notify(id: string, user: User) { ${body} }`, above);
}

type Wrap = (body: string, above?: string) => string;

/** A case with one finding in a body, and what the suggestion makes of the body. */
function one(
  wrap: Wrap,
  body: string,
  output: string,
  prefix = 'room:',
  messageId = 'noPrefix',
  above = '',
) {
  const suggestions = [{ messageId: 'addPrefix', data: { prefix }, output: wrap(output, above) }];
  return marked(wrap(body, above), [{ messageId, suggestions }]);
}

function fromClient(body: string, output: string) {
  return one(handler, body, output, 'room:', 'fromClient');
}

new RuleTester().run('require-room-prefix', rule, {
  invalid: [
    // Literals, in every call that takes a room.
    one(handler, "client.join(«'lobby'»);", "client.join('room:lobby');"),
    one(handler, 'client.join(«"lobby"»);', 'client.join("room:lobby");'),
    one(handler, 'client.leave(«`lobby`»);', 'client.leave(`room:lobby`);'),
    one(handler, "client.to(«'lobby'»).emit('a');", "client.to('room:lobby').emit('a');"),
    one(handler, "client.in(«'lobby'»).emit('a');", "client.in('room:lobby').emit('a');"),
    one(
      handler,
      "client.broadcast.to(«'lobby'»).emit('a');",
      "client.broadcast.to('room:lobby').emit('a');",
    ),
    one(handler, "client.nsp.to(«'lobby'»).emit('a');", "client.nsp.to('room:lobby').emit('a');"),
    one(method, "this.server.to(«'lobby'»).emit('a');", "this.server.to('room:lobby').emit('a');"),
    one(
      method,
      "this.server?.in(«'lobby'»).fetchSockets();",
      "this.server?.in('room:lobby').fetchSockets();",
    ),
    one(
      method,
      "this.server.except(«'lobby'»).emit('a');",
      "this.server.except('room:lobby').emit('a');",
    ),
    one(method, "this.server.socketsJoin(«'lobby'»);", "this.server.socketsJoin('room:lobby');"),
    one(
      method,
      "this.server.in('user:1').socketsLeave(«'lobby'»);",
      "this.server.in('user:1').socketsLeave('room:lobby');",
    ),
    one(
      method,
      "this.server.to(«'Room:1'»).emit('a');",
      "this.server.to('room:Room:1').emit('a');",
    ),
    one(method, "this.server.to(«':1'»).emit('a');", "this.server.to('room::1').emit('a');"),
    one(method, "this.server.to(«''»).emit('a');", "this.server.to('room:').emit('a');"),
    one(
      method,
      "this.server.to(«'lobby' as const»).emit('a');",
      "this.server.to('room:lobby' as const).emit('a');",
    ),
    one(method, 'this.server.to(«5»).emit("a");', `this.server.to('room:5').emit("a");`),
    // Templates and concatenations.
    one(
      method,
      'this.server.to(«`room-${id}`»).emit("a");',
      'this.server.to(`room:${id}`).emit("a");',
    ),
    one(
      method,
      'this.server.to(«`user_${user.id}`»).emit("a");',
      'this.server.to(`user:${user.id}`).emit("a");',
      'user:',
    ),
    one(
      method,
      'this.server.to(«`${id}-room`»).emit("a");',
      'this.server.to(`room:${id}-room`).emit("a");',
    ),
    one(
      method,
      'this.server.to(«`${user.id}/${id}`»).emit("a");',
      'this.server.to(`room:${user.id}/${id}`).emit("a");',
    ),
    one(
      method,
      "this.server.to(«'user_' + id»).emit('a');",
      "this.server.to('user:' + id).emit('a');",
      'user:',
    ),
    one(
      method,
      "this.server.to(«'lobby' + id»).emit('a');",
      "this.server.to('room:lobby' + id).emit('a');",
    ),
    one(
      method,
      "this.server.to(«id + '-room'»).emit('a');",
      "this.server.to(`room:${id + '-room'}`).emit('a');",
    ),
    one(
      method,
      'const { a } = user; this.server.to(«`${a}-room`»).emit("a");',
      'const { a } = user; this.server.to(`room:${a}-room`).emit("a");',
    ),
    one(
      method,
      'for (const u of user.all) this.server.to(«`${u}-room`»).emit("a");',
      'for (const u of user.all) this.server.to(`room:${u}-room`).emit("a");',
    ),
    one(
      method,
      'this.server.to(«`${PREFIX}-${id}`»).emit("a");',
      'this.server.to(`room:${PREFIX}-${id}`).emit("a");',
      'room:',
      'noPrefix',
      "const PREFIX = 'chat';",
    ),
    // Elements, both sides of a choice, what a map makes: one finding a call.
    one(
      handler,
      "client.join(['room:1', «'lobby'», 'other']);",
      "client.join(['room:1', 'room:lobby', 'other']);",
    ),
    one(
      handler,
      "client.join(flag ? 'room:1' : «'lobby'»);",
      "client.join(flag ? 'room:1' : 'room:lobby');",
    ),
    one(
      method,
      "this.server.to(user.rooms.map((r) => «`room-${r}`»)).emit('a');",
      "this.server.to(user.rooms.map((r) => `room:${r}`)).emit('a');",
    ),
    one(
      handler,
      "const rooms = [«'lobby'»]; client.join(rooms);",
      "const rooms = ['room:lobby']; client.join(rooms);",
    ),
    one(
      method,
      "this.server.to(«'a'»).to('b').emit('x');",
      "this.server.to('room:a').to('b').emit('x');",
    ),
    one(
      method,
      "this.server.to('room:a').to(«'b'»).emit('x');",
      "this.server.to('room:a').to('room:b').emit('x');",
    ),
    one(method, "const room = this.server.to(«'a'»);", "const room = this.server.to('room:a');"),
    // The consts of a function.
    one(
      handler,
      "const room = 'lobby'; client.join(«room»);",
      "const room = 'lobby'; client.join(`room:${room}`);",
    ),
    one(
      method,
      'const room = `${id}-room`; this.server.to(«room»).emit("a");',
      'const room = `${id}-room`; this.server.to(`room:${room}`).emit("a");',
    ),
    // What the client sends, as it sends it.
    fromClient('client.join(«payload.roomId»);', 'client.join(`room:${payload.roomId}`);'),
    fromClient('client.join(«payload.roomId!»);', 'client.join(`room:${payload.roomId!}`);'),
    fromClient('client.leave(«payload?.room.id»);', 'client.leave(`room:${payload?.room.id}`);'),
    fromClient(
      'client.to(«payload.roomId»).emit("a");',
      'client.to(`room:${payload.roomId}`).emit("a");',
    ),
    fromClient(
      'this.server.to(«payload.roomId»).emit("a");',
      'this.server.to(`room:${payload.roomId}`).emit("a");',
    ),
    fromClient(
      'const { roomId } = payload; client.join(«roomId»);',
      'const { roomId } = payload; client.join(`room:${roomId}`);',
    ),
    fromClient(
      'client.join(«payload.roomId.trim()»);',
      'client.join(`room:${payload.roomId.trim()}`);',
    ),
    fromClient('client.join(«`${payload.roomId}`»);', 'client.join(`room:${payload.roomId}`);'),
    one(
      (body) =>
        gateway(
          `@SubscribeMessage('join') join(@MessageBody('room') room: string, @ConnectedSocket() client: Socket) { ${body} }`,
        ),
      'client.join(«room»);',
      'client.join(`room:${room}`);',
      'room:',
      'fromClient',
    ),
    marked(
      gateway(`@SubscribeMessage('a') a(client, room) { client.join(«room»); }
  @SubscribeMessage('b') b(client, room) { client.leave(«room»); client.leave(«room.id»); }`),
      ['fromClient', 'fromClient', 'fromClient'].map((messageId, index) => ({
        messageId,
        suggestions: [
          {
            messageId: 'addPrefix',
            data: { prefix: 'room:' },
            output:
              gateway(`@SubscribeMessage('a') a(client, room) { client.join(${index === 0 ? '`room:${room}`' : 'room'}); }
  @SubscribeMessage('b') b(client, room) { client.leave(${index === 1 ? '`room:${room}`' : 'room'}); client.leave(${index === 2 ? '`room:${room.id}`' : 'room.id'}); }`),
          },
        ],
      })),
    ),
    // Options.
    {
      ...one(
        method,
        "this.server.to(«'lobby'»).emit('a');",
        "this.server.to('room:lobby').emit('a');",
      ),
      options: [{ pattern: '^(?:room|user):' }],
    },
    {
      ...one(
        method,
        'this.server.to(«`chat:${id}`»).emit("a");',
        'this.server.to(`room:chat:${id}`).emit("a");',
      ),
      options: [{ pattern: '^room:' }],
    },
    {
      ...marked(method("this.server.to(«'room:1'»).emit('a');"), [
        { messageId: 'noPrefix', suggestions: null },
      ]),
      options: [{ pattern: '^chat_' }],
    },
    // What is not known of a name is one character.
    {
      ...fromClient('client.join(«payload.room»);', 'client.join(`room:${payload.room}`);'),
      options: [{ pattern: '^room:.$' }],
    },
    {
      ...marked(method("this.server.to(«'lobby'»).emit('a');"), [
        { messageId: 'noPrefix', suggestions: null },
      ]),
      options: [{ pattern: '^room:.$' }],
    },
    // The separator behind the first word, and no other.
    one(
      method,
      'this.server.to(«`user2_${id}`»).emit("a");',
      'this.server.to(`user2:${id}`).emit("a");',
      'user2:',
    ),
    one(
      method,
      'this.server.to(«`user-list_${id}`»).emit("a");',
      'this.server.to(`room:user-list_${id}`).emit("a");',
    ),
    one(
      method,
      'this.server.to(«`User_${id}`»).emit("a");',
      'this.server.to(`room:User_${id}`).emit("a");',
    ),
    // A class that another decides about; other names for Nest.
    marked(
      `import * as ws from '@nestjs/websockets/decorators';
export class ChatGateway extends Base {
  @ws.SubscribeMessage('a') a(socket, room) { socket.join(«'lobby'»); }
}`,
      [
        {
          messageId: 'noPrefix',
          suggestions: [
            {
              messageId: 'addPrefix',
              data: { prefix: 'room:' },
              output: `import * as ws from '@nestjs/websockets/decorators';
export class ChatGateway extends Base {
  @ws.SubscribeMessage('a') a(socket, room) { socket.join('room:lobby'); }
}`,
            },
          ],
        },
      ],
    ),
  ],
  valid: [
    handler("client.join('room:1'); client.leave('user-group:1'); client.to('a:b').emit('x');"),
    handler(
      'client.join(`room:${payload.roomId}`); client.join(`${payload.kind}:${payload.roomId}`);',
    ),
    handler("client.join('room:' + payload.roomId); client.join('room' + ':' + payload.roomId);"),
    handler("client.join(['room:1', `user:${payload.id}`]);"),
    handler('client.join(payload.rooms.map((id) => `room:${id}`));'),
    // The room of a socket's own.
    handler(
      "this.server.to(client.id).emit('a'); client.join(client.id); client.to(`${client.id}`).emit('a');",
    ),
    // Constants of modules.
    handler(
      'client.join(LOBBY); client.join(ROOMS.lobby); client.join(LOCAL); client.join(NAMES.a); client.join(Room.Lobby); client.join(ALL);',
      "import { LOBBY, ROOMS } from './rooms';\nconst LOCAL = 'lobby';\nconst NAMES = { a: 'lobby' };\nenum Room { Lobby = 'lobby' }\nconst ALL = ['lobby'];",
    ),
    handler(
      'client.join(`${PREFIX}${payload.id}`); client.join(PREFIX + payload.id);',
      "import { PREFIX } from './rooms';",
    ),
    handler('client.join(`${PREFIX}${payload.id}`);', "const PREFIX = 'room:';"),
    method(
      'this.server.to(`${this.prefix}${id}`).emit("a"); this.server.to(`${prefixOf(id)}${id}`).emit("a");',
    ),
    method(
      'const prefix = makePrefix(); this.server.to(`${prefix}${id}`).emit("a"); let a; this.server.to(`${a}-${id}`).emit("a");',
    ),
    method(
      'this.server.to(`${unknown}-${id}`).emit("a"); this.server.to(/x/ + id).emit("a"); this.server.to(id - 1).emit("a");',
    ),
    // Calls, and variables that say nothing.
    handler(
      'client.join(roomOf(payload.roomId)); client.join(this.rooms.nameOf(payload)); client.join();',
    ),
    method(
      'this.server.to(id).emit("a"); this.server.to(user.room).emit("a"); this.server.to(this.room).emit("a");',
    ),
    method(
      'const room = roomOf(id); this.server.to(room).emit("a"); this.server.to(`${id}`).emit("a");',
    ),
    handler('const room = await this.rooms.find(payload.roomId); client.join(room.name);'),
    handler(
      'for (const room of client.rooms) client.leave(room); client.join([, ...client.data.rooms]);',
    ),
    method(
      'this.server.to(user.rooms.map((r) => { return `room-${r}`; })).emit("a"); this.server.to(user.rooms.map(roomOf)).emit("a");',
    ),
    // Something else that joins.
    method(
      "path.join('a', 'b'); user.names.join(','); this.rooms.join('lobby'); this.store.in('lobby'); fn().to('x');",
    ),
    // Another package, ws.
    handler("client.join('lobby');").replaceAll('@nestjs/websockets', 'my-sockets'),
    handler("client.join('lobby');").replaceAll("'socket.io'", "'ws'"),
    { code: handler("client.join('lobby');"), settings: { 'nestjs-gateway': { platform: 'ws' } } },
    { code: handler("client.join('Lobby 1');"), options: [{ pattern: '.' }] },
    {
      code: method('this.server.to(`room/${id}/x`).emit("a");'),
      options: [{ pattern: '^room/x/x$' }],
    },
  ],
});

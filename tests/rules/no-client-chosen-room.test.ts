import rule from '../../src/rules/no-client-chosen-room.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { ParseUUIDPipe, UseGuards, UseInterceptors, UsePipes, ValidationPipe, applyDecorators } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
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

/** A gateway whose handler has this body, and the socket and a DTO for parameters. */
function handler(body: string, decorators = '', above = ''): string {
  return gateway(
    `@SubscribeMessage('join') ${decorators}
  async join(@ConnectedSocket() client: Socket, @MessageBody() payload: JoinRoomDto) {
    ${body}
  }`,
    above,
  );
}

const CHOSEN = ['chosen'];

new RuleTester().run('no-client-chosen-room', rule, {
  invalid: [
    // To keep something under the name changes nothing of it.
    marked(handler('this.seen[payload.roomId] = client.id; client.join(«payload.roomId»);'), [
      'chosen',
    ]),
    marked(
      handler('const { roomId } = payload; this.seen[roomId].at = 1; client.join(«roomId»);'),
      ['chosen'],
    ),
    // One of two forms of the payload.
    marked(
      handler(
        'const one = Array.isArray(payload) ? payload[0] : payload; client.join(«one.roomId»);',
      ),
      CHOSEN,
    ),
    // The raw payload, a member, and what is taken from it.
    marked(handler('client.join(«payload»);'), CHOSEN),
    marked(handler('client.join(«payload.roomId»);'), CHOSEN),
    marked(handler('await client.join(«payload.roomId»);'), CHOSEN),
    marked(handler("client.join(«payload['roomId']»);"), CHOSEN),
    marked(handler('client.join(«payload.room.id»);'), CHOSEN),
    marked(handler('client.join(«payload?.roomId!»);'), CHOSEN),
    marked(handler('(client as any).join(«payload.roomId as string»);'), CHOSEN),
    marked(handler('const { roomId } = payload; client.join(«roomId»);'), CHOSEN),
    marked(handler('const { room: { id } } = payload; client.join(«id»);'), CHOSEN),
    marked(handler("const { roomId = 'lobby' } = payload; client.join(«roomId»);"), CHOSEN),
    marked(handler('const room = payload.roomId; client.join(«room»);'), CHOSEN),
    marked(handler('let room = payload.roomId; client.join(«room»);'), CHOSEN),
    marked(handler('client.join(«String(payload.roomId)»);'), CHOSEN),
    marked(handler('client.join(«payload.roomId.trim()»);'), CHOSEN),
    marked(handler('client.join(«payload.roomId.trim().toLowerCase()»);'), CHOSEN),
    marked(handler('client.join(«payload.roomId.toString()»);'), CHOSEN),
    marked(handler('const id = String(payload.roomId).trim(); client.join(«id»);'), CHOSEN),
    marked(handler('client.join(«`${payload.roomId}`»);'), CHOSEN),
    marked(handler("client.join(«payload.roomId + ''»);"), CHOSEN),
    marked(handler("client.join(«payload.roomId» || 'lobby');"), CHOSEN),
    marked(handler("const room = payload.roomId ?? 'lobby'; client.join(«room»);"), CHOSEN),
    marked(handler('const { room } = JSON.parse(payload.text); client.join(«room»);'), CHOSEN),
    // Elements of lists: one finding per join.
    marked(handler('client.join(«payload.rooms»);'), CHOSEN),
    marked(handler('client.join([«payload.a», payload.b]);'), CHOSEN),
    marked(handler('client.join([`room:${payload.a}`, «payload.b»]);'), CHOSEN),
    marked(handler('client.join([...«payload.rooms»]);'), CHOSEN),
    marked(handler('client.join(«payload.rooms[0]»);'), CHOSEN),
    marked(
      handler('client.join(Array.from(payload.rooms));').replace(
        'Array.from(payload.rooms)',
        '«Array.from(payload.rooms)»',
      ),
      CHOSEN,
    ),
    marked(handler('for (const room of payload.rooms) client.join(«room»);'), CHOSEN),
    marked(handler('for (const { id } of payload.rooms) client.join(«id»);'), CHOSEN),
    marked(handler('payload.rooms.forEach((room) => client.join(«room»));'), CHOSEN),
    marked(handler('payload.rooms.forEach(function (room) { client.join(«room.id»); });'), CHOSEN),
    marked(handler('client.join(payload.rooms.map((room) => «room.id»));'), CHOSEN),
    marked(
      handler('const rooms = payload.rooms.map((room) => room.id); client.join(«rooms»);'),
      CHOSEN,
    ),
    marked(handler('await Promise.all(payload.rooms.map((room) => client.join(«room»)));'), CHOSEN),
    marked(handler("const [room] = payload.text.split(','); client.join(«room»);"), CHOSEN),
    marked(
      handler('const rooms = [payload.roomId]; client.join(rooms);').replace(
        '[payload.roomId]',
        '[«payload.roomId»]',
      ),
      CHOSEN,
    ),
    // Both sides of a choice.
    marked(handler("client.join(flag ? 'lobby' : «payload.roomId»);"), CHOSEN),
    // socketsJoin, on the server and by way of a room.
    marked(handler('this.server.in(client.id).socketsJoin(«payload.roomId»);'), CHOSEN),
    marked(handler('this.server.socketsJoin(«payload.roomId»);'), CHOSEN),
    marked(
      handler('const { server } = this; server.in(client.id).socketsJoin(«payload.roomId»);'),
      CHOSEN,
    ),
    // Every form in which Nest hands a payload over.
    marked(
      gateway(
        `@SubscribeMessage('join') join(client: Socket, room: string) { client.join(«room»); }`,
      ),
      CHOSEN,
    ),
    marked(
      gateway(`@SubscribeMessage('join') join(client, room) { client.join(«room»); }`),
      CHOSEN,
    ),
    marked(
      gateway(`@SubscribeMessage('join') join(client, { room }) { client.join(«room»); }`),
      CHOSEN,
    ),
    marked(
      gateway(`@SubscribeMessage('join') join(client, [room]: [string]) { client.join(«room»); }`),
      CHOSEN,
    ),
    marked(
      gateway(`@SubscribeMessage('join') join(client, room = 'lobby') { client.join(«room»); }`),
      CHOSEN,
    ),
    marked(
      gateway(`@SubscribeMessage('join')
  join(@MessageBody('room') room: string, @ConnectedSocket() client: Socket) { client.join(«room»); }`),
      CHOSEN,
    ),
    marked(
      gateway(`@SubscribeMessage('join')
  join(@ConnectedSocket() client: Socket, @MessageBody(new ValidationPipe()) payload: JoinRoomDto) { client.join(«payload.roomId»); }`),
      CHOSEN,
    ),
    marked(handler('client.join(«payload.roomId»);', '@UsePipes(new ValidationPipe())'), CHOSEN),
    // A join is no check, whatever is awaited; nor is a line in the log, nor a leave.
    marked(handler('await client.join(«payload.roomId»); await client.join(«payload.roomId»);'), [
      'chosen',
      'chosen',
    ]),
    marked(handler('await client.leave(payload.roomId); client.join(«payload.roomId»);'), CHOSEN),
    marked(
      handler('await this.logger.log(`joins ${payload.roomId}`); client.join(«payload.roomId»);'),
      CHOSEN,
    ),
    // A call that nothing waits for does not stop the join, and one after it comes too late.
    marked(
      handler('this.rooms.add(payload.roomId, client.id); client.join(«payload.roomId»);'),
      CHOSEN,
    ),
    marked(handler('client.join(«payload.roomId»); await this.rooms.add(payload.roomId);'), CHOSEN),
    marked(handler('client.join(«payload.roomId»); if (payload.roomId) this.count++;'), CHOSEN),
    // A check of something else.
    marked(handler('if (!client.data.user) return; client.join(«payload.roomId»);'), CHOSEN),
    marked(handler('if (payload.name) this.named++; client.join(«payload.roomId»);'), CHOSEN),
    marked(handler('if (!payload) return; client.join(«payload.roomId»);'), CHOSEN),
    marked(
      handler('const user = await this.users.get(payload.userId); client.join(«payload.roomId»);'),
      CHOSEN,
    ),
    marked(
      handler(
        'const user = this.users.get(payload.userId); if (!user) return; client.join(«payload.roomId»);',
      ),
      CHOSEN,
    ),
    marked(handler('await this.rooms.load(); client.join(«payload.roomId»);'), CHOSEN),
    marked(handler('other && client.join(«payload.roomId»);'), CHOSEN),
    // Guards of the class, and enhancers that decide nothing.
    marked(
      handler('client.join(«payload.roomId»);').replace(
        '@WebSocketGateway()',
        '@UseGuards(WsAuthGuard) @WebSocketGateway()',
      ),
      CHOSEN,
    ),
    marked(handler('client.join(«payload.roomId»);', '@UseInterceptors(Timing)'), CHOSEN),
    marked(
      handler(
        'client.join(«payload.roomId»);',
        '@Validated()',
        'const Validated = () => applyDecorators(UsePipes(new ValidationPipe()));',
      ),
      CHOSEN,
    ),
    {
      ...marked(handler('client.join(«payload.roomId»);'), CHOSEN),
      settings: { 'nestjs-gateway': { globalEnhancers: ['guards'] } },
    },
    // One class deep.
    marked(
      gateway(`@SubscribeMessage('join')
  join(client: Socket, room: string) { this.enter(client, room); }
  private enter(client: Socket, room: string) { client.join(«room»); }`),
      CHOSEN,
    ),
    marked(
      gateway(`@SubscribeMessage('join')
  async join(client: Socket, payload: any) { await this.enter(client, payload); }
  private enter(socket, { room }) { return socket.join(«room»); }`),
      CHOSEN,
    ),
    marked(
      gateway(`@SubscribeMessage('join') join(client: Socket, room: string) { this.enter(client, room); }
  @SubscribeMessage('enter') other(client: Socket, room: string) { this.enter(client, room); }
  private enter(client: Socket, room: string) { client.join(«room»); }`),
      CHOSEN,
    ),
    // A class that another decides about, and a base class of the file.
    marked(
      `${IMPORTS}
export class ChatGateway extends SocketGateway {
  @SubscribeMessage('join') join(client: Socket, room: string) { client.join(«room»); }
}`,
      CHOSEN,
    ),
    marked(
      `${IMPORTS}
abstract class Base {
  @SubscribeMessage('join') join(client: Socket, room: string) { client.join(«room»); }
}
@WebSocketGateway() export class ChatGateway extends Base {}`,
      CHOSEN,
    ),
    // Other ways to import Nest.
    marked(
      `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway()
export class ChatGateway {
  @ws.SubscribeMessage('join')
  join(@ws.MessageBody() room: string, @ws.ConnectedSocket() client) { client.join(«room»); }
}`,
      CHOSEN,
    ),
    marked(
      `import { WebSocketGateway as Gateway } from '@nestjs/websockets/decorators/socket-gateway.decorator';
import { SubscribeMessage as On } from '@nestjs/websockets/decorators/subscribe-message.decorator';
@Gateway()
export class ChatGateway {
  @On('join') join(client, room) { client.join(«room»); }
}`,
      CHOSEN,
    ),
    {
      ...marked(
        `import { SubscribeMessage, WebSocketGateway } from '../nest';
@WebSocketGateway()
export class ChatGateway {
  @SubscribeMessage('join') join(client, room) { client.join(«room»); }
}`,
        CHOSEN,
      ),
      settings: { 'nestjs-gateway': { modules: ['../nest'] } },
    },
  ],
  valid: [
    // A choice that looks at the name.
    handler("client.join(payload.roomId === 'a' ? payload.roomId : 'lobby');"),
    handler('client.join(this.rooms.has(payload.roomId) && payload.roomId);'),
    // A prefix, in every form.
    handler('client.join(`room:${payload.roomId}`);'),
    handler("client.join('room:' + payload.roomId);"),
    handler('const room = `room:${payload.roomId}`; client.join(room);'),
    handler('client.join(payload.rooms.map((id) => `room:${id}`));'),
    handler('payload.rooms.forEach((id) => client.join(`room:${id}`));'),
    handler('client.join(`${payload.roomId}:members`);'),
    handler('client.join(`${PREFIX}${payload.roomId}`);'),
    handler('let room = payload.roomId; room = `room:${room}`; client.join(room);'),
    handler('payload.roomId = `room:${payload.roomId}`; client.join(payload.roomId);'),
    // An `if` before it or around it.
    handler('if (!payload.roomId) return; client.join(payload.roomId);'),
    handler('if (ROOMS.includes(payload.roomId)) { client.join(payload.roomId); }'),
    handler(
      'const { roomId } = payload; if (!this.isMember(client, roomId)) throw new Error(); client.join(roomId);',
    ),
    handler(
      'const room = this.rooms.get(payload.roomId); if (!room) return; client.join(payload.roomId);',
    ),
    handler(
      'const room = this.rooms.get(payload.roomId); if (!room.isOpen) return; client.join(payload.roomId);',
    ),
    handler(
      'let room; room = this.rooms.get(payload.roomId); if (!room) return; client.join(payload.roomId);',
    ),
    handler('if (!isAllowed(payload)) return; client.join(payload.roomId);'),
    handler(
      'const allowed = this.check(payload); if (!allowed) return; client.join(payload.roomId);',
    ),
    handler(
      'if (payload.rooms.length > 5) return; for (const room of payload.rooms) client.join(room);',
    ),
    handler('if (payload.room.isOpen) client.join(payload.room);'),
    handler('if (client.rooms.has(payload.roomId)) return; client.join(payload.roomId);'),
    handler('isMember(payload.roomId) && client.join(payload.roomId);'),
    handler('isMember(payload.roomId) ? client.join(payload.roomId) : undefined;'),
    handler("switch (payload.roomId) { case 'a': client.join(payload.roomId); }"),
    // An awaited call before it.
    handler(
      'await this.rooms.assertMember(client.data.user, payload.roomId); client.join(payload.roomId);',
    ),
    handler(
      'await this.rooms.assertMember(client.data.user, payload); client.join(payload.roomId);',
    ),
    handler('const room = await this.rooms.find(payload.roomId); client.join(payload.roomId);'),
    handler(
      'const { roomId } = payload; await this.rooms.enter(client, { roomId }); client.join(roomId);',
    ),
    handler('this.rooms.find(payload.roomId).then(() => client.join(payload.roomId));'),
    handler('this.rooms.run(payload.roomId, () => client.join(payload.roomId));'),
    // What the check returns, and not what the client sent.
    handler('const room = await this.rooms.find(payload.roomId); client.join(room.id);'),
    handler('client.join(this.rooms.nameOf(payload.roomId));'),
    handler('client.join(Number(payload.roomId));'),
    handler('client.join(payload.rooms.filter(isAllowed));'),
    handler('client.join(payload.rooms.map((id) => { return `room:${id}`; }));'),
    // A method of the class that throws, and one that checks before it joins.
    gateway(`@SubscribeMessage('join')
  join(client: Socket, room: string) { this.assertMember(client, room); client.join(room); }
  assertMember(client, room) { if (!client.data.rooms.has(room)) throw new Error(); }`),
    gateway(`@SubscribeMessage('join')
  join(client: Socket, room: string) { this.enter(client, room); }
  enter(client, room) { if (!client.data.rooms.has(room)) return; client.join(room); }`),
    gateway(`@SubscribeMessage('join')
  async join(client: Socket, room: string) { await this.rooms.check(room); this.enter(client, room); }
  enter(client, room) { client.join(room); }`),
    gateway(`@SubscribeMessage('join')
  join(client: Socket, room: string) { this.rooms.has(room) && this.enter(client, room); }
  enter(client, room) { client.join(room); }`),
    gateway(`@SubscribeMessage('join')
  join(client: Socket, room: string) { this.enter(client, \`room:\${room}\`); }
  enter(client, room) { client.join(room); }`),
    // A guard or something unknown on the handler.
    handler('client.join(payload.roomId);', '@UseGuards(RoomGuard)'),
    handler(
      'client.join(payload.roomId);',
      '@Members()',
      'const Members = () => applyDecorators(UseGuards(RoomGuard));',
    ),
    handler('client.join(payload.roomId);', '@Members()', "import { Members } from './members';"),
    handler(
      'client.join(payload.roomId);',
      '@UsePipes(RoomPipe)',
      "import { RoomPipe } from './room.pipe';",
    ),
    gateway(`@SubscribeMessage('join')
  join(@ConnectedSocket() client: Socket, @MessageBody('room', ParseUUIDPipe) room: string) { client.join(room); }`),
    gateway(`@SubscribeMessage('join')
  join(@ConnectedSocket() client: Socket, @MessageBody('room', roomPipe) room: string) { client.join(room); }`),
    // Names that the client does not choose.
    handler("client.join('lobby');"),
    handler('client.join(client.data.user.id);'),
    handler('client.join(`user:${client.data.user.id}`);'),
    handler('client.join(`${a}${b}`);'),
    handler('client.join();'),
    handler('client.leave(payload.roomId);'),
    handler('client.to(payload.roomId).emit("x");'),
    // Something else that joins.
    handler(
      'this.rooms.join(payload.roomId); path.join(payload.roomId); payload.parts.join(payload.separator);',
    ),
    handler('client.nsp.join(payload.roomId);'),
    // Hooks, and methods that no handler calls.
    gateway('handleConnection(client: Socket) { client.join(client.handshake.query.room); }'),
    gateway('enter(client: Socket, payload: JoinRoomDto) { client.join(payload.roomId); }'),
    gateway(`@SubscribeMessage('join') join(client: Socket) { client.join(room); }`),
    gateway(
      `@SubscribeMessage('join') join(client: Socket, room = 'lobby') { this.join(client, room); }`,
    ),
    // Another package, a local decorator, ws.
    handler('client.join(payload.roomId);').replaceAll('@nestjs/websockets', 'my-sockets'),
    `import { WebSocketGateway } from '@nestjs/websockets';
function SubscribeMessage(event: string) { return (target: object) => {}; }
@WebSocketGateway()
export class ChatGateway {
  @SubscribeMessage('join') join(client, room) { client.join(room); }
}`,
    handler('client.join(payload.roomId);').replace("'socket.io'", "'ws'"),
    {
      code: handler('client.join(payload.roomId);'),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
  ],
});

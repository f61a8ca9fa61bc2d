/** Files that grow in one direction, to see what a linter makes of more of the same. */

/** A file with so many of something. */
export type Shape = (count: number) => string;

/** So many texts, each made of its number. */
export function repeat(count: number, text: (index: number) => string, separator = '\n'): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(separator);
}

const IMPORTS = `
import { Catch, Logger, UseFilters, UseGuards, UseInterceptors, UsePipes, ValidationPipe } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { IoAdapter } from '@nestjs/platform-socket.io';
import {
  BaseWsExceptionFilter, ConnectedSocket, MessageBody, OnGatewayConnection, OnGatewayDisconnect, SubscribeMessage,
  WebSocketGateway, WebSocketServer, WsException,
} from '@nestjs/websockets';
import { interval } from 'rxjs';
import { Server, Socket } from 'socket.io';

import { MessageDto } from './message.dto';
import { WsAuthGuard } from './ws-auth.guard';
`;

/** Where code stands in a gateway. */
export interface Parts {
  /** Statements before the class. */
  readonly module?: string;
  /** What stands before the class's name, and within its parentheses. */
  readonly decorators?: string;
  readonly options?: string;
  readonly members?: string;
  readonly connection?: string;
  readonly disconnection?: string;
  readonly init?: string;
  readonly handler?: string;
  /** The parameters of the handler that are not the client. */
  readonly parameters?: string;
  /** The decorators of the handler, and the arguments of its subscription. */
  readonly subscription?: string;
}

/** A gateway with code of one's own in each place that the rules know. */
export function gateway({
  module = '',
  decorators = '',
  options = "{ cors: { origin: '*' }, namespace: 'chat' }",
  members = '',
  connection = '',
  disconnection = '',
  init = '',
  handler = '',
  parameters = '@MessageBody() payload: any',
  subscription = "@SubscribeMessage('message')",
}: Parts): string {
  return `${IMPORTS}
${module}
${decorators} @WebSocketGateway(${options})
export class ChatGateway implements OnGatewayConnection, OnGatewayDisconnect {
  @WebSocketServer() server: Server;
  private readonly clients = new Map<string, Socket>();
  private readonly logger = new Logger(ChatGateway.name);
  constructor(private readonly jwt: JwtService, private readonly users: Users) {}
  afterInit(server: Server) {
    ${init}
  }
  async handleConnection(client: Socket) {
    ${connection}
  }
  async handleDisconnect(client: Socket) {
    ${disconnection}
  }
  ${subscription}
  async onMessage(@ConnectedSocket() client: Socket, ${parameters}) {
    ${handler}
  }
  ${members}
}
`;
}

/** What a handler may do, by turns. */
const STATEMENTS: readonly ((index: number) => string)[] = [
  (i) => `this.server.emit('news-${i}', payload.text${i});`,
  (i) => `const user${i} = await this.users.find(payload.id${i});`,
  (i) => `if (!payload.room${i}) throw new WsException('no room ${i}');`,
  (i) => `client.join(payload.room${i});`,
  () => `this.clients.set(client.id, client);`,
  (i) => `client.emit('error', { message: 'no ${i}' });`,
  (i) => `this.server.to(\`user:\${payload.user${i}}\`).emit('seen', { id: ${i} });`,
  (i) => `client.data.count${i} = payload.items${i}.map((item) => item.id + ${i}).length;`,
  (i) => `try { this.jwt.verify(payload.token${i}); } catch (error) { this.logger.warn(error); }`,
  (i) => `for (const [id, socket] of this.clients) socket.emit('tick', { id, at: ${i} });`,
  (i) => `switch (payload.kind${i}) { case ${i}: client.leave('a'); break; default: return; }`,
];

/** What a hook may do, by turns. */
const HOOK_STATEMENTS: readonly ((index: number) => string)[] = [
  (i) => `const token${i} = client.handshake.auth.token${i};`,
  (i) =>
    `if (!client.handshake.query.key${i}) { client.emit('error', 'no'); client.disconnect(); return; }`,
  (i) =>
    `try { client.data.user${i} = await this.jwt.verifyAsync(client.handshake.auth.token${i}); } catch { client.disconnect(); }`,
  (i) => `client.on('event-${i}', async (data) => { await this.users.save(data.id); });`,
  (i) => `this.clients.set(client.id + ${i}, client);`,
  (i) => `const timer${i} = setInterval(() => client.emit('tick', ${i}), 1000);`,
  (i) => `await client.join(\`user:\${client.data.user${i}.id}\`);`,
  (i) =>
    `this.users.find(client.handshake.headers.authorization.split(' ')[${i}]).then((user) => user.id);`,
  (i) => `client.data.at${i} = Date.now();`,
];

const INIT_STATEMENTS: readonly ((index: number) => string)[] = [
  (i) =>
    `server.use((socket, next) => { if (!socket.handshake.auth.token${i}) throw new Error('no'); next(); });`,
  (i) => `server.on('connection', (socket) => { socket.join('room-${i}'); });`,
  (i) => `setInterval(() => server.emit('tick', ${i}), 1000);`,
  (i) => `this.users.changes${i}().subscribe((user) => server.emit('user', user));`,
  (i) => `server.of('/room-${i}').emit('x', ${i});`,
];

function turns(kinds: readonly ((index: number) => string)[]) {
  return (index: number) => kinds[index % kinds.length]?.(index) ?? '';
}

const HANDLERS: readonly ((index: number) => string)[] = [
  (i) =>
    `@SubscribeMessage('event-${i}') on${i}(client: Socket, payload: any) { this.server.emit('news', payload.text); }`,
  (
    i,
  ) => `@SubscribeMessage('event-${i}') async on${i}(@ConnectedSocket() client: Socket, @MessageBody() payload: MessageDto) {
    const user = client.data.user;
    const room = await this.users.findRoom(payload.roomId);
    if (!room || !room.members.some((member) => member.id === user.id)) throw new WsException(\`no room \${payload.roomId}\`);
    this.server.to(\`room:\${payload.roomId}\`).emit('event-${i}', { text: payload.text.trim(), from: user.id });
    return { saved: room.id };
  }`,
  (i) =>
    `@UseGuards(WsAuthGuard) @SubscribeMessage(EVENTS.e${i % 7}) on${i}(@MessageBody('text') text: string, @ConnectedSocket() client: Socket) { client.join(text); return { event: 'disconnect', data: this.clients.get(client.id) }; }`,
  (i) =>
    `@SubscribeMessage('event-${i}') on${i}(@MessageBody() { room, text }: { room: string; text: string }) { return this.users.say(room, text).then((said) => this.server.in(room).emit('said', said)); }`,
];

const EVENTS = `const EVENTS = { ${repeat(7, (i) => `e${i}: 'named-${i}'`, ', ')} } as const;`;

/** So many handlers of several kinds in one class. */
export const handlers: Shape = (count) =>
  gateway({ module: EVENTS, members: repeat(count, turns(HANDLERS)) });

/** What grows, by its name. */
export const shapes: Readonly<Record<string, Shape>> = {
  handlers,
  'handlers of one event': (count) =>
    gateway({
      members: repeat(
        count,
        (i) => `@SubscribeMessage('same') on${i}(client: Socket) { client.emit('x'); }`,
      ),
    }),
  'methods that nothing calls': (count) =>
    gateway({
      members: repeat(
        count,
        (i) => `m${i}(a: string) { this.server.emit('n', a); throw new Error(a); }`,
      ),
    }),
  'methods that call one another in a chain': (count) =>
    gateway({
      connection: 'await this.m0(client);',
      handler: 'return this.m0(client);',
      members: repeat(
        count,
        (i) =>
          `private async m${i}(client: Socket) { if (!client.data.a${i}) throw new Error('no'); await this.m${i + 1}(client); }`,
      ),
    }),
  'methods that call one another in a cycle': (count) =>
    gateway({
      connection: 'await this.m0(client);',
      handler: 'return this.m0(client);',
      disconnection: 'this.m0(client);',
      members: repeat(
        count,
        (i) =>
          `private async m${i}(client: Socket) { client.join('room'); await this.m${(i + 1) % count}(client); }`,
      ),
    }),
  'methods that each handler calls': (count) =>
    gateway({
      members: repeat(
        count,
        (
          i,
        ) => `private m${i}(client: Socket, p: any) { this.server.emit('n', p); client.disconnect(); }
      @SubscribeMessage('event-${i}') on${i}(client: Socket, p: any) { this.m${(i * 7) % count}(client, p); this.m${(i * 13) % count}(client, p); }`,
      ),
    }),
  'methods that the hook calls': (count) =>
    gateway({
      connection: repeat(count, (i) => `await this.m${i}(client);`),
      members: repeat(
        count,
        (i) =>
          `private async m${i}(client: Socket) { client.data.x${i} = await this.jwt.verifyAsync(client.handshake.auth.token); }`,
      ),
    }),
  'calls of one method': (count) =>
    gateway({
      connection: repeat(count, () => `await this.check(client);`),
      handler: repeat(count, (i) => `this.check(client, payload.a${i});`),
      members: `private async check(client: Socket) { client.data.user = await this.jwt.verifyAsync(client.handshake.auth.token); if (!client.data.user) throw new WsException('x'); this.server.emit('a', 1); }`,
    }),
  fields: (count) =>
    gateway({
      members: repeat(count, (i) => `private readonly f${i} = new Map<string, Socket>();`),
    }),
  'fields that the hooks fill': (count) =>
    gateway({
      members: repeat(count, (i) => `private readonly f${i} = new Map<string, Socket>();`),
      connection: repeat(count, (i) => `this.f${i}.set(client.id, client);`),
      disconnection: repeat(count, (i) => (i % 2 ? `this.f${i}.delete(client.id);` : '')),
    }),
  'uses of one field': (count) =>
    gateway({
      handler: repeat(
        count,
        (i) =>
          `this.clients.set(payload.a${i}, client); this.clients.get(payload.b${i}).emit('x', ${i});`,
      ),
    }),
  'members of an object': (count) =>
    gateway({
      module: `const EVENTS = { ${repeat(count, (i) => `e${i}: 'event-${i}'`, ',\n')} };`,
      subscription: `@SubscribeMessage(EVENTS.e${count - 1})`,
    }),
  'members of an object that handlers name': (count) =>
    gateway({
      module: `const EVENTS = { ${repeat(count, (i) => `e${i}: 'event-${i}'`, ',\n')} } as const;`,
      members: repeat(
        count,
        (i) =>
          `@SubscribeMessage(EVENTS.e${i}) on${i}(client: Socket) { client.emit(EVENTS.e${i}, 1); }`,
      ),
    }),
  'members of an enum that handlers name': (count) =>
    gateway({
      module: `enum Events { ${repeat(count, (i) => `e${i} = 'event-${i}'`, ',\n')} }`,
      members: repeat(
        count,
        (i) =>
          `@SubscribeMessage(Events.e${i}) on${i}(client: Socket) { client.emit(Events.e${i}, 1); }`,
      ),
    }),
  'members of a decorator options object': (count) =>
    gateway({ options: `{ ${repeat(count, (i) => `o${i}: ${i}`, ', ')} }` }),
  origins: (count) =>
    gateway({
      options: `{ cors: { origin: [${repeat(count, (i) => `'https://a${i}.example'`, ', ')}] } }`,
    }),
  consts: (count) =>
    gateway({
      module: repeat(count, (i) => `const C${i} = 'event-${i}';`),
      members: repeat(
        count,
        (i) =>
          `@SubscribeMessage(C${i}) on${i}(client: Socket) { client.to(C${i}).emit(C${i}, 1); }`,
      ),
    }),
  'consts that name one another': (count) =>
    gateway({
      module: `const C0 = 'event';${repeat(count, (i) => `const C${i + 1} = C${i};`)}`,
      subscription: `@SubscribeMessage(C${count})`,
      handler: repeat(count, (i) => `client.emit(C${i});`),
    }),
  'uses of one const': (count) =>
    gateway({
      module: `const ROOM = { name: 'room' }; const LIST = ['a', 'b'];`,
      handler: repeat(
        count,
        (i) => `client.join(ROOM.name); this.server.to(LIST).emit('x', ${i});`,
      ),
    }),
  imports: (count) =>
    repeat(count, (i) => `import { Name${i} } from './file-${i}';`) +
    gateway({ handler: repeat(count, (i) => `Name${i}(payload);`) }),
  'imports of one name': (count) =>
    repeat(count, (i) => `import '@nestjs/websockets/${i}';`) + gateway({}),
  'imported names': (count) =>
    `import { ${repeat(count, (i) => `Name${i}`, ', ')} } from './names';` +
    gateway({ handler: repeat(count, (i) => `new Name${i}(payload);`) }),
  'statements of a handler': (count) => gateway({ handler: repeat(count, turns(STATEMENTS)) }),
  'statements of the connection hook': (count) =>
    gateway({ connection: repeat(count, turns(HOOK_STATEMENTS)) }),
  'statements of both connection hooks': (count) =>
    gateway({
      connection: repeat(count, turns(HOOK_STATEMENTS)),
      disconnection: repeat(count, turns(STATEMENTS)),
    }),
  'statements of afterInit': (count) => gateway({ init: repeat(count, turns(INIT_STATEMENTS)) }),
  'statements of the module': (count) =>
    gateway({
      module: `let payload, client, server; ${repeat(count, (i) => `if (a${i}) { b${i}(); } else { c.d${i} = new E(${i}); }`)}`,
    }),
  'links of a chain of calls': (count) =>
    gateway({
      handler: `this.server${repeat(count, (i) => `.to('room-${i}')`, '')}.emit('x', 1);`,
    }),
  'links of a chain of promises': (count) =>
    gateway({
      connection: `this.users.find(client.id)${repeat(count, (i) => `.then((user) => user.a${i})`, '')};`,
      handler: `return this.users.find(client.id)${repeat(count, (i) => `.then((user) => user.a${i})`, '')};`,
    }),
  'branches that return': (count) =>
    gateway({
      handler: repeat(
        count,
        (i) =>
          `if (payload.a${i}) { client.emit('error', ${i}); return { event: 'x', data: ${i} }; }`,
      ),
      connection: repeat(
        count,
        (i) => `if (!client.handshake.auth.a${i}) { client.disconnect(); return; }`,
      ),
    }),
  'branches that throw': (count) =>
    gateway({
      handler: repeat(count, (i) => `if (payload.a${i}) { throw new Error('${i}'); }`),
      connection: repeat(
        count,
        (i) => `if (!client.handshake.auth.a${i}) { throw new WsException('${i}'); }`,
      ),
    }),
  'branches that go on': (count) =>
    gateway({
      handler: repeat(
        count,
        (i) =>
          `if (payload.a${i}) { client.join(payload.room); } else { client.leave(payload.room); }`,
      ),
      connection: repeat(
        count,
        (i) =>
          `if (client.handshake.auth.a${i}) { client.data.a${i} = ${i}; } else { this.logger.log('x'); }`,
      ),
    }),
  'failing branches that go on': (count) =>
    gateway({
      connection:
        repeat(count, (i) => `if (!client.handshake.auth.a${i}) { client.emit('error', 'no'); }`) +
        'client.data.user = 1;',
    }),
  'cases of a switch': (count) =>
    gateway({
      handler: `switch (payload.kind) { ${repeat(count, (i) => `case ${i}: this.server.emit('a', payload.b${i}); break;`)} }`,
      connection: `switch (client.handshake.auth.kind) { ${repeat(count, (i) => `case ${i}: client.disconnect(); return;`)} }`,
    }),
  'tries in a row': (count) =>
    gateway({
      connection: repeat(
        count,
        (i) =>
          `try { await this.jwt.verifyAsync(client.handshake.auth.a${i}); } catch { this.logger.warn('no'); }`,
      ),
      handler: repeat(
        count,
        (i) =>
          `try { await this.users.save(payload.a${i}); } catch (error) { client.emit('error', error); }`,
      ),
    }),
  'statements of one try': (count) =>
    gateway({
      connection: `try { ${repeat(count, (i) => `client.data.u${i} = await this.jwt.verifyAsync(client.handshake.auth.a${i});`)} } catch (e) { ${repeat(count, (i) => `this.logger.warn(e.m${i});`)} }`,
      handler: `try { ${repeat(count, (i) => `await this.users.save(payload.a${i});`)} } catch (error) { ${repeat(count, (i) => `client.emit('e${i}', error);`)} throw error; }`,
    }),
  'promises that nothing awaits': (count) =>
    gateway({
      connection: repeat(
        count,
        (i) => `this.users.find(client.handshake.auth.a${i}).then((u) => client.join(u.id));`,
      ),
      handler: repeat(count, (i) => `this.jwt.verifyAsync(payload.a${i});`),
    }),
  listeners: (count) =>
    gateway({
      connection: repeat(
        count,
        (i) =>
          `client.on('e-${i}', (data) => { client.data.x${i} = data; this.server.emit('y', data); });`,
      ),
    }),
  timers: (count) =>
    gateway({
      members: repeat(count, (i) => `private t${i}: NodeJS.Timeout;`),
      connection: repeat(
        count,
        (i) =>
          `this.t${i} = setInterval(() => client.emit('x'), ${i}); const s${i} = interval(1).subscribe(() => client.emit('y'));`,
      ),
      disconnection: repeat(count, (i) => (i % 2 ? `clearInterval(this.t${i});` : '')),
    }),
  'reads of client data': (count) =>
    gateway({
      connection: repeat(count, (i) => `client.data.a${i} = client.handshake.auth.b${i};`),
      handler: repeat(
        count,
        (i) => `this.users.save(client.data.a${i}, client.handshake.auth.b${i});`,
      ),
    }),
  'variables that name one another': (count) =>
    gateway({
      connection: `const a0 = client.handshake.auth.token; ${repeat(count, (i) => `const a${i + 1} = a${i};`)} await this.jwt.verifyAsync(a${count});`,
      handler: `const a0 = payload.room; ${repeat(count, (i) => `const a${i + 1} = a${i};`)} client.join(a${count});`,
    }),
  'assignments of one variable': (count) =>
    gateway({
      handler: `let room = payload.room; ${repeat(count, (i) => `room = payload.room${i}; client.join(room);`)}`,
      connection: `let token = client.handshake.auth.token; ${repeat(count, (i) => `token = client.handshake.query.t${i}; if (!token) this.users.find(token);`)}`,
    }),
  'uses of the payload': (count) =>
    gateway({
      handler: repeat(
        count,
        (i) => `client.join(payload); this.users.save(payload.id, payload.x${i});`,
      ),
    }),
  'fields taken from the payload': (count) =>
    gateway({
      parameters: `@MessageBody() { ${repeat(count, (i) => `f${i}`, ', ')} }: any`,
      handler: repeat(count, (i) => `client.join(f${i});`),
    }),
  parameters: (count) =>
    gateway({
      parameters: repeat(count, (i) => `@MessageBody('f${i}') p${i}: any`, ', '),
      handler: repeat(count, (i) => `client.join(p${i});`),
    }),
  'members of a union': (count) =>
    gateway({ parameters: `@MessageBody() payload: ${repeat(count, (i) => `'a${i}'`, ' | ')}` }),
  'members of an intersection': (count) =>
    gateway({ parameters: `@MessageBody() payload: ${repeat(count, (i) => `A${i}`, ' & ')}` }),
  'members of a type literal': (count) =>
    gateway({
      parameters: `@MessageBody() payload: { ${repeat(count, (i) => `a${i}: string`, '; ')} }`,
      handler: 'client.join(payload.a1)',
    }),
  'aliases of a type': (count) =>
    gateway({
      module: `type T0 = { a: string }; ${repeat(count, (i) => `type T${i + 1} = T${i};`)}`,
      parameters: `@MessageBody() payload: T${count}`,
      members: repeat(count, (i) => `@SubscribeMessage('t${i}') t${i}(@MessageBody() p: T${i}) {}`),
    }),
  'bases of an interface': (count) =>
    gateway({
      module: `interface T0 { a: string } ${repeat(count, (i) => `interface T${i + 1} extends T${i} {}`)}`,
      members: repeat(count, (i) => `@SubscribeMessage('t${i}') t${i}(@MessageBody() p: T${i}) {}`),
    }),
  'bases of a DTO class': (count) =>
    gateway({
      module: `class T0 { a: string } ${repeat(count, (i) => `class T${i + 1} extends T${i} {}`)}`,
      members: repeat(count, (i) => `@SubscribeMessage('t${i}') t${i}(@MessageBody() p: T${i}) {}`),
    }),
  'DTO classes': (count) =>
    `import { IsString } from 'class-validator';` +
    gateway({
      module: repeat(
        count,
        (i) => `class T${i} { @IsString() a: string; b: T${(i + 1) % count}; }`,
      ),
      members: repeat(count, (i) => `@SubscribeMessage('t${i}') t${i}(@MessageBody() p: T${i}) {}`),
    }),
  'members of a DTO class': (count) =>
    `import { IsString } from 'class-validator';` +
    gateway({
      module: `class Dto { ${repeat(count, (i) => `@IsString() a${i}: string; b${i}: any;`)} }`,
      parameters: '@MessageBody() payload: Dto',
      members: repeat(count, (i) => `@SubscribeMessage('t${i}') t${i}(@MessageBody() p: Dto) {}`),
    }),
  'bases of a gateway': (count) =>
    gateway({
      module: `class G0 { handleConnection(client: Socket) { throw new Error('no'); } } ${repeat(count, (i) => `@WebSocketGateway() class G${i + 1} extends G${i} { @SubscribeMessage('e${i}') e${i}(c: Socket, p: any) { c.join(p); } }`)}`,
    }),
  gateways: (count) =>
    gateway({}) +
    repeat(
      count,
      (i) =>
        `@WebSocketGateway() class G${i} { @WebSocketServer() s: Server; @SubscribeMessage('e') e(c: Socket, p: any) { this.s.emit('x', p); } handleConnection(c: Socket) { throw new Error('x'); } }`,
    ),
  'classes that are no gateways': (count) =>
    gateway({}) +
    repeat(
      count,
      (i) =>
        `class P${i} { s = new Map(); e(c, p) { this.s.set(c, p); } async f() { await this.e(1, 2); } }`,
    ),
  'guards, pipes and filters': (count) =>
    gateway({
      module: repeat(
        count,
        (
          i,
        ) => `class Guard${i} { canActivate(context) { const c = context.switchToWs().getClient(); if (!c.data.user) throw new WsException('x'); return context.switchToHttp().getRequest().user; } }
      class Pipe${i} { transform(value) { if (!value) throw new Error('x'); return value; } }
      @Catch() class Filter${i} extends BaseWsExceptionFilter { catch(e, host) { host.switchToWs().getClient().emit('error', e); } }
      class Adapter${i} extends IoAdapter { createIOServer(port, options) { return super.createIOServer(port, options); } }`,
      ),
      members: repeat(
        count,
        (i) =>
          `@UseGuards(Guard${i}) @UsePipes(new Pipe${i}()) @UseFilters(Filter${i}) @SubscribeMessage('e${i}') e${i}(p: any) { throw new Error('x'); }`,
      ),
    }),
  'decorators of a handler': (count) =>
    gateway({
      subscription: `${repeat(count, (i) => `@UseGuards(Guard${i})`)} @SubscribeMessage('x')`,
    }),
  'decorators of the class': (count) =>
    gateway({
      decorators: repeat(count, (i) => `@UsePipes(Pipe${i}) @Own${i}()`),
      members: repeat(20, (i) => `@SubscribeMessage('y${i}') y${i}(p: any) {}`),
    }),
  'decorators of the class, handlers below': (count) =>
    gateway({
      decorators: repeat(count, (i) => `@UsePipes(Pipe${i})`),
      members: repeat(count, turns(HANDLERS)),
    }),
  'names of one guard': (count) =>
    gateway({
      members: repeat(
        count,
        (i) =>
          `@UseGuards(WsAuthGuard) @UsePipes(new ValidationPipe()) @SubscribeMessage('e${i}') e${i}(p: any) {}`,
      ),
    }),
  'operands of a concatenation': (count) =>
    gateway({
      handler: `client.join('room:'${repeat(count, (i) => ` + payload.a${i}`, '')});`,
      subscription: `@SubscribeMessage('a'${repeat(count, (i) => ` + 'b${i}'`, '')})`,
    }),
  'parts of a template': (count) =>
    gateway({
      handler: `client.join(\`room:${repeat(count, (i) => `\${payload.a${i}}-`, '')}\`);`,
    }),
  'elements of an array': (count) =>
    gateway({
      handler: `this.server.to([${repeat(count, (i) => `payload.a${i}`, ', ')}]).emit('x', [${repeat(count, (i) => `${i}`, ', ')}]);`,
    }),
  'arguments of a call': (count) =>
    gateway({
      handler: `client.emit('x', ${repeat(count, (i) => `payload.a${i}`, ', ')});`,
      connection: `client.join(${repeat(count, (i) => `client.handshake.auth.a${i}`, ', ')});`,
    }),
  'operands of a choice': (count) =>
    gateway({
      handler: `client.join(${repeat(count, (i) => `payload.a${i}`, ' || ')}); return ${repeat(count, (i) => `payload.a${i}`, ' ?? ')};`,
      connection: `if (${repeat(count, (i) => `client.handshake.auth.a${i}`, ' && ')}) client.data.user = 1; else client.disconnect();`,
    }),
  'errors that are emitted': (count) =>
    gateway({
      handler: repeat(
        count,
        (i) => `client.emit('error', { message: '${i}' }); client.emit('exception', '${i}');`,
      ),
    }),
  'values that are returned': (count) =>
    gateway({
      handler: repeat(count, (i) => `if (payload.a${i}) return new WsException('${i}');`),
    }),
  'functions of the module': (count) =>
    gateway({
      module: repeat(
        count,
        (i) =>
          `async function f${i}(client: Socket) { if (!client.handshake.auth.t) throw new Error('x'); return f${(i + 1) % count}(client); }`,
      ),
      connection: 'await f0(client);',
      handler: repeat(count, (i) => `await f${i}(client);`),
    }),
  'calls of the bootstrap': (count) =>
    `import { NestFactory } from '@nestjs/core';` +
    gateway({
      module: `async function bootstrap() { const app = await NestFactory.create(AppModule); ${repeat(count, (i) => `app.useGlobalPipes(new ValidationPipe({ a${i}: 1 })); app.useWebSocketAdapter(new IoAdapter(app));`)} await app.listen(3000); }`,
    }),
  'calls that a decorator of the file makes': (count) =>
    gateway({
      module: `function Own(value?) { ${repeat(count, (i) => `Own(${i}); other(${i});`)} } const other = (x) => { ${repeat(count, (i) => `third(x, ${i});`)} }; function third() { return applyDecorators(Own(), other()); }`,
      decorators: '@Own()',
      subscription: "@Own() @SubscribeMessage('x')",
      members: repeat(20, (i) => `@Own() @SubscribeMessage('y${i}') y${i}(@Own() p: any) {}`),
    }),
  comments: (count) =>
    gateway({
      handler: repeat(count, (i) => `// line ${i}\n/* block */`),
      members: repeat(count, (i) => `/** m ${i} */ m${i}() {}`),
    }),
  'blank lines': (count) =>
    gateway({ module: '\n'.repeat(count * 20), handler: '\n'.repeat(count * 20) }),
  'characters of one string': (count) =>
    gateway({
      subscription: `@SubscribeMessage('${'a'.repeat(count * 50)}')`,
      options: `{ namespace: '${'/a-'.repeat(count * 20)}', cors: { origin: '${'^('.repeat(count * 20)}' } }`,
      handler: `client.join('${'a:'.repeat(count * 20)}' + payload);`,
    }),
  'characters of one name': (count) =>
    gateway({
      handler: `client.join(payload.${'a'.repeat(count * 50)});`,
      parameters: `@MessageBody() payload: ${'Validation'.repeat(count * 5)}Pipe`,
      decorators: `@UsePipes(${'ValidationPip'.repeat(count * 5)})`,
    }),
};

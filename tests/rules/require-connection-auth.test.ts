import rule from '../../src/rules/require-connection-auth.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { UseGuards } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
import { WsAuthGuard } from './ws-auth.guard';
`;

const SECRET = `@SubscribeMessage('secret') secret() { return 'SECRET'; }`;

/** A gateway with these members; the name of its class is marked. */
function gateway(members: string, decorators = '@WebSocketGateway()', heritage = ''): string {
  return `${IMPORTS}
${decorators}
export class «ChatGateway» ${heritage} {
  @WebSocketServer() server: Server;
  ${members}
}
`;
}

function unmarked(code: string): string {
  return code.replace(/[«»]/g, '');
}

const OPEN = ['open'];

new RuleTester().run('require-connection-auth', rule, {
  invalid: [
    marked(gateway(SECRET), OPEN),
    marked(
      gateway(
        `${SECRET} @SubscribeMessage('b') b(@ConnectedSocket() client: Socket) { client.join('b'); }`,
      ),
      OPEN,
    ),
    marked(gateway(`handleConnection() {} ${SECRET}`), OPEN),
    // Logging, keeping and moving a client says nothing about who it is.
    marked(
      gateway(
        `handleConnection(client: Socket) { this.logger.log(client.id); console.log(client); } ${SECRET}`,
      ),
      OPEN,
    ),
    marked(
      gateway(
        `handleConnection(client: Socket) { this.note(client); } note(client: Socket) { this.logger.log(client.id); } ${SECRET}`,
      ),
      OPEN,
    ),
    marked(
      gateway(
        `clients = new Map(); handleConnection(client: Socket) { this.clients.set(client.id, client); } ${SECRET}`,
      ),
      OPEN,
    ),
    marked(
      gateway(
        `seen = new WeakSet<Socket>(); handleConnection(client: Socket) { this.seen.add(client); } ${SECRET}`,
      ),
      OPEN,
    ),
    marked(
      gateway(
        `seen: WeakMap<Socket, number>; handleConnection(client: Socket) { this.seen.set(client, 1); } ${SECRET}`,
      ),
      OPEN,
    ),
    marked(
      gateway(
        `handleConnection(client: Socket) { Object.assign(client, { nick: 'x' }); } ${SECRET}`,
      ),
      OPEN,
    ),
    marked(
      gateway(
        `handleConnection(client: Socket) { client.join('lobby'); this.presence.add(client.id); } ${SECRET}`,
      ),
      OPEN,
    ),
    marked(
      gateway(`handleDisconnect(client: Socket) { this.presence.remove(client); } ${SECRET}`),
      OPEN,
    ),
    // What a socket can do by itself is no property that somebody has put there.
    marked(
      gateway(`@SubscribeMessage('a') async a(client: Socket, data: string) {
    client.to('a').emit('a', data); client.in('a').except('b').emit('a'); client.except('b').emit('a');
    client.send(data); client.write(data); await client.timeout(1).emitWithAck('a'); await client.emitWithAck('a');
    client.setMaxListeners(12); client.onAny(log); client.removeAllListeners('a');
  }`),
      OPEN,
    ),
    // What the class puts on a client itself.
    marked(
      gateway(`@SubscribeMessage('name') name(client: Socket, name: string) { client.data.name = name; }
  @SubscribeMessage('say') say(client: Socket) { return client.data.name; }`),
      OPEN,
    ),
    marked(
      gateway(`@SubscribeMessage('name') name(client: any, name: string) { client.data = { name }; client.seen = true; }
  @SubscribeMessage('say') say(client: any) { return client.seen && client.data.name; }`),
      OPEN,
    ),
    marked(
      gateway(`@SubscribeMessage('name') name(client: any, key: string) { client.data = { [key]: 1, name: key }; }
  @SubscribeMessage('say') say(client: any) { return client.data.name; }`),
      OPEN,
    ),
    marked(
      gateway(`@SubscribeMessage('name') name(client: Socket, name: string) { Object.assign(client.data, { name }); Object.assign(); }
  @SubscribeMessage('say') say(client: Socket) { const { name } = client.data; return name; }`),
      OPEN,
    ),
    // A guard on a hook does not run, nor does a decorator of Nest's authenticate.
    marked(gateway(`@UseGuards(WsAuthGuard) handleConnection(client: Socket) {} ${SECRET}`), OPEN),
    marked(gateway(SECRET, "@WebSocketGateway({ cors: { origin: 'https://a.example' } })"), OPEN),
    marked(gateway(`afterInit(server: Server) { this.logger.log(server); } ${SECRET}`), OPEN),
    // Names and imports.
    marked(
      `import * as ws from '@nestjs/websockets'; @ws.WebSocketGateway() class «A» { @ws.SubscribeMessage('a') a() {} }`,
      OPEN,
    ),
    marked(
      `import { SubscribeMessage as On, WebSocketGateway as Gateway } from '@nestjs/websockets/decorators'; @Gateway() class «A» { @On('a') a() {} }`,
      OPEN,
    ),
    marked(
      `import { SubscribeMessage, WebSocketGateway } from './nest'; @WebSocketGateway() class «A» { @SubscribeMessage('a') a() {} }`,
      OPEN,
      { settings: { 'nestjs-gateway': { modules: ['./nest'] } } },
    ),
    marked(
      `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'; @WebSocketGateway() export default class «{ @SubscribeMessage('a') a() {} }»`,
      OPEN,
    ),
  ],
  valid: [
    gateway(''),
    // What is called like a store or like `Object` may be anything.
    ...[
      'handleConnection(client: Socket) { this.seen.add(client); }',
      'seen = new Store(); handleConnection(client: Socket) { this.seen.add(client); }',
      'seen: Store; handleConnection(client: Socket) { this.seen.add(client); }',
      'seen = new WeakSet(); handleConnection(client: Socket) { this.seen.keep(client); }',
      'handleConnection(client: Socket) { this.users.assign(client, { nick: 1 }); }',
    ].map((members) => unmarked(gateway(`${members} ${SECRET}`))),
    // A parameter's decorator of another file sees the client.
    gateway(`@SubscribeMessage('a') a(@CurrentUser() user: User) { return user.id; }`),
    // Guards.
    gateway(SECRET, '@UseGuards(WsAuthGuard) @WebSocketGateway()'),
    gateway(`@UseGuards(WsAuthGuard) ${SECRET} @SubscribeMessage('open') open() {}`),
    { code: gateway(SECRET), settings: { 'nestjs-gateway': { globalEnhancers: ['guards'] } } },
    // A parameter that a decorator takes from the client.
    gateway("@SubscribeMessage('a') a(@MessageBody() data: Dto, @CurrentUser() user: User) {}"),
    gateway("@SubscribeMessage('a') a(@CurrentUser() user: User) {}").replace(
      '@WebSocketGateway()',
      'const CurrentUser = createParamDecorator((_, context) => context.switchToWs().getClient().data.user);\n$&',
    ),
    // The handshake, wherever it is read.
    gateway(
      `handleConnection(client: Socket) { this.open(client.handshake.auth.token); } ${SECRET}`,
    ),
    gateway(
      `handleConnection(client: Socket) { this.open(client.handshake.headers.authorization); } ${SECRET}`,
    ),
    gateway(
      `handleConnection(client: Socket) { this.open(client.handshake.query.token); } ${SECRET}`,
    ),
    gateway(
      `handleConnection(client: Socket) { this.open(parse(client.handshake.headers.cookie)); } ${SECRET}`,
    ),
    gateway(`handleConnection({ handshake }: Socket) { this.open(handshake); } ${SECRET}`),
    gateway(`handleConnection(client: Socket) { this.open(client.request.session); } ${SECRET}`),
    gateway(`@SubscribeMessage('a') a(client: Socket) { return client.handshake.auth.token; }`),
    // A client that is handed on.
    gateway(`handleConnection(client: Socket) { return this.auth.check(client); } ${SECRET}`),
    gateway(`handleConnection(client: Socket) { this.open({ client, at: now }); } ${SECRET}`),
    gateway(
      `handleConnection(client: Socket) { this.accept(client); } accept(client: Socket) { this.auth.check([client]); } ${SECRET}`,
    ),
    gateway(
      `handleConnection(client: Socket) { this.a(client); } a(client: Socket) { this.b(client); } b(client: Socket) {} ${SECRET}`,
    ),
    gateway(
      `handleConnection(client: Socket) { this.sessions.push(new Session(client)); } ${SECRET}`,
    ),
    // Middleware, and what decides before that.
    gateway(`afterInit(server: Server) { server.use(authenticate); } ${SECRET}`),
    gateway(`afterInit(server: Server) { this.auth.protect(server); } ${SECRET}`),
    gateway(SECRET, '@WebSocketGateway({ allowRequest })'),
    gateway(SECRET, '@WebSocketGateway(OPTIONS)'),
    // A token in a message, or a user that other code puts on the socket.
    gateway(
      `constructor(private jwt: JwtService) {} @SubscribeMessage('login') login(client: Socket, token: string) { client.data.user = this.jwt.verify(token); }`,
    ),
    gateway(
      `@SubscribeMessage('login') login(client: Socket, token: string) { this.auth.authenticate(token); }`,
    ),
    gateway(`@SubscribeMessage('a') a(client: Socket) { return this.rooms.of(client.data.user); }`),
    gateway(`@SubscribeMessage('a') a(client: any) { const { user } = client; return user; }`),
    gateway(
      `users = new Map(); handleConnection(client: any) { const { user } = client.decoded; this.users.set(user.id, client.id); } ${SECRET}`,
    ),
    gateway(`@SubscribeMessage('a') a(client: any) { this.rooms.enter(client.userId, 'a'); }`),
    gateway(`@SubscribeMessage('name') name(client: any, profile: Profile) { client.data = profile; }
  @SubscribeMessage('say') say(client: any) { return client.data.name; }`),
    // What cannot be seen, ws, and other packages.
    gateway(SECRET, '@WebSocketGateway()', 'extends Base'),
    gateway(SECRET, '@Protected() @WebSocketGateway()'),
    gateway(`@Protected() ${SECRET}`),
    { code: gateway(SECRET), settings: { 'nestjs-gateway': { platform: 'ws' } } },
    gateway(SECRET).replace('@nestjs/websockets', './websockets'),
    "import { SubscribeMessage } from '@nestjs/websockets'; class A { @SubscribeMessage('a') a() {} }",
  ].map((test) =>
    typeof test === 'string' ? unmarked(test) : { ...test, code: unmarked(test.code) },
  ),
});

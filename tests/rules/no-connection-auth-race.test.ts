import rule from '../../src/rules/no-connection-auth-race.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { UseGuards } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
import { AuthService } from './auth.service';
import { WsAuthGuard } from './ws-auth.guard';
`;

const SECRET = `@SubscribeMessage('secret') secret() { return 'SECRET'; }`;

/** A gateway with these members. */
function gateway(members: string, decorators = '@WebSocketGateway()', heritage = ''): string {
  return `${IMPORTS}
${decorators}
export class ChatGateway ${heritage} {
  @WebSocketServer() server: Server;
  constructor(private readonly jwt: JwtService, private readonly auth: AuthService) {}
  ${members}
}
`;
}

/** A gateway whose `handleConnection` has this body, with a handler that anyone may call. */
function connection(body: string, more = SECRET): string {
  return gateway(`async handleConnection(client: Socket) {
    ${body}
  }
  ${more}`);
}

/** A gateway that verifies a token and waits for it, with one handler. */
function handled(handler: string): string {
  return connection(
    'client.data.user = await this.jwt.verifyAsync(client.handshake.auth.token);',
    handler,
  );
}

/** The same, with the finding. */
function reported(handler: string, name: string) {
  return marked(handled(handler).replace(/await this\.jwt.*\)/, '«$&»'), [
    { messageId: 'race', data: { handler: name } },
  ]);
}

const RACE = [{ messageId: 'race', data: { handler: 'secret' } }];

new RuleTester().run('no-connection-auth-race', rule, {
  invalid: [
    // A disconnect that is put off so that an event can reach the client first.
    marked(
      connection(`const judge = «await this.auth.judgeOf(client.handshake.query.key)»;
    if (!judge) {
      client.emit('denied');
      setImmediate(() => client.disconnect(true));
      return;
    }`),
      RACE,
    ),
    // It disconnects after it waited.
    marked(
      connection(`try {
      client.data.user = «await this.jwt.verifyAsync(client.handshake.auth.token)»;
    } catch {
      client.disconnect();
    }`),
      RACE,
    ),
    marked(
      connection(`const user = «await this.auth.verify(client)»;
    if (!user) { client.disconnect(true); return; }`),
      RACE,
    ),
    marked(
      connection(`const token = client.handshake.headers.authorization?.split(' ')[1];
    if (!token) { client.disconnect(); return; }
    if (!(«await this.auth.isValid(token)»)) return client.disconnect();`),
      RACE,
    ),
    marked(
      connection(
        `if (!(«await this.auth.isValid(client)»)) this.server.in(client.id).disconnectSockets();`,
      ),
      RACE,
    ),
    marked(
      connection(`«await this.rooms.load()»;
    if (full) this.server.sockets.sockets.get(client.id)?.disconnect();`),
      RACE,
    ),
    marked(connection('client.conn.close(«await this.rooms.count()»);'), RACE),
    // A verification at once that may not have been asked.
    marked(
      connection(`if (client.handshake.auth.token) { this.jwt.verify(client.handshake.auth.token); }
    const user = «await this.auth.find(client.handshake.auth.name)»;
    if (!user) client.disconnect();`),
      RACE,
    ),
    marked(
      connection(
        `const user = «await this.userOf(client)»;
    if (!user) client.disconnect();`,
        `${SECRET}
  private async userOf(client: Socket) { return this.jwt.verify(client.handshake.auth.token); }`,
      ),
      RACE,
    ),
    // Who is asked for is who this code has put there, or who nobody has asked for by then.
    marked(
      connection(`client.data.user = this.tokens.decode(client.handshake.auth.token);
    if (!client.data.user) { client.disconnect(); return; }
    if (!(«await this.users.exists(client.data.user.id)»)) client.disconnect();`),
      RACE,
    ),
    marked(
      connection(`if (client.handshake.auth.token) {
      const user = «await this.auth.find(client.handshake.auth.token)»;
      if (!user) client.disconnect();
    }`),
      RACE,
    ),
    marked(
      connection(`if (!client.data.user) this.logger.log(client.id);
    if (!(«await this.auth.isValid(client)»)) client.disconnect();`),
      RACE,
    ),
    // The first thing it waits for is shown.
    marked(
      connection(`const settings = «await this.settings.load()»;
    const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) client.disconnect();`),
      RACE,
    ),
    // It puts what it waited for on the client.
    marked(
      connection('client.data.user = «await this.jwt.verifyAsync(client.handshake.auth.token)»;'),
      RACE,
    ),
    marked(
      connection(
        'client.data = { user: «await this.jwt.verifyAsync(client.handshake.auth.token)» };',
      ),
      RACE,
    ),
    marked(
      connection(
        'Object.assign(client.data, «await this.jwt.verifyAsync(client.handshake.auth.token)»);',
      ),
      RACE,
    ),
    marked(
      connection(`const { token } = client.handshake.query;
    const payload = «await this.jwt.verifyAsync(token as string)»;
    const user = await this.users.find(payload.sub);
    client.data.user = user;`),
      RACE,
    ),
    marked(
      connection(`const user = «await this.auth.getUserFromSocket(client)»;
    (client as any).user = user;`),
      RACE,
    ),
    marked(
      connection(`const user = «await this.accounts.of(client)»;
    client.data.user = user;`),
      RACE,
    ),
    marked(
      connection(
        'client.data.user = «await this.find(client)»;',
        `${SECRET}
  private find(socket: Socket) { return this.users.find(socket.handshake.headers.cookie); }`,
      ),
      RACE,
    ),
    marked(
      connection(`«await this.auth.verify(client.handshake)»;
    client.data.isAuthenticated = true;`),
      RACE,
    ),
    // Promises.
    marked(
      gateway(`handleConnection(client: Socket) {
    «this.auth.verify(client.handshake.auth.token)»
      .then((user) => { client.data.user = user; })
      .catch(() => client.disconnect());
  }
  ${SECRET}`),
      RACE,
    ),
    marked(
      gateway(`handleConnection(client: Socket) {
    return «this.auth.verify(client.handshake.auth.token)».then(async (user) => {
      if (!user) client.disconnect();
    });
  }
  ${SECRET}`),
      RACE,
    ),
    // One class deep: the call of the method, or the wait before it.
    marked(
      gateway(`handleConnection(client: Socket) { void «this.authenticate(client)»; }
  private async authenticate(client: Socket) {
    const user = await this.auth.verify(client);
    if (!user) client.disconnect();
  }
  ${SECRET}`),
      RACE,
    ),
    marked(
      gateway(`async handleConnection(client: Socket) {
    const user = «await this.auth.verify(client)»;
    if (!user) this.kick(client);
  }
  private kick(client: Socket) { client.disconnect(); }
  ${SECRET}`),
      RACE,
    ),
    // Arrow properties, base classes seen here, other names and other ways to import.
    marked(
      gateway(`handleConnection = async (socket) => {
    socket.data.user = «await this.jwt.verifyAsync(socket.handshake.auth.token)»;
  };
  ${SECRET}`),
      RACE,
    ),
    marked(
      `${IMPORTS}
abstract class Base {
  async handleConnection(client: Socket) {
    client.data.user = «await this.auth.verify(client.handshake.auth.token)»;
  }
}
@WebSocketGateway() class ChatGateway extends Base { ${SECRET} }`,
      RACE,
    ),
    marked(
      `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway() class A {
  async handleConnection(client) { client.data.user = «await this.auth.verify(client.handshake.auth.token)»; }
  @ws.SubscribeMessage('secret') secret() {}
}`,
      RACE,
    ),
    marked(
      `import { WebSocketGateway as Gateway } from '@nestjs/websockets/decorators/socket-gateway.decorator';
import { SubscribeMessage as On } from '@nestjs/websockets/decorators';
@Gateway() class A {
  async handleConnection(client) { client.data.user = «await this.auth.verify(client.handshake.auth.token)»; }
  @On('secret') secret() {}
}`,
      RACE,
    ),
    marked(
      `import { SubscribeMessage, WebSocketGateway } from './nest';
@WebSocketGateway() class A {
  async handleConnection(client) { client.data.user = «await this.auth.verify(client.handshake.auth.token)»; }
  @SubscribeMessage('secret') secret() {}
}`,
      RACE,
      { settings: { 'nestjs-gateway': { modules: ['./nest'] } } },
    ),
    // A handler that anyone may call is named: one without a guard …
    reported(
      `@UseGuards(WsAuthGuard) @SubscribeMessage('a') guarded() {}
  @SubscribeMessage('b') open() {}`,
      'open',
    ),
    reported(
      `@SubscribeMessage('b') open(@ConnectedSocket() client: Socket, @MessageBody() text: string) {
    client.broadcast.emit('message', { text, from: client.data.user?.id });
  }`,
      'open',
    ),
    reported(
      `@SubscribeMessage('b') open(client: Socket, text: string) { return this.messages.add(client.data.user, text); }`,
      'open',
    ),
    reported(
      `@SubscribeMessage('b') open(client: Socket, room: string) {
    const name = client.data.name ?? 'nobody';
    const { data } = client;
    client.join(room);
    return { name, data };
  }`,
      'open',
    ),
    reported(
      `@SubscribeMessage('b') open(client: Socket, room: string) { this.logger.log('open', client); if (room) return room; }`,
      'open',
    ),
  ],
  valid: [
    // A token that is verified at once, before anything is waited for.
    connection(`try {
      const user = this.jwt.verify(client.handshake.auth.token);
      await this.auth.remember(user, client.id);
    } catch {
      client.disconnect();
    }`),
    connection(
      `try {
      const user = this.userOf(client);
      await this.auth.remember(user, client.id);
    } catch {
      client.disconnect();
    }`,
      `${SECRET}
  private userOf(client: Socket) { return this.jwt.verify(client.handshake.auth.token); }`,
    ),
    // Something before it has found out who the client is.
    connection(`const user = client.data?.user;
    if (!user || !user.id) { client.disconnect(true); return; }
    try { await this.presence.add(user.id, client.id); } catch { client.disconnect(); }`),
    connection(`if (client.request.user != null) {
      if (await this.bans.has(client.request.user.id)) client.disconnect();
    }`),
    // Nothing is waited for before the decision.
    connection(`try {
      client.data.user = this.jwt.verify(client.handshake.auth.token);
    } catch {
      client.disconnect();
      return;
    }
    await client.join('lobby');
    await this.presence.add(client.data.user.id);`),
    connection(`if (!client.handshake.auth.token) { client.disconnect(); return; }
    await this.rooms.load();`),
    connection(`await client.join('lobby');
    if (!client.handshake.auth.token) client.disconnect();`),
    // Who waited is gone, in braces or without.
    connection(`if (client.handshake.query.old) { return await this.rooms.load(); }
    if (!client.handshake.auth.token) client.disconnect();`),
    connection(`if (client.handshake.query.old) return await this.rooms.load();
    if (!client.handshake.auth.token) client.disconnect();`),
    // What is on another path, or in code that others call, is no wait.
    connection(`if (guest) { await this.guests.add(); return; }
    if (!client.handshake.auth.token) client.disconnect();`),
    connection(`client.on('auth', async (token) => {
      const user = await this.auth.verify(token);
      if (!user) client.disconnect();
    });
    setTimeout(() => { if (!client.data.user) client.disconnect(); }, 1000);`),
    connection(
      `this.auth.verify(client.handshake.auth.token).subscribe((user) => { client.data.user = user; });`,
    ),
    // No decision is to be seen, or none about who the client is.
    connection(`await this.auth.verify(client);`),
    connection(`const user = await this.auth.verify(client); client.join(user.id);`),
    connection(`client.data.settings = await this.settings.load();`),
    connection(`client.data.rooms = await this.rooms.of(client.handshake.query.userId);`),
    connection(`await this.presence.online(client); client.data.joinedAt = Date.now();`),
    connection(`const locale = await this.locales.of(client.handshake.headers['accept-language']);
    client.data.locale = locale;`),
    connection(`const token = client.handshake.auth.token;
    this.logger.log(token);
    client.data.rooms = await this.rooms.load();`),
    // Another client is sent away.
    connection(`await this.rooms.load();
    const other = this.sockets.get(client.handshake.query.userId);
    other?.disconnect();`),
    connection(`const sockets = await this.server.fetchSockets();
    for (const socket of sockets) socket.disconnect();`),
    // Guards, by whatever way.
    gateway(
      `async handleConnection(client: Socket) { client.data.user = await this.auth.verify(client.handshake.auth.token); } ${SECRET}`,
      '@UseGuards(WsAuthGuard) @WebSocketGateway()',
    ),
    handled(`@UseGuards(WsAuthGuard) @SubscribeMessage('a') a() {}
  @UseGuards(WsAuthGuard) @SubscribeMessage('b') b() {}`),
    { code: handled(SECRET), settings: { 'nestjs-gateway': { globalEnhancers: ['guards'] } } },
    {
      code: handled(SECRET.replace('@Sub', '@Authenticated() @Sub')),
      settings: { 'nestjs-gateway': { decorators: { guards: ['Authenticated'] } } },
    },
    // Middleware in afterInit, or a server that is handed to code not seen here.
    handled(`afterInit(server: Server) { server.use((socket, next) => next()); } ${SECRET}`),
    handled(`afterInit() { this.server.use(this.authenticate); } ${SECRET}`),
    handled(`afterInit(server: Server) { this.auth.protect(server); } ${SECRET}`),
    // Handlers that look who the client is.
    handled(
      `@SubscribeMessage('a') a(client: Socket) { if (!client.data.user) return; return 1; }`,
    ),
    handled(
      `@SubscribeMessage('a') a(client: Socket) { const { user } = client.data; return user ? 1 : 2; }`,
    ),
    handled(
      `@SubscribeMessage('a') a(@ConnectedSocket() client: Socket) { return client.data.user && 1; }`,
    ),
    handled(
      `@SubscribeMessage('a') a(client: Socket) { switch (client.data.role) { case 'a': return 1; } }`,
    ),
    handled(`@SubscribeMessage('a') a(client: Socket) { while (!client.data.user) { return; } }`),
    handled(
      `@SubscribeMessage('a') a(client: Socket) { const user = this.users.get(client.id); if (!user) return; }`,
    ),
    handled(`@SubscribeMessage('a') a(client: Socket) { this.check(client); }
  check(client: Socket) { if (!client.data.user) throw new Error('no'); }`),
    handled(`@SubscribeMessage('a') a(@CurrentUser() user: User) { return user.id; }`),
    // Handlers that fail for strangers.
    handled(
      `@SubscribeMessage('a') a(client: Socket) { return this.rooms.of(client.data.user.id); }`,
    ),
    handled(`@SubscribeMessage('a') a(client: any) { return this.rooms.of(client.user.id); }`),
    handled(
      `@SubscribeMessage('a') a(client: Socket) { const { id } = client.data.user!; return id; }`,
    ),
    // Handlers that authenticate themselves, or hand the client to code that may.
    handled(
      `@SubscribeMessage('a') async a(client: Socket) { return this.jwt.verifyAsync(client.handshake.auth.token); }`,
    ),
    handled(
      `@SubscribeMessage('a') a(@MessageBody() data: Dto) { return this.auth.verifyToken(data.token); }`,
    ),
    handled(
      `@SubscribeMessage('a') async a(client: Socket) { await this.guard.canActivate(client); }`,
    ),
    handled(
      `@SubscribeMessage('a') a(client: Socket, data: Dto) { return this.rooms.join(client, data); }`,
    ),
    handled(`@SubscribeMessage('a') a(client: Socket, data: Dto) { return new Session(client); }`),
    handled(`@SubscribeMessage('a') a(client: Socket, data: Dto) { return requireUser(client); }`),
    // By a decorator of its own, which sees the client.
    handled(
      `@SubscribeMessage('a') a(@CurrentUser() user: User, @MessageBody() data: Dto) { if (!user) return; }`,
    ),
    handled(
      `@SubscribeMessage('a') a(@MessageBody() data: Dto, @CurrentUser() { id }: User) { return id; }`,
    ),
    // Nobody calls anything.
    handled(''),
    gateway(SECRET),
    // What cannot be seen.
    gateway(
      `async handleConnection(client: Socket) { client.data.user = await this.auth.verify(client.handshake.auth.token); } ${SECRET}`,
      '@WebSocketGateway()',
      'extends BaseGateway',
    ),
    gateway(
      `async handleConnection(client: Socket) { client.data.user = await this.auth.verify(client.handshake.auth.token); } ${SECRET}`,
      '@Protected() @WebSocketGateway()',
    ).replace(
      'import { AuthService',
      "import { Protected } from './protected';\nimport { AuthService",
    ),
    // ws.
    handled(SECRET).replace(
      "import { Server, Socket } from 'socket.io'",
      "import { WebSocket as Socket } from 'ws'",
    ),
    {
      code: handled(SECRET).replace("from 'socket.io'", "from './sockets'"),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
    // Decorators of another package.
    handled(SECRET).replaceAll('@nestjs/websockets', './websockets'),
  ],
});

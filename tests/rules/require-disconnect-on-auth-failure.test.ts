import rule from '../../src/rules/require-disconnect-on-auth-failure.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { UseGuards } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { verify } from 'jsonwebtoken';
import { Server, Socket } from 'socket.io';
import { WsAuthGuard } from './ws-auth.guard';
`;

const SECRET = `@SubscribeMessage('secret') secret() { return 'SECRET'; }`;

/** A gateway with these members. */
function gateway(members: string, decorators = '@WebSocketGateway()'): string {
  return `${IMPORTS}
${decorators}
export class ChatGateway {
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

const CONNECTED = [{ messageId: 'connected', data: { handler: 'secret' } }];
const TWICE = [...CONNECTED, ...CONNECTED];
const SILENT = ['silent'];
const errorEvent = { options: [{ errorEvent: true }] };

new RuleTester().run('require-disconnect-on-auth-failure', rule, {
  invalid: [
    // The socket keeps what nothing has asked for yet, or may keep something else.
    marked(
      connection(`client.data.user = await this.auth.verify(client.handshake.auth.token);
    if («!client.data.user») return;`),
      CONNECTED,
    ),
    marked(
      connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); return; }
    client.data.user = user;
    if (user.isBanned) { client.data.user = null; }
    if («client.data.user») { client.join('members'); }`),
      CONNECTED,
    ),
    marked(
      connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); return; }
    client.data.userId = this.numberOf(user.id);
    if («!client.data.userId») return;`),
      CONNECTED,
    ),
    marked(
      connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); return; }
    if («client.data.user») { client.data.user = user; }`),
      CONNECTED,
    ),
    // A promise that is fulfilled passes its catch by.
    marked(
      connection(`this.auth.verify(client.handshake.auth.token)
      .then((user) => { if («!user») { this.logger.warn('no'); return; } client.data.user = user; })
      .catch(() => client.disconnect());`),
      CONNECTED,
    ),
    marked(
      connection(`await this.auth.verify(client.handshake.auth.token)
      .then((user) => { if («user») client.data.user = user; })
      ?.catch(() => client.disconnect())
      .finally(() => this.logger.log('done'));`),
      CONNECTED,
    ),
    // What a client is marked with besides, or somewhere else, makes it no guest.
    marked(
      connection(`client.data.since = Date.now();
    const { token } = client.handshake.auth;
    if (query.guest) { client.data.user = GUEST; this.count++; }
    if («!token») return;
    client.data.user = await this.auth.load(this.jwt.verify(token));`),
      CONNECTED,
    ),
    marked(
      connection(`let user = null;
    this.last = client;
    if («!client.handshake.auth.token») return;
    user = this.last = client;`),
      CONNECTED,
    ),
    // A second look at what has been asked for is no second finding.
    marked(
      connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if («!user») { return; }
    if (user) { client.join(user.id); }
    if (user.id) { client.join(user.id); }`),
      CONNECTED,
    ),
    marked(
      connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if («user») { if (user.id) client.join(user.id); }`),
      CONNECTED,
    ),
    // It is where the first one lets the client pass, or asks for something else.
    marked(
      connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if («!user») this.failures.count();
    if («user») client.join(user.id);`),
      TWICE,
    ),
    marked(
      connection(`const result = await this.auth.verify(client.handshake.auth.token);
    if (!result) client.disconnect(); else if («result.valid») client.join('members');`),
      CONNECTED,
    ),
    marked(
      connection(`const { token } = client.handshake.auth;
    if («!token») return;
    const user = await this.auth.verify(token);
    if («!user») return;`),
      TWICE,
    ),
    marked(
      connection(`const { token } = client.handshake.auth;
    if («!token») return;
    const user = await this.auth.verify(token);
    if («!token || !user») return;`),
      TWICE,
    ),
    // Two values that are taken from one place, and one id that may be missing.
    marked(
      connection(`const { token, ticket } = client.handshake.auth;
    if («!token») return;
    if («!ticket») return;`),
      TWICE,
    ),
    // However the second one is written, and wherever it stands.
    marked(
      connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if («!user») { return; }if (user === null) { return; }
    if (!user || !user?.id) { return; }
    if (user?._id && this.isOpen) { client.join('members'); }`),
      CONNECTED,
    ),
    marked(
      connection(`const { token } = client.handshake.auth;
    const user = await this.auth.verify(token);
    if («!token || !user») return;
    if (!user) return;`),
      CONNECTED,
    ),
    // A branch that leaves.
    marked(connection('const { token } = client.handshake.auth; if («!token») return;'), CONNECTED),
    marked(connection('if («!client.handshake.auth.token») { return; }'), CONNECTED),
    marked(connection("if («!!client.handshake.auth.token») client.join('members');"), CONNECTED),
    marked(connection('if («!client.handshake.auth») return;'), CONNECTED),
    marked(connection("if («!client.handshake.headers['authorization']») return;"), CONNECTED),
    marked(connection('if («!client.handshake.query.token») return;'), CONNECTED),
    marked(
      connection(
        'if («!client.handshake.headers.cookie») { this.logger.warn(client.id, client); return; }',
      ),
      CONNECTED,
    ),
    marked(connection('if («!client.request.session») return;'), CONNECTED),
    marked(connection('if («client.handshake.auth?.token === undefined») return;'), CONNECTED),
    marked(connection('if («client.handshake.auth.token == null») return;'), CONNECTED),
    marked(connection("if («client.handshake.auth.token === ''») return;"), CONNECTED),
    marked(connection('if («client.handshake.auth.token === ``») return;'), CONNECTED),
    marked(connection("if («typeof client.handshake.auth.token !== 'string'») return;"), CONNECTED),
    marked(
      connection("if («typeof client.handshake.auth.token === 'string'») { this.count++; }"),
      CONNECTED,
    ),
    marked(
      connection('if («typeof client.handshake.auth.token === `undefined`») return;'),
      CONNECTED,
    ),
    marked(
      connection("if («typeof client.handshake.auth.token === 'undefined'») return;"),
      CONNECTED,
    ),
    marked(
      connection(
        'const token = client.handshake.auth.token; if («!token || token.length > 9») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        "const [type, token] = client.handshake.headers.authorization?.split(' ') ?? []; if («type !== 'Bearer' || !token») return;",
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'let token = client.handshake.auth.token; token ??= client.handshake.query.token; if («!token») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const cookies = parse(client.handshake.headers.cookie); if («!cookies.access_token») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        "const { token } = parse(client.handshake.headers.cookie ?? ''); if («!token») return;",
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const token = this.tokenOf(client); if («!token») return;',
        `${SECRET}
  private tokenOf(socket: Socket) { return socket.handshake.auth.token; }`,
      ),
      CONNECTED,
    ),
    marked(
      connection('const token = this.auth.extractToken(client.handshake); if («!token») return;'),
      CONNECTED,
    ),
    marked(connection('const token = extractToken(client); if («!token») return;'), CONNECTED),
    // A branch that falls through, or none.
    marked(
      connection("if («!client.handshake.auth.token») { client.emit('exception', {}); }"),
      CONNECTED,
    ),
    marked(
      connection(
        'const token = client.handshake.auth.token; if («token») { client.data.user = this.jwt.verify(token); }',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'if («client.handshake.auth.token !== undefined») { client.data.user = 1; } else { this.logger.warn("no"); }',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const token = client.handshake.auth.token; if («token && this.isOpen») { client.data.user = this.jwt.verify(token); } this.count++;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'if (this.isOpen) { if («!client.handshake.auth.token») { return; } } client.disconnect();',
      ),
      CONNECTED,
    ),
    marked(
      connection('if («!(client.handshake.auth.token === undefined)») { client.data.user = 1; }'),
      CONNECTED,
    ),
    // The result of a verification.
    marked(
      connection(
        'const user = await this.auth.verify(client.handshake.auth.token); if («!user») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const user = await this.auth.verify(client.handshake.auth.token); if («user») { client.data.user = user; }',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const { token } = client.handshake.auth; let user; user = await this.users.byToken(token); if («user === null») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const payload = this.jwt.verify(client.handshake.auth.token); if («!payload?.sub») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const payload = this.jwt.verify(client.handshake.auth.token); const user = await this.users.find(payload.sub); if («!user») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const payload = verify(client.handshake.auth.token, "s"); const { userId } = payload; if («!userId») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const isValid = await this.auth.check(client.handshake.auth.token); if («isValid === false») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const isValid = await this.auth.check(client.handshake.auth.token); if («isValid !== true») return;',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const isValid = await this.auth.check(client.handshake.auth.token); if («isValid !== false») { this.count++; }',
      ),
      CONNECTED,
    ),
    marked(
      connection('if («!(await this.auth.check(client.handshake.auth.token))») return;'),
      CONNECTED,
    ),
    marked(
      connection(
        'const user = await this.find(client); if («!user») return;',
        `${SECRET}
  private async find(client: Socket) { return this.auth.verify(client.handshake.auth.token); }`,
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const user = this.getUser(client); if («!user») return;',
        `${SECRET}
  private getUser(client: Socket) { return this.users[client.handshake.auth.token]; }`,
      ),
      CONNECTED,
    ),
    marked(connection('if («!client.data.user») return;'), CONNECTED),
    marked(connection('if («!(client as any).user») return;'), CONNECTED),
    marked(
      gateway(`handleConnection(client: Socket) {
    this.auth.verify(client.handshake.auth.token).then((user) => { if («user») { client.data.user = user; } });
  } ${SECRET}`),
      CONNECTED,
    ),
    // Both a check and another.
    marked(
      connection(
        'const token = client.handshake.auth.token; if («token») { const user = this.jwt.verify(token); if («user») { client.data.user = user; } }',
      ),
      TWICE,
    ),
    // catch.
    marked(
      connection(
        'try { client.data.user = this.jwt.verify(client.handshake.auth.token); } «catch» (error) { this.logger.error(error); }',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'try { client.data.user = await this.auth.verify(client.handshake.auth.token); } «catch» {}',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'const { token } = client.handshake.auth; try { if (!token) throw new Error("no"); this.jwt.verify(token); } «catch» { return; } this.room.add(client);',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        "try { this.jwt.verify(client.handshake.auth.token); } «catch» { client.emit('error', 'no'); return; } finally { this.count++; }",
      ),
      CONNECTED,
    ),
    marked(
      gateway(`handleConnection(client: Socket) {
    this.auth.verify(client.handshake.auth.token).then((user) => { client.data.user = user; }).«catch»((error) => this.logger.warn(error));
  } ${SECRET}`),
      CONNECTED,
    ),
    marked(
      connection(
        'const user = await this.auth.verify(client.handshake.auth.token).«catch»(() => null); this.rooms.add(user);',
      ),
      CONNECTED,
    ),
    // What is put in a collection of the class is not handed on, and a method of the class is read.
    marked(
      connection(
        'if («!client.handshake.auth.token») { this.clients.set(client.id, client); return; }',
        `private clients = new Map(); ${SECRET}`,
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'if («!client.handshake.auth.token») return this.note(client);',
        `${SECRET}
  private note(client: Socket) { this.logger.warn(client.id); }`,
      ),
      CONNECTED,
    ),
    // Loops and switches.
    marked(
      connection(
        'for (const name of names) { if («!client.handshake.auth.token») break; client.disconnect(); }',
      ),
      CONNECTED,
    ),
    marked(
      connection(
        'switch (kind) { case 1: if («!client.handshake.auth.token») return; client.disconnect(); }',
      ),
      CONNECTED,
    ),
    // ws.
    marked(
      `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { IncomingMessage } from 'http';
import { WebSocket } from 'ws';
@WebSocketGateway() class A {
  handleConnection(client: WebSocket, request: IncomingMessage) {
    const token = new URL(request.url, 'ws://a').searchParams.get('token');
    if («!token») return;
  }
  ${SECRET}
}`,
      CONNECTED,
    ),
    // Names and imports.
    marked(
      `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway() class A {
  handleConnection = (socket) => { if («!socket.handshake.auth.token») return; };
  @ws.SubscribeMessage('secret') secret() {}
}`,
      CONNECTED,
    ),
    marked(
      `import { SubscribeMessage as On, WebSocketGateway as Gateway } from '@nestjs/websockets/decorators';
@Gateway() class A { handleConnection({ handshake }) { if («!handshake.auth.token») return; } @On('secret') secret() {} }`,
      CONNECTED,
    ),
    // errorEvent: the disconnect that nothing is sent before.
    marked(
      connection('if (!client.handshake.auth.token) { «client.disconnect()»; return; }'),
      SILENT,
      errorEvent,
    ),
    marked(
      connection('if (!client.handshake.auth.token) return «client.disconnect(true)»;'),
      SILENT,
      errorEvent,
    ),
    marked(
      connection(
        "if (!client.handshake.auth.token) { «client.disconnect()»; client.emit('exception', {}); }",
      ),
      SILENT,
      errorEvent,
    ),
    marked(
      connection(
        'const { token } = client.handshake.auth; if (!token) { «client.disconnect()»; return; } try { this.jwt.verify(token); } catch { «client.disconnect()»; }',
      ),
      ['silent', 'silent'],
      errorEvent,
    ),
    marked(
      connection(
        'if (!client.handshake.auth.token) return this.kick(client);',
        `${SECRET}
  private kick(client: Socket) { «client.disconnect()»; }`,
      ),
      SILENT,
      errorEvent,
    ),
    marked(
      connection(
        'const { token } = client.handshake.auth; if (!token || !this.jwt.verify(token)) { this.server.emit("x"); «client.disconnect()»; }',
        `@UseGuards(WsAuthGuard) ${SECRET}`,
      ),
      SILENT,
      errorEvent,
    ),
    marked(
      gateway(`handleConnection(client: Socket) {
    this.auth.verify(client.handshake.auth.token).catch(() => «client.disconnect()»);
  } ${SECRET}`),
      SILENT,
      errorEvent,
    ),
    marked(
      connection("if (!client.handshake.auth.token) { send('refused'); «client.disconnect()»; }"),
      SILENT,
      errorEvent,
    ),
    marked(
      connection(
        'if (!client.handshake.auth.token) { (client as any).session.touch(); «client.disconnect()»; }',
      ),
      SILENT,
      errorEvent,
    ),
    marked(connection('if («!client.handshake.auth.token») return;'), CONNECTED, errorEvent),
  ],
  valid: [
    connection(
      'if (!client.handshake.auth.token) return;',
      `@SubscribeMessage('a') a(@CurrentUser() user: User) { if (!user) return; }`,
    ),
    // A guest from the beginning.
    connection(`client.data.user = GUEST;
    const { token } = client.handshake.auth;
    if (!token) return;
    try {
      client.data.user = await this.jwt.verifyAsync(token);
    } catch (error) {
      this.logger.warn(error);
    }`),
    connection(`client.isGuest = true;
    this.auth.verify(client.handshake.auth.token).then((user) => { if (user) client.isGuest = false; });`),
    // What a callback throws, or what stands behind it, comes to the catch of the chain.
    connection(`this.auth.verify(client.handshake.auth.token)
      .then((user) => { if (!user) this.deny(); else client.data.user = user; })
      .catch(() => client.disconnect());`),
    connection(`this.auth.verify(client.handshake.auth.token)
      .then((user) => { if (!user) return; return this.auth.load(user); })
      .then((profile) => { client.join(profile.room); })
      .catch(() => client.disconnect());`),
    connection(`this.auth.verify(client.handshake.auth.token)
      .then((user) => { if (user) client.join(user.id); })
      .catch(() => null)
      .finally(() => { if (client.rooms.size < 2) client.disconnect(); });`),
    connection(`[
      this.auth.verify(client.handshake.auth.token).then((user) => { if (user) client.join(user.id); }),
    ].catch(() => client.disconnect());`),
    // Everybody is sent away, the client with them.
    connection('if (!client.handshake.auth.token) this.server.disconnectSockets();'),
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); } else if (user.id) { client.join(user.id); }`),
    // A value is the same however it is written.
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); } else if (user/* its */.id) { client.join(user.id); }`),
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); } else if (user['id']) { client.join(user.id); }`),
    connection(`const { token } = client.handshake.auth;
    if (!token) { client.disconnect(); return; }
    if (/* still */ !token) { this.count++; }`),
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    const id = user.id;
    if (user) { if (id) client.join(id); } else client.disconnect();`),
    // The application's own method of the client may tell it.
    {
      code: connection(
        "if (!client.handshake.auth.token) { (client as any).refuse('no token'); client.disconnect(); }",
      ),
      ...errorEvent,
    },
    // A first check that throws, or that leaves by all its branches.
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) throw new Error('no');
    if (user.id) { client.join(user.id); }`),
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { if (this.isOpen) { client.disconnect(); return; } else throw new Error('no'); }
    if (user.id) { client.join(user.id); }`),
    connection(`for (const token of client.handshake.auth.tokens) {
      const user = await this.auth.verify(token);
      if (!user) { client.disconnect(); break; }
      if (user.id) { client.join(user.id); }
    }`),
    // What stands behind the catch of a promise, or tests what it gives.
    connection(`if (!(await this.auth.verify(client.handshake.auth.token).catch(() => null))) {
      client.disconnect();
    }`),
    connection(`this.auth.verify(client.handshake.auth.token)
      .catch(() => null)
      .then((user) => { if (!user) client.disconnect(); });`),
    connection(`client.on('token', (token) => {
      this.auth.verify(token, client.handshake.auth.token).catch((error) => this.logger.warn(error));
    });`),
    // The client is disconnected, in whatever way.
    connection('if (!client.handshake.auth.token) { client.disconnect(); return; }'),
    connection('if (!client.handshake.auth.token) return client.disconnect(true);'),
    connection('if (!client.handshake.auth.token) { client.conn.close(); }'),
    connection(
      'if (!client.handshake.auth.token) { this.server.in(client.id).disconnectSockets(); return; }',
    ),
    connection(
      'if (!client.handshake.auth.token) { setTimeout(() => client.disconnect(), 100); return; }',
    ),
    connection(
      'const { token } = client.handshake.auth; if (token) { this.jwt.verify(token); } else { client.disconnect(); }',
    ),
    connection(
      'const { token } = client.handshake.auth; if (token) { this.jwt.verify(token); return; } client.disconnect();',
    ),
    connection(
      'let user; if (client.handshake.auth.token) { user = this.jwt.verify(client.handshake.auth.token); } if (!user) client.disconnect();',
    ),
    connection(
      'try { this.jwt.verify(client.handshake.auth.token); } catch { client.disconnect(); }',
    ),
    connection(
      'let ok = false; try { this.jwt.verify(client.handshake.auth.token); ok = true; } catch (e) { this.logger.warn(e); } if (!ok) client.disconnect();',
    ),
    connection(
      'let ok = false; try { this.jwt.verify(client.handshake.auth.token); ok = true; } catch (e) { return; } finally { if (!ok) client.disconnect(); }',
    ),
    connection(
      'try { if (!client.handshake.auth.token) return; this.open(); } finally { this.release(client); }',
    ),
    connection(
      'try { this.jwt.verify(client.handshake.auth.token); } catch (e) { if (e instanceof TokenExpiredError) client.disconnect(); }',
    ),
    connection(
      'for (const name of names) { if (!client.handshake.auth.token) break; } client.disconnect();',
    ),
    connection(
      'if (this.isOpen) { if (!client.handshake.auth.token) { this.count++; } } client.disconnect();',
    ),
    connection(
      'switch (kind) { case 1: if (!client.handshake.auth.token) this.count++; client.disconnect(); }',
    ),
    gateway(`handleConnection(client: Socket) {
    this.auth.verify(client.handshake.auth.token).then((user) => { client.data.user = user; }).catch(() => client.disconnect());
  } ${SECRET}`),
    gateway(`handleConnection(client: Socket) {
    this.auth.verify(client.handshake.auth.token)
      .then((user) => { if (!user) return Promise.reject(); })
      .catch(() => client.disconnect());
  } ${SECRET}`),
    // Handed on, thrown, or let in as a guest.
    connection(
      'if (!client.handshake.auth.token) return this.kick(client);',
      `${SECRET}
  private kick(client: Socket) { client.emit('exception', {}); client.disconnect(); }`,
    ),
    connection(
      'if (!client.handshake.auth.token) return this.kick(client);',
      `${SECRET}
  private kick(client: Socket) { this.sockets.end(client); }`,
    ),
    connection('if (!client.handshake.auth.token) { this.sockets.reject({ client }); return; }'),
    connection('if (!client.handshake.auth.token) { reject(client, "no token"); return; }'),
    connection('if (!client.handshake.auth.token) { this.sockets.kick(client.id); return; }'),
    connection(
      'if (!client.handshake.auth.token) { this.sessions.add(new Session(client)); return; }',
    ),
    connection(
      'if (!client.handshake.auth.token) { return [client].forEach(reject.bind(null, client)); }',
    ),
    connection('if (!client.handshake.auth.token) throw new Error("no");'),
    connection(
      'try { this.jwt.verify(client.handshake.auth.token); } catch (e) { throw new Error("no"); }',
    ),
    connection(
      'try { client.data.user = this.jwt.verify(client.handshake.auth.token); } catch { client.data.user = null; }',
    ),
    connection(
      'if (!client.handshake.auth.token) { Object.assign(client.data, { role: "guest" }); return; }',
    ),
    connection('if (!client.handshake.auth.token) { (client as any).user = GUEST; return; }'),
    connection(
      'if (!client.handshake.auth.token) { Object.assign(client, { role: "guest" }); return; }',
    ),
    // The side that fails is the one that settles it.
    connection('if (client.handshake.auth.token === undefined) client.disconnect();'),
    connection("if (typeof client.handshake.auth.token === 'undefined') client.disconnect();"),
    connection(
      "if (typeof client.handshake.auth.token !== 'undefined') { this.count++; } else { client.disconnect(); }",
    ),
    connection(
      "if (typeof client.handshake.auth.token === 'string') { this.count++; } else { client.disconnect(); }",
    ),
    connection("if (typeof client.handshake.auth.token !== 'string') client.disconnect();"),
    // A comparison that does not tell.
    connection("if (client.handshake.auth.token === 'master') { this.count++; }"),
    connection("if (client.handshake.auth.token > '') { this.count++; }"),
    connection('if (+client.handshake.auth.token === 42) { this.count++; }'),
    // A check of something else.
    connection('const { username } = client.handshake.auth; if (!username) return;'),
    connection('const { username } = client.handshake.auth ?? {}; if (!username) return;'),
    connection(
      'const { userId } = client.handshake.query; if (userId) { this.online.add(userId); }',
    ),
    connection(
      'const userId = this.userOf(client); if (!userId) return;',
      `${SECRET}
  private userOf(client: Socket) { return client.handshake.query.userId; }`,
    ),
    connection('const room = await this.rooms.of(client); if (!room) return;'),
    connection('if (!this.isOpen) return;'),
    connection('if (client.handshake.auth.token.startsWith("Bearer ")) { this.count++; }'),
    connection('if (client.handshake.headers.authorization.length > 99) return;'),
    connection('const author = client.handshake.query.author; if (!author) return;'),
    connection('if (client.handshake.auth.token === process.env.TOKEN) { this.count++; }'),
    connection(
      'if (~client.handshake.auth.token) return; if (typeof this.x === "string" || +this.y) return;',
    ),
    connection('if (typeof token > 1) return; if (typeof other === "string") return;'),
    // What comes later, or says that the client is not to be let in.
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); return; }
    const unread = await this.messages.unread(user.id);
    if (!unread) return;
    if (user.isAdmin) { client.join('admins'); }
    try { await this.presence.online(user.id); } catch (error) { this.logger.error(error); }`),
    // What has been checked is asked for again under the name that the socket keeps it by.
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); return; }
    client.data.user = user;
    if (client.data.user) { client.join('members'); }`),
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); return; }
    (client as any).userId = user.id.toString();
    if ((client as any).userId) { client.join('members'); }`),
    connection(`const user = await this.auth.verify(client.handshake.auth.token);
    if (!user) { client.disconnect(); return; }
    const { data } = client;
    client.data.userId = String(user.id);
    if (data.userId) { client.join('members'); }`),
    connection(`const { data, error } = await this.supabase.auth.getUser(client.handshake.auth.token);
    if (error) { client.disconnect(); return; }
    client.join(data.user.id);`),
    connection(`const { token } = client.handshake.auth;
    if (this.tokens.isRevoked(token)) { client.disconnect(); return; }
    const isBlocked = await this.tokens.isBlocked(token);
    if (isBlocked) { client.disconnect(); return; }
    client.join('lobby');`),
    connection(`let { token } = client.handshake.auth;
    if (typeof token === 'string' && token.startsWith('Bearer ')) { token = token.slice(7); }
    this.user = this.jwt.verify(token);`),
    // A verification that is handed the client may have disconnected it.
    connection('const user = await this.auth.authenticate(client); if (!user) return;'),
    connection('if (!(await this.auth.authenticate(client))) return;'),
    connection('await this.auth.authenticate(client); if (!client.data.user) return;'),
    connection('try { await this.auth.authenticate(client); } catch (e) { this.logger.warn(e); }'),
    connection(
      'const user = await this.find(client); if (!user) return;',
      `${SECRET}
  private async find(client: Socket) {
    const { token } = client.handshake.auth;
    if (!token) { client.disconnect(); return null; }
    return this.auth.verify(token);
  }`,
    ),
    // Callbacks for others.
    connection(
      "client.on('token', (token) => { if (!client.handshake.auth.token) return; try { this.jwt.verify(token); } catch {} });",
    ),
    connection(
      'const promise = this.auth.verify(client.handshake.auth.token); promise.catch; this.rooms.load().catch(() => 1); this.auth.verify(client.handshake.auth.token).catch(fail);',
    ),
    connection(
      'try { this.rooms.load(); } catch {} try { this.jwt.verify(client.handshake.auth.token); } finally { this.count++; }',
    ),
    // Nobody is served before it is known.
    connection('if (!client.handshake.auth.token) return;', ''),
    connection('if (!client.handshake.auth.token) return;', `@UseGuards(WsAuthGuard) ${SECRET}`),
    connection(
      'if (!client.handshake.auth.token) return;',
      `afterInit(server: Server) { server.use(authenticate); } ${SECRET}`,
    ),
    connection(
      'if (!client.handshake.auth.token) return;',
      `@SubscribeMessage('a') a(client: Socket) { if (!client.data.user) return; return 'a'; }`,
    ),
    {
      code: connection('if (!client.handshake.auth.token) return;'),
      settings: { 'nestjs-gateway': { globalEnhancers: ['guards'] } },
    },
    // What cannot be seen.
    connection('if (!client.handshake.auth.token) return;').replace(
      'ChatGateway {',
      'ChatGateway extends Base {',
    ),
    connection('if (!client.handshake.auth.token) return;').replaceAll(
      '@nestjs/websockets',
      './websockets',
    ),
    gateway(SECRET),
    gateway(`handleConnection() {} ${SECRET}`),
    // ws.
    `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { WebSocket } from 'ws';
@WebSocketGateway() class A {
  handleConnection(client: WebSocket, request) {
    if (!request.headers.authorization) { client.close(4401); return; }
    try { this.jwt.verify(request.headers.authorization); } catch { client.terminate(); }
  }
  ${SECRET}
}`,
    // errorEvent.
    {
      code: connection(
        "if (!client.handshake.auth.token) { client.emit('exception', {}); client.disconnect(); }",
      ),
      ...errorEvent,
    },
    {
      code: connection(
        "if (!client.handshake.auth.token) { this.server.to(client.id).emit('exception', {}); client.disconnect(); }",
      ),
      ...errorEvent,
    },
    {
      code: connection(
        'if (!client.handshake.auth.token) return this.kick(client);',
        `${SECRET}
  private kick(client: Socket) { client.emit('exception', {}); client.disconnect(); }`,
      ),
      ...errorEvent,
    },
    {
      code: connection(
        "if (!client.handshake.auth.token) { client.emit('exception', {}); return this.kick(client); }",
        `${SECRET}
  private kick(client: Socket) { client.disconnect(); }`,
      ),
      ...errorEvent,
    },
    {
      code: connection('if (!client.handshake.auth.token) { this.sockets.kick(client); }'),
      ...errorEvent,
    },
    { code: connection('if (this.isFull) { client.disconnect(); }'), ...errorEvent },
    {
      code: connection('if (!client.handshake.auth.token) { client.disconnect(); }'),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
      ...errorEvent,
    },
    connection('if (!client.handshake.auth.token) { client.disconnect(); }'),
  ],
});

import rule from '../../src/rules/require-ws-guard.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `
import { applyDecorators, SetMetadata, UseGuards, UsePipes } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
`;

/** A gateway whose members start on line 7. */
function gateway(members: string, imports = IMPORTS, decorators = ''): string {
  return `${imports}${decorators}
@WebSocketGateway()
class ChatGateway {
${members}
}`;
}

const JOIN = `@SubscribeMessage('join') join(client: Socket) {}`;

function unguarded(handler: string) {
  return { messageId: 'unguarded', data: { handler } } as const;
}

new RuleTester().run('require-ws-guard', rule, {
  invalid: [
    {
      code: gateway(JOIN),
      errors: [{ ...unguarded('join'), line: 7, column: 27, endLine: 7, endColumn: 31 }],
    },
    {
      name: 'each handler',
      code: gateway(`
        @SubscribeMessage('join') join() {}
        @UseGuards(WsAuthGuard) @SubscribeMessage('leave') leave() {}
        @SubscribeMessage('say') async 'say it'() {}
      `),
      errors: [unguarded('join'), { ...unguarded('say it'), line: 10, column: 40, endColumn: 48 }],
    },
    {
      name: 'a guard on a hook guards nothing',
      code: gateway(`@UseGuards(WsAuthGuard) handleConnection() {} ${JOIN}`),
      errors: [unguarded('join')],
    },
    {
      name: 'other enhancers',
      code: gateway(`@UsePipes(WsPipe) ${JOIN}`),
      errors: [unguarded('join')],
    },
    {
      name: 'a guard of another package by that name',
      code: gateway(
        JOIN,
        `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'; const UseGuards = (...guards: unknown[]) => SetMetadata('guards', guards); import { SetMetadata } from '@nestjs/common';`,
        '\n@UseGuards(WsAuthGuard)',
      ),
      errors: [unguarded('join')],
    },
    {
      name: 'an alias and a namespace import',
      code: `
        import { SubscribeMessage as On } from '@nestjs/websockets';
        import * as ws from '@nestjs/websockets';
        @ws.WebSocketGateway()
        class ChatGateway { @On('join') join() {} @ws.SubscribeMessage('leave') leave() {} }`,
      errors: [unguarded('join'), unguarded('leave')],
    },
    {
      name: 'a base class of the file without a guard',
      code: `${IMPORTS}
        abstract class SocketGateway { handleConnection() {} }
        @WebSocketGateway()
        class ChatGateway extends SocketGateway { ${JOIN} }`,
      errors: [unguarded('join')],
    },
    {
      name: 'settings that name another global enhancer',
      code: gateway(JOIN),
      settings: { 'nestjs-gateway': { globalEnhancers: ['pipes'] } },
      errors: [unguarded('join')],
    },
    {
      name: 'a gateway of ws',
      code: gateway(
        `@SubscribeMessage('join') join(client: WebSocket) {}`,
        `${IMPORTS} import { WebSocket } from 'ws';`,
      ),
      errors: [unguarded('join')],
    },
    {
      name: 'afterInit that does nothing to the server',
      code: gateway(`
        @WebSocketServer() server: Server;
        afterInit(server: Server) { this.logger.log(server, this.server); this.count(server.sockets); this.keep(server); }
        keep(server: Server) { this.kept = server; }
        ${JOIN}
      `),
      errors: [unguarded('join')],
    },
    {
      name: 'a name that is not listed as public',
      code: gateway(`@Open() ${JOIN}`, `${IMPORTS} const Open = () => SetMetadata('open', true);`),
      errors: [unguarded('join')],
    },
    {
      name: 'a list in options replaces the one by default',
      code: gateway(
        `@Public() ${JOIN}`,
        `${IMPORTS} const Public = () => SetMetadata('public', true);`,
      ),
      options: [{ public: ['Open'] }],
      errors: [unguarded('join')],
    },
    {
      name: 'a check by hand of something other than the client, and one of the room it is in',
      code: gateway(`
        @SubscribeMessage('code') code(client: Socket, data: string) { this.mail.verifyCode(data); }
        @SubscribeMessage('say') say(client: Socket) { if (!isInRoom(client)) throw new WsException('no'); }
      `),
      errors: [unguarded('code'), unguarded('say')],
    },
  ],
  valid: [
    { name: 'on the handler', code: gateway(`@UseGuards(WsAuthGuard) ${JOIN}`) },
    { name: 'on the class', code: gateway(JOIN, IMPORTS, '\n@UseGuards(new WsAuthGuard())') },
    {
      name: 'on a base class of the file',
      code: `${IMPORTS}
        @UseGuards(WsAuthGuard) class SocketGateway {}
        @WebSocketGateway() class ChatGateway extends SocketGateway { ${JOIN} }`,
    },
    {
      name: 'by a decorator of the file',
      code: gateway(
        `@Auth('user') ${JOIN}`,
        `${IMPORTS} const Auth = (role: string) => applyDecorators(SetMetadata('role', role), UseGuards(WsAuthGuard));`,
      ),
    },
    {
      name: 'by a decorator that is not seen, on the handler or the class',
      code: `${gateway(`@Auth() ${JOIN}`, `${IMPORTS} import { Auth } from './auth';`)}
        @Auth() @WebSocketGateway() class OtherGateway { ${JOIN} }`,
    },
    {
      name: 'a base class that is not seen',
      code: `${IMPORTS} @WebSocketGateway() class ChatGateway extends SocketGateway { ${JOIN} }`,
    },
    {
      name: 'handlers in a class without a gateway decorator',
      code: `${IMPORTS} class ChatGateway extends SocketGateway { ${JOIN} }`,
    },
    {
      name: 'global guards, which reach gateways from Nest 12 on',
      code: gateway(JOIN),
      settings: { 'nestjs-gateway': { globalEnhancers: ['guards'] } },
    },
    {
      name: 'a decorator that settings name as a guard',
      code: gateway(
        `@SignedIn() ${JOIN}`,
        `${IMPORTS} const SignedIn = () => SetMetadata('signed', true);`,
      ),
      settings: { 'nestjs-gateway': { decorators: { guards: ['SignedIn'] } } },
    },
    {
      name: 'a middleware in afterInit',
      code: gateway(`afterInit(server: Server) { server.use((client, next) => next()); } ${JOIN}`),
    },
    {
      name: 'a middleware on the field of the server',
      code: gateway(
        `@WebSocketServer() server: Server; onModuleInit() { this.server?.use(auth); } ${JOIN}`,
      ),
    },
    {
      name: 'a middleware one method away',
      code: gateway(
        `afterInit(server: Server) { this.secure(server); } secure(server: Server) { server.use(auth); } ${JOIN}`,
      ),
    },
    {
      name: 'a server handed to what is not seen',
      code: gateway(`afterInit(server: Server) { this.auth.install(server); } ${JOIN}`),
    },
    {
      name: 'the field of the server handed to what is not seen',
      code: gateway(
        `@WebSocketServer() private readonly io: Server; afterInit() { secure(this.io); } ${JOIN}`,
      ),
    },
    {
      name: 'a guard that is called by hand',
      code: gateway(
        `@SubscribeMessage('join') async join(client: Socket) { await this.check(client); }
         async check(client: Socket) { if (!(await this.guard.canActivate(client))) throw new Error(); }`,
      ),
    },
    {
      name: 'another check of the client that is made by hand',
      code: gateway(
        `@SubscribeMessage('join') join(@ConnectedSocket() client: Socket) { if (!this.jwtGuard.verifyOrDisconnect(client, this.logger)) return; }
         @SubscribeMessage('leave') async leave(client: Socket) { await this.accept(client); }
         async accept(socket: Socket) { await this.auth.authenticate({ socket }); }`,
      ),
    },
    {
      name: 'a public handler and a public gateway',
      code: `${gateway(`@Public() ${JOIN}`, `${IMPORTS} const Public = () => SetMetadata('public', true);`)}
        @Public() @WebSocketGateway() class OpenGateway { ${JOIN} }`,
    },
    {
      name: 'public by another name, imported under an alias',
      code: gateway(
        `@Anyone() ${JOIN}`,
        `${IMPORTS} import { Open as Anyone } from '@nestjs/open';`,
      ),
      options: [{ public: ['Open'] }],
    },
    { name: 'no handlers', code: gateway(`handleConnection() {} join() {}`) },
    {
      name: 'a decorator of that name from elsewhere',
      code: gateway(JOIN, `import { SubscribeMessage, WebSocketGateway } from './sockets';`),
    },
  ],
});

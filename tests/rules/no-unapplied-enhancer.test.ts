import rule from '../../src/rules/no-unapplied-enhancer.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `
import { applyDecorators, Controller, Get, SetMetadata, UseFilters, UseGuards, UseInterceptors, UsePipes, ValidationPipe } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
`;

/** A gateway whose members start on line 6. */
function gateway(members: string, imports = IMPORTS): string {
  return `${imports}
@WebSocketGateway()
class ChatGateway {
${members}
}`;
}

new RuleTester().run('no-unapplied-enhancer', rule, {
  invalid: [
    {
      name: 'a guard on handleConnection',
      code: gateway(`@UseGuards(WsAuthGuard) handleConnection(client: Socket) {}`),
      errors: [
        {
          messageId: 'onHook',
          data: { method: 'handleConnection', effect: 'no guard stands before it' },
          line: 7,
          column: 1,
          endLine: 7,
          endColumn: 24,
        },
      ],
    },
    {
      name: 'a guard beside a decorator that does nothing there either',
      code: gateway(
        `@WebSocketServer() @UseGuards(WsAuthGuard) handleConnection(client) {}`,
      ).replace('WebSocketGateway }', 'WebSocketGateway, WebSocketServer }'),
      errors: [{ messageId: 'onHook' }],
    },
    {
      name: 'every enhancer, on every hook',
      code: gateway(`
        @UsePipes(new ValidationPipe()) afterInit() {}
        @UseFilters(WsFilter) handleConnection() {}
        @UseInterceptors(LogInterceptor) @UseGuards(WsAuthGuard) handleDisconnect() {}
      `),
      errors: [
        {
          messageId: 'onHook',
          data: { method: 'afterInit', effect: 'no pipe checks what it is given' },
        },
        {
          messageId: 'onHook',
          data: { method: 'handleConnection', effect: 'no filter catches what it throws' },
        },
        {
          messageId: 'onHook',
          data: { method: 'handleDisconnect', effect: 'no interceptor runs around it' },
        },
        {
          messageId: 'onHook',
          data: { method: 'handleDisconnect', effect: 'no guard stands before it' },
        },
      ],
    },
    {
      name: 'a hook that is an arrow property',
      code: gateway(`@UseGuards(WsAuthGuard) handleConnection = (client: Socket) => {};`),
      errors: [{ messageId: 'onHook', line: 7, column: 1 }],
    },
    {
      name: 'a method that is no handler',
      code: gateway(`@UseGuards(WsAuthGuard) notify(room: string) {}`),
      errors: [
        {
          messageId: 'onMethod',
          data: { method: 'notify', effect: 'no guard stands before it' },
          line: 7,
          column: 1,
          endColumn: 24,
        },
      ],
    },
    {
      name: 'a static method named as a hook is none',
      code: gateway(`@UseGuards(WsAuthGuard) static handleConnection() {}`),
      errors: [{ messageId: 'onMethod' }],
    },
    {
      name: 'a module hook',
      code: gateway(`@UseFilters(WsFilter) onModuleInit() {}`),
      errors: [{ messageId: 'onMethod' }],
    },
    {
      name: 'parameter decorators on a hook',
      code: gateway(
        `handleConnection(@ConnectedSocket() client: Socket, @MessageBody() body: unknown) {}`,
      ),
      errors: [
        {
          messageId: 'hookParameter',
          data: { name: 'ConnectedSocket', method: 'handleConnection' },
          line: 7,
          column: 18,
          endLine: 7,
          endColumn: 36,
        },
        {
          messageId: 'hookParameter',
          data: { name: 'MessageBody', method: 'handleConnection' },
          column: 53,
          endColumn: 67,
        },
      ],
    },
    {
      name: 'parameter decorators on a method that is no handler',
      code: gateway(`join(@MessageBody('room') room: string) {}`),
      errors: [
        {
          messageId: 'methodParameter',
          data: { name: 'MessageBody', method: 'join' },
          column: 6,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a decorator of the file that is put together from Nest alone',
      code: gateway(
        `@Auth() handleConnection() {}`,
        `${IMPORTS} const Auth = () => applyDecorators(SetMetadata('ws', true), UseGuards(WsAuthGuard));`,
      ),
      errors: [
        {
          messageId: 'onHook',
          data: { method: 'handleConnection', effect: 'no guard stands before it' },
        },
      ],
    },
    {
      name: 'metadata beside it',
      code: gateway(`@SetMetadata('roles', []) @UseGuards(RolesGuard) notify() {}`),
      errors: [{ messageId: 'onMethod', column: 27 }],
    },
    {
      name: 'an alias and a namespace import',
      code: `
        import { UseGuards as Guarded } from '@nestjs/common';
        import * as common from '@nestjs/common';
        import * as ws from '@nestjs/websockets';
        @ws.WebSocketGateway()
        class ChatGateway {
          @Guarded(WsAuthGuard) handleConnection() {}
          @common.UsePipes(WsPipe) notify(@ws.MessageBody() body: unknown) {}
        }`,
      errors: [
        { messageId: 'onHook', line: 7 },
        { messageId: 'onMethod', line: 8 },
        { messageId: 'methodParameter', line: 8 },
      ],
    },
    {
      name: 'deep paths',
      code: `
        import { UseGuards } from '@nestjs/common/decorators/core/use-guards.decorator';
        import { WebSocketGateway } from '@nestjs/websockets/decorators/socket-gateway.decorator';
        @WebSocketGateway()
        class ChatGateway { @UseGuards(WsAuthGuard) handleConnection() {} }`,
      errors: [{ messageId: 'onHook' }],
    },
    {
      name: 'a barrel that settings name',
      code: gateway(
        `@UseGuards(WsAuthGuard) handleConnection() {}`,
        `import { UseGuards, WebSocketGateway } from '@app/nest';`,
      ),
      settings: { 'nestjs-gateway': { modules: ['@app/nest'] } },
      errors: [{ messageId: 'onHook' }],
    },
    {
      name: 'a gateway whose base class is not seen: its hooks are hooks all the same',
      code: `${IMPORTS}
        @WebSocketGateway()
        class ChatGateway extends SocketGateway { @UseGuards(WsAuthGuard) handleConnection() {} }`,
      errors: [{ messageId: 'onHook' }],
    },
    {
      name: 'a gateway of ws',
      code: gateway(
        `@UseGuards(WsAuthGuard) handleConnection(client: WebSocket) {}`,
        `${IMPORTS} import { WebSocket } from 'ws';`,
      ),
      errors: [{ messageId: 'onHook' }],
    },
    {
      name: 'a route of a gateway that is no controller',
      code: gateway(`@Get() @UseGuards(WsAuthGuard) list() {}`),
      errors: [{ messageId: 'onMethod' }],
    },
  ],
  valid: [
    {
      name: 'handlers and the class',
      code: `${IMPORTS}
        @UseGuards(WsAuthGuard)
        @WebSocketGateway()
        class ChatGateway {
          @UseGuards(WsAuthGuard) @UsePipes(new ValidationPipe()) @SubscribeMessage('join')
          join(@ConnectedSocket() client: Socket, @MessageBody() dto: JoinDto) {}
          handleConnection(client: Socket) {}
          notify(room: string) {}
        }`,
    },
    {
      name: 'a handler that is bound by a decorator of the file',
      code: gateway(
        `@On('join') @UseGuards(WsAuthGuard) join(@MessageBody() dto: JoinDto) {}`,
        `${IMPORTS} const On = (event: string) => applyDecorators(SubscribeMessage(event));`,
      ),
    },
    {
      name: 'a dead subscription is another rule’s finding',
      code: gateway(`@SubscribeMessage('join') @UseGuards(WsAuthGuard) static join() {}`),
    },
    {
      name: 'a decorator of another package, which may call the method',
      code: gateway(
        `@MessagePattern('sum') @UseGuards(RpcGuard) sum() {}
         @OnEvent('order') @UseFilters(EventFilter) onOrder() {}
         @Listen() handleJoin(@MessageBody() body: unknown) {}`,
        `${IMPORTS} import { MessagePattern } from '@nestjs/microservices'; import { OnEvent } from '@nestjs/event-emitter'; import { Listen } from './listen';`,
      ),
    },
    {
      name: 'a decorator of the file that does more than put Nest’s together',
      code: gateway(
        `@Listen() @UseGuards(WsAuthGuard) join() {}
         @Both() leave() {}`,
        `${IMPORTS}
         import { OnEvent } from '@nestjs/event-emitter';
         function Listen() { return (target: object, key: string) => {}; }
         const Both = () => applyDecorators(OnEvent('left'), UseGuards(WsAuthGuard));`,
      ),
    },
    {
      name: 'a global decorator',
      code: gateway(`@Listen() @UseGuards(WsAuthGuard) join() {}`),
    },
    {
      name: 'decorators of that name from elsewhere',
      code: gateway(
        `@UseGuards(WsAuthGuard) handleConnection() {}`,
        `import { WebSocketGateway } from '@nestjs/websockets'; import { UseGuards } from './guards';`,
      ),
    },
    {
      name: 'a class that is no gateway',
      code: `${IMPORTS} @Controller() class RoomController { @UseGuards(AuthGuard) handleConnection() {} }`,
    },
    {
      name: 'the routes of a class that is a controller as well',
      code: `${IMPORTS}
        @Controller('rooms')
        @WebSocketGateway()
        class ChatGateway { @Get() @UseGuards(AuthGuard) list() {} }`,
    },
    {
      name: 'other parameter decorators',
      code: gateway(
        `notify(@Optional() room: string) {}`,
        `${IMPORTS} import { Optional } from '@nestjs/common';`,
      ),
    },
    {
      name: 'the constructor',
      code: gateway(`constructor(@MessageBody() private readonly body: unknown) {}`),
    },
  ],
});

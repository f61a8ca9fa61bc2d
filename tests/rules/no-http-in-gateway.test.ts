import rule from '../../src/rules/no-http-in-gateway.ts';
import { RuleTester } from './rule-tester.ts';

new RuleTester().run('no-http-in-gateway', rule, {
  invalid: [
    {
      name: 'a controller',
      code: `
        import { Controller } from '@nestjs/common';
        import { WebSocketGateway } from '@nestjs/websockets';

        @Controller('chat')
        @WebSocketGateway()
        export class ChatGateway {}
      `,
      output: null,
      errors: [
        {
          messageId: 'controller',
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 28,
        },
      ],
    },
    {
      name: 'a controller below the gateway',
      code: `
        import { Controller } from '@nestjs/common';
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        @Controller()
        export class ChatGateway {}
      `,
      output: null,
      errors: [
        {
          messageId: 'controller',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 22,
        },
      ],
    },
    {
      name: 'a controller inside a decorator of the file',
      code: `
        import { Controller, UseGuards, applyDecorators } from '@nestjs/common';
        import { WebSocketGateway } from '@nestjs/websockets';

        const Api = (path: string) => applyDecorators(Controller(path), UseGuards(AuthGuard));

        @Api('chat')
        @WebSocketGateway()
        export class ChatGateway {}
      `,
      output: null,
      errors: [
        {
          messageId: 'controller',
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 21,
        },
      ],
    },
    {
      name: 'a controller whose routes work on its own instance',
      code: `
        import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @Controller('chat')
        @WebSocketGateway()
        export class ChatGateway {
          @Get()
          find(@Query('room') room: string, @Res() response: Response) {}

          @Post()
          @SubscribeMessage('say')
          say(@Body() text: string) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'controller',
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 28,
        },
      ],
    },
    {
      name: 'a controller with a handler that is no route',
      code: `
        import { Controller, Query } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @Controller('chat')
        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('find')
          find(@Query('room') room: string) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'controller',
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 28,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'Query' },
          line: 9,
          column: 16,
          endLine: 9,
          endColumn: 30,
        },
      ],
    },
    {
      name: 'routes',
      code: `
        import { All, Delete, Get, Head, Options, Patch, Post, Put, Search, Sse } from '@nestjs/common';
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          @Get('one') one() {}
          @Post() two() {}
          @Put() three() {}
          @Patch() four() {}
          @Delete() five() {}
          @Options() six() {}
          @Head() seven() {}
          @All() eight() {}
          @Search() nine() {}
          @Sse() ten() {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'route',
          data: { name: 'Get' },
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 22,
        },
        {
          messageId: 'route',
          data: { name: 'Post' },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 18,
        },
        {
          messageId: 'route',
          data: { name: 'Put' },
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 17,
        },
        {
          messageId: 'route',
          data: { name: 'Patch' },
          line: 10,
          column: 11,
          endLine: 10,
          endColumn: 19,
        },
        {
          messageId: 'route',
          data: { name: 'Delete' },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 20,
        },
        {
          messageId: 'route',
          data: { name: 'Options' },
          line: 12,
          column: 11,
          endLine: 12,
          endColumn: 21,
        },
        {
          messageId: 'route',
          data: { name: 'Head' },
          line: 13,
          column: 11,
          endLine: 13,
          endColumn: 18,
        },
        {
          messageId: 'route',
          data: { name: 'All' },
          line: 14,
          column: 11,
          endLine: 14,
          endColumn: 17,
        },
        {
          messageId: 'route',
          data: { name: 'Search' },
          line: 15,
          column: 11,
          endLine: 15,
          endColumn: 20,
        },
        {
          messageId: 'route',
          data: { name: 'Sse' },
          line: 16,
          column: 11,
          endLine: 16,
          endColumn: 17,
        },
      ],
    },
    {
      name: 'a route on a handler',
      code: `
        import { Get } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          @Get()
          @SubscribeMessage('find')
          find() {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'route',
          data: { name: 'Get' },
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 17,
        },
      ],
    },
    {
      name: 'what shapes an HTTP response',
      code: `
        import { Header, HttpCode, Redirect, Render } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          @HttpCode(204)
          @Header('cache-control', 'none')
          @Redirect('/elsewhere')
          @Render('page')
          @SubscribeMessage('find')
          find() {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'response',
          data: { name: 'HttpCode' },
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 25,
        },
        {
          messageId: 'response',
          data: { name: 'Header' },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 43,
        },
        {
          messageId: 'response',
          data: { name: 'Redirect' },
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 34,
        },
        {
          messageId: 'response',
          data: { name: 'Render' },
          line: 10,
          column: 11,
          endLine: 10,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a route inside a decorator of the file is one finding',
      code: `
        import { Get, HttpCode, applyDecorators } from '@nestjs/common';
        import { WebSocketGateway } from '@nestjs/websockets';

        const Find = (path: string) => applyDecorators(Get(path), HttpCode(200));

        @WebSocketGateway()
        export class ChatGateway {
          @Find('one')
          one() {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'route',
          data: { name: 'Get' },
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 23,
        },
      ],
    },
    {
      name: 'parameters that are null',
      code: `
        import {
          Headers, HostParam, Ip, Next, Param, Query, RawBody, Res, Response, Session, UploadedFile, UploadedFiles,
        } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('find')
          find(
            @Res() a: unknown,
            @Response() b: unknown,
            @Next() c: unknown,
            @Query('room') d: string,
            @Param('room') e: string,
            @Headers('authorization') f: string,
            @Session() g: unknown,
            @Ip() h: string,
            @HostParam() i: string,
            @UploadedFile() j: unknown,
            @UploadedFiles() k: unknown,
            @RawBody() l: unknown,
          ) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'nullParameter',
          data: { name: 'Res' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 19,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'Response' },
          line: 12,
          column: 13,
          endLine: 12,
          endColumn: 24,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'Next' },
          line: 13,
          column: 13,
          endLine: 13,
          endColumn: 20,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'Query' },
          line: 14,
          column: 13,
          endLine: 14,
          endColumn: 27,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'Param' },
          line: 15,
          column: 13,
          endLine: 15,
          endColumn: 27,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'Headers' },
          line: 16,
          column: 13,
          endLine: 16,
          endColumn: 38,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'Session' },
          line: 17,
          column: 13,
          endLine: 17,
          endColumn: 23,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'Ip' },
          line: 18,
          column: 13,
          endLine: 18,
          endColumn: 18,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'HostParam' },
          line: 19,
          column: 13,
          endLine: 19,
          endColumn: 25,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'UploadedFile' },
          line: 20,
          column: 13,
          endLine: 20,
          endColumn: 28,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'UploadedFiles' },
          line: 21,
          column: 13,
          endLine: 21,
          endColumn: 29,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'RawBody' },
          line: 22,
          column: 13,
          endLine: 22,
          endColumn: 23,
        },
      ],
    },
    {
      name: 'a parameter with a decorator and a type of HTTP is one finding',
      code: `
        import { Res } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Response } from 'express';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('find')
          find(@Res() response: Response) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'nullParameter',
          data: { name: 'Res' },
          line: 9,
          column: 16,
          endLine: 9,
          endColumn: 22,
        },
      ],
    },
    {
      name: 'parameters that work, with the import there is',
      code: `
        import { Body, Req } from '@nestjs/common';
        import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@Req() client: Socket, @Body('text', TrimPipe) text: string) {}

          @SubscribeMessage('join')
          join(@ConnectedSocket() client: Socket, @MessageBody() room: string) {}
        }
      `,
      output: `
        import { Body, Req } from '@nestjs/common';
        import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@ConnectedSocket() client: Socket, @MessageBody('text', TrimPipe) text: string) {}

          @SubscribeMessage('join')
          join(@ConnectedSocket() client: Socket, @MessageBody() room: string) {}
        }
      `,
      errors: [
        {
          messageId: 'counterpart',
          data: { name: 'Req', what: 'socket', counterpart: 'ConnectedSocket' },
          line: 9,
          column: 15,
          endLine: 9,
          endColumn: 21,
        },
        {
          messageId: 'counterpart',
          data: { name: 'Body', what: 'message body', counterpart: 'MessageBody' },
          line: 9,
          column: 38,
          endLine: 9,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'parameters that work, with imports to add',
      code: `
        import { Body, Request } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@Request() /* the client */ client: Socket, @Body() text: string) {}
        }
      `,
      output: [
        `
        import { Body, Request } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway, ConnectedSocket } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@ConnectedSocket() /* the client */ client: Socket, @Body() text: string) {}
        }
      `,
        `
        import { Body, Request } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway, ConnectedSocket, MessageBody } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@ConnectedSocket() /* the client */ client: Socket, @MessageBody() text: string) {}
        }
      `,
      ],
      errors: [
        {
          messageId: 'counterpart',
          data: { name: 'Request', what: 'socket', counterpart: 'ConnectedSocket' },
          line: 9,
          column: 15,
          endLine: 9,
          endColumn: 25,
        },
        {
          messageId: 'counterpart',
          data: { name: 'Body', what: 'message body', counterpart: 'MessageBody' },
          line: 9,
          column: 59,
          endLine: 9,
          endColumn: 66,
        },
      ],
    },
    {
      name: 'parameters that work, through namespace imports',
      code: `
        import * as nest from '@nestjs/common';
        import * as ws from '@nestjs/websockets';

        @ws.WebSocketGateway()
        export class ChatGateway {
          @ws.SubscribeMessage('say')
          say(@nest.Body() text: string) {}
        }
      `,
      output: `
        import * as nest from '@nestjs/common';
        import * as ws from '@nestjs/websockets';

        @ws.WebSocketGateway()
        export class ChatGateway {
          @ws.SubscribeMessage('say')
          say(@ws.MessageBody() text: string) {}
        }
      `,
      errors: [
        {
          messageId: 'counterpart',
          data: { name: 'Body', what: 'message body', counterpart: 'MessageBody' },
          line: 8,
          column: 15,
          endLine: 8,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'parameters that work, under an alias',
      code: `
        import { Body as Payload } from '@nestjs/common';
        import { MessageBody as Message, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@Payload() text: string, @Message('room') room: string) {}
        }
      `,
      output: `
        import { Body as Payload } from '@nestjs/common';
        import { MessageBody as Message, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@Message() text: string, @Message('room') room: string) {}
        }
      `,
      errors: [
        {
          messageId: 'counterpart',
          data: { name: 'Body', what: 'message body', counterpart: 'MessageBody' },
          line: 8,
          column: 15,
          endLine: 8,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'a parameter that works, from a barrel that settings name',
      code: `
        import { Body, SubscribeMessage, WebSocketGateway } from '../nest';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@Body() text: string) {}
        }
      `,
      settings: { 'nestjs-gateway': { modules: ['../nest'] } },
      output: `
        import { Body, SubscribeMessage, WebSocketGateway } from '../nest';
import { MessageBody } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@MessageBody() text: string) {}
        }
      `,
      errors: [
        {
          messageId: 'counterpart',
          data: { name: 'Body', what: 'message body', counterpart: 'MessageBody' },
          line: 7,
          column: 15,
          endLine: 7,
          endColumn: 22,
        },
      ],
    },
    {
      name: 'no fix where the name is taken',
      code: `
        import { Body } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        class MessageBody {}

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@Body() body: MessageBody) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'counterpart',
          data: { name: 'Body', what: 'message body', counterpart: 'MessageBody' },
          line: 10,
          column: 15,
          endLine: 10,
          endColumn: 22,
        },
      ],
    },
    {
      name: 'no fix without a call, or with what the counterpart does not take',
      code: `
        import { Body, Req } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@Body text: string, @Req('headers') headers: object) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'counterpart',
          data: { name: 'Body', what: 'message body', counterpart: 'MessageBody' },
          line: 8,
          column: 15,
          endLine: 8,
          endColumn: 20,
        },
        {
          messageId: 'counterpart',
          data: { name: 'Req', what: 'socket', counterpart: 'ConnectedSocket' },
          line: 8,
          column: 35,
          endLine: 8,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'a fix that leaves a type for the next pass',
      code: `
        import { Req } from '@nestjs/common';
        import { ConnectedSocket, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import type { Request } from 'express';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@Req() request: Request) {}
        }
      `,
      output: `
        import { Req } from '@nestjs/common';
        import { ConnectedSocket, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import type { Request } from 'express';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@ConnectedSocket() request: Request) {}
        }
      `,
      errors: [
        {
          messageId: 'counterpart',
          data: { name: 'Req', what: 'socket', counterpart: 'ConnectedSocket' },
          line: 9,
          column: 15,
          endLine: 9,
          endColumn: 21,
        },
      ],
    },
    {
      name: 'parameters of hooks',
      code: `
        import { Headers, Req } from '@nestjs/common';
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(@Req() client: Socket, @Headers() headers: object) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'ignoredParameter',
          data: { name: 'Req' },
          line: 8,
          column: 28,
          endLine: 8,
          endColumn: 34,
        },
        {
          messageId: 'ignoredParameter',
          data: { name: 'Headers' },
          line: 8,
          column: 51,
          endLine: 8,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'types of Express in methods, fields and the constructor',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Request, Response } from 'express';

        @WebSocketGateway()
        export class ChatGateway {
          response?: Response;
          static last: Response<string>;

          constructor(private readonly request: Request, other: Response) {}

          @SubscribeMessage('say')
          say(client: Request, text: string) {}

          handleConnection = (client: Request) => {};

          #reply(response: Response = undefined, ...rest: Request) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'httpType',
          data: { type: 'Response' },
          line: 7,
          column: 22,
          endLine: 7,
          endColumn: 30,
        },
        {
          messageId: 'httpType',
          data: { type: 'Response' },
          line: 8,
          column: 24,
          endLine: 8,
          endColumn: 40,
        },
        {
          messageId: 'httpType',
          data: { type: 'Request' },
          line: 10,
          column: 49,
          endLine: 10,
          endColumn: 56,
        },
        {
          messageId: 'httpType',
          data: { type: 'Response' },
          line: 10,
          column: 65,
          endLine: 10,
          endColumn: 73,
        },
        {
          messageId: 'httpType',
          data: { type: 'Request' },
          line: 13,
          column: 23,
          endLine: 13,
          endColumn: 30,
        },
        {
          messageId: 'httpType',
          data: { type: 'Request' },
          line: 15,
          column: 39,
          endLine: 15,
          endColumn: 46,
        },
        {
          messageId: 'httpType',
          data: { type: 'Response' },
          line: 17,
          column: 28,
          endLine: 17,
          endColumn: 36,
        },
        {
          messageId: 'httpType',
          data: { type: 'Request' },
          line: 17,
          column: 59,
          endLine: 17,
          endColumn: 66,
        },
      ],
    },
    {
      name: 'types of Express under other names',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import express from 'express';
        import * as core from 'express-serve-static-core';
        import type { Request as Req } from 'express';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(a: express.Request, b: core.Response, c: Req) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'httpType',
          data: { type: 'Request' },
          line: 9,
          column: 31,
          endLine: 9,
          endColumn: 46,
        },
        {
          messageId: 'httpType',
          data: { type: 'Response' },
          line: 9,
          column: 51,
          endLine: 9,
          endColumn: 64,
        },
        {
          messageId: 'httpType',
          data: { type: 'Request' },
          line: 9,
          column: 69,
          endLine: 9,
          endColumn: 72,
        },
      ],
    },
    {
      name: 'types of Fastify',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { FastifyReply, FastifyRequest } from 'fastify';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(request: FastifyRequest, reply: FastifyReply) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'httpType',
          data: { type: 'FastifyRequest' },
          line: 8,
          column: 24,
          endLine: 8,
          endColumn: 38,
        },
        {
          messageId: 'httpType',
          data: { type: 'FastifyReply' },
          line: 8,
          column: 47,
          endLine: 8,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a type of Express in a gateway of ws',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Request } from 'express';
        import { WebSocket } from 'ws';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: WebSocket, request: Request) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'httpType',
          data: { type: 'Request' },
          line: 8,
          column: 56,
          endLine: 8,
          endColumn: 63,
        },
      ],
    },
    {
      name: 'a switch to HTTP',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          tokenOf(context: ExecutionContext) {
            return context.switchToHttp().getRequest().headers.authorization;
          }
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'switchToHttp',
          line: 7,
          column: 28,
          endLine: 7,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'a switch to HTTP in an arrow property and in a decorator',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @UseInterceptors({ intercept: (context, next) => (context?.switchToHttp(), next.handle()) })
        @WebSocketGateway()
        export class ChatGateway {
          tokenOf = (host: ArgumentsHost) => host['switchToHttp']().getRequest().token;
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'switchToHttp',
          line: 4,
          column: 68,
          endLine: 4,
          endColumn: 80,
        },
        {
          messageId: 'switchToHttp',
          line: 7,
          column: 51,
          endLine: 7,
          endColumn: 65,
        },
      ],
    },
    {
      name: 'the handlers of a subclass of a gateway',
      code: `
        import { Get, Query } from '@nestjs/common';
        import { SubscribeMessage } from '@nestjs/websockets';
        import { SocketGateway } from './socket.gateway';

        export class ChatGateway extends SocketGateway {
          @Get()
          @SubscribeMessage('find')
          find(@Query('room') room: string, context: ExecutionContext) {
            return context.switchToHttp().getRequest();
          }
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'route',
          data: { name: 'Get' },
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 17,
        },
        {
          messageId: 'nullParameter',
          data: { name: 'Query' },
          line: 9,
          column: 16,
          endLine: 9,
          endColumn: 30,
        },
        {
          messageId: 'switchToHttp',
          line: 10,
          column: 28,
          endLine: 10,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'the handlers of a base class that a gateway of the file extends',
      code: `
        import { Query } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        abstract class Base {
          @SubscribeMessage('find')
          find(@Query('room') room: string) {}
        }

        @WebSocketGateway()
        export class ChatGateway extends Base {}
      `,
      output: null,
      errors: [
        {
          messageId: 'nullParameter',
          data: { name: 'Query' },
          line: 7,
          column: 16,
          endLine: 7,
          endColumn: 30,
        },
      ],
    },
    {
      name: 'the handlers under a decorator that is not seen',
      code: `
        import { Query } from '@nestjs/common';
        import { SubscribeMessage } from '@nestjs/websockets';
        import { ChatSocket } from './decorators';

        @ChatSocket()
        export class ChatGateway {
          @SubscribeMessage('find')
          find(@Query('room') room: string) {}
        }
      `,
      output: null,
      errors: [
        {
          messageId: 'nullParameter',
          data: { name: 'Query' },
          line: 9,
          column: 16,
          endLine: 9,
          endColumn: 30,
        },
      ],
    },
    {
      name: 'a gateway decorator of the project',
      code: `
        import { Controller } from '@nestjs/common';
        import { ChatSocket } from './decorators';

        @Controller()
        @ChatSocket()
        export class ChatGateway {}
      `,
      settings: { 'nestjs-gateway': { decorators: { gateway: ['ChatSocket'] } } },
      output: null,
      errors: [
        {
          messageId: 'controller',
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 22,
        },
      ],
    },
  ],
  valid: [
    {
      name: 'a field without a type',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          private count = 0;
        }
      `,
    },
    {
      name: 'a gateway',
      code: `
        import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@ConnectedSocket() client: Socket, @MessageBody() text: string) {}
        }
      `,
    },
    {
      name: 'a controller beside a gateway',
      code: `
        import { Controller, Get, Query, Req } from '@nestjs/common';
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {}

        @Controller('chat')
        export class ChatController {
          @Get()
          find(@Query('room') room: string, @Req() request: Request) {
            return request;
          }
        }
      `,
    },
    {
      name: 'outgoing calls',
      code: `
        import { HttpService } from '@nestjs/axios';
        import { HttpException, HttpStatus, Inject, Injectable } from '@nestjs/common';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @Injectable()
        @WebSocketGateway()
        export class ChatGateway {
          constructor(private readonly http: HttpService, @Inject('URL') private readonly url: string) {}

          @SubscribeMessage('say')
          say() {
            return this.http.get(this.url);
          }
        }
      `,
    },
    {
      name: 'decorators of other packages',
      code: `
        import { Get, Query, Controller, Body } from 'routing-controllers';
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @Controller()
        @WebSocketGateway()
        export class ChatGateway {
          @Get()
          @SubscribeMessage('find')
          find(@Query('room') room: string, @Body() body: string) {}
        }
      `,
    },
    {
      name: 'decorators of the file',
      code: `
        import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        const Query = (name: string) => (target: object, key: string, index: number) => {};
        const Get = () => (target: object, key: string) => {};

        @WebSocketGateway()
        export class ChatGateway {
          @Get()
          @SubscribeMessage('find')
          find(@Query('room') room: string) {}
        }
      `,
    },
    {
      name: 'types of the DOM, of the file and of other packages',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Request as SocketRequest } from './types';

        type FastifyRequest = { id: string };

        @WebSocketGateway()
        export class ChatGateway {
          last: Response;

          send(request: Request, own: FastifyRequest, other: SocketRequest) {}
        }
      `,
    },
    {
      name: 'types that are made from those of Express',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { NextFunction, Request, Response } from 'express';

        @WebSocketGateway()
        export class ChatGateway {
          last: Promise<Response> | undefined;

          use(request: Request | undefined, response: Response & { locals: object }, next: NextFunction) {}
        }
      `,
    },
    {
      name: 'parameters of a method that Nest does not call',
      code: `
        import { Query } from '@nestjs/common';
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          find(@Query('room') room: string) {}
        }
      `,
    },
    {
      name: 'a parameter decorator that is not called for a value',
      code: `
        import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(@MessageBody() text: string, @CurrentUser() user: User) {}
        }
      `,
    },
    {
      name: 'a switch to websockets',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          tokenOf(context: ExecutionContext) {
            return context.switchToWs().getClient().handshake.auth.token;
          }
        }
      `,
    },
    {
      name: 'a switch behind a look at the type',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          clientOf(context: ExecutionContext) {
            if (context.getType() === 'http') return [context].map((one) => one.switchToHttp());
            return context.switchToWs();
          }
        }
      `,
    },
    {
      name: 'functions and methods of that name',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          switchToHttp() {}

          upgrade() {
            switchToHttp();
            this.switchToHttp();
          }
        }
      `,
    },
    {
      name: 'a switch in a guard of the file',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        class AuthGuard {
          canActivate(context: ExecutionContext) {
            return context.switchToHttp().getRequest();
          }
        }

        @WebSocketGateway()
        export class ChatGateway {}
      `,
    },
    {
      name: "what is no handler in a subclass of another file's class",
      code: `
        import { Controller, Get, Query } from '@nestjs/common';
        import { SubscribeMessage } from '@nestjs/websockets';
        import { Request } from 'express';
        import { SocketGateway } from './socket.gateway';

        @Controller()
        export class ChatGateway extends SocketGateway {
          request: Request;

          constructor(request: Request) {}

          @Get()
          find(@Query('room') room: string) {}

          @SubscribeMessage('say')
          say() {}

          tokenOf(context: ExecutionContext) {
            return context.switchToHttp();
          }
        }
      `,
    },
    {
      name: 'a file without a gateway',
      code: `
        import { Get } from '@nestjs/common';
        import type { WsResponse } from '@nestjs/websockets';

        export class ChatGateway {
          @Get()
          find(): WsResponse {}
        }
      `,
    },
  ],
});

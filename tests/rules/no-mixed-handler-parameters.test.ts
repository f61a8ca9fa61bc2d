import { vi } from 'vitest';

import rule from '../../src/rules/no-mixed-handler-parameters.ts';
import { babelRuleTester } from './babel-rule-tester.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';
import { typedRuleTester } from './typed-rule-tester.ts';

// The first case with types pays for the program.
vi.setConfig({ testTimeout: 60_000 });

const IMPORTS = `
import { Bind, Body, Req, createParamDecorator } from '@nestjs/common';
import { Ack, ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { IsInt } from 'class-validator';
import { Namespace, Socket } from 'socket.io';
`;

const TYPES = `
class Dto { @IsInt() n!: number }
interface Payload { roomId: string }
type Inline = { roomId: string };
interface AuthSocket extends Socket { user: string }
`;

function handler(parameters: string, more = '', decorators = "@SubscribeMessage('join')"): string {
  return `${IMPORTS}${more}${TYPES}
@WebSocketGateway()
class ChatGateway {
  ${decorators} join(${parameters}) {}
}`;
}

const undecorated = (name: string) => ({ messageId: 'undecorated', data: { name } }) as const;
const socket = (name: string) => ({ messageId: 'socket', data: { name } }) as const;

const valid = [
  ...[
    '',
    'client: Socket',
    'client',
    'data',
    'data: any',
    'client: Socket, data: Dto',
    'client: Socket, data: Dto, ack: () => void',
    'client, data',
    'first: Socket, second: Socket',
    'client: AuthSocket, data: string',
    'client: Socket & { user: string }, data: string',
    'this: ChatGateway, client: Socket, data: string',
    '@MessageBody() data: Dto',
    '@MessageBody() data: Dto, @ConnectedSocket() client: Socket',
    '@ConnectedSocket() client: Socket, @MessageBody() data: Dto, @Ack() ack: Function',
    '@Req() client: Socket, @Body() data: Dto',
    '@CurrentUser() user: User',
    '@MessageBody() data: Dto, @CurrentUser() user: User',
    '@MessageBody() data: Dto = new Dto()',
    'this: ChatGateway, @MessageBody() data: Dto',
  ].map((parameters) => ({ name: `fine: (${parameters})`, code: handler(parameters) })),
  ...[
    '@MessageBody() data: Dto, @ConnectedSocket() client: Socket, ack: () => void',
    '@MessageBody() data: Dto, client?: Socket',
    '@MessageBody() data: Dto, at = Date.now()',
    '@MessageBody() data: Dto, ...rest: string[]',
  ].map((parameters) => ({
    name: `said to be left out: (${parameters})`,
    code: handler(parameters),
  })),
  ...[
    'client: { id: string }',
    'client: { user: string }',
    'client: { roomId: string; user: string }',
    'client: { emit(name: string): void }',
    'client: { emit: (name: string) => void }',
    'client: { inner: Socket }',
    'client: { nsp: Namespace }',
    'client: {}',
    'client: { [key: string]: string }',
    "client: { ['x' + 1]: string }",
    'client: Empty',
    'client: Wider',
    'client: Twice',
    'client: Loop',
    'client: Wrapper',
    'client: Imported',
    'client: Partial<Dto>',
    'client: Dto | string',
    'client: ns.Client',
  ].map((parameters) => ({
    name: `may be a socket: (${parameters})`,
    code: handler(
      parameters,
      `import { Imported } from './types';
       import * as ns from './types';
       interface Empty {}
       interface Wider extends Imported { roomId: string }
       interface Twice { roomId: string } interface Twice { text: string }
       type Loop = Loop2; type Loop2 = Loop;
       class Wrapper { socket!: Socket }`,
    ),
  })),
  {
    name: '@Bind()',
    code: handler(
      'data, client',
      '',
      "@Bind(MessageBody(), ConnectedSocket()) @SubscribeMessage('join')",
    ),
  },
  { name: 'no handler', code: handler('@MessageBody() data: Dto, client: Socket', '', '') },
  {
    name: 'a base class that is not seen',
    code: `${IMPORTS} import { Base } from './base.gateway';
      @WebSocketGateway() class ChatGateway extends Base {
        @SubscribeMessage('join') join(client: Socket, @MessageBody() data: string) {}
        @SubscribeMessage('leave') leave(data: string) {}
      }`,
  },
  {
    name: 'decorators of a base class, which Nest inherits',
    code: `${IMPORTS}
      class Base { join(@ConnectedSocket() client: Socket, @MessageBody() data: string) {} }
      @WebSocketGateway() class ChatGateway extends Base {
        @SubscribeMessage('join') join(client: Socket, @MessageBody() data: string) {}
      }`,
  },
  {
    name: 'one decorator of a base class',
    code: `${IMPORTS}
      class Base { join(client: unknown, @MessageBody() data: string) {} }
      @WebSocketGateway() class ChatGateway extends Base {
        @SubscribeMessage('join') join(data: string) {}
      }`,
  },
  {
    name: 'decorators of another package',
    code: handler('@MessageBody() data: Dto, client: Socket').replace(
      '@nestjs/websockets',
      'my-websockets',
    ),
  },
];

const invalid = [
  marked(handler('«client: Socket», @MessageBody() data: Dto'), [undecorated('client')]),
  marked(handler('@ConnectedSocket() client: Socket, «data: Dto»'), [undecorated('data')]),
  marked(handler('@MessageBody() data: Dto, «client: Socket»'), [undecorated('client')]),
  marked(handler('@MessageBody() data: Dto, «client»'), [undecorated('client')]),
  marked(handler('«{ id }: Socket», @MessageBody() data: Dto'), [undecorated('{ id }')]),
  marked(handler('«client: Socket», data: Dto, @Ack() ack: Function'), [undecorated('client')]),
  marked(handler('@MessageBody() a, @MessageBody() b, @MessageBody() c, «client: Socket»'), [
    undecorated('client'),
  ]),
  marked(handler('@Body() data: Dto, «client: Socket»'), [undecorated('client')]),
  marked(
    handler(
      '@CurrentUser() user: string, «data: Dto»',
      "import { CurrentUser } from './decorators';",
    ),
    [undecorated('data')],
  ),
  marked(
    handler(
      '@CurrentUser() user: string, «data: Dto»',
      'const CurrentUser = createParamDecorator(() => 1);',
    ),
    [undecorated('data')],
  ),
  marked(
    handler('@MessageBody() data: Dto, «client: WebSocket»', "import { WebSocket } from 'ws';"),
    [undecorated('client')],
  ),
  ...[
    'string',
    'number',
    'string[]',
    'Array<Dto>',
    "'a' | 'b'",
    'Dto',
    'Payload',
    'Inline',
    '{ roomId: string }',
    "{ 'room-id': string }",
    '{ roomId; text: string }',
    '[string, number]',
    'Date',
  ].map((type) => marked(handler(`«data: ${type}»`), [socket('data')])),
  marked(handler('«{ roomId }: Payload»'), [socket('{ roomId }')]),
  marked(handler("«data: string = ''»"), [socket('data')]),
  marked(handler('«roomId: string», text: string'), [socket('roomId')]),
  marked(handler('this: ChatGateway, «data: string»'), [socket('data')]),
  marked(handler('«data: Dto», client: Socket'), ['swapped']),
  marked(handler('«data», client: Socket'), ['swapped']),
  marked(handler('«data: any», client: AuthSocket'), ['swapped']),
  marked(handler('«data: string», client: WebSocket', "import WebSocket from 'ws';"), ['swapped']),
  marked(
    handler('«data: string», client: S', "import type { Socket as S } from 'socket.io-client';"),
    ['swapped'],
  ),
  {
    ...marked(
      `import * as ws from '@nestjs/websockets';
       import { Socket } from 'socket.io';
       @ws.WebSocketGateway() class ChatGateway {
         @ws.SubscribeMessage('join') join(«client: Socket», @ws.MessageBody() data: string) {}
       }`,
      [undecorated('client')],
    ),
    name: 'a namespace import',
  },
  {
    ...marked(
      `import { SubscribeMessage as On, WebSocketGateway as Gateway } from '@nestjs/websockets/decorators';
       import { MessageBody as Data } from '@nestjs/websockets/decorators/message-body.decorator';
       import { Socket } from 'socket.io';
       @Gateway() class ChatGateway { @On('join') join(«client: Socket», @Data() data: string) {} }`,
      [undecorated('client')],
    ),
    name: 'aliases and deep paths',
  },
  {
    ...marked(
      `import { MessageBody, SubscribeMessage, WebSocketGateway } from '../nest';
       @WebSocketGateway() class ChatGateway { @SubscribeMessage('join') join(«client», @MessageBody() data: string) {} }`,
      [undecorated('client')],
      { settings: { 'nestjs-gateway': { modules: ['../nest'] } } },
    ),
    name: 'a barrel from settings',
  },
  {
    ...marked(
      `${IMPORTS}
       class Base { join(client: Socket, data: string) {} leave(@MessageBody() data: string) {} }
       @WebSocketGateway() class ChatGateway extends Base {
         @SubscribeMessage('join') join(«client: Socket», @MessageBody() data: string) {}
       }`,
      [undecorated('client')],
    ),
    name: 'a base class that decorates nothing of it',
  },
];

new RuleTester().run('no-mixed-handler-parameters', rule, {
  invalid,
  valid: [...valid, handler('data: JoinDto', "import { JoinDto } from './dto.js';")],
});

typedRuleTester.run('no-mixed-handler-parameters with types', rule, {
  invalid: [
    ...invalid,
    marked(handler('«data: JoinDto»', "import { JoinDto } from './dto.js';"), [socket('data')]),
  ],
  valid: [...valid, handler('data: BareDto', "import { BareDto } from './dto.js';")],
});

babelRuleTester.run('no-mixed-handler-parameters with Babel', rule, { invalid, valid });

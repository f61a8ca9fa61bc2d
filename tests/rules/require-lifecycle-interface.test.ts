import rule from '../../src/rules/require-lifecycle-interface.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

function missing(hook: string, name: string) {
  return { messageId: 'missing', data: { hook, name } };
}

const INIT = missing('afterInit', 'OnGatewayInit');
const CONNECTION = missing('handleConnection', 'OnGatewayConnection');
const DISCONNECT = missing('handleDisconnect', 'OnGatewayDisconnect');

new RuleTester().run('require-lifecycle-interface', rule, {
  invalid: [
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway {
  «handleConnection»() {}
}`,
      [CONNECTION],
      {
        output: `import { WebSocketGateway, OnGatewayConnection } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway implements OnGatewayConnection {
  handleConnection() {}
}`,
      },
    ),
    // The named imports of the module, where its default import stands behind them.
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
import nest from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway {
  «handleConnection»() {}
}`,
      [CONNECTION],
      {
        output: `import { WebSocketGateway, OnGatewayConnection } from '@nestjs/websockets';
import nest from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway implements OnGatewayConnection {
  handleConnection() {}
}`,
      },
    ),
    // All of a class in one pass; arrow properties are hooks as well.
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway extends Base<Chat> /* here */ {
  «afterInit» = () => {};
  async «handleConnection»(client: Socket) {}
  «'handleDisconnect'»() {}
}
class Base<T> {}`,
      [INIT, CONNECTION, DISCONNECT],
      {
        output: `import { WebSocketGateway, OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway extends Base<Chat> implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect /* here */ {
  afterInit = () => {};
  async handleConnection(client: Socket) {}
  'handleDisconnect'() {}
}
class Base<T> {}`,
      },
    ),
    // Beside those that are declared; already imported.
    marked(
      `import { OnGatewayConnection, OnGatewayDisconnect as Leaving, WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway implements OnGatewayConnection<Socket> {
  handleConnection() {}
  «handleDisconnect»() {}
}`,
      [DISCONNECT],
      {
        output: `import { OnGatewayConnection, OnGatewayDisconnect as Leaving, WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway implements OnGatewayConnection<Socket>, Leaving {
  handleConnection() {}
  handleDisconnect() {}
}`,
      },
    ),
    marked(
      `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway()
export class ChatGateway implements ws.OnGatewayInit {
  afterInit() {}
  «handleDisconnect»() {}
}`,
      [DISCONNECT],
      {
        output: `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway()
export class ChatGateway implements ws.OnGatewayInit, ws.OnGatewayDisconnect {
  afterInit() {}
  handleDisconnect() {}
}`,
      },
    ),
    // Imports are written as the file writes them.
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
@WebSocketGateway()
export class ChatGateway {
  «handleConnection»(client: Socket) {}
}`,
      [CONNECTION],
      {
        output: `import { WebSocketGateway, type OnGatewayConnection } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
@WebSocketGateway()
export class ChatGateway implements OnGatewayConnection {
  handleConnection(client: Socket) {}
}`,
      },
    ),
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayInit } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway implements OnGatewayInit {
  afterInit() {}
  «handleConnection»() {}
}`,
      [CONNECTION],
      {
        output: `import { WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayInit, OnGatewayConnection } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway implements OnGatewayInit, OnGatewayConnection {
  afterInit() {}
  handleConnection() {}
}`,
      },
    ),
    marked(
      `import { WebSocketGateway, type OnGatewayConnection } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway {
  «handleConnection»() {}
  «handleDisconnect»() {}
}`,
      [CONNECTION, DISCONNECT],
      {
        output: `import { WebSocketGateway, type OnGatewayConnection, type OnGatewayDisconnect } from '@nestjs/websockets';
@WebSocketGateway()
export class ChatGateway implements OnGatewayConnection, OnGatewayDisconnect {
  handleConnection() {}
  handleDisconnect() {}
}`,
      },
    ),
    marked(
      `import { WebSocketGateway } from "../nest";
@WebSocketGateway()
class ChatGateway {
  «handleConnection»() {}
}`,
      [CONNECTION],
      {
        settings: { 'nestjs-gateway': { modules: ['../nest'] } },
        output: `import { WebSocketGateway } from "../nest";
import { OnGatewayConnection } from "@nestjs/websockets";
@WebSocketGateway()
class ChatGateway implements OnGatewayConnection {
  handleConnection() {}
}`,
      },
    ),
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets/decorators';
@WebSocketGateway()
class ChatGateway {
  «handleConnection»() {}
  «handleDisconnect»() {}
}`,
      [CONNECTION, DISCONNECT],
      {
        output: `import { WebSocketGateway } from '@nestjs/websockets/decorators';
import { OnGatewayConnection, OnGatewayDisconnect } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway implements OnGatewayConnection, OnGatewayDisconnect {
  handleConnection() {}
  handleDisconnect() {}
}`,
      },
    ),
    marked(
      `import nest = require('@nestjs/websockets');
@nest.WebSocketGateway()
class ChatGateway {
  «handleConnection»() {}
}`,
      [CONNECTION],
      {
        output: `import { OnGatewayConnection } from '@nestjs/websockets';
import nest = require('@nestjs/websockets');
@nest.WebSocketGateway()
class ChatGateway implements OnGatewayConnection {
  handleConnection() {}
}`,
      },
    ),
    marked(
      `import nest, { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway {
  «handleConnection»() {}
}`,
      [CONNECTION],
      {
        output: `import nest, { WebSocketGateway, OnGatewayConnection } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway implements OnGatewayConnection {
  handleConnection() {}
}`,
      },
    ),
    // The name is taken: nothing to write.
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
interface OnGatewayConnection {}
@WebSocketGateway()
class ChatGateway implements OnGatewayConnection {
  «handleConnection»() {}
}`,
      [CONNECTION],
      { output: null },
    ),
    // Interfaces that do not declare it: Nest's others, and the file's own.
    marked(
      `import { OnModuleInit } from '@nestjs/common';
import { WebSocketGateway, OnGatewayInit } from '@nestjs/websockets';
interface Chat extends Chat, OnGatewayInit { say(): void }
@WebSocketGateway()
class ChatGateway implements Chat, OnModuleInit {
  afterInit() {}
  «handleConnection»() {}
}`,
      [CONNECTION],
      {
        output: `import { OnModuleInit } from '@nestjs/common';
import { WebSocketGateway, OnGatewayInit, OnGatewayConnection } from '@nestjs/websockets';
interface Chat extends Chat, OnGatewayInit { say(): void }
@WebSocketGateway()
class ChatGateway implements Chat, OnModuleInit, OnGatewayConnection {
  afterInit() {}
  handleConnection() {}
}`,
      },
    ),
    // An anonymous class, and ws.
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
export default class {
  «handleConnection»() {}
}`,
      [CONNECTION],
      {
        settings: { 'nestjs-gateway': { platform: 'ws' } },
        output: `import { WebSocketGateway, OnGatewayConnection } from '@nestjs/websockets';
@WebSocketGateway()
export default class implements OnGatewayConnection {
  handleConnection() {}
}`,
      },
    ),
    // Hooks that Nest calls, and that the interface does not allow.
    ...(
      [
        ['private «handleConnection»() {}', CONNECTION],
        ['protected «afterInit» = () => {};', INIT],
        ['«handleDisconnect»(client: Socket, reason: string) {}', DISCONNECT],
        ['«handleDisconnect»(client: Socket, { reason }: Leave) {}', DISCONNECT],
      ] as const
    ).map(([hook, error]) =>
      marked(
        `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway { ${hook} }`,
        [error],
        { output: null },
      ),
    ),
    ...(
      [
        [
          'handleConnection',
          '(client: Socket, request: Request)',
          CONNECTION,
          'OnGatewayConnection',
        ],
        [
          'handleDisconnect',
          '(client: Socket, reason?: string)',
          DISCONNECT,
          'OnGatewayDisconnect',
        ],
        ['handleDisconnect', "(client: Socket, reason = '')", DISCONNECT, 'OnGatewayDisconnect'],
        ['handleDisconnect', '(client: Socket, ...rest)', DISCONNECT, 'OnGatewayDisconnect'],
      ] as const
    ).map(([name, parameters, error, type]) =>
      marked(
        `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway { public «${name}»${parameters} {} }`,
        [error],
        {
          output: `import { WebSocketGateway, ${type} } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway implements ${type} { public ${name}${parameters} {} }`,
        },
      ),
    ),
    // The interfaces of those that do fit.
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway { private «afterInit»() {} «handleConnection»() {} }`,
      [INIT, CONNECTION],
      {
        output: `import { WebSocketGateway, OnGatewayConnection } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway implements OnGatewayConnection { private afterInit() {} handleConnection() {} }`,
      },
    ),
    // Two gateways: the second has its turn when the import is there.
    {
      code: `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway({ namespace: 'a' })
class A { afterInit() {} }
@WebSocketGateway({ namespace: 'b' })
class B { afterInit() {} }`,
      output: [
        `import { WebSocketGateway, OnGatewayInit } from '@nestjs/websockets';
@WebSocketGateway({ namespace: 'a' })
class A implements OnGatewayInit { afterInit() {} }
@WebSocketGateway({ namespace: 'b' })
class B { afterInit() {} }`,
        `import { WebSocketGateway, OnGatewayInit } from '@nestjs/websockets';
@WebSocketGateway({ namespace: 'a' })
class A implements OnGatewayInit { afterInit() {} }
@WebSocketGateway({ namespace: 'b' })
class B implements OnGatewayInit { afterInit() {} }`,
      ],
      errors: [INIT, INIT],
    },
  ],
  valid: [
    `import { OnGatewayConnection, OnGatewayDisconnect, OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway implements OnGatewayInit, OnGatewayConnection<Socket>, OnGatewayDisconnect {
  afterInit() {} handleConnection() {} handleDisconnect() {}
}`,
    `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway()
class ChatGateway implements ws.OnGatewayInit { afterInit() {} }`,
    `import { WebSocketGateway } from '@nestjs/websockets';
import { OnGatewayInit as Init } from '@nestjs/websockets/interfaces';
@WebSocketGateway()
class ChatGateway implements Init { afterInit() {} }`,
    `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway { say() {} static handleConnection() {} }`,
    // A base class or an interface of this file declares it.
    `import { OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
class Base implements OnGatewayInit { afterInit() {} }
@WebSocketGateway()
class ChatGateway extends Base { override afterInit() {} }`,
    `import { OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
interface Chat extends OnGatewayInit {}
@WebSocketGateway()
class ChatGateway implements Chat { afterInit() {} }`,
    // Something of another file may.
    `import { WebSocketGateway } from '@nestjs/websockets';
import { Chat } from './chat';
@WebSocketGateway()
class ChatGateway implements Chat { afterInit() {} }`,
    `import { WebSocketGateway } from '@nestjs/websockets';
type Chat = object;
@WebSocketGateway()
class ChatGateway implements Chat { afterInit() {} }`,
    `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway implements Chat.Gateway { afterInit() {} }`,
    `import { WebSocketGateway } from '@nestjs/websockets';
import { Base } from './base';
@WebSocketGateway()
class ChatGateway extends Base { afterInit() {} }`,
    `import { SubscribeMessage } from '@nestjs/websockets';
import { Secured } from './secured';
@Secured()
class ChatGateway { @SubscribeMessage('say') say() {} afterInit() {} }`,
    // Not Nest's.
    `import { WebSocketGateway } from './websockets';
@WebSocketGateway()
class ChatGateway { afterInit() {} }`,
  ],
});

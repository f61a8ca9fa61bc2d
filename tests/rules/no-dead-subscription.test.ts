import rule from '../../src/rules/no-dead-subscription.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const imports = `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';`;

/** A gateway with these members. */
function gateway(members: string, above = ''): string {
  return `${imports}
${above}
@WebSocketGateway()
export class ChatGateway {
  ${members}
}
`;
}

function pattern(written: string, event: string, above = '') {
  return marked(gateway(`@SubscribeMessage(«${written}») say() {}`, above), [
    { messageId: 'pattern', data: { event } },
  ]);
}

function reserved(written: string, event: string, hook: string, above = '') {
  return marked(gateway(`@SubscribeMessage(«${written}») on() {}`, above), [
    { messageId: 'reserved', data: { event, hook } },
  ]);
}

new RuleTester().run('no-dead-subscription', rule, {
  invalid: [
    // A class that is no gateway: one finding.
    marked(
      `${imports}
export class «ChatService» {
  @SubscribeMessage('say') say() {}
  @SubscribeMessage('join') join() {}
}`,
      ['noGateway'],
    ),
    marked(
      `${imports}
import { Injectable, UseGuards } from '@nestjs/common';
@Injectable()
@UseGuards(Guard)
export class «ChatService» {
  @SubscribeMessage('say') say() {}
}`,
      ['noGateway'],
    ),
    marked(
      `${imports}
import { Controller } from '@nestjs/common';
import { ChatController } from './chat.module';
@Controller('chat')
export class «ChatController2» {
  @SubscribeMessage(['say']) static say() {}
}`,
      ['noGateway'],
    ),
    marked(
      `${imports}
import { Module } from '@nestjs/common';
class «ChatService» {
  @SubscribeMessage('say') say = () => {};
}
@Module({ providers: [ChatService] })
export class ChatModule {}`,
      ['noGateway'],
    ),
    marked(
      `${imports}
export default class «{ @SubscribeMessage('say') say() {} }»`,
      ['noGateway'],
    ),
    marked(
      `import * as ws from '@nestjs/websockets';
export class «ChatService» {
  @ws.SubscribeMessage('say') say() {}
}`,
      ['noGateway'],
    ),
    marked(
      `import { SubscribeMessage as On } from '@nestjs/websockets/decorators/subscribe-message.decorator';
export class «ChatService» {
  @On('say') say() {}
}`,
      ['noGateway'],
    ),
    marked(
      `import { SubscribeMessage } from '../nest';
export class «ChatService» {
  @SubscribeMessage('say') say() {}
}`,
      ['noGateway'],
      { settings: { 'nestjs-gateway': { modules: ['../nest'] } } },
    ),
    // Static methods and properties.
    marked(gateway(`«@SubscribeMessage('say')» static say() {}`), ['isStatic']),
    marked(gateway(`«@SubscribeMessage('say')» say = () => {};`), ['isProperty']),
    marked(gateway(`«@SubscribeMessage('say')» static say = () => {};`), ['isProperty']),
    marked(gateway(`«@SubscribeMessage('say')» say = this.sayTo.bind(this);`), ['isProperty']),
    marked(gateway(`«@SubscribeMessage('say')» say: Handler;`), ['isProperty']),
    marked(
      `${imports}
export abstract class BaseGateway {
  «@SubscribeMessage('say')» say = () => {};
}`,
      ['isProperty'],
    ),
    // Stacked.
    marked(
      gateway(`@SubscribeMessage('a')
  «@SubscribeMessage('b')»
  @UsePipes()
  «@SubscribeMessage('c')»
  say() {}`),
      ['stacked', 'stacked'],
    ),
    marked(
      gateway(
        `@SubscribeMessage('a') «@Say()» say() {}`,
        `import { applyDecorators } from '@nestjs/common';
const Say = () => applyDecorators(SubscribeMessage('say'));`,
      ),
      ['stacked'],
    ),
    // Patterns that are no text.
    pattern(`['a', 'b']`, 'a,b'),
    pattern(`['a', other, , EVENT]`, 'a,…,,b', `const EVENT = 'b';`),
    pattern('[]', ''),
    pattern(`{ cmd: 'say' }`, '[object Object]'),
    pattern('EVENTS', 'a', `const EVENTS = ['a'] as const;`),
    pattern('undefined', 'undefined'),
    marked(gateway(`«@SubscribeMessage()» say() {}`), [
      { messageId: 'pattern', data: { event: 'undefined' } },
    ]),
    marked(
      gateway(
        `«@Say()» say() {}`,
        `import { applyDecorators } from '@nestjs/common';
const Say = () => applyDecorators(SubscribeMessage(['say']));`,
      ),
      [{ messageId: 'pattern', data: { event: 'say' } }],
    ),
    // What Socket.IO keeps to itself.
    reserved(`'disconnect'`, 'disconnect', 'handleDisconnect'),
    reserved(
      'Events.Leave',
      'disconnect',
      'handleDisconnect',
      `enum Events { Leave = 'disconnect' }`,
    ),
    reserved(`'connection'`, 'connection', 'handleConnection'),
    reserved(`'connect'`, 'connect', 'handleConnection'),
    reserved('`connect`', 'connect', 'handleConnection'),
    reserved(
      'EVENTS.leave',
      'disconnect',
      'handleDisconnect',
      `const EVENTS = { leave: 'disconnect' };`,
    ),
    // Also where another file decides whether it is a gateway.
    marked(
      `${imports}
import { Base } from './base';
export class ChatGateway extends Base {
  @SubscribeMessage(«'disconnect'») leave() {}
  «@SubscribeMessage('say')» static say() {}
}`,
      [
        { messageId: 'reserved', data: { event: 'disconnect', hook: 'handleDisconnect' } },
        'isStatic',
      ],
    ),
  ],
  valid: [
    gateway(`@SubscribeMessage('say') say() {}`),
    gateway(`@SubscribeMessage(EVENTS.say) say() {}`, `const EVENTS = { say: 'say' } as const;`),
    gateway(`@SubscribeMessage(EVENTS[0]) say() {}`, `const EVENTS = ['say'] as const;`),
    gateway(`@SubscribeMessage(Events.Say) say() {}`, `import { Events } from './events';`),
    gateway('@SubscribeMessage(`chat:${version}`) say() {}'),
    gateway(`@SubscribeMessage(1) say() {}`),
    // These do arrive.
    gateway(`@SubscribeMessage('disconnecting') leaving() {} @SubscribeMessage('error') oops() {}`),
    gateway(`@SubscribeMessage('a') a() {} @SubscribeMessage('b') b() {}`),
    gateway(`@UsePipes() @SubscribeMessage('a') a() {}`),
    gateway(`static say() {} shout = () => {};`),
    // Perhaps a gateway, through another file or another class.
    `${imports}
import { Base } from './base';
export class ChatGateway extends Base { @SubscribeMessage('say') say() {} }`,
    `${imports}
export abstract class BaseGateway { @SubscribeMessage('say') say() {} }`,
    `${imports}
class Base { @SubscribeMessage('say') say() {} }
@WebSocketGateway()
export class ChatGateway extends Base {}`,
    `${imports}
class Base { @SubscribeMessage('say') say() {} }
export class ChatEvents extends Base {}`,
    `${imports}
class Events { @SubscribeMessage('say') say() {} }
@WebSocketGateway()
export class ChatGateway extends Secured(Events) {}`,
    `${imports}
export class Chat { @SubscribeMessage('say') say() {} }
WebSocketGateway()(Chat);`,
    `${imports}
import { DomainGateway } from './domain-gateway';
@DomainGateway()
export class ChatGateway { @SubscribeMessage('say') say() {} }`,
    `${imports}
const Domain = enabled ? WebSocketGateway() : () => {};
@Domain
export class ChatGateway { @SubscribeMessage('say') say() {} }`,
    `${imports}
export function createEvents(name: string) {
  class Events { @SubscribeMessage(name) say() {} }
  return Events;
}`,
    `${imports}
export const Events = class { @SubscribeMessage('say') say() {} };`,
    // WsAdapter looks events up in a Map.
    {
      code: gateway(`@SubscribeMessage('disconnect') a() {} @SubscribeMessage() b() {}`),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
    gateway(
      `@SubscribeMessage('connection') a(client: WebSocket) {}`,
      `import { WebSocket } from 'ws';`,
    ),
    // Not Nest's.
    `import { SubscribeMessage } from './websockets';
import '@nestjs/websockets';
export class ChatService { @SubscribeMessage('say') static say() {} }`,
    `import { WebSocketGateway } from '@nestjs/websockets';
function SubscribeMessage(event: string) { return () => {}; }
@WebSocketGateway()
export class ChatGateway { @SubscribeMessage(['say']) say() {} }`,
    gateway(''),
  ],
});

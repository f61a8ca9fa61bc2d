import rule from '../../src/rules/no-misspelled-lifecycle-hook.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

/** A gateway with these members. */
function gateway(members: string, { head = 'class ChatGateway', above = '' } = {}): string {
  return `import { WebSocketGateway } from '@nestjs/websockets';
${above}
@WebSocketGateway()
export ${head} {
  ${members}
}
`;
}

function misspelled(name: string, hook: string) {
  return marked(gateway(`«${name}»() {}`), [
    {
      messageId: 'misspelled',
      data: { name, hook },
      suggestions: [{ messageId: 'rename', data: { name, hook }, output: gateway(`${hook}() {}`) }],
    },
  ]);
}

function twoGateways(a: string, b: string): string {
  return `import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway({ namespace: 'a' })
export class A { ${a}() {} }
@WebSocketGateway({ namespace: 'b' })
export class B { ${b}() {} }`;
}

/** The finding of `onDisconnect`, renamed in the code that `renamed` gives. */
function finding(output: string, name = 'onDisconnect', hook = 'handleDisconnect') {
  return {
    messageId: 'misspelled',
    data: { name, hook },
    suggestions: [{ messageId: 'rename', data: { name, hook }, output }],
  };
}

new RuleTester().run('no-misspelled-lifecycle-hook', rule, {
  invalid: [
    // One slip away.
    misspelled('handleConection', 'handleConnection'),
    misspelled('handleConnections', 'handleConnection'),
    misspelled('HandleConnection', 'handleConnection'),
    misspelled('handleconnection', 'handleConnection'),
    misspelled('handleConnectoin', 'handleConnection'),
    misspelled('_handleConnection', 'handleConnection'),
    misspelled('handleDisconect', 'handleDisconnect'),
    misspelled('handleDisconnet', 'handleDisconnect'),
    misspelled('handleDisConnect', 'handleDisconnect'),
    misspelled('afterinit', 'afterInit'),
    misspelled('afterInt', 'afterInit'),
    misspelled('fterInit', 'afterInit'),
    // Taken for it.
    misspelled('handleConnect', 'handleConnection'),
    misspelled('handleConnected', 'handleConnection'),
    misspelled('onConnection', 'handleConnection'),
    misspelled('onConnect', 'handleConnection'),
    misspelled('onGatewayConnection', 'handleConnection'),
    misspelled('onHandleConnection', 'handleConnection'),
    misspelled('handleDisconnected', 'handleDisconnect'),
    misspelled('handleDisconnection', 'handleDisconnect'),
    misspelled('onDisconnect', 'handleDisconnect'),
    misspelled('onDisconnection', 'handleDisconnect'),
    misspelled('onGatewayDisconnect', 'handleDisconnect'),
    misspelled('onHandleDisconnect', 'handleDisconnect'),
    misspelled('onGatewayInit', 'afterInit'),
    misspelled('onAfterInit', 'afterInit'),
    // However the method is written.
    marked(gateway('private async «onDisconnect»(client: Socket) {}'), [
      finding(gateway('private async handleDisconnect(client: Socket) {}')),
    ]),
    marked(gateway('«onDisconnect» = (client: Socket) => {};'), [
      finding(gateway('handleDisconnect = (client: Socket) => {};')),
    ]),
    marked(gateway(`«'onDisconnect'»() {}`), [finding(gateway(`'handleDisconnect'() {}`))]),
    marked(gateway(`[«'onDisconnect'»]() {}`), [finding(gateway(`['handleDisconnect']() {}`))]),
    marked(gateway('«onDisconnect»(client: Socket, reason: string, at?: Date, ...rest: []) {}'), [
      finding(
        gateway('handleDisconnect(client: Socket, reason: string, at?: Date, ...rest: []) {}'),
      ),
    ]),
    marked(gateway('«onDisconnect»(client: Socket, reason = "", at = 0) {}'), [
      finding(gateway('handleDisconnect(client: Socket, reason = "", at = 0) {}')),
    ]),
    marked(
      gateway('«onConnect»(client: WebSocket, request: IncomingMessage) {}', {
        above: `import { WebSocket } from 'ws';`,
      }),
      [
        finding(
          gateway('handleConnection(client: WebSocket, request: IncomingMessage) {}', {
            above: `import { WebSocket } from 'ws';`,
          }),
          'onConnect',
          'handleConnection',
        ),
      ],
    ),
    // Beside another hook, and in a class that extends one of this file.
    marked(gateway('handleConnection() {}\n  «onDisconnect»() {}'), [
      finding(gateway('handleConnection() {}\n  handleDisconnect() {}')),
    ]),
    marked(
      gateway('«onDisconnect»() {}', {
        head: 'class ChatGateway extends Base',
        above: 'class Base { protected log() {} }',
      }),
      [
        finding(
          gateway('handleDisconnect() {}', {
            head: 'class ChatGateway extends Base',
            above: 'class Base { protected log() {} }',
          }),
        ),
      ],
    ),
    // Interfaces that do not ask for it.
    ...[
      ['OnGatewayConnection', `import { OnGatewayConnection } from '@nestjs/websockets';`],
      ['OnModuleInit', `import type { OnModuleInit } from '@nestjs/common';`],
      ['Chat', 'interface Chat { say(): void; [key: symbol]: unknown }'],
      ['Chat', `interface Base { readonly 'log': () => void } interface Chat extends Base {}`],
    ].map(([name, above]) => {
      const options = { head: `class ChatGateway implements ${name}`, above: above ?? '' };
      return marked(gateway('«onDisconnect»() {}', options), [
        finding(gateway('handleDisconnect() {}', options)),
      ]);
    }),
    // A computed member of something else may not be this one.
    marked(gateway('«onDisconnect»() {}\n  say(key: string) { return this.texts[key]; }'), [
      finding(gateway('handleDisconnect() {}\n  say(key: string) { return this.texts[key]; }')),
    ]),
    // Two gateways of a file do not call each other by having the same slip.
    marked(twoGateways('«onConnect»', '«onConnect»'), [
      finding(twoGateways('handleConnection', 'onConnect'), 'onConnect', 'handleConnection'),
      finding(twoGateways('onConnect', 'handleConnection'), 'onConnect', 'handleConnection'),
    ]),
    marked(
      `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway()
export class ChatGateway { «onConnect»() {} }`,
      [
        finding(
          `import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway()
export class ChatGateway { handleConnection() {} }`,
          'onConnect',
          'handleConnection',
        ),
      ],
    ),
    marked(
      `import { DomainGateway } from './domain-gateway';
@DomainGateway('chat')
export class ChatGateway { «onConnect»() {} }`,
      [
        finding(
          `import { DomainGateway } from './domain-gateway';
@DomainGateway('chat')
export class ChatGateway { handleConnection() {} }`,
          'onConnect',
          'handleConnection',
        ),
      ],
      { settings: { 'nestjs-gateway': { decorators: { gateway: ['DomainGateway'] } } } },
    ),
  ],
  valid: [
    gateway('afterInit() {} handleConnection() {} handleDisconnect() {}'),
    // Another word.
    gateway('handleReconnect() {} handleMessage() {} init() {} disconnect() {} connect() {}'),
    // Called here, or named by something that may call it.
    gateway('onDisconnect() {}\n  say() { this.onDisconnect(); }'),
    gateway(`onDisconnect() {}\n  say() { this['onDisconnect'](); }`),
    gateway(
      'onDisconnect() {}\n  say(client: Socket) { client.on("x", this.onDisconnect.bind(this)); }',
    ),
    gateway('onDisconnect() {}\n  say() { const { onDisconnect } = this; }'),
    gateway('onDisconnect() {}\n  say(event: string) { this[event](); }'),
    `${gateway('onDisconnect() {}')}export function leave(chat: ChatGateway) { chat.onDisconnect(); }`,
    // The hook is there, so this is something else.
    gateway('handleDisconnect() {}\n  handleDisconnected() {}'),
    gateway('onDisconnect() {}', {
      head: 'class ChatGateway extends Base',
      above: 'class Base { handleDisconnect() {} }',
    }),
    // More parameters than Nest has to give.
    gateway('onConnection(client: Socket, userId: string) {}'),
    gateway('onDisconnect(client: Socket, reason: string, userId: string) {}'),
    gateway('onAfterInit(server: Server, name: string) {}'),
    gateway('static onConnection() {}'),
    // A handler, or whatever its decorator makes of it.
    gateway(`@SubscribeMessage('x') onConnection() {}`, {
      above: `import { SubscribeMessage } from '@nestjs/websockets';`,
    }),
    gateway(`@OnEvent('x') onConnection() {}`, {
      above: `import { OnEvent } from '@nestjs/event-emitter';`,
    }),
    // Asked for by an interface, or perhaps.
    gateway('onDisconnect() {}', {
      head: 'class ChatGateway implements Chat',
      above: 'interface Chat { onDisconnect(): void }',
    }),
    gateway('onDisconnect() {}', {
      head: 'class ChatGateway implements Chat',
      above: `interface Base { 'onDisconnect': () => void } interface Chat extends Base {}`,
    }),
    gateway('onDisconnect() {}', {
      head: 'class ChatGateway implements Chat',
      above: `import { Chat } from './chat';`,
    }),
    gateway('onDisconnect() {}', {
      head: 'class ChatGateway implements Chat',
      above: `type Chat = { onDisconnect(): void };`,
    }),
    gateway('onDisconnect() {}', { head: 'class ChatGateway implements EventTarget' }),
    gateway('onDisconnect() {}', {
      head: 'class ChatGateway extends Base',
      above: `import { Chat } from './chat'; class Base implements Chat {}`,
    }),
    gateway('onDisconnect() {}', {
      head: 'class ChatGateway implements A',
      above: 'interface A extends B {} interface B extends A {}',
    }),
    // Not all of the class is here.
    gateway('onDisconnect() {}', {
      head: 'class ChatGateway extends Base',
      above: `import { Base } from './base';`,
    }),
    gateway('onDisconnect() {}', { head: 'abstract class ChatGateway' }),
    `import { SubscribeMessage } from '@nestjs/websockets';
import { Base } from './base';
export class ChatGateway extends Base {
  @SubscribeMessage('x') say() {}
  onDisconnect() {}
}`,
    // No gateway of Nest's.
    `import { WebSocketGateway } from './websockets';
@WebSocketGateway()
export class ChatGateway { onConnection() {} }`,
    `import '@nestjs/websockets';
export class ChatService { onConnection() {} }`,
  ],
});

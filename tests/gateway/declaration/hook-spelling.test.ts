import { expect, it } from 'vitest';

import { hookMeant, misspelledHooks } from '../../../src/gateway/declaration/hook-spelling.ts';
import { readGateway } from '../read.ts';

it.each([
  ['handleConection', 'handleConnection'],
  ['handleConnectiom', 'handleConnection'],
  ['handleConnectionn', 'handleConnection'],
  ['hanldeConnection', 'handleConnection'],
  ['andleDisconnect', 'handleDisconnect'],
  ['onDisconnect', 'handleDisconnect'],
  ['onGatewayInit', 'afterInit'],
])('takes %s for %s', (name, hook) => {
  expect(hookMeant(name)).toBe(hook);
});

it.each([
  'handleConnection',
  'handleReconnect',
  'handleDisConection',
  'handleConnectixo',
  'handleConnectinx',
  'handleConnectixy',
  'hanldeConnectiom',
  'handleConnectionss',
  'handle',
  '',
  'connect',
  'constructor',
])('takes %s for nothing else', (name) => {
  expect(hookMeant(name)).toBeUndefined();
});

it('finds the methods of a gateway that nobody calls', () => {
  const gateway = readGateway(`
    import { WebSocketGateway } from '@nestjs/websockets';
    interface Chat { onGatewayInit(): void; 7: string; [key: symbol]: string; [Symbol.dispose](): void }
    @WebSocketGateway() class A implements Chat {
      onConnect() {}
      onDisconnect() { this.afterInt(); }
      afterInt() {}
      onGatewayInit() {}
    }
  `);
  const found = misspelledHooks(gateway).map(({ method, hook }) => [method.name, hook]);
  expect(found).toEqual([
    ['onConnect', 'handleConnection'],
    ['onDisconnect', 'handleDisconnect'],
  ]);
});

it('takes no more parameters than the hook is given', () => {
  const found = misspelledHooks(
    readGateway(
      `
      import { WebSocketGateway } from '@nestjs/websockets';
      @WebSocketGateway() class A {
        onConnect(client, request) {}
        onAfterInit(server, options) {}
      }
    `,
      { platform: 'ws' },
    ),
  );
  expect(found.map(({ method }) => method.name)).toEqual(['onConnect']);
});

it('finds nothing that the file hands on by its name', () => {
  const gateway = readGateway(`
    import { WebSocketGateway } from '@nestjs/websockets';
    @WebSocketGateway() class A { listener = onConnect; onConnect() {} }
  `);
  expect(misspelledHooks(gateway)).toEqual([]);
});

it('finds nothing that an interface of another module may ask for', () => {
  const gateway = readGateway(`
    import { WebSocketGateway } from '@nestjs/websockets';
    import * as ports from './ports';
    @WebSocketGateway() class A implements ports.Chat { onConnect() {} }
  `);
  expect(misspelledHooks(gateway)).toEqual([]);
});

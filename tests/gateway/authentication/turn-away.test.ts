import { expect, it } from 'vitest';

import { ownName } from '../../../src/gateway/own-name.ts';
import { turnAway } from '../../../src/gateway/authentication/turn-away.ts';
import { readBody, readHook } from '../read-hook.ts';
import { readGateway } from '../read.ts';

it('turns a client away by its name, on its platform', () => {
  const hook = readHook('handleConnection', 'handleConnection(socket) {}');
  expect(turnAway(hook)).toBe('socket.disconnect()');
  const { hooks } = readGateway(
    `import { WebSocketGateway } from '@nestjs/websockets';
    @WebSocketGateway() class A { handleConnection(client) {} }`,
    { platform: 'ws' },
  );
  expect(hooks.map(turnAway)).toEqual(['client.close()']);
});

it('turns nobody away elsewhere, or without a name', () => {
  expect(turnAway(readHook('handleDisconnect', 'handleDisconnect(socket) {}'))).toBeUndefined();
  expect(turnAway(readHook('handleConnection', 'handleConnection({ id }) {}'))).toBeUndefined();
  expect(turnAway(readHook('handleConnection', 'handleConnection() {}'))).toBeUndefined();
});

it('names a call as it is written', () => {
  const { routine } = readBody("this.a(1); this['b'](); super.c(); d(); this[e]();");
  expect(routine.calls.map(ownName)).toEqual(['this.a', 'this.b', 'super.c', 'd', 'this.']);
});

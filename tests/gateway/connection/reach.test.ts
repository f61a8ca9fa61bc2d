import { expect, it } from 'vitest';

import {
  clientCode,
  ownFunction,
  reachableFunctions,
} from '../../../src/gateway/connection/reach.ts';
import { readFile } from '../read.ts';
import { readHook, textOf } from '../read-hook.ts';

it('hands a method what it receives of the client, and no more', () => {
  const hook = readHook(
    'handleConnection',
    'handleConnection(client) { this.join("a", client.id); } join(room, id) { f(room, id); }',
  );
  const [, called] = clientCode(hook);
  expect([...(called?.client.variables ?? [])].map(({ name }) => name)).toEqual(['id']);
});

it('does not take a function for something made from the client', () => {
  const hook = readHook(
    'handleConnection',
    'handleConnection(client) { join(client); }',
    'const join = (socket) => { f(socket); };',
  );
  const [, called] = clientCode(hook);
  expect([...(called?.client.variables ?? [])].map(({ name }) => name)).toEqual(['socket']);
});

it('reads no request from what handleDisconnect receives', () => {
  const [code] = clientCode(
    readHook('handleDisconnect', 'handleDisconnect(client, reason) { log(client.id, reason); }'),
  );
  const [call] = code.routine.calls;
  expect(call?.arguments.map((argument) => code.paths.text(argument))).toEqual(['id', undefined]);
});

it('reaches the methods that are handed on as callbacks', () => {
  const hook = readHook(
    'handleConnection',
    'handleConnection(client) { client.rooms.forEach(this.leave); } leave(room) {} other() {}',
  );
  const reached = reachableFunctions([hook.method.function], hook.gateway);
  expect([...reached].map((node) => textOf(node, { entry: hook }))).toEqual([
    '(client) { client.rooms.forEach(this.leave); }',
    '(room) {}',
  ]);
});

it('takes the method of another object for none of a base class', () => {
  const { gateways } = readFile(`import { WebSocketGateway } from '@nestjs/websockets';
    class B { leave() {} }
    @WebSocketGateway() class A extends B {
      handleConnection(client) { other.leave(); super.leave(); }
    }`);
  const gateway = gateways.find(({ name }) => name === 'A');
  const hook = gateway?.hook('handleConnection');
  if (!gateway || !hook) throw new Error('There is no hook');
  const { calls } = gateway.file.routine(hook.method.function);
  expect(calls.map((call) => ownFunction(call, gateway) !== undefined)).toEqual([false, true]);
});

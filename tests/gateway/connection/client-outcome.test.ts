import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';

import {
  followed,
  handsClientOn,
  handsToUnseen,
  isDisconnect,
  isOwnProperty,
  isUnfollowed,
  marksClient,
  mayEnd,
  settlingPlaces,
  writesClientData,
} from '../../../src/gateway/connection/client-outcome.ts';
import { clientCode, type ClientCode } from '../../../src/gateway/connection/reach.ts';
import { readBody, textOf } from '../read-hook.ts';

/** The calls of a body that a question is true of. */
function calls(
  body: string,
  question: (call: TSESTree.CallExpression, code: ClientCode) => boolean,
  members = '',
): string[] {
  const code = readBody(body, members);
  return code.routine.calls
    .filter((call) => question(call, code))
    .map((call) => textOf(call, code));
}

describe('a disconnect', () => {
  it.each([
    'client.disconnect()',
    'client?.disconnect(true)',
    '(client as any).terminate()',
    'client.conn.close()',
    'client.client.conn.close()',
    'this.server.in(client.id).disconnectSockets(true)',
    'this.server.sockets.sockets.get(client.id)?.disconnect()',
  ])('%s', (text) => expect(calls(text, isDisconnect)).toHaveLength(1));

  it.each([
    'other.disconnect()',
    'this.server.disconnectSockets()',
    'this.server.in(room).disconnectSockets()',
    'this.sockets.get(client.handshake.query.id).disconnect()',
    'this.of(client.id).disconnect()',
    'client.leave("a")',
    'disconnect(client)',
    'client.rooms.close()',
  ])('not: %s', (text) => expect(calls(text, isDisconnect)).toEqual([]));
});

it('tells who hands a client on', () => {
  expect(
    calls(
      'f(client); f({ c: client }); f([client, , 1]); f({ ...client }); g(client.id)',
      handsClientOn,
    ),
  ).toEqual(['f(client)', 'f({ c: client })', 'f([client, , 1])']);
  expect(
    calls(
      'this.all.set(client.id, client); this.other.set(client.id, client)',
      handsClientOn,
      'all = new Map();',
    ),
  ).toEqual(['this.other.set(client.id, client)']);
  expect(calls('this.logger.log(client); set(client)', handsClientOn)).toEqual(['set(client)']);
  const code = readBody('new Session(client); new Session(1)');
  expect(code.routine.news.map((node) => handsClientOn(node, code))).toEqual([true, false]);
});

it('tells whether a list holds the client', () => {
  expect(calls('f([, client]); f([client.id]); f([other])', handsClientOn)).toEqual([
    'f([, client])',
  ]);
});

it('takes no `Object.assign()` of a statement for handing on', () => {
  expect(
    calls(
      'Object.assign(client, a); Object.freeze(client); Reflect.assign(client, a); f(Object.assign(client, a))',
      handsClientOn,
    ),
  ).toEqual(['Object.freeze(client)', 'Reflect.assign(client, a)', 'Object.assign(client, a)']);
});

it('follows the methods of the class, once', () => {
  const members = 'a(c) { this.b(c); } b(c) {}';
  const code = readBody('this.a(client); f(client)', members);
  expect(code.routine.calls.map((call) => isUnfollowed(call, code))).toEqual([false, true]);
  expect(code.routine.calls.map((call) => handsToUnseen(call, code))).toEqual([false, true]);
  const [, called] = clientCode(code.entry);
  if (!called) throw new Error('not followed');
  expect([...followed(code).values()]).toEqual([called]);
  expect(followed(called).size).toBe(0);
  expect(called.routine.calls.map((call) => isUnfollowed(call, called))).toEqual([true]);
  expect(called.routine.calls.map((call) => handsToUnseen(call, called))).toEqual([false]);
});

it('tells what marks a client', () => {
  const code = readBody(
    'client.data.a = 1; client.data = b; client.user = c; client.id = d; other.user = e; client.user.name = f;' +
      'Object.assign(client.data, a); Object.assign(client, a); Object.assign(b, client); Object.assign()',
  );
  const { assignments, calls: all } = code.routine;
  expect(assignments.map((node) => marksClient(node, code))).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(all.map((node) => marksClient(node, code))).toEqual([true, true, false, false]);
  expect(assignments.map((node) => writesClientData(node, code))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(all.map((node) => writesClientData(node, code))).toEqual([true, false, false, false]);
  expect(['user', 'data', 'id', 'rooms'].map(isOwnProperty)).toEqual([true, false, false, false]);
});

describe('what settles what becomes of a client', () => {
  it.each([
    'throw x;',
    'client.data.user = null;',
    'client.user = null;',
    'client.disconnect();',
    'f(client);',
    'new Session(client);',
    'this.sockets.kick(client.id);',
    'this.sockets.get(client.id).end();',
    'later(() => client.disconnect());',
    'this.own(client);',
  ])('%s', (body) => {
    const code = readBody(body, 'own(c) { c.disconnect(); }');
    expect(settlingPlaces(code).isEmpty).toBe(false);
  });

  it.each([
    'client.emit("a");',
    'client.join("a");',
    'this.own(client);',
    'this.logger.warn("rejected", client.id);',
    'this.sockets.kick(other);',
    'other.name = 1;',
    'new Session(client.id);',
    'end(client.id);',
    'this.logger.warn(client);',
    'this.merge(client.data);',
    'this.define(client.data, a);',
    'close(client.id, this.disconnected);',
  ])('not: %s', (body) => {
    const code = readBody(body, 'own(c) { c.emit("a"); }');
    expect(settlingPlaces(code).isEmpty).toBe(!/^close/.test(body));
  });
});

it('tells what may end a connection', () => {
  const ends = (body: string) => mayEnd(readBody(body));
  expect(ends('client.disconnect()')).toBe(true);
  expect(ends('f(client)')).toBe(true);
  expect(ends('new Session(client)')).toBe(true);
  expect(ends('throw x')).toBe(false);
  expect(ends('client.data.user = 1; client.emit("a")')).toBe(false);
});

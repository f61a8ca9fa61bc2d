import { describe, expect, it } from 'vitest';

import { clientCode } from '../../../src/gateway/connection/reach.ts';
import { presenceTests } from '../../../src/gateway/errors/presence-tests.ts';
import { readBody, readHook, textOf } from '../read-hook.ts';

/** Whether `handshake.auth.token` is tested where `use()` is called. */
function isTested(body: string): boolean {
  const code = readBody(body, 'isKnown(client) { return true; } fail() { throw 1; } log() {}');
  const use = code.routine.calls.find((call) => textOf(call, code) === 'use()');
  if (!use) throw new Error('no use()');
  return presenceTests(code).isTested([['handshake', 'auth', 'token']], use);
}

const TOKEN = 'client.handshake.auth.token';

describe('isTested', () => {
  it.each([
    `if (${TOKEN}) use();`,
    `if (!${TOKEN}) return; use();`,
    `if (!${TOKEN}) { log(); throw 1; } use();`,
    `if (${TOKEN}) {} else return; use();`,
    `if (!${TOKEN}) { if (a) return; } use();`,
    `if (!${TOKEN}) this.fail(); use();`,
    `if (${TOKEN}.length > 1) use();`,
    `const token = ${TOKEN}; if (!token) return; use();`,
    `const token = a || ${TOKEN}; if (!token) return; use();`,
    `if (!${TOKEN}) {return}use();`,
    `const { token } = client.handshake.auth; if (!token) return; use();`,
    `const has = !!${TOKEN}; if (!has) return; use();`,
    `if (!this.isKnown(client)) return; use();`,
    `if (!isKnown(client.handshake.auth)) return; use();`,
    `if (!isKnown(client, client.handshake)) return; use();`,
    `const list = [[${TOKEN}]]; if (!list) return; use();`,
    `if (!isKnown(client.handshake as any)) return; use();`,
    `const ok = isKnown(client); if (!ok) return; use();`,
    `for (const a of b) { if (!${TOKEN}) continue; use(); }`,
    `if (!${TOKEN}) return; later(() => use());`,
    `${TOKEN} = 'guest'; use();`,
    `client.handshake.auth = {}; use();`,
    `${TOKEN} ? use() : 0;`,
    `${TOKEN} && use();`,
    `while (${TOKEN}) use();`,
    `for (; ${TOKEN}; ) use();`,
    `switch (${TOKEN}) { case 1: use(); }`,
    `switch (a) { case ${TOKEN}: use(); }`,
  ])('%s', (body) => {
    expect(isTested(body)).toBe(true);
  });

  it.each([
    'use();',
    `if (use() === ${TOKEN}) a();`,
    `switch (f(${TOKEN}, use())) {}`,
    `f(${TOKEN}, use()) && a;`,
    `f(${TOKEN}, use()) ? a : b;`,
    `if (a) { f(${TOKEN}); return; } use();`,
    `const { [${TOKEN}]: a } = b; if (!a) return; use();`,
    `if (!${TOKEN}) log(); use();`,
    `if (!${TOKEN}) this.log(); use();`,
    `if (!${TOKEN}) client.disconnect(); use();`,
    `use(); if (!${TOKEN}) return;`,
    `if (use()) ${TOKEN};`,
    `if (a) use(); ${TOKEN};`,
    `if (!client.handshake.auth) return; use();`,
    `if (!client.handshake.auth.other) return; use();`,
    `if (!isKnown(client.handshake.query)) return; use();`,
    `if (!isKnown(other.client)) return; use();`,
    `if (!isKnown({ client: 1 })) return; use();`,
    `later(() => { if (!${TOKEN}) return; }); use();`,
    `if (!client.handshake.auth()) return; use();`,
    `use() && ${TOKEN};`,
    `use() ? ${TOKEN} : 0;`,
    `switch (use()) { case ${TOKEN}: }`,
    `switch (a) { case use(): ${TOKEN}; default: }`,
    `switch (a) { default: use(); }`,
    `for (;;) { use(); }`,
    `client.handshake.auth.other = 1; use();`,
    `client = other; use();`,
    `use(); ${TOKEN} = 1;`,
  ])('not %s', (body) => {
    expect(isTested(body)).toBe(false);
  });
});

it('takes a test of anything of the client for one of its data', () => {
  const code = readBody('if (users.has(client.id)) a(); b();');
  const value = [['data', 'user']];
  const [, first, second] = code.routine.calls;
  const results = [first, second].map((call) => call && presenceTests(code).isTested(value, call));
  expect(results).toEqual([true, false]);
});

it.each([
  ['users.has(other[client])', true],
  ['has({ client })', true],
  ['has({ a: client })', true],
  ['has({ [client]: 1 })', true],
  ['users.has(other.client)', false],
  ['has({ client: 1 })', false],
])('knows the client from a property of that name: %s', (test, expected) => {
  const code = readBody(`if (${test}) use();`);
  const use = code.routine.calls.find((call) => textOf(call, code) === 'use()');
  const value = [['data', 'user']];
  expect(use && presenceTests(code).isTested(value, use)).toBe(expected);
});

it.each([
  ['if (users.has(client.id)) use();', true],
  [`${TOKEN} = 1; use();`, true],
  ['if (users.has(a)) use();', false],
])('takes one of two paths for the value: %s', (body, expected) => {
  const code = readBody(body);
  const use = code.routine.calls.find((call) => textOf(call, code) === 'use()');
  const value = [
    ['data', 'user'],
    ['handshake', 'auth', 'token'],
  ];
  expect(use && presenceTests(code).isTested(value, use)).toBe(expected);
});

it('does not take a test of a function for one of what the function reads', () => {
  const hook = readHook(
    'handleConnection',
    'handleConnection(client) { check(client); }',
    `const check = (client) => { if (!check.isOn) return; use(${TOKEN}.length); };`,
  );
  const [, code] = clientCode(hook);
  const [use] = code?.routine.calls ?? [];
  const value = [['handshake', 'auth', 'token']];
  expect(code && use && presenceTests(code).isTested(value, use)).toBe(false);
});

it('tells whether any test, or any code, mentions a value', () => {
  const either = [
    ['data', 'user'],
    ['data', 'id'],
  ];
  expect(presenceTests(readBody('log(client.data.id);')).isRead(either)).toBe(true);
  const value = [['data', 'user']];
  const tests = (body: string) => presenceTests(readBody(body));
  expect(tests('if (client.data.user) a();').isTestedAnywhere(value)).toBe(true);
  expect(tests('log(client.data.user); if (a) b();').isTestedAnywhere(value)).toBe(false);
  expect(tests('log(client.data.user.id);').isRead(value)).toBe(true);
  expect(tests('log(client.data);').isRead(value)).toBe(false);
});

it('reads the tests of a piece of code once', () => {
  const code = readBody('a();');
  expect(presenceTests(code)).toBe(presenceTests(code));
});

import { expect, it } from 'vitest';

import { callbackFunction } from '../../../src/gateway/errors/callback.ts';
import { readBody, textOf } from '../read-hook.ts';

/** The function behind the argument of `use(…)`. */
function callback(argument: string): string | undefined {
  const code = readBody(
    `use(${argument});`,
    'method() { 1; } make() { 2; return () => 3; } empty() {} plain() { return 4; } arrow = () => () => 5; value = () => 6;',
    `function local() { 7; } const constant = () => 8; let assigned = () => 9;
    const number = 10; function maker(inner) { return function () { 11; }; }`,
  );
  const node = code.routine.calls[0]?.arguments[0];
  const found = node && callbackFunction(node, code.entry.gateway);
  return found && textOf(found.body, code);
}

it.each([
  ['() => 0', '0'],
  ['function () {}', '{}'],
  ['this.method', '{ 1; }'],
  ['this.method.bind(this)', '{ 1; }'],
  ['this.make()', '3'],
  ['this.arrow()', '5'],
  ['local', '{ 7; }'],
  ['constant as any', '8'],
  ['maker()', '{ 11; }'],
])('%s', (argument, body) => {
  expect(callback(argument)).toBe(body);
});

it.each([
  'this.missing',
  'this.empty()',
  'this.plain()',
  'this.value()',
  'imported',
  'imported()',
  'assigned',
  'number',
  'client',
  'arguments',
  '1',
])('knows no function behind %s', (argument) => {
  expect(callback(argument)).toBeUndefined();
});

import { expect, it } from 'vitest';

import { pathInPattern } from '../../src/ast/pattern-path.ts';
import { readFile } from '../gateway/read.ts';

/** The path to the last name `x` in a pattern. */
function pathOf(pattern: string, options?: { isExact: boolean }): string | undefined {
  const file = readFile(`const ${pattern} = value;`);
  const { declarators, identifiers } = file.routine(file.sourceCode.ast);
  const name = identifiers.findLast((identifier) => identifier.name === 'x');
  const [declarator] = declarators;
  if (!name || !declarator) throw new Error('no x');
  return pathInPattern(declarator.id, name, options)?.join('.');
}

it.each([
  ['x', ''],
  ['{ x }', 'x'],
  ['{ a: x }', 'a'],
  ["{ 'a-b': { x = y } }", 'a-b.x'],
  ['{ a: { b: x } = {} }', 'a.b'],
  ['{ a: [b, x] }', 'a'],
  ['[...x]', ''],
])('leads through %s', (pattern, path) => {
  expect(pathOf(pattern)).toBe(path);
});

it.each(['{ ...x }', '{ [a]: x }', '{ [x]: a }', '{ a = x }', '{ a = f(x) }', '{ x: a }'])(
  'leads nowhere in %s',
  (pattern) => {
    expect(pathOf(pattern)).toBeUndefined();
  },
);

it.each(['{ x = y }', '{ a: { x } = {} }', '[x]', '{ a: [x] }', '[...x]'])(
  'leads nowhere exact in %s',
  (pattern) => {
    expect(pathOf(pattern, { isExact: true })).toBeUndefined();
  },
);

it('leads exactly through keys', () => {
  expect(pathOf('{ a: { b: x } }', { isExact: true })).toBe('a.b');
});

import { expect, it } from 'vitest';

import { pathInPattern } from '../../src/ast/pattern-path.ts';
import { readFile } from '../gateway/read.ts';

/** The path to the last name `x` in a pattern. */
function pathOf(pattern: string): string | undefined {
  const file = readFile(`const ${pattern} = value;`);
  const { declarators, identifiers } = file.routine(file.sourceCode.ast);
  const name = identifiers.findLast((identifier) => identifier.name === 'x');
  const [declarator] = declarators;
  if (!name || !declarator) throw new Error('no x');
  return pathInPattern(declarator.id, name)?.join('.');
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

it.each(['{ ...x }', '{ [a]: x }', '{ [x]: a }', '{ a = x }', '{ a = f(x) }'])(
  'leads nowhere in %s',
  (pattern) => {
    expect(pathOf(pattern)).toBeUndefined();
  },
);

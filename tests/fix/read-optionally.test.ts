import { expect, it } from 'vitest';

import { fallBackToEmpty, readOptionally } from '../../src/fix/read-optionally.ts';
import { edited } from './statements.ts';

/** Reads `b` of the one `a.b` optionally. */
function optional(code: string): string | undefined {
  return edited(code, "MemberExpression[object.name='a']", (node, fixer, sourceCode) =>
    node.type === 'MemberExpression' ? readOptionally(node, fixer, sourceCode) : null,
  );
}

it.each([
  ['a.b', 'a?.b'],
  ['a[b]', 'a?.[b]'],
  ['a.b().c', 'a?.b().c'],
  ['a.b?.c', 'a?.b?.c'],
  ['f(a.b)', 'f(a?.b)'],
  ['x = a.b', 'x = a?.b'],
  ['x += a.b', 'x += a?.b'],
  ['const x = a.b!.c', 'const x = a?.b!.c'],
  ['const [x] = a.b.c()', 'const [x] = a?.b.c() ?? []'],
  ['const { x } = a.b as X', 'const { x } = a?.b as X ?? {}'],
  ['[x] = a.b', '[x] = a?.b ?? []'],
  ['({ x } = a.b)', '({ x } = a?.b ?? {})'],
  ['for (const x of a.b) {}', 'for (const x of a?.b ?? []) {}'],
  ['for (const x in a.b) {}', 'for (const x in a?.b) {}'],
  ['f(...a.b)', 'f(...a?.b ?? [])'],
  ['[...a.b]', '[...a?.b ?? []]'],
  ['({ ...a.b })', '({ ...a?.b })'],
  ['({ x: a.b })', '({ x: a?.b })'],
  ['const f = (x = a.b) => x', 'const f = (x = a?.b) => x'],
  ['const [x] = (a.b)', 'const [x] = (a?.b ?? [])'],
  ['f(a.b.c, d)', 'f(a?.b.c, d)'],
  ['x[a.b]', 'x[a?.b]'],
  ['x[a.b] = 1', 'x[a?.b] = 1'],
  ['const [x] = f(a.b, c)', 'const [x] = f(a?.b, c)'],
])('%s', (code, expected) => {
  expect(optional(code)).toBe(expected);
});

it.each([
  'a.b = 1',
  'a.b++',
  'new a.b()',
  'a.b`x`',
  '[a.b] = x',
  '[a.b = 1] = x',
  '[...a.b] = x',
  '({ x: a.b } = y)',
  'for (a.b of x) {}',
  'for (a.b in x) {}',
  '(a.b as X).y',
  '(a.b).y',
  '(a.b?.c).y',
  '(a.b?.c)!.y',
  '(a.b as X)()',
])('abstains from %s', (code) => {
  expect(optional(code)).toBeUndefined();
});

function fallBack(code: string, selector: string): string | undefined {
  return edited(code, selector, fallBackToEmpty);
}

it('falls back on an empty value', () => {
  const init = 'VariableDeclarator > .init';
  expect(fallBack('const { x } = a.b', init)).toBe('const { x } = a.b ?? {}');
  expect(fallBack('const [x] = a as X', init)).toBe('const [x] = a as X ?? []');
  expect(fallBack('const [x] = a!', init)).toBe('const [x] = a! ?? []');
  expect(fallBack('const [x] = a || b', init)).toBeUndefined();
  expect(fallBack('const x = a', init)).toBeUndefined();
  expect(fallBack('for (const x of a) {}', 'ForOfStatement > .right')).toBe(
    'for (const x of a ?? []) {}',
  );
  expect(fallBack('const { a: { x } } = b', 'Property > ObjectPattern')).toBe(
    'const { a: { x } = {} } = b',
  );
  expect(fallBack('const { a: [x] } = b', 'Property > ArrayPattern')).toBeUndefined();
});

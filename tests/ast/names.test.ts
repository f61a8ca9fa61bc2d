import { expect, it } from 'vitest';

import { isNamed } from '../../src/ast/names.ts';
import { elementType, typeParameter } from '../../src/ast/type-nodes.ts';
import { readFile } from '../gateway/read.ts';

it('takes what has no name for none of some names', () => {
  expect(isNamed(undefined, /undefined/)).toBe(false);
  expect(isNamed(undefined, new Set(['undefined']))).toBe(false);
  expect(isNamed('a', /a/)).toBe(true);
  expect(isNamed('a', new Set(['a']))).toBe(true);
});

/** The type of the elements of a list type, as it is written. */
function elements(type: string): string | undefined {
  const { sourceCode } = readFile(`type A = ${type};`);
  const [alias] = sourceCode.ast.body;
  if (alias?.type !== 'TSTypeAliasDeclaration') throw new Error('no alias');
  const element = elementType(alias.typeAnnotation);
  return element && sourceCode.getText(element);
}

it.each(['T[]', 'readonly T[]', 'Array<T>', 'ReadonlyArray<T>'])('%s has elements', (type) => {
  expect(elements(type)).toBe('T');
});

it.each([
  'T',
  'Array',
  'Arrays<T>',
  'MyArray<T>',
  'ns.Array<T>',
  'Readonly<T>',
  'keyof T',
  'typeof a',
])('%s has none', (type) => {
  expect(elements(type)).toBeUndefined();
});

it('finds the type parameter that a name stands for, however far out', () => {
  const file = readFile('class A<T, U> { b<V>(t = T, v = V, w = W) {} }');
  const { identifiers } = file.routine(file.sourceCode.ast);
  const parameters = identifiers
    .filter(({ name }) => 'TVW'.includes(name))
    .map((name) => typeParameter(name)?.name.name);
  expect(parameters).toEqual(['T', 'V', undefined]);
});

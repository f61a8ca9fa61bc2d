import { expect, it } from 'vitest';

import type { NestFile } from '../../src/gateway/nest-file.ts';
import { readBabelFile, readFile } from '../gateway/read.ts';

/** The names in a file, in the order in which they are found. */
function names(file: NestFile): string[] {
  return file.routine(file.sourceCode.ast).identifiers.map(({ name }) => name);
}

it.each([
  ['typescript', readFile],
  ['babel', readBabelFile],
])('has what %s reads in the order of the source', (_, read) => {
  const file = read('class A { m(@D(b) c = new E(f), @G() h, { i } = j) { k.l(); } }');
  expect(names(file).join('')).toBe('AmDbcEfGhiijkl');
  const [k] = file.routine(file.sourceCode.ast).calls.slice(-1);
  expect(k && file.routine(k).identifiers.map(({ name }) => name)).toEqual(['k', 'l']);
});

it('passes over what a parser has no keys for', () => {
  const file = readBabelFile(
    'abstract class A { abstract b(c: D): void; #e = 1; f() { g(this.#e); } }',
  );
  expect(names(file)).toEqual(['A', 'f', 'g']);
});

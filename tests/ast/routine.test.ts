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

it('comes to each node once', () => {
  expect(names(readFile('a(...b); c++; throw d; -e; [f] = g;'))).toEqual([...'abcdefg']);
});

it('gives what lies below a node, and nothing around it that begins there as well', () => {
  const file = readFile('a.b().c();');
  const { calls } = file.routine(file.sourceCode.ast);
  expect(calls).toHaveLength(2);
  expect(calls.flatMap((call) => file.routine(call).calls)).toEqual(calls.slice(1));
});

it('leaves out types', () => {
  const code = `import { A } from 'a'; interface B { c: D } type E = F;
    class G<H> extends I<J> implements K { l: M = n as O; p(q: R): S { return t<U>(q); } }`;
  expect(names(readFile(code)).join('')).toBe('GIlnpqtq');
});

/** What a file has of a kind, as it is written. */
function written(code: string, kind: 'functions' | 'loops' | 'unaries'): string[] {
  const file = readFile(code);
  return file.routine(file.sourceCode.ast)[kind].map((node) => file.sourceCode.getText(node));
}

it('takes every form of a loop, a function and an operator for one', () => {
  const loops = [
    'for (;;) a;',
    'for (const b in c) d;',
    'for (const e of f) g;',
    'while (h) i;',
    'do j; while (k);',
  ];
  expect(written(loops.join('\n'), 'loops')).toEqual(loops);
  expect(written('a(() => b, function () {}); function c() {}', 'functions')).toEqual([
    '() => b',
    'function () {}',
    'function c() {}',
  ]);
  expect(written('a(-b, ...c, !d);', 'unaries')).toEqual(['-b', '!d']);
});

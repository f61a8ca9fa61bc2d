import { expect, it } from 'vitest';

import { isEndless } from '../../src/ast/endless-loop.ts';
import { readBabelFile, readFile } from '../gateway/read.ts';

function check(code: string, read = readFile): boolean {
  const file = read(code);
  const { ast, visitorKeys } = file.sourceCode;
  const [loop] = file.routine(ast).loops;
  return loop !== undefined && isEndless(loop, visitorKeys);
}

it.each([
  'while (true) step();',
  'for (;;) { step(); }',
  'do { step(); } while (1 as number);',
  'while (true) { switch (a) { case 1: break; default: continue; } }',
  'while (true) { [, a] = b; }',
  'while (true) { [].forEach(async () => { await step(); }); }',
])('never leaves %s', (code) => {
  expect(check(code)).toBe(true);
});

it.each([
  'while (more) step();',
  'while (0) step();',
  'for (const a of b) step();',
  'while (true) { await step(); }',
  'while (true) { for await (const a of b) step(); }',
  'while (true) { if (a) break; }',
  'function f() { while (true) return; }',
  'function* f() { while (true) yield; }',
  'while (true) { throw a; }',
  'a: while (true) { while (b) break a; }',
  'a: while (true) { while (b) continue a; }',
])('leaves %s', (code) => {
  expect(check(code)).toBe(false);
});

it('looks past what the parser has no keys for', () => {
  const loop = (body: string) => `class A { #b; f() { while (true) { this.#b++; ${body} } } }`;
  expect(check(loop(''), readBabelFile)).toBe(true);
  expect(check(loop('return;'), readBabelFile)).toBe(false);
});

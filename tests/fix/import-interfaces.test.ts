import { expect, it } from 'vitest';

import { importInterfaces } from '../../src/fix/import-interfaces.ts';
import { readFile } from '../gateway/read.ts';

function texts(code: string, ...names: string[]): readonly string[] | undefined {
  return importInterfaces('ws', names, readFile(code).sourceCode)?.texts;
}

it('uses the imports there are', () => {
  expect(texts(`import { A as B } from 'ws';`, 'A')).toEqual(['B']);
  expect(texts(`import type { A } from 'ws';`, 'A', 'C')).toEqual(['A', 'C']);
  expect(texts(`import * as all from 'ws';`, 'A')).toEqual(['all.A']);
  expect(texts(`import A from 'ws'; import { 'a-b' as c } from 'ws';`, 'D')).toEqual(['D']);
});

it('gives up a name that the file uses for something else', () => {
  expect(texts('class A {}', 'A')).toBeUndefined();
  expect(texts(`import { A } from './a';`, 'A')).toBeUndefined();
});

import { expect, it } from 'vitest';

import type { NestFile } from '../../src/gateway/nest-file.ts';
import { readBabelFile, readFile, readJavaScript } from './read.ts';

it.each([
  ['class A {}', 'ClassDeclaration'],
  ['enum A {}', 'TSEnumDeclaration'],
  ['interface A {}', 'TSInterfaceDeclaration'],
  ['type A = 1;', 'TSTypeAliasDeclaration'],
  ['export class A {}', 'ClassDeclaration'],
  ['export interface A {}', 'TSInterfaceDeclaration'],
  ['export default class A {}', 'ClassDeclaration'],
  ['export default class {}', undefined],
  ['export { A };', undefined],
  ['const A = 1;', undefined],
  ['{ class A {} }', undefined],
])('what the file declares at its top level: %s', (code, type) => {
  expect(readFile(code).declaration('A')?.type).toBe(type);
});

it('is every declaration of a name, also where a parser keeps no types in its scopes', () => {
  const code = 'interface A {} interface A {} type B = 1; const C = 1; [A, B, C, D];';
  const expected = [
    ['TSInterfaceDeclaration', 'TSInterfaceDeclaration'],
    ['TSTypeAliasDeclaration'],
    ['VariableDeclarator'],
    [],
  ];
  const typesIn = (file: NestFile) =>
    file
      .routine(file.sourceCode.ast)
      .identifiers.slice(-4)
      .map((name) => file.declarationsOf(name).map(({ type }) => type));
  expect(typesIn(readFile(code))).toEqual(expected);
  expect(typesIn(readBabelFile(code))).toEqual(expected);
});

it('is read where a parser knows no decorators', () => {
  const file = readJavaScript('class A extends B { a() {} b = 1; }');
  expect(file.gateways).toEqual([]);
  const [model] = file.classes;
  expect(model?.decorators).toEqual([]);
  expect(model?.methods.map(({ decorators }) => decorators)).toEqual([[]]);
});

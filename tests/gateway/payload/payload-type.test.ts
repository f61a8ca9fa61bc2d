import { describe, expect, it } from 'vitest';

import { isBinaryType, opaqueType } from '../../../src/gateway/payload/payload-type.ts';
import { readFile } from '../read.ts';

function read(type: string, declarations = '') {
  const file = readFile(`${declarations} type Tried = ${type};`);
  const alias = file.sourceCode.ast.body.at(-1);
  if (alias?.type !== 'TSTypeAliasDeclaration') throw new Error('no alias');
  return { type: alias.typeAnnotation, file };
}

const DECLARED = `
  type Anything = any;
  type Nothing = unknown;
  type Loop = Loop;
  type Deep = { a: any };
  interface Buffer2 {}
  class Blob2 {}
`;

function opaque(text: string, declarations = DECLARED) {
  const { type, file } = read(text, declarations);
  return opaqueType(type, file);
}

describe('a type that says nothing', () => {
  it.each([
    ['any', 'any'],
    ['unknown', 'unknown'],
    ['Anything', 'any'],
    ['Nothing', 'unknown'],
    ['any[]', 'any'],
    ['readonly any[]', 'any'],
    ['Anything[]', 'any'],
    ['Array<any>', 'any'],
    ['ReadonlyArray<Anything>', 'any'],
    ['Promise<any>', 'any'],
    ['Partial<any>', 'any'],
    ['Record<string, any>', 'any'],
    ['string | any', 'any'],
    ['string & any', 'any'],
    ['string | unknown', 'unknown'],
  ])('%s', (text, expected) => expect(opaque(text)).toBe(expected));

  it.each([
    'string',
    'string[]',
    'unknown[]',
    'string & unknown',
    'Record<any, string>',
    'Record<string>',
    'Array',
    'Map<string, any>',
    'Promise<any[]>',
    'Deep',
    '{ a: any }',
    'Loop',
    'ns.Array<any>',
    'ns.any',
    'keyof any',
  ])('not %s', (text) => expect(opaque(text)).toBeUndefined());

  it('is none of the library where the file declares it', () => {
    expect(opaque('Array<any>', 'class Array<T> {}')).toBeUndefined();
    expect(opaque('Partial<any>', "import { Partial } from './types';")).toBeUndefined();
  });
});

describe('binary data', () => {
  const isBinary = (text: string, declarations?: string) => {
    const { type, file } = read(text, declarations);
    return isBinaryType(type, file);
  };

  it.each(['Buffer', 'Uint8Array', 'ArrayBuffer', 'SharedArrayBuffer', 'DataView'])('%s', (text) =>
    expect(isBinary(text)).toBe(true),
  );

  it('is what an alias stands for, and not what the file declares itself', () => {
    expect(isBinary('Packet', 'type Packet = Buffer;')).toBe(true);
    expect(isBinary('Buffer', 'class Buffer {}')).toBe(false);
    expect(isBinary('ns.Buffer')).toBe(false);
    expect(isBinary('string')).toBe(false);
    expect(isBinary('Buffer[]')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';

import { isCheck, isConversion, moduleOf } from '../../../src/gateway/payload/check-call.ts';
import { readFile } from '../read.ts';

const IMPORTS = `
  import { plainToInstance } from 'class-transformer';
  import { isString, assert } from 'class-validator';
  import * as util from 'node:util';
  import { asserted, asserts, guards, isText, reassert, run, thisIsText } from './checks';
  import { parse } from 'cookie';
  import z from 'zod';
  const Join = z.object({});
  const Late = Join.partial();
  const PATTERN = /a/;
  const rooms = load();
  const x = load();
  function isMember(p) {}
`;

function ask<Answer>(
  question: (call: Parameters<typeof isCheck>[0], file: Parameters<typeof isCheck>[1]) => Answer,
  text: string,
): Answer {
  const file = readFile(`${IMPORTS} ${text};`);
  const { calls } = file.routine(file.sourceCode.ast);
  const call = calls.find((node) => file.sourceCode.getText(node) === text);
  if (!call) throw new Error(`no ${text}`);
  return question(call, file);
}

describe('a check', () => {
  it.each([
    'z.any()',
    'Join.safeParse(p)',
    'Late.refine(p)',
    'isString(p)',
    'assert(p)',
    'isText(p)',
    'asserts(p)',
    'guards.assert(p)',
    'validate(p)',
    'this.validateJoin(p)',
    'isValid(p)',
    'this.schema.parse(p)',
    'schema.safeParseAsync(p)',
    'URLS.parse(p)',
    'Array.isArray(p)',
    'Number.isInteger(p)',
    'isNaN(p)',
    'PATTERN.test(p)',
    '/a/.test(p)',
  ])('%s', (text) => expect(ask(isCheck, text)).toBe(true));

  it.each([
    'run(p)',
    'thisIsText(p)',
    'reassert(p)',
    'asserted(p)',
    'this.invalidate(p)',
    'JSON.parse(p)',
    'Date.parse(p)',
    'parse(p)',
    'reparse(p)',
    'x.parseAll(p)',
    'x.safeParser(p)',
    'util.isArray(p)',
    'util.assert(p)',
    'this.rooms.isMember(p)',
    'rooms.isMember(p)',
    'isMember(p)',
    'exists(p)',
    'x.isNaNny(p)',
    'this.reassert(p)',
    'console.assert(p)',
    'x.asserted(p)',
    '/a/.exec(p)',
    'test(p)',
    'x.test(p)',
    'x[y](p)',
  ])('not %s', (text) => expect(ask(isCheck, text)).toBe(false));
});

describe('a conversion', () => {
  it.each(['plainToInstance(Join, p)', 'String(p)', 'JSON.stringify(p)', 'Object.assign({}, p)'])(
    '%s',
    (text) => expect(ask(isConversion, text)).toBe(true),
  );

  it.each(['run(p)', 'this.String(p)', 'z.String(p)', 'x.y.from(p)'])('not %s', (text) =>
    expect(ask(isConversion, text)).toBe(false),
  );
});

it('finds the module behind a chain and behind consts', () => {
  const module = (text: string) => ask(({ callee }, file) => moduleOf(callee, file), text);
  expect(module('z.object().parse(p)')).toBe('zod');
  expect(module('Late.parse(p)')).toBe('zod');
  expect(module('new (z.X)().parse(p)')).toBe('zod');
  expect(module('x.parse(p)')).toBeUndefined();
});

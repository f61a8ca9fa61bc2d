import { expect, it } from 'vitest';

import { isSchema } from '../../../src/gateway/payload/schema.ts';
import { readFile } from '../read.ts';

/** Whether the last const of the code holds a schema. */
function last(code: string): boolean | undefined {
  const file = readFile(`
    import { z } from 'zod';
    import Joi from 'joi';
    import { imported, make } from './schemas';
    ${code}`);
  const statement = file.sourceCode.ast.body.at(-1);
  const init = statement?.type === 'VariableDeclaration' && statement.declarations[0].init;
  return init ? isSchema(init, file) : undefined;
}

it.each([
  ['const x = z.object({})', true],
  ['const x = z.object({}).strict() as any', true],
  ['const y = Joi.object(); const x = y', true],
  ['const y = Joi.object(); const x = y.required()', true],
  ['const x = z.object({}).parse({})', false],
  ['const x = Joi.attempt(1, Joi.number())', false],
  ['const x = z', false],
  ['const x = imported', false],
  ['const x = make()', false],
  ['const x = make()()', false],
])('knows a schema: %s', (code, expected) => {
  expect(last(code)).toBe(expected);
});

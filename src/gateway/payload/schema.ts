import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed } from '../../ast/names.ts';
import { moduleOf } from './check-call.ts';
import type { NestFile } from '../nest-file.ts';

/** The libraries whose calls make a schema. */
const LIBRARY = /^(?:zod|joi|@hapi\/joi|yup|valibot)(?:\/|$)/;

/** Calls of a schema that use it, and make none. */
const USES = /^(?:safe|strict)?parse(?:Async)?$|^(?:is[Vv]alid|validate|attempt|assert|cast)/i;

/**
 * Whether an expression is the schema of zod, joi, yup or valibot: a call such as
 * `z.object({}).strict()`, written there or in a const of the file. What is imported is not known.
 */
export function isSchema(node: TSESTree.Node, file: NestFile): boolean {
  const value = file.resolve(node);
  if (value.type !== 'CallExpression' || isNamed(calleeName(value), USES)) return false;
  return isNamed(moduleOf(value.callee, file), LIBRARY);
}

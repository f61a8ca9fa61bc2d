import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction } from '../../ast/functions.ts';
import { calleeName } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { NestFile } from '../nest-file.ts';

const MODULES = /^(?:express|express-serve-static-core|fastify)$/;
const TYPES = new Set(['Request', 'Response', 'FastifyRequest', 'FastifyReply']);

/**
 * The name of a type that Express or Fastify gives to what it handles, by its import. Only the type
 * itself counts, not one made from it: a union or a subtype may be something else.
 */
export function httpType(type: TSESTree.TypeNode, file: NestFile): string | undefined {
  if (type.type !== 'TSTypeReference') return undefined;
  const imported = file.bindings.importOf(type.typeName);
  return imported && MODULES.test(imported.module) && TYPES.has(imported.name)
    ? imported.name
    : undefined;
}

/**
 * The places below a node that take an execution context for one of HTTP: the name in
 * `context.switchToHttp()`. Left alone are a method of that name on `this`, and a function that asks
 * the context for its `getType()`.
 */
export function httpSwitches(root: TSESTree.Node, file: NestFile): readonly TSESTree.Node[] {
  return file.routine(root).calls.flatMap((call) => {
    const callee = skipWrappers(call.callee);
    if (callee.type !== 'MemberExpression' || calleeName(call) !== 'switchToHttp') return [];
    const asks = skipWrappers(callee.object).type === 'ThisExpression' || looksAtType(call, file);
    return asks ? [] : [callee.property];
  });
}

function looksAtType(call: TSESTree.CallExpression, file: NestFile): boolean {
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn)) {
    if (file.routine(fn).calls.some((other) => calleeName(other) === 'getType')) return true;
  }
  return false;
}

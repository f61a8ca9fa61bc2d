import type { TSESTree } from '@typescript-eslint/utils';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { NestFile } from './nest-file.ts';

/** Whether an expression is the global `undefined`, or `void` of something. */
export function isUndefined(node: TSESTree.Node, file: NestFile): boolean {
  const target = skipWrappers(node);
  if (target.type === 'UnaryExpression') return target.operator === 'void';
  return target.type === 'Identifier' && target.name === 'undefined' && isGlobal(target, file);
}

/** Whether a name is declared nowhere in the file. */
export function isGlobal(node: TSESTree.Identifier, { bindings }: NestFile): boolean {
  return !bindings.variable(node)?.defs.length;
}

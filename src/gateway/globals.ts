import type { TSESTree } from '@typescript-eslint/utils';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { NestFile } from './nest-file.ts';

/** Whether an expression is the global `undefined`, or `void` of something. */
export function isUndefined(node: TSESTree.Node, file: NestFile): boolean {
  const target = skipWrappers(node);
  if (target.type === 'UnaryExpression') return target.operator === 'void';
  return isGlobalNamed(target, 'undefined', file);
}

/** Whether an expression is a global of this name, or of one of these. */
export function isGlobalNamed(
  node: TSESTree.Node | undefined,
  names: string | ReadonlySet<string>,
  file: NestFile,
): boolean {
  const target = node && skipWrappers(node);
  if (target?.type !== 'Identifier') return false;
  const isNamed = typeof names === 'string' ? target.name === names : names.has(target.name);
  return isNamed && isGlobal(target, file);
}

/** Whether an expression is a name that the file declares nowhere: `Array`, `JSON`, `console`. */
export function isGlobal(node: TSESTree.Node, { bindings }: NestFile): boolean {
  const target = skipWrappers(node);
  return target.type === 'Identifier' && !bindings.variable(target)?.defs.length;
}

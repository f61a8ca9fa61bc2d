import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode } from './types.ts';

/** What a class says it implements; Babel leaves the list out where there is nothing in it. */
export function implementsOf(
  node: Partial<Pick<ClassNode, 'implements'>>,
): readonly TSESTree.TSClassImplements[] {
  return node.implements ?? [];
}

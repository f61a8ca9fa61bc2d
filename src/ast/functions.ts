import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from './types.ts';

/** Whether a node is a function of any form. */
export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return (
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionDeclaration'
  );
}

/** The innermost function around a node, not the node itself. */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (isFunction(current)) return current;
  }
  return undefined;
}

/** Whether `node` is `ancestor` or lies within it. */
export function isWithin(node: TSESTree.Node, ancestor: TSESTree.Node): boolean {
  for (let current: TSESTree.Node | undefined = node; current; current = current.parent) {
    if (current === ancestor) return true;
  }
  return false;
}

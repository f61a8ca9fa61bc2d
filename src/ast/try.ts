import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from './functions.ts';
import { skipWrappers } from './skip-wrappers.ts';

/**
 * The innermost `try` of the same function that catches what a node throws: the node stands in its
 * block, and its `catch` does something other than to throw everything on. A `try` with nothing but
 * `finally` catches nothing, and neither does one around a callback.
 *
 * It says nothing about promises: what is not awaited inside the `try` is not caught by it.
 */
export function catchingTry(node: TSESTree.Node): TSESTree.TryStatement | undefined {
  let child = node;
  for (let { parent } = node; parent && !isFunction(child); { parent } = parent) {
    if (
      parent.type === 'TryStatement' &&
      parent.block === child &&
      parent.handler &&
      !passesOn(parent.handler)
    ) {
      return parent;
    }
    child = parent;
  }
  return undefined;
}

/** Whether a `try` of the same function catches what a node throws; see `catchingTry`. */
export function isCaught(node: TSESTree.Node): boolean {
  return catchingTry(node) !== undefined;
}

/**
 * Whether a `catch` throws its parameter on in every case: nothing but plain statements, such as a
 * line for the log, stands before that `throw`.
 */
export function passesOn({ param, body }: TSESTree.CatchClause): boolean {
  if (param?.type !== 'Identifier') return false;
  const last = body.body.find(
    ({ type }) => type !== 'ExpressionStatement' && type !== 'VariableDeclaration',
  );
  if (last?.type !== 'ThrowStatement') return false;
  const thrown = skipWrappers(last.argument);
  return thrown.type === 'Identifier' && thrown.name === param.name;
}

/** The innermost `try` of the same function with a `catch`, whatever that does, around a node. */
export function tryAround(node: TSESTree.Node): TSESTree.TryStatement | undefined {
  let child = node;
  for (let { parent } = node; parent && !isFunction(child); { parent } = parent) {
    if (parent.type === 'TryStatement' && parent.block === child && parent.handler) return parent;
    child = parent;
  }
  return undefined;
}

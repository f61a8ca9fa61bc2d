import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from './functions.ts';
import { calleeName, isNamed } from './names.ts';
import { outermostWrapper, skipWrappers } from './skip-wrappers.ts';

/**
 * The innermost `try` of the same function that catches what a node throws: the node stands in its
 * block, and its `catch` does something other than to throw everything on. A `try` with nothing but
 * `finally` catches nothing, and neither does one around a callback.
 *
 * It says nothing about promises: what is not awaited inside the `try` is not caught by it.
 */
export function catchingTry(node: TSESTree.Node): TSESTree.TryStatement | undefined {
  let around = tryAround(node);
  while (around?.handler && passesOn(around.handler)) around = tryAround(around);
  return around;
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

/**
 * Whether a rejection of a promise, which a call returns or `new Promise()` makes, is handled where
 * it stands: a `.catch(f)` or a `.then(f, g)` follows in the chain.
 */
export function isRejectionHandled(promise: TSESTree.Node): boolean {
  for (let next = chainedCall(promise); next; next = chainedCall(next)) {
    if (rejectionHandler(next)) return true;
  }
  return false;
}

/** What a call of a promise's method has handle the rejection: `f` of `.catch(f)`, `.then(g, f)`. */
export function rejectionHandler(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  switch (calleeName(call)) {
    case 'catch':
      return call.arguments[0];
    case 'then':
      return call.arguments[1];
    default:
      return undefined;
  }
}

const CHAINING = new Set(['catch', 'finally', 'then']);

/** Whether a call goes on with a promise: `.then(…)`, `.catch(…)` or `.finally(…)`. */
export function isChained(call: TSESTree.CallExpression): boolean {
  return isNamed(calleeName(call), CHAINING);
}

/** The call of a method of a value: `f().then(g)` of `f()`. */
export function chainedCall(value: TSESTree.Node): TSESTree.CallExpression | undefined {
  const object = outermostWrapper(value);
  const member = object.parent;
  if (member?.type !== 'MemberExpression' || member.object !== object) return undefined;
  const callee = outermostWrapper(member);
  const { parent } = callee;
  return parent?.type === 'CallExpression' && parent.callee === callee ? parent : undefined;
}

/** The innermost `try` of the same function with a `catch`, whatever that does, around a node. */
export function tryAround(node: TSESTree.Node): TSESTree.TryStatement | undefined {
  let child = node;
  for (let { parent } = node; parent && !isFunction(parent); { parent } = parent) {
    if (parent.type === 'TryStatement' && parent.block === child && parent.handler) return parent;
    child = parent;
  }
  return undefined;
}

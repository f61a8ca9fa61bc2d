import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, receiver } from '../ast/names.ts';
import { outermostWrapper } from '../ast/skip-wrappers.ts';

/**
 * What becomes of the promise that a call returns: the code waits for it, gives it to its own
 * caller, lets it go, or handles its rejection with `.catch()` or a second argument of `.then()`.
 * Unknown where it is kept in a variable or handed to another call.
 */
export type PromiseFate = 'awaited' | 'returned' | 'floating' | 'handled' | 'unknown';

/** The fate of a call's promise, followed through `.then()` chains and `Promise.all([…])`. */
export function promiseFate(call: TSESTree.CallExpression): PromiseFate {
  const whole = outermostWrapper(call);
  const { parent } = whole;
  switch (parent?.type) {
    case 'MemberExpression': {
      const next = outermostWrapper(parent).parent;
      if (next?.type !== 'CallExpression') return 'unknown';
      if (handlesRejection(next)) return 'handled';
      const name = calleeName(next);
      return name === 'then' || name === 'finally' ? promiseFate(next) : 'unknown';
    }
    case 'ArrayExpression': {
      const { parent: combined } = parent;
      if (combined.type !== 'CallExpression' || !isPromiseMethod(combined)) return 'unknown';
      return calleeName(combined) === 'allSettled' ? 'handled' : promiseFate(combined);
    }
    case 'AwaitExpression':
      return 'awaited';
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return 'returned';
    case 'ExpressionStatement':
    case 'UnaryExpression':
      return 'floating';
    default:
      return 'unknown';
  }
}

/** Whether a call is a `.catch(…)`, or a `.then(…, …)` that has a handler for rejection. */
export function handlesRejection(call: TSESTree.CallExpression): boolean {
  const name = calleeName(call);
  return (
    (name === 'catch' && call.arguments.length > 0) ||
    (name === 'then' && call.arguments.length > 1)
  );
}

/** Whether a call is one of `Promise`'s own: `Promise.all([…])`. */
export function isPromiseMethod(call: TSESTree.CallExpression): boolean {
  const object = receiver(call);
  return object?.type === 'Identifier' && object.name === 'Promise';
}

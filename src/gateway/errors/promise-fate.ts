import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction } from '../../ast/functions.ts';
import { calleeName, receiver } from '../../ast/names.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import { isChained, rejectionHandler, tryAround } from '../../ast/try.ts';
import type { NestFile } from '../nest-file.ts';

/**
 * What becomes of the promise that an expression makes: the code waits for it, gives it to its own
 * caller, lets it go, or handles its rejection with `.catch()` or a second argument of `.then()`.
 * Unknown where it is kept in a variable or handed to another call.
 */
export type PromiseFate = 'awaited' | 'returned' | 'floating' | 'handled' | 'unknown';

export interface Promised {
  readonly fate: PromiseFate;
  /** The call that makes it in the end: the last of its chain, the `Promise.all([…])` around it. */
  readonly whole: TSESTree.CallExpression;
}

/** The fate of a promise, followed through `.then()` chains, choices and `Promise.all([…])`. */
export function promiseFate(call: TSESTree.CallExpression, file: NestFile): Promised {
  let whole = call;
  let value: TSESTree.Node = call;
  for (;;) {
    const outer = outermostWrapper(value);
    const { parent } = outer;
    switch (parent?.type) {
      case 'MemberExpression': {
        const next = outermostWrapper(parent).parent;
        if (next?.type !== 'CallExpression' || !isChained(next)) {
          return { fate: 'unknown', whole };
        }
        if (handlesRejection(next, file)) return { fate: 'handled', whole };
        whole = next;
        value = next;
        continue;
      }
      case 'ArrayExpression': {
        const { parent: combined } = parent;
        if (combined.type !== 'CallExpression' || !isPromiseMethod(combined)) {
          return { fate: 'unknown', whole };
        }
        if (calleeName(combined) === 'allSettled') return { fate: 'handled', whole };
        whole = combined;
        value = combined;
        continue;
      }
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'SequenceExpression':
        if (!isResult(outer, parent)) return { fate: 'unknown', whole };
        value = parent;
        continue;
      case 'AwaitExpression':
        return { fate: 'awaited', whole };
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        return { fate: 'returned', whole };
      case 'ExpressionStatement':
        return { fate: 'floating', whole };
      case 'UnaryExpression':
        return { fate: parent.operator === 'void' ? 'floating' : 'unknown', whole };
      default:
        return { fate: 'unknown', whole };
    }
  }
}

/** Whether the value of an expression may be the value of the choice or sequence it stands in. */
function isResult(
  node: TSESTree.Node,
  parent: TSESTree.ConditionalExpression | TSESTree.LogicalExpression | TSESTree.SequenceExpression,
): boolean {
  if (parent.type === 'ConditionalExpression') return node !== parent.test;
  if (parent.type === 'SequenceExpression') return node === parent.expressions.at(-1);
  return node === parent.right || parent.operator !== '&&';
}

/**
 * Whether a call is a `.catch(…)`, or a `.then(…, …)` that has a handler for rejection. A handler
 * that throws itself handles nothing.
 */
export function handlesRejection(call: TSESTree.CallExpression, file: NestFile): boolean {
  const handler = rejectionHandler(call);
  return handler !== undefined && !(isFunction(handler) && mayThrow());

  function mayThrow(): boolean {
    return file
      .routine(call)
      .throws.some((node) => enclosingFunction(node) === handler && !tryAround(node));
  }
}

/** Whether a call is one of `Promise`'s own: `Promise.all([…])`. */
export function isPromiseMethod(call: TSESTree.CallExpression): boolean {
  const object = receiver(call);
  return object?.type === 'Identifier' && object.name === 'Promise';
}

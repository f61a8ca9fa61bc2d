import type { TSESTree } from '@typescript-eslint/utils';
import { forEachChild } from './children.ts';
import { takesBreak } from './control-flow.ts';
import { isFunction } from './functions.ts';
import type { Loop } from './routine.ts';
import { skipWrappers } from './skip-wrappers.ts';
import type { SourceCode } from './types.ts';

/**
 * Whether a loop neither ends nor pauses: `while (true)`, `for (;;)` or `do … while (true)` with no
 * `await`, `yield`, `return`, `throw` or `break` of its own in it.
 */
export function isEndless(loop: Loop, visitorKeys: SourceCode['visitorKeys']): boolean {
  return isUnconditional(loop) && !leaves(loop, visitorKeys);
}

function isUnconditional(loop: Loop): boolean {
  switch (loop.type) {
    case 'ForStatement':
      return !loop.test || isTruthy(loop.test);
    case 'WhileStatement':
    case 'DoWhileStatement':
      return isTruthy(loop.test);
    default:
      return false;
  }
}

function isTruthy(node: TSESTree.Node): boolean {
  const test = skipWrappers(node);
  return test.type === 'Literal' && Boolean(test.value);
}

/** A `break` leaves the nearest loop or `switch`; one with a label is taken to leave the loop. */
function leaves(loop: Loop, visitorKeys: SourceCode['visitorKeys']): boolean {
  const pending: [node: TSESTree.Node, isOwnBreak: boolean][] = [[loop.body, true]];
  let found = false;
  for (let next = pending.pop(); next && !found; next = pending.pop()) {
    const [node, isOwnBreak] = next;
    if (isFunction(node)) continue;
    found = isWayOut(node, isOwnBreak);
    const isOwn = isOwnBreak && !takesBreak(node);
    forEachChild(node, visitorKeys, (child) => pending.push([child, isOwn]));
  }
  return found;
}

function isWayOut(node: TSESTree.Node, isOwnBreak: boolean): boolean {
  switch (node.type) {
    case 'AwaitExpression':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'YieldExpression':
      return true;
    case 'ForOfStatement':
      return node.await;
    case 'BreakStatement':
      return isOwnBreak || Boolean(node.label);
    case 'ContinueStatement':
      return Boolean(node.label);
    default:
      return false;
  }
}

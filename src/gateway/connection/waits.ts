import type { TSESTree } from '@typescript-eslint/utils';
import { mayPrecede } from '../../ast/control-flow.ts';
import { enclosingFunction, isFunction, isWithin } from '../../ast/functions.ts';
import { receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import type { Routine } from '../../ast/routine.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import { isChained } from '../../ast/try.ts';
import type { FunctionNode } from '../../ast/types.ts';
import type { ClientCode } from './reach.ts';

type AwaitsByFunction = ReadonlyMap<FunctionNode | undefined, readonly TSESTree.AwaitExpression[]>;

/**
 * What a piece of code has waited for when it comes to a place. Waiting for the socket's own calls
 * is no waiting, since nothing goes over the network for them. Undefined where `pausesBefore()` is.
 */
export function waitsBefore(
  place: TSESTree.Node,
  code: ClientCode,
): readonly TSESTree.Node[] | undefined {
  return pausesBefore(place, code)?.filter(
    (node) => node.type !== 'AwaitExpression' || !isOfSocket(node.argument, code),
  );
}

/**
 * Where a piece of code hands the process over before it comes to a place: every `await` that may
 * have run before or stands in it, and the promise whose `.then()`, `.catch()` or `.finally()` it is
 * a callback of, in the order of the source. Undefined where it stands in another callback: who
 * calls that, and when, is not to be seen.
 */
export function pausesBefore(
  place: TSESTree.Node,
  code: ClientCode,
): readonly TSESTree.Node[] | undefined {
  const awaits = awaitsByFunction(code.routine);
  const pauses: TSESTree.Node[] = [];
  let current = place;
  for (;;) {
    const owner = enclosingFunction(current);
    if (owner === undefined) return undefined;
    for (const node of awaits.get(owner) ?? []) {
      if (isWithin(current, node)) continue;
      if (isWithin(node, current) || mayPrecede(node, current)) pauses.push(node);
    }
    if (owner === code.routine.root) {
      return pauses.sort((a, b) => a.range[0] - b.range[0]);
    }
    const call = promiseCall(owner);
    if (call === undefined) return undefined;
    pauses.push(promiseOf(call));
    current = call;
  }
}

/** Whether a place runs as a part of a piece of code, and not in a callback for somebody else. */
export function isReached(place: TSESTree.Node, { routine }: ClientCode): boolean {
  let owner = enclosingFunction(place);
  while (owner && owner !== routine.root) {
    const call = promiseCall(owner);
    owner = call && enclosingFunction(call);
  }
  return owner !== undefined;
}

const awaitsByFunction = once((routine: Routine): AwaitsByFunction => {
  const awaits = new Map<FunctionNode | undefined, TSESTree.AwaitExpression[]>();
  for (const node of routine.awaits) {
    const owner = enclosingFunction(node);
    const list = awaits.get(owner);
    if (list) list.push(node);
    else awaits.set(owner, [node]);
  }
  return awaits;
});

/** The call of `.then()`, `.catch()` or `.finally()` that a function is a callback of. */
export function promiseCall(node: TSESTree.Node): TSESTree.CallExpression | undefined {
  const { parent } = node;
  return isFunction(node) && parent?.type === 'CallExpression' && isChained(parent)
    ? parent
    : undefined;
}

/** What a chain of `.then()` and the like begins with. */
export function promiseOf(call: TSESTree.CallExpression): TSESTree.Node {
  const object = isChained(call) ? receiver(call) : undefined;
  if (object === undefined) return call;
  return object.type === 'CallExpression' ? promiseOf(object) : object;
}

function isOfSocket(node: TSESTree.Node, { paths }: ClientCode): boolean {
  const target = skipWrappers(node);
  const object = target.type === 'CallExpression' ? receiver(target) : undefined;
  return object !== undefined && paths.of(object) !== undefined;
}

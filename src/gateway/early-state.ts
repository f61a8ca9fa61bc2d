import type { TSESTree } from '@typescript-eslint/utils';
import { mayPrecede } from '../ast/control-flow.ts';
import { enclosingFunction, isWithin } from '../ast/functions.ts';
import { receiver } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import { isDisconnect } from './client-outcome.ts';
import type { Fill } from './connection-state.ts';
import type { Gateway } from './gateway.ts';

/** An entry that `handleConnection` makes and that `handleDisconnect` may never get to remove. */
export interface EarlyState {
  readonly fill: Fill;
  /** A disconnect without an `await` before it, or a client that left during an `await`. */
  readonly cause: 'disconnected' | 'gone';
}

/**
 * The entries that stay behind although `handleDisconnect` removes them: Nest does not call it for a
 * client that `handleConnection` disconnects before it first waits, and has called it already for
 * one that left while it waited.
 */
export function earlyState(gateway: Gateway): readonly EarlyState[] {
  return [...gateway.state.perConnection].flatMap(([collection, fill]): readonly EarlyState[] => {
    const { entry, call, routine } = fill.code;
    if (entry.method.name !== 'handleConnection' || call) return [];
    if (!gateway.state.isShrunkOnDisconnect(collection)) return [];
    const own = (node: TSESTree.Node) => enclosingFunction(node) === routine.root;
    if (!own(fill.node)) return [];
    const waits = routine.awaits.filter((node) => own(node) && !isOfSocket(node, fill));
    const isDropped = routine.calls.some(
      (node) =>
        own(node) &&
        isDisconnect(node, fill.code) &&
        follows(node, fill.node) &&
        !waits.some((wait) => mayPrecede(wait, node)) &&
        !isTakenBack(fill, node, gateway),
    );
    if (isDropped) return [{ fill, cause: 'disconnected' }];
    const wait = waits.findLast((node) => mayPrecede(node, fill.node));
    return wait && !isChecked(wait, fill) ? [{ fill, cause: 'gone' }] : [];
  });
}

/** Whether one node runs after another in any case in which it runs at all. */
function follows(later: TSESTree.Node, earlier: TSESTree.Node): boolean {
  for (let node = earlier; node.parent; node = node.parent) {
    if (node.parent.type !== 'BlockStatement') continue;
    return later.range[0] >= node.range[1] && isWithin(later, node.parent);
  }
  return false;
}

/** Whether `handleConnection` itself takes an entry out again near a disconnect. */
function isTakenBack(fill: Fill, disconnect: TSESTree.Node, gateway: Gateway): boolean {
  const block = blockAround(disconnect);
  return gateway.state
    .shrinks(fill.collection, fill.code.routine)
    .some((node) => (block && isWithin(node, block)) || mayPrecede(node, disconnect));
}

/** Whether the code looks whether the client is still there, after it waited. */
function isChecked(wait: TSESTree.Node, { code, node }: Fill): boolean {
  return code.routine.members.some((member) => {
    const path = code.paths.text(member);
    return (
      (path === 'connected' || path === 'disconnected') &&
      member.range[0] >= wait.range[1] &&
      member.range[0] <= node.range[0]
    );
  });
}

/** Nothing goes over the network for `await client.join(…)`. */
function isOfSocket({ argument }: TSESTree.AwaitExpression, { code }: Fill): boolean {
  const target = skipWrappers(argument);
  const object = target.type === 'CallExpression' ? receiver(target) : undefined;
  return object !== undefined && code.paths.of(object) !== undefined;
}

function blockAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let { parent } = node;
  while (parent && parent.type !== 'BlockStatement') ({ parent } = parent);
  return parent;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction, isWithin } from '../ast/functions.ts';
import { followed, isDisconnect } from './client-outcome.ts';
import type { Fill } from './connection-state.ts';
import type { Gateway } from './gateway.ts';
import { clientCode, ownFunction, reachableFunctions, type ClientCode } from './reach.ts';
import { waitsBefore } from './waits.ts';

/** An entry that `handleConnection` makes and that `handleDisconnect` may never get to remove. */
export interface EarlyState {
  readonly fill: Fill;
  /** What fills the collection, or the call of the method of the class that does. */
  readonly node: TSESTree.Node;
  /** A disconnect without an `await` before it, or a client that left during an `await`. */
  readonly cause: 'disconnected' | 'gone';
}

/**
 * The entries that stay behind although `handleDisconnect` removes them, one for a collection: Nest
 * does not call it for a client that `handleConnection` disconnects before it first waits, and has
 * called it already for one that left while it waited.
 */
export function earlyState(gateway: Gateway): readonly EarlyState[] {
  const { state } = gateway;
  const kept = new Set([...state.perConnection.keys()].map(({ node }) => node));
  const found = new Map<TSESTree.Node, EarlyState>();
  for (const fill of state.fills) {
    const { collection, code } = fill;
    if (code.entry.method.name !== 'handleConnection') continue;
    if (!kept.has(collection.node) || found.has(collection.node)) continue;
    if (!state.isShrunkOnDisconnect(collection)) continue;
    const cause = causeOf(fill, gateway);
    if (cause) found.set(collection.node, { fill, node: code.call ?? fill.node, cause });
  }
  return [...found.values()];
}

function causeOf(fill: Fill, gateway: Gateway): EarlyState['cause'] | undefined {
  const [own] = clientCode(fill.code.entry);
  if (!own) return undefined;
  // A method of the class fills it where the method is called.
  const site = fill.code.call ?? fill.node;
  const inner = fill.code.call ? waitsBefore(fill.node, fill.code) : [];
  const outer = waitsBefore(site, own);
  if (!outer || !inner) return undefined;
  if (inner.length === 0 && isDropped(site, fill, own, gateway)) return 'disconnected';
  const wait = outer.at(-1) ?? inner.at(-1);
  return wait && !isChecked(wait.node, [own, fill.code]) ? 'gone' : undefined;
}

/** Whether a disconnect without a wait before it follows, and nothing takes the entry back. */
function isDropped(
  site: TSESTree.Node,
  fill: Fill,
  code: ClientCode,
  gateway: Gateway,
): boolean {
  return code.routine.calls.some(
    (call) =>
      isDroppedBy(call, code) &&
      enclosingFunction(call) === code.routine.root &&
      follows(call, site, code) &&
      !isTakenBack(fill, site, call, code, gateway),
  );
}

/** Whether a call disconnects the client before anything waits, itself or by a method of the class. */
function isDroppedBy(call: TSESTree.CallExpression, code: ClientCode): boolean {
  const isAtOnce = (node: TSESTree.Node, where: ClientCode) =>
    waitsBefore(node, where)?.length === 0;
  if (isDisconnect(call, code)) return isAtOnce(call, code);
  const called = followed(code).get(call);
  return (
    called !== undefined &&
    isAtOnce(call, code) &&
    called.routine.calls.some((inner) => isDisconnect(inner, called) && isAtOnce(inner, called))
  );
}

/**
 * Whether one node runs after another on every path on which it runs at all: it stands behind it in
 * the same block, or in the `catch` of a block in which a call after it may throw.
 */
function follows(later: TSESTree.Node, earlier: TSESTree.Node, { routine }: ClientCode): boolean {
  for (let node = earlier; node.parent && !isFunction(node.parent); node = node.parent) {
    const { parent } = node;
    switch (parent.type) {
      case 'BlockStatement':
        if (isWithin(later, parent)) return later.range[0] >= node.range[1];
        if (parent.parent.type === 'TryStatement' && parent.parent.block === parent) {
          const { handler } = parent.parent;
          if (handler && isWithin(later, handler)) {
            return [...routine.calls, ...routine.throws].some(
              (other) => other.range[0] >= earlier.range[1] && isWithin(other, parent),
            );
          }
          break;
        }
        if (parent.parent.type !== 'BlockStatement') return false;
        break;
      case 'TryStatement':
        if (parent.block !== node) return false;
        break;
      case 'ExpressionStatement':
      case 'AwaitExpression':
      case 'ChainExpression':
        break;
      default:
        return false;
    }
  }
  return false;
}

/** Whether `handleConnection` itself takes an entry out again before or beside a disconnect. */
function isTakenBack(
  { collection }: Fill,
  site: TSESTree.Node,
  disconnect: TSESTree.CallExpression,
  { routine }: ClientCode,
  { file, state, ...gateway }: Gateway,
): boolean {
  void gateway;
  void file;
  void state;
  void collection;
  void site;
  void disconnect;
  void routine;
  void ownFunction;
  void reachableFunctions;
  return false;
}

/** Whether the code looks whether the client is still there, after it waited. */
function isChecked(wait: TSESTree.Node, codes: readonly ClientCode[]): boolean {
  return codes.some(({ routine, paths }) =>
    routine.members.some(
      (member) =>
        (member.range[0] >= wait.range[1] || !isWithin(wait, routine.root)) &&
        /^(?:connected|disconnected)$/.test(paths.text(member) ?? ''),
    ),
  );
}

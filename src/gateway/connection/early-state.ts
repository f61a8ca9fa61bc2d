import type { TSESTree } from '@typescript-eslint/utils';
import { finalizersAround, mayPrecede } from '../../ast/control-flow.ts';
import { isFunction, isWithin } from '../../ast/functions.ts';
import { calleeName, isNamed, receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { mayBeLogging } from '../logging.ts';
import { socketsOf } from '../sockets/sockets.ts';
import { followed, isDisconnect } from './client-outcome.ts';
import { collectionOf } from './collection.ts';
import type { Fill } from './connection-state.ts';
import type { Gateway } from '../gateway.ts';
import { clientCode, ownFunction, reachableFunctions, type ClientCode } from './reach.ts';
import { pausesBefore, waitsBefore } from './waits.ts';

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
  // A method of the class fills it where the method is called.
  const site = fill.code.call ?? fill.node;
  const inner = fill.code.call ? waitsBefore(fill.node, fill.code) : [];
  const outer = waitsBefore(site, own);
  if (!outer || !inner) return undefined;
  if (inner.length === 0 && isDropped(site, fill, own, gateway)) return 'disconnected';
  const wait = outer.at(-1) ?? inner.at(-1);
  return wait && !isChecked(wait, [own, fill.code]) ? 'gone' : undefined;
}

/** Whether a disconnect without a wait before it follows, and nothing takes the entry back. */
function isDropped(site: TSESTree.Node, fill: Fill, code: ClientCode, gateway: Gateway): boolean {
  return earlyDisconnects(code).some(
    (call) => follows(call, site, code) && !isTakenBack(fill, call, code, gateway),
  );
}

/** The calls that disconnect the client before anything waits. */
const earlyDisconnects = once((code: ClientCode): readonly TSESTree.CallExpression[] =>
  code.routine.calls.filter((call) => isDroppedBy(call, code)),
);

/** Whether a call disconnects the client before anything waits, itself or by a method of the class. */
function isDroppedBy(call: TSESTree.CallExpression, code: ClientCode): boolean {
  const isAtOnce = (node: TSESTree.Node, where: ClientCode) =>
    pausesBefore(node, where)?.length === 0;
  if (isDisconnect(call, code)) return isAtOnce(call, code);
  const called = followed(code).get(call);
  return (
    called !== undefined &&
    isAtOnce(call, code) &&
    called.routine.calls.some((inner) => isDisconnect(inner, called) && isAtOnce(inner, called))
  );
}

const CONDITIONAL: ReadonlySet<string> = new Set([
  'CatchClause',
  'ConditionalExpression',
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'IfStatement',
  'LogicalExpression',
  'SwitchCase',
  'WhileStatement',
]);

/**
 * Whether one node is reached whenever another one has run, if it is reached at all: it stands
 * behind it in the same block, or in the `catch` of a block in which a call behind it may throw.
 */
function follows(
  later: TSESTree.Node,
  earlier: TSESTree.Node,
  { routine, entry: { gateway } }: ClientCode,
): boolean {
  if (!mayPrecede(earlier, later)) return false;
  for (let node = earlier; node.parent && !isFunction(node); node = node.parent) {
    const { parent } = node;
    if (parent.type === 'BlockStatement' && isWithin(later, parent)) return true;
    if (parent.type === 'TryStatement' && parent.handler && isWithin(later, parent.handler)) {
      return [...routine.calls.filter((call) => mayThrow(call, gateway)), ...routine.throws].some(
        (other) => other.range[0] >= earlier.range[1] && isWithin(other, parent.block),
      );
    }
    if (CONDITIONAL.has(parent.type)) return false;
  }
  return false;
}

/** What a Map, a Set or an array does with its entries. */
const KEEPING = /^(?:add|delete|get|has|includes|push|set|unshift)$/;
/** What a socket or a server does for those that it addresses. */
const ADDRESSING = /^(?:emit|except|in|join|leave|off|on|once|send|to)$/;

/** Whether a call may throw: that of a logger, of a collection of the class or of a socket does not. */
function mayThrow(call: TSESTree.CallExpression, gateway: Gateway): boolean {
  if (mayBeLogging(call) || addressesSocket(call, gateway)) return false;
  const object = receiver(call);
  return !(
    object &&
    isNamed(calleeName(call), KEEPING) &&
    collectionOf(object, gateway) !== undefined
  );
}

/** `client.join(room)`, `this.server.to(room).emit(event)` */
function addressesSocket(call: TSESTree.CallExpression, gateway: Gateway): boolean {
  const object = receiver(call);
  if (!object || !isNamed(calleeName(call), ADDRESSING)) return false;
  return object.type === 'CallExpression'
    ? addressesSocket(object, gateway)
    : socketsOf(gateway.file).of(object) !== undefined;
}

/**
 * Whether `handleConnection` itself takes an entry out again before a disconnect or beside it, or
 * has seen to it with a listener.
 */
function isTakenBack(
  { collection }: Fill,
  disconnect: TSESTree.CallExpression,
  { routine }: ClientCode,
  gateway: Gateway,
): boolean {
  const { state, file } = gateway;
  const block = blockAround(disconnect);
  const isNear = (node: TSESTree.Node) =>
    (block !== undefined && isWithin(node, block)) ||
    mayPrecede(node, disconnect) ||
    finalizersAround(disconnect).some((finalizer) => isWithin(node, finalizer));
  return (
    state.shrinks(collection, routine).some(isNear) ||
    routine.calls.some((call) => {
      const callee = isNear(call) ? ownFunction(call, gateway) : undefined;
      return (
        callee !== undefined &&
        [...reachableFunctions([callee], gateway)].some(
          (reached) => state.shrinks(collection, file.routine(reached)).length > 0,
        )
      );
    })
  );
}

/** Whether the code looks whether the client is still there, once it has waited. */
function isChecked(wait: TSESTree.Node, codes: readonly ClientCode[]): boolean {
  return codes.some((code) => {
    const end = isWithin(wait, code.routine.root) ? wait.range[1] : 0;
    return looksForClient(code).some(({ range }) => range[0] >= end);
  });
}

const PRESENCE = new Set(['connected', 'disconnected']);

/** The reads of `client.connected` and `client.disconnected`. */
const looksForClient = once((code: ClientCode): readonly TSESTree.Node[] =>
  code.routine.members.filter((member) => isNamed(code.paths.text(member), PRESENCE)),
);

function blockAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let { parent } = node;
  while (parent && parent.type !== 'BlockStatement') ({ parent } = parent);
  return parent;
}

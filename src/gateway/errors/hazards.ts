import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, receiver, thisProperty } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import { tryAround } from '../../ast/try.ts';
import type { FunctionNode } from '../../ast/types.ts';
import { anonymousReads } from './anonymous-reads.ts';
import type { Method } from '../class-model.ts';
import { areaOfCall, hookAreas, ownCode, type HookArea } from './hook-area.ts';
import type { LifecycleHook } from '../hook.ts';
import type { NestFile } from '../nest-file.ts';
import { presenceTests, type ClientValue } from './presence-tests.ts';
import { isPromiseMethod, promiseFate } from './promise-fate.ts';
import { chainOf, handlesItself, isJudgedElsewhere, isRisky } from './risky-promise.ts';
import { jwtVerification } from '../authentication/verification.ts';

/** A place in a lifecycle hook from which an error leaves the hook, and so ends the process. */
export interface Hazard {
  readonly kind:
    | 'throw'
    /** A JSON Web Token is verified. */
    | 'verify'
    /** Something is awaited that receives the client or a value read from it. */
    | 'await'
    /** A property is read of what an anonymous client does not have. */
    | 'read'
    /** Such a value is taken apart by a pattern, or gone through by a loop. */
    | 'unpack'
    /** A promise leaves the `try` around it unawaited. */
    | 'floating'
    /** A method of the class is called from which an error leaves. */
    | 'call';
  readonly node: TSESTree.Node;
  /** The whole chain of a promise, which may be awaited or caught; else the node. */
  readonly promise: TSESTree.Node;
  readonly place: HookArea['place'];
  /** The function it stands in. */
  readonly within: FunctionNode;
  /**
   * How the error leaves that function: it is thrown there (or rejects what is awaited there), it is
   * in a promise that the function returns, or in one that nobody holds.
   */
  readonly leaves: 'thrown' | 'returned' | 'floating';
  /** What is read or taken apart. */
  readonly value?: ClientValue;
}

/** Methods that make a promise of a promise. */
const GOES_ON = new Set(['finally', 'then']);

/** Which awaited calls count: those that receive something of the client, or all. */
export type Awaits = 'auth' | 'all';

/**
 * Every place in a hook from which an error leaves it: in its own code, in the methods it calls on
 * `this` (shown at the call), in the middleware it installs and in the listeners it registers on the
 * client. Other callbacks are left alone: who calls them, and who catches, is not to be seen. So are
 * methods under a decorator that the file does not explain, which may catch what they throw.
 */
export function hazardsOf(hook: LifecycleHook, awaits: Awaits): readonly Hazard[] {
  if (mayCatch(hook.method)) return [];
  return hookAreas(hook).flatMap((area) => [
    ...directHazards(area, awaits),
    ...ownCode(area).calls.flatMap((call) => hazardsOfCall(call, area, awaits)),
  ]);
}

function mayCatch({ decorators }: Method): boolean {
  return decorators.some(({ isKnown }) => !isKnown);
}

/** Where a hazard is shown: a call up to the callee of the first of its chain, anything else whole. */
export function locOf({ node }: Hazard): TSESTree.SourceLocation {
  let call = skipWrappers(node.type === 'AwaitExpression' ? node.argument : node);
  let end = node;
  while (call.type === 'CallExpression') {
    end = call.callee;
    call = receiver(call) ?? end;
  }
  return { start: node.loc.start, end: end.loc.end };
}

function hazard(
  kind: Hazard['kind'],
  node: TSESTree.Node,
  { place, within }: HookArea,
  more: Partial<Pick<Hazard, 'leaves' | 'promise' | 'value'>> = {},
): Hazard {
  return { kind, node, promise: node, place, within, leaves: 'thrown', ...more };
}

/** The hazards in a function itself, its callbacks and the methods it calls left out. */
function directHazards(area: HookArea, awaits: Awaits): readonly Hazard[] {
  const own = ownCode(area);
  const found = [
    ...own.throws.filter((node) => !tryAround(node)).map((node) => hazard('throw', node, area)),
    ...own.calls.flatMap((call) => ofCall(call, area)),
    ...own.awaits
      .filter((node) => !tryAround(node) && mayReject(node.argument, area, awaits))
      // The `try` that the first needs takes in those that follow.
      .slice(0, awaits === 'auth' ? 1 : undefined)
      .map((node) => hazard('await', node, area)),
  ];
  // One repair does for both: what is read in a call that is shown is caught with it.
  const shown = new Set(found.map(({ node }) => node));
  const reads = anonymousReads(area, area.within, area.hook).filter(
    ({ node }) => !isWithinOne(node, shown, area.within),
  );
  return [...found, ...reads.map(({ kind, node, value }) => hazard(kind, node, area, { value }))];
}

function isWithinOne(
  node: TSESTree.Node,
  outers: ReadonlySet<TSESTree.Node>,
  root: TSESTree.Node,
): boolean {
  for (let outer = node; outer !== root && outer.parent; outer = outer.parent) {
    if (outers.has(outer)) return true;
  }
  return false;
}

function mayReject(node: TSESTree.Node, area: HookArea, awaits: Awaits): boolean {
  const { gateway } = area.hook;
  return awaits === 'all'
    ? !isJudgedElsewhere(node, gateway) && !handlesItself(node, gateway)
    : isRiskyIn(area, node);
}

/** What `afterInit` receives is the server, so nothing in it can come from a client. */
function isRiskyIn(area: HookArea, node: TSESTree.Node): boolean {
  const { hook, place } = area;
  return !(hook.name === 'afterInit' && place === 'hook') && isRisky(node, area, hook.gateway);
}

/** What a call throws, or rejects without an `await` in front of it. */
function ofCall(call: TSESTree.CallExpression, area: HookArea): readonly Hazard[] {
  switch (jwtVerification(call, area.hook.gateway)) {
    case 'sync':
      return tryAround(call) ? [] : [hazard('verify', call, area)];
    case 'async':
      return ofPromise(call, 'verify', area);
    default:
      return isUnawaited(call, area) && isRiskyIn(area, call) ? ofPromise(call, 'await', area) : [];
  }
}

/** Where the rejection of the promise that a call returns goes, unless something catches it. */
function ofPromise(
  call: TSESTree.CallExpression,
  kind: Hazard['kind'],
  area: HookArea,
): readonly Hazard[] {
  const { fate, whole } = promiseFate(call, area.hook.gateway.file);
  const isInTry = tryAround(call) !== undefined;
  switch (fate) {
    case 'awaited':
      return isInTry ? [] : [hazard(kind, call, area)];
    case 'returned':
    case 'floating':
      return [hazard(isInTry ? 'floating' : kind, call, area, { leaves: fate, promise: whole })];
    default:
      return [];
  }
}

/**
 * Whether a call is the last of a chain whose promise nothing here waits for. That it is a promise
 * shows in a `.then()`, or in that an async function returns it.
 */
function isUnawaited(call: TSESTree.CallExpression, { hook, within }: HookArea): boolean {
  const { gateway } = hook;
  const { fate, whole } = promiseFate(call, gateway.file);
  if (whole !== call || (fate !== 'returned' && fate !== 'floating')) return false;
  return (
    (fate === 'returned' && within.async && !tryAround(call)) ||
    chainOf(call, gateway).some(
      (link) => isPromiseMethod(link) || isNamed(calleeName(link), GOES_ON),
    )
  );
}

/**
 * A call of a method of the class from which an error leaves, unless the call catches it. A promise
 * that the method lets go is out of the call's reach, and so is shown where it stands.
 */
function hazardsOfCall(
  call: TSESTree.CallExpression,
  area: HookArea,
  awaits: Awaits,
): readonly Hazard[] {
  const target = areaOfCall(call, area);
  const method = area.hook.gateway.class.findMethod(thisProperty(call.callee) ?? '');
  if (!target || target.within.generator || isHook(target)) return [];
  if (method && mayCatch(method)) return [];
  const inner = directHazards(target, awaits).filter(
    ({ value }) => !value || !presenceTests(area).isTested(value, call),
  );
  const isThrown = inner.some(({ leaves }) => leaves === 'thrown');
  const isReturned = inner.some(({ leaves }) => leaves === 'returned');
  const { async } = target.within;
  const atCall =
    isThrown && !async && !tryAround(call)
      ? [hazard('call', call, area)]
      : isReturned || (isThrown && async)
        ? ofPromise(call, 'call', area)
        : [];
  return [...inner.filter(({ leaves }) => leaves === 'floating'), ...atCall];
}

const hookFunctions = once(
  ({ gateways }: NestFile): ReadonlySet<FunctionNode> =>
    new Set(gateways.flatMap(({ hooks }) => hooks.map(({ method }) => method.function))),
);

/** Whether a called function is a hook itself, in which its hazards are shown. */
function isHook({ within, hook }: HookArea): boolean {
  return hookFunctions(hook.gateway.file).has(within);
}

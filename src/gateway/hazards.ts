import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction, isWithin } from '../ast/functions.ts';
import { calleeName, receiver } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import { tryAround } from '../ast/try.ts';
import type { FunctionNode } from '../ast/types.ts';
import { anonymousReads } from './anonymous-reads.ts';
import { callbackFunction } from './callback.ts';
import { ClientPaths } from './client-paths.ts';
import { Flow } from './flow.ts';
import type { LifecycleHook } from './hook.ts';
import { middlewares } from './middleware.ts';
import type { NestFile } from './nest-file.ts';
import { presenceTests, type ClientValue } from './presence-tests.ts';
import { isPromiseMethod, promiseFate } from './promise-fate.ts';
import { calledCode, clientCode, type ClientCode } from './reach.ts';
import { chainOf, handlesItself, isJudgedElsewhere, isRisky } from './risky-promise.ts';
import { socketsOf } from './sockets.ts';
import { jwtVerification } from './verification.ts';

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
  /** Whether it stands in the hook, in a middleware or in a listener that the hook registers. */
  readonly place: 'hook' | 'middleware' | 'listener';
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

/** Which awaited calls count: those that receive something of the client, or all. */
export type Awaits = 'auth' | 'all';

/** A function, the code it belongs to, and what that knows of the client. */
interface Area extends Pick<ClientCode, 'entry' | 'routine' | 'client' | 'paths'> {
  readonly hook: LifecycleHook;
  readonly within: FunctionNode;
  readonly place: Hazard['place'];
  readonly awaits: Awaits;
  /** The code of the methods that it calls, where that is known already. */
  readonly called?: ReadonlyMap<TSESTree.CallExpression, ClientCode>;
}

/**
 * Every place in a hook from which an error leaves it: in its own code, in the methods it calls on
 * `this` (shown at the call), in the middleware it installs and in the listeners it registers on the
 * client. Other callbacks are left alone: who calls them, and who catches, is not to be seen.
 *
 * @param awaits - `auth` for awaited calls that receive something of the client, `all` for any
 */
export function hazardsOf(hook: LifecycleHook, awaits: Awaits): readonly Hazard[] {
  const codes = clientCode(hook);
  const [own] = codes;
  if (!own) return [];
  const called = new Map(codes.flatMap((code) => (code.call ? [[code.call, code]] : [])));
  const area: Area = {
    ...own,
    hook,
    awaits,
    called,
    within: hook.method.function,
    place: 'hook',
  };
  return [
    ...hazardsIn(area),
    ...(hook.name === 'afterInit' ? middlewareAreas(area) : listenerAreas(codes, area)).flatMap(
      hazardsIn,
    ),
  ];
}

/** Where a hazard is shown: a call up to the callee of the first of its chain, anything else whole. */
export function locOf({ kind, node }: Hazard): TSESTree.SourceLocation {
  if (kind === 'throw' || kind === 'read' || kind === 'unpack') return node.loc;
  let call = skipWrappers(node.type === 'AwaitExpression' ? node.argument : node);
  let end = node;
  while (call.type === 'CallExpression') {
    end = call.callee;
    call = receiver(call) ?? end;
  }
  return { start: node.loc.start, end: end.loc.end };
}

/** The hazards in a function and, shown at the call, in the methods it calls. */
function hazardsIn(area: Area): readonly Hazard[] {
  const direct = directHazards(area);
  const calls = area.routine.calls
    .filter((call) => isOwn(call, area))
    .flatMap((call) => hazardsOfCall(call, area));
  return [...direct, ...calls];
}

/** The hazards in a function itself, its callbacks and the methods it calls left out. */
function directHazards(area: Area): readonly Hazard[] {
  const { within, place } = area;
  const found = [
    ...thrown(area),
    ...area.routine.calls.filter((call) => isOwn(call, area)).flatMap((call) => ofCall(call, area)),
    ...awaited(area),
  ];
  const reads = anonymousReads(area, area.hook)
    .filter(({ node }) => isOwn(node, area) && !found.some((hazard) => isWithin(node, hazard.node)))
    .map((read): Hazard => ({ ...read, place, within, leaves: 'thrown' }));
  return [...found, ...reads];
}

function isOwn(node: TSESTree.Node, { within }: Area): boolean {
  return enclosingFunction(node) === within;
}

function thrown(area: Area): readonly Hazard[] {
  const { routine, within, place } = area;
  return routine.throws
    .filter((node) => isOwn(node, area) && !tryAround(node))
    .map((node) => ({ kind: 'throw', node, place, within, leaves: 'thrown' }));
}

function awaited(area: Area): readonly Hazard[] {
  const { routine, within, place } = area;
  return routine.awaits
    .filter((node) => isOwn(node, area) && !tryAround(node) && mayReject(node.argument))
    .map((node) => ({ kind: 'await', node, place, within, leaves: 'thrown' }));

  function mayReject(node: TSESTree.Node): boolean {
    const { gateway } = area.hook;
    return area.awaits === 'all'
      ? !isJudgedElsewhere(node, gateway) && !handlesItself(node, gateway)
      : isRiskyHere(node, area);
  }
}

/** What `afterInit` receives is the server, so nothing in it can come from a client. */
function isRiskyHere(node: TSESTree.Node, area: Area): boolean {
  const { hook, place } = area;
  return !(hook.name === 'afterInit' && place === 'hook') && isRisky(node, area, hook.gateway);
}

/** What a call throws, or rejects without an `await` in front of it. */
function ofCall(call: TSESTree.CallExpression, area: Area): readonly Hazard[] {
  const { within, place, hook } = area;
  switch (jwtVerification(call, hook.gateway)) {
    case 'sync':
      return tryAround(call)
        ? []
        : [{ kind: 'verify', node: call, place, within, leaves: 'thrown' }];
    case 'async':
      return ofPromise(call, 'verify', area);
    default:
      return isUnawaited(call, area) && isRiskyHere(call, area)
        ? ofPromise(call, 'await', area)
        : [];
  }
}

/** Where the rejection of the promise that a call returns goes, unless something catches it. */
function ofPromise(
  node: TSESTree.CallExpression,
  kind: Hazard['kind'],
  { hook, place, within }: Area,
): readonly Hazard[] {
  const { fate } = promiseFate(node, hook.gateway.file);
  const isInTry = tryAround(node) !== undefined;
  switch (fate) {
    case 'awaited':
      return isInTry ? [] : [{ kind, node, place, within, leaves: 'thrown' }];
    case 'returned':
    case 'floating':
      return [{ kind: isInTry ? 'floating' : kind, node, place, within, leaves: fate }];
    default:
      return [];
  }
}

/**
 * Whether a call is the last of a chain whose promise nothing here waits for. That it is a promise
 * shows in a `.then()`, or in that an async function returns it.
 */
function isUnawaited(call: TSESTree.CallExpression, { hook, within }: Area): boolean {
  const { gateway } = hook;
  const { fate, whole } = promiseFate(call, gateway.file);
  if (whole !== call || (fate !== 'returned' && fate !== 'floating')) return false;
  return (
    (fate === 'returned' && within.async && !tryAround(call)) ||
    chainOf(call, gateway).some(
      (link) => isPromiseMethod(link) || /^(?:then|finally)$/.test(calleeName(link) ?? ''),
    )
  );
}

/**
 * A call of a method of the class from which an error leaves, unless the call catches it. A promise
 * that the method lets go is out of the call's reach, and so is shown where it stands.
 */
function hazardsOfCall(call: TSESTree.CallExpression, area: Area): readonly Hazard[] {
  const target = areaOfCall(call, area);
  if (!target || target.within.generator || isHook(target)) return [];
  const inner = directHazards(target).filter(
    ({ value }) => !value || !presenceTests(area).isTested(value, call),
  );
  const isThrown = inner.some(({ leaves }) => leaves === 'thrown');
  const isReturned = inner.some(({ leaves }) => leaves === 'returned');
  const { place, within } = area;
  const { async } = target.within;
  return [
    ...inner.filter(({ leaves }) => leaves === 'floating'),
    ...(isThrown && !async && !tryAround(call)
      ? [{ kind: 'call', node: call, place, within, leaves: 'thrown' } as const]
      : isReturned || (isThrown && async)
        ? ofPromise(call, 'call', area)
        : []),
  ];
}

/** Whether a called function is a hook itself, in which its hazards are shown. */
function isHook({ within, hook }: Area): boolean {
  const { file } = hook.gateway;
  let functions = hookFunctions.get(file);
  if (functions === undefined) {
    const hooks = file.gateways.flatMap((gateway) => gateway.hooks);
    functions = new Set(hooks.map(({ method }) => method.function));
    hookFunctions.set(file, functions);
  }
  return functions.has(within);
}

const hookFunctions = new WeakMap<NestFile, ReadonlySet<FunctionNode>>();

/** The function that a call runs; one that is declared inside the code knows what the code knows. */
function areaOfCall(call: TSESTree.CallExpression, area: Area): Area | undefined {
  const code = area.called?.get(call) ?? calledCode(call, area);
  const callee = code?.routine.root;
  if (!code || !callee || !isFunction(callee)) return undefined;
  return isWithin(callee, area.routine.root)
    ? { ...area, within: callee }
    : { ...area, ...code, within: callee };
}

const LISTENS = /^(?:on|once|onAny|addListener|prependListener|prependOnceListener)$/;

/** The listeners that the code registers on the client: `client.on('event', () => { … })`. */
function listenerAreas(codes: readonly ClientCode[], area: Area): readonly Area[] {
  return codes.flatMap((code) =>
    code.routine.calls.flatMap((call): readonly Area[] => {
      const object = receiver(call);
      if (!object || !LISTENS.test(calleeName(call) ?? '') || !code.paths.isClient(object))
        return [];
      const within = listenerOf(call, area);
      if (!within) return [];
      return isWithin(within, code.routine.root)
        ? [{ ...area, ...code, within, place: 'listener' }]
        : [{ ...areaOf(within, within.params, area), place: 'listener' }];
    }),
  );
}

function listenerOf(call: TSESTree.CallExpression, { hook }: Area): FunctionNode | undefined {
  const listener = call.arguments.at(-1);
  return listener && callbackFunction(listener, hook.gateway);
}

function middlewareAreas(area: Area): readonly Area[] {
  const { gateway } = area.hook;
  return middlewares(gateway).flatMap(({ call, argument }): readonly Area[] => {
    const within = argument && callbackFunction(argument, gateway);
    if (!within || !isOnServer(call)) return [];
    const [client] = within.params;
    const seeds = client ? [{ pattern: client, path: [] }] : [];
    return [
      {
        ...areaOf(within, client ? [client] : [], area),
        paths: new ClientPaths(seeds, gateway.file),
        place: 'middleware',
      },
    ];
  });

  /** Socket.IO's own, since an HTTP server catches what its middleware throws. */
  function isOnServer(call: TSESTree.CallExpression): boolean {
    let object = receiver(call);
    if (object?.type === 'CallExpression' && calleeName(object) === 'of') object = receiver(object);
    return object !== undefined && socketsOf(gateway.file).of(object)?.type === 'server';
  }
}

/** A function that is called with something of the client, wherever it stands. */
function areaOf(within: FunctionNode, seeds: readonly TSESTree.Node[], area: Area): Area {
  const { file } = area.hook.gateway;
  const routine = file.routine(within);
  const variables = seeds.flatMap((seed) => file.variablesOf(within, seed));
  const { called: _, ...rest } = area;
  return {
    ...rest,
    routine,
    client: new Flow(routine, variables, file),
    paths: new ClientPaths([], file),
    within,
  };
}

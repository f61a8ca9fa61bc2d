import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction, isWithin } from '../ast/functions.ts';
import { calleeName, receiver, thisProperty } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import { tryAround } from '../ast/try.ts';
import type { FunctionNode } from '../ast/types.ts';
import { unguardedReads } from './anonymous-reads.ts';
import { ClientPaths } from './client-paths.ts';
import { Flow } from './flow.ts';
import type { Gateway } from './gateway.ts';
import type { LifecycleHook } from './hook.ts';
import { middlewares } from './middleware.ts';
import { handlesRejection, isPromiseMethod, promiseFate } from './promise-fate.ts';
import { clientCode, type ClientCode } from './reach.ts';
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
    /** A promise leaves the `try` around it unawaited. */
    | 'floating'
    /** A method of the class is called from which an error leaves. */
    | 'call';
  readonly node: TSESTree.Node;
  /** Whether it stands in the hook, in a middleware or in a listener that the hook registers. */
  readonly place: 'hook' | 'middleware' | 'listener';
}

export type Awaits = 'auth' | 'all';

/** Calls on these return nothing that can fail for what a client sent. */
const OWN_OF_SOCKET = new Set(['join', 'leave', 'disconnect', 'emit', 'fetchSockets']);

/**
 * Every place in a hook from which an error leaves it: in its own code, in the methods it calls on
 * `this` (shown at the call), in the middleware it installs and in the listeners it registers on the
 * client. Other callbacks are left alone: who calls them, and who catches, is not to be seen.
 *
 * @param awaits - `auth` for awaited calls that receive something of the client, `all` for any
 */
export function hazardsOf(hook: LifecycleHook, awaits: Awaits): readonly Hazard[] {
  const [own, ...called] = clientCode(hook);
  if (!own) return [];
  const context = { gateway: hook.gateway, hook, awaits };
  return [
    ...hazardsIn(own, hook.method.function, 'hook', context),
    ...called.flatMap((code) => hazardOfCall(code, context)),
    ...[own, ...called].flatMap((code) =>
      listeners(code).flatMap((listener) => hazardsIn(code, listener, 'listener', context)),
    ),
    ...(hook.name === 'afterInit' ? middlewareHazards(context) : []),
  ];
}

interface Context {
  readonly gateway: Gateway;
  readonly hook: LifecycleHook;
  readonly awaits: Awaits;
}

/** The hazards in a function itself, its callbacks left out. */
function hazardsIn(
  code: Pick<ClientCode, 'routine' | 'client' | 'paths'>,
  within: FunctionNode,
  place: Hazard['place'],
  context: Context,
): readonly Hazard[] {
  const { gateway, hook } = context;
  const { routine } = code;
  const isOwn = (node: TSESTree.Node) => enclosingFunction(node) === within;
  const hazards: Hazard[] = [];
  for (const node of routine.throws) {
    if (isOwn(node) && !tryAround(node)) hazards.push({ kind: 'throw', node, place });
  }
  for (const node of routine.calls) {
    const verification = jwtVerification(node, gateway);
    if (verification === undefined || !isOwn(node)) continue;
    const kind = verification === 'sync' ? escapes(node) : rejects(node);
    if (kind) hazards.push({ kind, node, place });
  }
  for (const node of routine.awaits) {
    if (isOwn(node) && !tryAround(node) && isRisky(node.argument, code, context)) {
      hazards.push({ kind: 'await', node, place });
    }
  }
  for (const node of unguardedReads(code, within, hook)) {
    if (!hazards.some((hazard) => isWithin(node, hazard.node))) {
      hazards.push({ kind: 'read', node, place });
    }
  }
  return hazards;
}

function escapes(node: TSESTree.Node): 'verify' | undefined {
  return tryAround(node) ? undefined : 'verify';
}

/** Whether a promise that may reject leaves the function, or a `try` that cannot see it. */
function rejects(call: TSESTree.CallExpression): 'verify' | 'floating' | undefined {
  const fate = promiseFate(call);
  const isInTry = tryAround(call) !== undefined;
  if (fate === 'handled' || fate === 'unknown') return undefined;
  if (fate === 'awaited') return isInTry ? undefined : 'verify';
  return isInTry ? 'floating' : 'verify';
}

/** A call of a method of the class from which an error leaves, unless the call catches it. */
function hazardOfCall(code: ClientCode, context: Context): readonly Hazard[] {
  const { call, routine } = code;
  const { root } = routine;
  if (!call || !isFunction(root)) return [];
  if (enclosingFunction(call) !== context.hook.method.function) return [];
  const isSafe = root.async ? rejects(call) === undefined : tryAround(call) !== undefined;
  if (isSafe || hazardsIn(code, root, 'hook', context).length === 0) return [];
  const kind = root.async && rejects(call) === 'floating' ? 'floating' : 'call';
  return [{ kind, node: call, place: 'hook' }];
}

/** Whether an awaited expression may reject for what the client sent. */
function isRisky(
  awaited: TSESTree.Node,
  code: Pick<ClientCode, 'client' | 'paths'>,
  context: Context,
): boolean {
  const chain = callChain(awaited);
  const [outer] = chain;
  if (!outer || chain.some(handlesRejection)) return false;
  if (isPromiseMethod(outer)) {
    const [list] = outer.arguments;
    if (calleeName(outer) === 'allSettled') return false;
    if (list?.type === 'ArrayExpression') {
      return list.elements.some((element) => element && isRisky(element, code, context));
    }
  }
  // Methods of the class are judged by what they do, a token's verification by itself.
  const name = thisProperty(outer.callee);
  if (name !== undefined && context.gateway.class.findMethod(name)) return false;
  if (chain.some((call) => jwtVerification(call, context.gateway))) return false;
  return context.awaits === 'all' || chain.some((call) => receivesClient(call, code));
}

/** Whether a call that is not the socket's own receives the client or something read from it. */
function receivesClient(
  call: TSESTree.CallExpression,
  { client, paths }: Pick<ClientCode, 'client' | 'paths'>,
): boolean {
  const object = receiver(call);
  if (object && (paths.of(object) || OWN_OF_SOCKET.has(calleeName(call) ?? ''))) return false;
  return call.arguments.some((argument) => !isFunction(argument) && client.mentions(argument));
}

/** The calls that a chain is made of, the last one first: `b()` and `a()` of `a().b()`. */
function callChain(node: TSESTree.Node): readonly TSESTree.CallExpression[] {
  const target = skipWrappers(node);
  if (target.type !== 'CallExpression') return [];
  const object = receiver(target);
  return [target, ...(object ? callChain(object) : [])];
}

/** The functions that the code registers on the client: `client.on('event', () => { … })`. */
function listeners({ routine, paths }: ClientCode): readonly FunctionNode[] {
  return routine.calls.flatMap((call) => {
    const object = receiver(call);
    const listener = call.arguments[1];
    return object &&
      paths.isClient(object) &&
      /^(?:on|once|addListener)$/.test(calleeName(call) ?? '') &&
      listener &&
      isFunction(listener)
      ? [listener]
      : [];
  });
}

function middlewareHazards(context: Context): readonly Hazard[] {
  const { gateway } = context;
  const { file } = gateway;
  return middlewares(gateway).flatMap(({ argument }) => {
    const target = argument && middlewareFunction(argument, gateway);
    const [client] = target?.params ?? [];
    if (!target || !client) return [];
    const routine = file.routine(target);
    const code = {
      routine,
      client: new Flow(routine, file.variablesOf(target, client), file),
      paths: new ClientPaths([{ pattern: client, path: [] }], file),
    };
    return hazardsIn(code, target, 'middleware', context);
  });
}

/** The function that is handed to `server.use()`: written there, or a method of the class. */
function middlewareFunction(node: TSESTree.Node, { class: model }: Gateway) {
  const target = skipWrappers(node);
  if (isFunction(target)) return target;
  const isBound = target.type === 'CallExpression' && calleeName(target) === 'bind';
  const named = isBound ? receiver(target) : target;
  const name = named && thisProperty(named);
  return name === undefined ? undefined : model.findMethod(name)?.function;
}

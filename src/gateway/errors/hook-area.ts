import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction, isWithin } from '../../ast/functions.ts';
import { calleeName, isNamed, receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import type { Routine } from '../../ast/routine.ts';
import type { FunctionNode } from '../../ast/types.ts';
import { callbackFunction } from './callback.ts';
import { ClientPaths } from '../connection/client-paths.ts';
import { Flow } from '../connection/flow.ts';
import type { LifecycleHook } from '../hook.ts';
import { middlewares } from '../authentication/middleware.ts';
import { calledCode, clientCode, type ClientCode } from '../connection/reach.ts';
import { socketsOf } from '../sockets/sockets.ts';

/** A function that runs for a hook, the code it belongs to, and what that knows of the client. */
export interface HookArea extends Pick<ClientCode, 'entry' | 'routine' | 'client' | 'paths'> {
  readonly hook: LifecycleHook;
  readonly within: FunctionNode;
  /** Whether it is of the hook, or a middleware or a listener that the hook registers. */
  readonly place: 'hook' | 'middleware' | 'listener';
  /** The code of the methods that it calls, where that is known already. */
  readonly called?: ReadonlyMap<TSESTree.CallExpression, ClientCode>;
}

/** What a function does itself, its callbacks left out. */
export type OwnCode = Pick<Routine, 'awaits' | 'calls' | 'throws'>;

/**
 * The hook itself, then the middleware that `afterInit` installs, or the listeners that the other
 * hooks register on the client: these run later, and nobody catches what they throw.
 */
export function hookAreas(hook: LifecycleHook): readonly HookArea[] {
  const codes = clientCode(hook);
  const [own] = codes;
  const called = new Map(codes.flatMap((code) => (code.call ? [[code.call, code]] : [])));
  const area: HookArea = { ...own, hook, called, within: hook.method.function, place: 'hook' };
  return [
    area,
    ...(hook.name === 'afterInit' ? middlewareAreas(area) : listenerAreas(codes, area)),
  ];
}

/**
 * The method of the class, or the function of the file, that a call runs. One that is declared
 * inside the calling code knows what that knows.
 */
export function areaOfCall(call: TSESTree.CallExpression, area: HookArea): HookArea | undefined {
  const code = area.called?.get(call) ?? calledCode(call, area);
  const callee = code?.routine.root;
  if (!code || !callee || !isFunction(callee)) return undefined;
  return isWithin(callee, area.routine.root)
    ? { ...area, within: callee }
    : { ...area, ...code, within: callee };
}

type CodeByFunction = ReadonlyMap<FunctionNode | undefined, OwnCode>;

/** What the function of an area does itself. */
export function ownCode({ routine, within }: HookArea): OwnCode {
  return byFunction(routine).get(within) ?? { awaits: [], calls: [], throws: [] };
}

const byFunction = once(({ awaits, calls, throws }: Routine): CodeByFunction => {
  const functions = new Map<
    FunctionNode | undefined,
    { [K in keyof OwnCode]: OwnCode[K][number][] }
  >();
  const groupOf = (node: TSESTree.Node) => {
    const owner = enclosingFunction(node);
    const group = functions.get(owner) ?? { awaits: [], calls: [], throws: [] };
    functions.set(owner, group);
    return group;
  };
  for (const node of awaits) groupOf(node).awaits.push(node);
  for (const node of calls) groupOf(node).calls.push(node);
  for (const node of throws) groupOf(node).throws.push(node);
  return functions;
});

const LISTENS = new Set([
  'addListener',
  'on',
  'onAny',
  'once',
  'prependListener',
  'prependOnceListener',
]);

/** The listeners that the code registers on the client: `client.on('event', () => { … })`. */
function listenerAreas(codes: readonly ClientCode[], area: HookArea): readonly HookArea[] {
  const { gateway } = area.hook;
  return codes.flatMap((code) =>
    code.routine.calls.flatMap((call): readonly HookArea[] => {
      const object = isNamed(calleeName(call), LISTENS) ? receiver(call) : undefined;
      const listener = call.arguments.at(-1);
      if (!object || !listener || !code.paths.isClient(object)) return [];
      const within = callbackFunction(listener, gateway);
      if (!within) return [];
      return isWithin(within, code.routine.root)
        ? [{ ...area, ...code, within, place: 'listener' }]
        : [{ ...areaOf(within, within.params, area), place: 'listener' }];
    }),
  );
}

function middlewareAreas(area: HookArea): readonly HookArea[] {
  const { gateway } = area.hook;
  return middlewares(gateway).flatMap(({ call, argument }): readonly HookArea[] => {
    const within = argument && callbackFunction(argument, gateway);
    if (!within || !isOnServer(call)) return [];
    const clients = within.params.slice(0, 1);
    const seeds = clients.map((pattern) => ({ pattern, path: [] }));
    return [
      {
        ...areaOf(within, clients, area),
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
function areaOf(
  within: FunctionNode,
  fromClient: readonly TSESTree.Node[],
  { entry, hook, place }: HookArea,
): HookArea {
  const { file } = hook.gateway;
  const routine = file.routine(within);
  const variables = fromClient.flatMap((pattern) => file.variablesOf(within, pattern));
  return {
    entry,
    hook,
    place,
    routine,
    client: new Flow(routine, variables, file),
    paths: new ClientPaths([], file),
    within,
  };
}

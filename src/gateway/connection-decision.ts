import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction, isWithin } from '../ast/functions.ts';
import { calleeName, receiver } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import { mayPrecede } from '../ast/control-flow.ts';
import { isDisconnect, writesClientData } from './client-outcome.ts';
import { Credentials } from './credentials.ts';
import { Flow } from './flow.ts';
import type { LifecycleHook } from './hook.ts';
import { clientCode, type ClientCode } from './reach.ts';

/**
 * The first thing that `handleConnection` waits for before it decides about a client: it
 * disconnects it, or puts what it waited for on `client.data`, after an `await` or in a `.then()`.
 * Waiting for the socket's own calls is no waiting, since nothing goes over the network for them.
 */
export function waitBeforeDecision(hook: LifecycleHook): TSESTree.Node | undefined {
  const [own, ...called] = clientCode(hook);
  const wait = own && waitIn(own, hook);
  if (wait) return wait;
  return called.find((code) => waitIn(code, hook))?.call;
}

function waitIn(code: ClientCode, { gateway }: LifecycleHook): TSESTree.Node | undefined {
  const { routine, paths } = code;
  const waits = routine.awaits.filter(({ argument }) => !isOfSocket(argument));
  const decisions = [
    ...routine.calls.filter((call) => isDisconnect(call, code)),
    ...(readsCredentials() ? dataWrites() : []),
  ];
  for (const decision of decisions) {
    const scope = enclosingFunction(decision);
    const callback = scope && promiseOfCallback(scope);
    if (callback) return callback;
    const wait = waits.find(
      (candidate) =>
        enclosingFunction(candidate) === scope &&
        (isWithin(candidate, decision) || mayPrecede(candidate, decision)),
    );
    if (wait) return wait;
  }
  return undefined;

  function readsCredentials(): boolean {
    const credentials = new Credentials(code, gateway);
    return routine.calls.some((call) => credentials.isVerifiedBy(call));
  }

  /** The writes to `client.data` of what was waited for. */
  function dataWrites(): readonly TSESTree.Node[] {
    const results = routine.declarators.filter(({ init }) =>
      waits.some((wait) => init && isWithin(wait, init)),
    );
    const seeds = results.flatMap((result) => gateway.file.sourceCode.getDeclaredVariables(result));
    const flow = new Flow(routine, seeds, gateway.file);
    return [...routine.assignments, ...routine.calls].filter(
      (node) =>
        writesClientData(node, code) &&
        (flow.mentions(node) ||
          waits.some((wait) => isWithin(wait, node)) ||
          promiseOfCallback(enclosingFunction(node)) !== undefined),
    );
  }

  function isOfSocket(node: TSESTree.Node): boolean {
    const target = skipWrappers(node);
    const object = target.type === 'CallExpression' ? receiver(target) : undefined;
    return object !== undefined && paths.of(object) !== undefined;
  }
}

/** The call of `.then()`, `.catch()` or `.finally()` that a function is a callback of. */
function promiseOfCallback(node: TSESTree.Node | undefined): TSESTree.CallExpression | undefined {
  const call = node?.parent;
  return node &&
    isFunction(node) &&
    call?.type === 'CallExpression' &&
    call.callee !== node &&
    /^(?:then|catch|finally)$/.test(calleeName(call) ?? '')
    ? call
    : undefined;
}

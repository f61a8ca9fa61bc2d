import type { TSESTree } from '@typescript-eslint/utils';
import { followed, isDisconnect, marksClient } from './client-outcome.ts';
import { credentialsIn } from './credentials.ts';
import type { LifecycleHook } from './hook.ts';
import { clientCode, type ClientCode } from './reach.ts';
import { waitsBefore } from './waits.ts';

/**
 * The first thing that `handleConnection` waits for before it decides about a client: it
 * disconnects it, or marks it after a verification that it waited for. Undefined where it decides at
 * once or not at all, as far as this file shows. In a method of the class, the call of it is given.
 */
export function waitBeforeDecision(hook: LifecycleHook): TSESTree.Node | undefined {
  const [own, ...called] = clientCode(hook);
  const wait = own && waitIn(own);
  return wait ?? called.find((code) => waitIn(code))?.call;
}

function waitIn(code: ClientCode): TSESTree.Node | undefined {
  const { routine } = code;
  for (const call of routine.calls) {
    if (!sendsAway(call, code)) continue;
    const [wait] = waitsBefore(call, code) ?? [];
    if (wait) return wait;
  }
  const credentials = credentialsIn(code);
  if (credentials.verifications.size === 0) return undefined;
  for (const node of [...routine.assignments, ...routine.calls]) {
    if (!marksClient(node, code)) continue;
    const waits = waitsBefore(node, code) ?? [];
    if (waits.some((wait) => credentials.isVerifiedIn(wait))) return waits[0];
  }
  return undefined;
}

/** Whether a call disconnects the client, itself or by a method of the class. */
function sendsAway(call: TSESTree.CallExpression, code: ClientCode): boolean {
  if (isDisconnect(call, code)) return true;
  const called = followed(code).get(call);
  return called?.routine.calls.some((inner) => isDisconnect(inner, called)) ?? false;
}

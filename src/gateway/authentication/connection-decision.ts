import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isWithin } from '../../ast/functions.ts';
import { followed, isDisconnect, marksClient } from '../connection/client-outcome.ts';
import { failingSide, isPassedBefore } from './check.ts';
import { credentialsIn } from './credentials.ts';
import type { Gateway } from '../gateway.ts';
import type { LifecycleHook } from '../hook.ts';
import { isGlobal } from '../globals.ts';
import { clientCode, ownFunction, type ClientCode } from '../connection/reach.ts';
import { waitsBefore } from '../connection/waits.ts';
import { jwtVerification } from './verification.ts';

/**
 * The first thing that `handleConnection` waits for before it decides about a client: it
 * disconnects it, or marks it after a verification that it waited for. Undefined where it decides at
 * once or not at all, as far as this file shows. In a method of the class, the call of it is given.
 */
export function waitBeforeDecision(hook: LifecycleHook): TSESTree.Node | undefined {
  const [own, ...called] = clientCode(hook);
  return waitIn(own) ?? called.find((code) => waitIn(code))?.call;
}

function waitIn(code: ClientCode): TSESTree.Node | undefined {
  const { routine } = code;
  for (const call of routine.calls) {
    if (!sendsAway(call, code)) continue;
    const waits = waitsBefore(timerAround(call, code) ?? call, code) ?? [];
    const wait = waits.find((node) => !isVerifiedBefore(node, code) && !isKnownBefore(node, code));
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

/** Whether a token is verified on the way to a place without any waiting: a bad one has thrown. */
function isVerifiedBefore(place: TSESTree.Node, { routine, entry: { gateway } }: ClientCode) {
  return routine.calls.some(
    (call) =>
      call.range[1] <= place.range[0] &&
      isWithin(place, blockAround(call)) &&
      verifiesAtOnce(call, gateway),
  );
}

/** Whether none but a client that something has authenticated before comes to a place. */
function isKnownBefore(place: TSESTree.Node, code: ClientCode): boolean {
  const credentials = credentialsIn(code);
  const { file } = code.entry.gateway;
  return code.routine.ifs.some((statement) => {
    const side = failingSide(statement.test, (node) => credentials.isKnownIdentity(node), file);
    return side !== undefined && isPassedBefore({ statement, side }, place);
  });
}

function verifiesAtOnce(call: TSESTree.CallExpression, gateway: Gateway): boolean {
  if (jwtVerification(call, gateway) === 'sync') return true;
  const callee = ownFunction(call, gateway);
  return (
    callee !== undefined &&
    !callee.async &&
    gateway.file.routine(callee).calls.some((inner) => jwtVerification(inner, gateway) === 'sync')
  );
}

function blockAround(node: TSESTree.Node): TSESTree.Node {
  let block = node;
  while (block.type !== 'BlockStatement' && block.parent) block = block.parent;
  return block;
}

const TIMERS = new Set(['setImmediate', 'setTimeout']);
/** The longest delay, in milliseconds, that only lets a message reach the client first. */
const MOMENT = 10_000;

/**
 * The `setImmediate()` or short `setTimeout()` whose callback a call stands in. A long one ends a
 * session that was let in.
 */
function timerAround(
  call: TSESTree.CallExpression,
  { entry: { gateway } }: ClientCode,
): TSESTree.CallExpression | undefined {
  const timer = enclosingFunction(call)?.parent;
  if (timer?.type !== 'CallExpression' || timer.callee.type !== 'Identifier') return undefined;
  const { callee } = timer;
  const [, delay] = timer.arguments;
  const { file } = gateway;
  const value = delay && file.resolve(delay);
  const isShort = callee.name === 'setImmediate' || isMoment(value);
  return isShort && TIMERS.has(callee.name) && isGlobal(callee, file) ? timer : undefined;
}

function isMoment(delay: TSESTree.Node | undefined): boolean {
  if (delay === undefined) return true;
  return delay.type === 'Literal' && typeof delay.value === 'number' && delay.value <= MOMENT;
}

/** Whether a call disconnects the client, itself or by a method of the class. */
function sendsAway(call: TSESTree.CallExpression, code: ClientCode): boolean {
  if (isDisconnect(call, code)) return true;
  const called = followed(code).get(call);
  return called?.routine.calls.some((inner) => isDisconnect(inner, called)) ?? false;
}

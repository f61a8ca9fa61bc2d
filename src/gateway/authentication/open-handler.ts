import type { TSESTree } from '@typescript-eslint/utils';
import { once } from '../../ast/once.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import { handsClientOn, isOwnProperty, isUnfollowed } from '../connection/client-outcome.ts';
import { clientReads } from '../connection/client-reads.ts';
import type { ClientPath } from '../connection/client-paths.ts';
import { credentialsIn, isNamedForAuthentication } from './credentials.ts';
import type { Gateway } from '../gateway.ts';
import { guardCoverage } from './guards.ts';
import type { MessageHandler } from '../handler.ts';
import { clientCode, type ClientCode } from '../connection/reach.ts';

/**
 * A handler that runs for whoever is connected: no guard stands before it, and its body does not
 * look at who the client is. Undefined where there is none, or where something that this file does
 * not show may keep strangers out: a middleware, a global guard, code that is handed the client.
 */
export function openHandler(gateway: Gateway): MessageHandler | undefined {
  return firstOpen(gateway) || undefined;
}

const firstOpen = once(
  ({ handlers }: Gateway) =>
    handlers.find((handler) => guardCoverage(handler) === 'no' && !mayRefuse(handler)) ?? false,
);

/**
 * Whether a handler may turn a client away by itself, or is handed by a parameter's decorator of
 * another file what tells who the client is.
 */
function mayRefuse(handler: MessageHandler): boolean {
  if (handler.hasUnknownParameter) return true;
  return clientCode(handler).some(
    (code) =>
      clientReads(code).some((node) => isTested(node) || failsForStrangers(node, code)) ||
      code.routine.calls.some(
        (call) => isNamedForAuthentication(call) || isUnfollowed(call, code),
      ) ||
      code.routine.news.some((node) => handsClientOn(node, code)) ||
      // The dearest question comes last.
      credentialsIn(code).verifications.size > 0,
  );
}

/** Whether an expression stands in a test of an `if`, a choice, a loop or a `switch`. */
function isTested(node: TSESTree.Node): boolean {
  for (let child = node; child.parent; child = child.parent) {
    const { parent } = child;
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
      case 'WhileStatement':
        return parent.test === child;
      case 'LogicalExpression':
        if (parent.left === child) return parent.operator !== '??';
        break;
      case 'SwitchStatement':
        return parent.discriminant === child;
      default:
    }
  }
  return false;
}

/**
 * Whether it reads a property of something that only authentication puts on the client, such as
 * `client.data.user.id`: for anyone else that throws.
 */
function failsForStrangers(node: TSESTree.Node, { paths }: ClientCode): boolean {
  let value = node;
  for (;;) {
    const outer = outermostWrapper(value);
    const { parent } = outer;
    const isLeft = parent?.type === 'MemberExpression' && parent.object === outer;
    if (isLeft ? parent.optional : !isTakenApart(outer)) return false;
    const path = paths.of(value);
    if (path && isOfApplication(path)) return true;
    if (!isLeft) return false;
    value = parent;
  }
}

/** `const { id } = client.data.user` */
function isTakenApart({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern';
}

function isOfApplication([first, second]: ClientPath): boolean {
  if (first === undefined) return false;
  return first === 'data' ? second !== undefined : isOwnProperty(first);
}

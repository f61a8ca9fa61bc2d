import type { TSESTree } from '@typescript-eslint/utils';
import { mayPrecede } from '../../ast/control-flow.ts';
import { enclosingFunction, isWithin } from '../../ast/functions.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import { handsToUnseen, isDisconnect, writesClientData } from '../connection/client-outcome.ts';
import type { ClientPath } from '../connection/client-paths.ts';
import type { Gateway } from '../gateway.ts';
import { presenceTests } from './presence-tests.ts';
import { clientCode, type ClientCode } from '../connection/reach.ts';

/**
 * Whether every client that comes to `handleDisconnect` may be taken to carry a value on its socket,
 * such as `client.data.user`.
 *
 * Nest does not call `handleDisconnect` for a client that `handleConnection` disconnects before it
 * first waits. So the value is there if `handleConnection` writes it before it first waits, for all
 * clients or for those that it does not disconnect. It may be there if `handleConnection` hands the
 * client to code this file does not show, or relies on the value itself.
 */
export function isSetOnConnection(path: ClientPath, gateway: Gateway): boolean {
  const hook = gateway.hook('handleConnection');
  const [own, ...called] = hook ? clientCode(hook) : [];
  if (!own) return false;
  const codes = [own, ...called.filter(({ call }) => call && runsAtOnce(call, own))];
  if (codes.some(isHandedToUnseen)) return true;

  const writes = [own, ...called].flatMap((code) =>
    [...code.routine.assignments, ...code.routine.calls]
      .filter((node) => gives(node, code, path))
      .map((node) => ({ node, code })),
  );
  if (writes.length === 0) return presenceTests(own).isRead([path]);
  const early = writes.filter(({ node, code }) => codes.includes(code) && runsAtOnce(node, code));
  return (
    early.some(({ node, code }) => isUnconditional(node, code)) ||
    (early.length > 0 &&
      codes.some((code) =>
        code.routine.calls.some((call) => runsAtOnce(call, code) && isDisconnect(call, code)),
      ))
  );
}

/** Whether a place in a function itself is reached before the function first waits. */
function runsAtOnce(node: TSESTree.Node, { routine }: ClientCode): boolean {
  const isOwn = (other: TSESTree.Node) => enclosingFunction(other) === routine.root;
  return (
    isOwn(node) &&
    !routine.awaits.some((wait) => isOwn(wait) && (isWithin(wait, node) || mayPrecede(wait, node)))
  );
}

/** Whether the client goes to code of another file that may write to it before anything waits. */
function isHandedToUnseen(code: ClientCode): boolean {
  return code.routine.calls.some(
    (call) =>
      runsAtOnce(call, code) &&
      handsToUnseen(call, code) &&
      outermostWrapper(call).parent?.type !== 'AwaitExpression',
  );
}

/** Whether an assignment, or an `Object.assign()`, writes a value or what holds it. */
function gives(
  node: TSESTree.AssignmentExpression | TSESTree.CallExpression,
  code: ClientCode,
  path: ClientPath,
): boolean {
  if (node.type === 'CallExpression') return writesClientData(node, code);
  const written = code.paths.of(node.left);
  return (
    written !== undefined &&
    written.length > 0 &&
    written.every((name, index) => name === path[index])
  );
}

/** Whether a statement runs whenever its function does. */
function isUnconditional(node: TSESTree.Node, { routine }: ClientCode): boolean {
  const { returns } = routine;
  if (returns.some((other) => other.range[0] < node.range[0])) return false;
  for (let child = node; child.parent && child.parent !== routine.root; child = child.parent) {
    switch (child.parent.type) {
      case 'BlockStatement':
      case 'ExpressionStatement':
        break;
      default:
        return false;
    }
  }
  return true;
}

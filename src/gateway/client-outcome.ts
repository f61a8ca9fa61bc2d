import type { TSESTree } from '@typescript-eslint/utils';
import { isWithin } from '../ast/functions.ts';
import { calleeName, memberName, receiver } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { ClientCode } from './reach.ts';

const CLOSING = /^(?:disconnect|disconnectSockets|close|terminate|destroy|end)$/;

/** Whether a call ends a client's connection: `client.disconnect()`, `client.conn.close()`. */
export function isDisconnect(call: TSESTree.CallExpression, { client }: ClientCode): boolean {
  const object = receiver(call);
  return object !== undefined && CLOSING.test(calleeName(call) ?? '') && client.mentions(object);
}

/** Whether a call hands the client itself on, alone or in a literal, to something but a logger. */
export function handsClientOn(call: TSESTree.CallExpression, { paths }: ClientCode): boolean {
  return !isLogging(call) && call.arguments.some(holdsClient);

  function holdsClient(node: TSESTree.Node): boolean {
    const value = skipWrappers(node);
    switch (value.type) {
      case 'ObjectExpression':
        return value.properties.some(
          (property) => property.type === 'Property' && holdsClient(property.value),
        );
      case 'ArrayExpression':
        return value.elements.some((element) => element !== null && holdsClient(element));
      default:
        return paths.isClient(value);
    }
  }
}

/** Whether an assignment, or an `Object.assign`, writes to `client.data`. */
export function writesClientData(
  node: TSESTree.AssignmentExpression | TSESTree.CallExpression,
  { paths }: ClientCode,
): boolean {
  if (node.type === 'AssignmentExpression') return paths.of(node.left)?.[0] === 'data';
  const [target] = node.arguments;
  return calleeName(node) === 'assign' && target !== undefined && paths.text(target) === 'data';
}

/**
 * Whether something in a stretch of code settles what becomes of a client: it is disconnected,
 * handed to other code, marked through `client.data`, or the stretch throws.
 */
export function isSettledIn(stretch: readonly TSESTree.Node[], code: ClientCode): boolean {
  const { calls, throws, assignments } = code.routine;
  const isIn = (node: TSESTree.Node) => stretch.some((part) => isWithin(node, part));
  return (
    throws.some(isIn) ||
    assignments.some((node) => isIn(node) && writesClientData(node, code)) ||
    calls.some(
      (call) =>
        isIn(call) &&
        (isDisconnect(call, code) || handsClientOn(call, code) || writesClientData(call, code)),
    )
  );
}

function isLogging(call: TSESTree.CallExpression): boolean {
  const object = receiver(call);
  if (object === undefined) return false;
  const name = object.type === 'MemberExpression' ? memberName(object) : undefined;
  return /^console$|log/i.test(object.type === 'Identifier' ? object.name : (name ?? ''));
}

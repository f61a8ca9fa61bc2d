import type { TSESTree } from '@typescript-eslint/utils';
import { pathThrough } from '../ast/control-flow.ts';
import { enclosingFunction, isFunction, isWithin } from '../ast/functions.ts';
import { calleeName, receiver } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import { isDisconnect, isSettledIn } from './client-outcome.ts';
import { Credentials } from './credentials.ts';
import type { LifecycleHook } from './hook.ts';
import { clientCode, type ClientCode } from './reach.ts';

/** A place in `handleConnection` at which authentication fails, and what happens from there. */
export interface AuthFailure {
  /** The test, or the `catch`. */
  readonly node: TSESTree.Node | TSESTree.Token;
  /** Whether the client is disconnected, handed on or marked, or the failure thrown. */
  readonly isSettled: boolean;
  /** A disconnect that no `emit` to the client comes before. */
  readonly silentDisconnect: TSESTree.CallExpression | undefined;
}

/**
 * The failing side of every check of a credential in `handleConnection` itself: of an `if` that
 * tests a token or what was made from it, of a `catch` around a verification and of its `.catch()`.
 * A test whose failing side cannot be told is left out.
 */
export function authFailures(hook: LifecycleHook): readonly AuthFailure[] {
  const [code] = clientCode(hook);
  if (!code) return [];
  const { routine } = code;
  const credentials = new Credentials(code, hook.gateway);
  const isOwn = (node: TSESTree.Node) => enclosingFunction(node) === routine.root;
  const verifications = routine.calls.filter((call) => credentials.isVerifiedBy(call));
  const isVerifiedIn = (node: TSESTree.Node) => verifications.some((call) => isWithin(call, node));

  const tests = routine.ifs.filter(isOwn).flatMap((statement) => {
    const side = failingSide(statement.test, credentials);
    return side ? [outcome(statement.test, pathThrough(statement[side], statement), code)] : [];
  });
  const catches = routine.tries.filter(isOwn).flatMap((statement) => {
    const { handler, block } = statement;
    if (!handler || !isVerifiedIn(block)) return [];
    const keyword = hook.gateway.file.sourceCode.getFirstToken(handler) ?? handler;
    return [outcome(keyword, pathThrough(handler.body, statement), code)];
  });
  const rejections = routine.calls.filter(isOwn).flatMap((call) => {
    const callee = skipWrappers(call.callee);
    const [callback] = call.arguments;
    if (callee.type !== 'MemberExpression' || calleeName(call) !== 'catch') return [];
    if (!callback || !isFunction(callback) || !isVerifiedIn(callee.object)) return [];
    const statement = statementAround(call);
    const after = statement ? pathThrough(undefined, statement) : [];
    return [outcome(callee.property, [callback, ...after], code)];
  });
  return [...tests, ...catches, ...rejections];
}

function outcome(
  node: AuthFailure['node'],
  path: readonly TSESTree.Node[],
  code: ClientCode,
): AuthFailure {
  const { calls } = code.routine;
  const onPath = calls.filter((call) => path.some((part) => isWithin(call, part)));
  const disconnect = onPath.find((call) => isDisconnect(call, code));
  const isTold =
    disconnect !== undefined &&
    onPath.some((call) => isEmit(call, code) && call.range[0] < disconnect.range[0]);
  return {
    node,
    isSettled: isSettledIn(path, code),
    silentDisconnect: isTold ? undefined : disconnect,
  };
}

function isEmit(call: TSESTree.CallExpression, { paths }: ClientCode): boolean {
  const object = receiver(call);
  return (
    object !== undefined && /^(?:emit|send)$/.test(calleeName(call) ?? '') && paths.isClient(object)
  );
}

/**
 * The side of an `if` that is taken when a credential is missing or bad: `!token`, `token == null`
 * and `typeof token !== 'string'` fail on the consequent, `token` itself on the alternate.
 */
function failingSide(
  test: TSESTree.Node,
  credentials: Credentials,
): 'consequent' | 'alternate' | undefined {
  const node = skipWrappers(test);
  switch (node.type) {
    case 'UnaryExpression': {
      if (node.operator !== '!') return undefined;
      const side = failingSide(node.argument, credentials);
      return side && (side === 'consequent' ? 'alternate' : 'consequent');
    }
    case 'LogicalExpression': {
      const sides = [failingSide(node.left, credentials), failingSide(node.right, credentials)];
      const failing = node.operator === '||' ? 'consequent' : 'alternate';
      return sides.includes(failing) ? failing : undefined;
    }
    case 'BinaryExpression':
      return failingSideOfComparison(node, credentials);
    case 'Identifier':
    case 'MemberExpression':
    case 'CallExpression':
    case 'AwaitExpression':
      return credentials.isIn(node) ? 'alternate' : undefined;
    default:
      return undefined;
  }
}

function failingSideOfComparison(
  { left, right, operator }: TSESTree.BinaryExpression,
  credentials: Credentials,
): 'consequent' | 'alternate' | undefined {
  if (!credentials.isIn(left)) return undefined;
  const isNegative = operator === '!==' || operator === '!=';
  if (!isNegative && operator !== '===' && operator !== '==') return undefined;
  if (left.type === 'UnaryExpression' && left.operator === 'typeof') {
    const isAbsent = right.type === 'Literal' && right.value === 'undefined';
    return isNegative === isAbsent ? 'alternate' : 'consequent';
  }
  const isAbsent =
    (right.type === 'Literal' && right.value === null) ||
    (right.type === 'Identifier' && right.name === 'undefined');
  if (!isAbsent) return undefined;
  return isNegative ? 'alternate' : 'consequent';
}

function statementAround(node: TSESTree.Node): TSESTree.Statement | undefined {
  for (let current: TSESTree.Node | undefined = node; current; current = current.parent) {
    if (current.type === 'ExpressionStatement' || current.type === 'VariableDeclaration') {
      return current;
    }
    if (current.type === 'ReturnStatement') return current;
  }
  return undefined;
}

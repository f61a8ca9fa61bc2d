import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isWithin } from '../ast/functions.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import { tryAround } from '../ast/try.ts';
import type { FunctionNode } from '../ast/types.ts';
import type { ClientPath } from './client-paths.ts';
import type { LifecycleHook } from './hook.ts';
import { middlewares } from './middleware.ts';
import type { ClientCode } from './reach.ts';

/** Header that every HTTP request carries, and query parameters that Engine.IO sends itself. */
const ALWAYS_SENT = new Set(['headers.host', 'query.EIO', 'query.transport']);

/**
 * The reads of a property of something that an anonymous client does not send: a header, a value of
 * `handshake.auth` or of the query, and in `handleDisconnect` what authentication would have put on
 * `client.data`. Left out are reads behind `?.`, inside a `try` that catches, and those that a test
 * of the same value, around them or before them, keeps away.
 */
export function unguardedReads(
  { routine, paths }: Pick<ClientCode, 'routine' | 'paths'>,
  within: FunctionNode,
  hook: LifecycleHook,
): readonly TSESTree.MemberExpression[] {
  return routine.members.filter((member) => {
    if (member.optional) return false;
    const values = alternatives(member.object).map((value) => paths.of(value));
    return (
      values.length > 0 &&
      values.every((path) => path && mayBeAbsent(path, hook)) &&
      enclosingFunction(member) === within &&
      !tryAround(member) &&
      !values.some((path) => path && isTested(path, member))
    );
  });

  function isTested(path: ClientPath, member: TSESTree.Node): boolean {
    const text = path.join('.');
    return [...testsAround(member, within), ...testsBefore(member)].some((test) =>
      mentions(test, text),
    );
  }

  /** The tests of the `if`s above a place, each of which may have ended the function. */
  function testsBefore(member: TSESTree.Node): readonly TSESTree.Node[] {
    return routine.ifs
      .filter(
        (statement) =>
          statement.range[1] <= member.range[0] && enclosingFunction(statement) === within,
      )
      .map(({ test }) => test);
  }

  function mentions(test: TSESTree.Node, text: string): boolean {
    const reads = [...routine.members, ...routine.identifiers];
    return reads.some((read) => {
      if (!isWithin(read, test)) return false;
      const path = paths.text(read);
      return path !== undefined && (path === text || path.startsWith(`${text}.`));
    });
  }
}

/** Whether a client that sends nothing leaves a value undefined. */
function mayBeAbsent(path: ClientPath, hook: LifecycleHook): boolean {
  const [first, second, ...rest] = path;
  if (first === 'data') {
    return hook.name === 'handleDisconnect' && path.length === 2 && !hasMiddleware(hook);
  }
  return (
    first === 'handshake' &&
    (second === 'headers' || second === 'auth' || second === 'query') &&
    rest.length === 1 &&
    !ALWAYS_SENT.has(`${second}.${rest[0]}`)
  );
}

/** A middleware turns anonymous clients away before any hook sees them. */
function hasMiddleware({ gateway }: LifecycleHook): boolean {
  return middlewares(gateway).length > 0;
}

/** The values an expression may be: both sides of `a || b` and `a ?? b`. */
function alternatives(node: TSESTree.Node): readonly TSESTree.Node[] {
  const target = skipWrappers(node);
  return target.type === 'LogicalExpression' && target.operator !== '&&'
    ? [...alternatives(target.left), ...alternatives(target.right)]
    : [target];
}

/** The tests that a place stands behind: of `if`, `? :`, `&&` and loops around it. */
function testsAround(node: TSESTree.Node, within: FunctionNode): readonly TSESTree.Node[] {
  const tests: TSESTree.Node[] = [];
  for (let child = node; child !== within && child.parent; child = child.parent) {
    const { parent } = child;
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
      case 'WhileStatement':
        if (child !== parent.test) tests.push(parent.test);
        break;
      case 'LogicalExpression':
        if (child === parent.right) tests.push(parent.left);
        break;
      default:
    }
  }
  return tests;
}

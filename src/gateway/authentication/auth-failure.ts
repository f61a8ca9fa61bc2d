import type { TSESTree } from '@typescript-eslint/utils';
import { pathThrough } from '../../ast/control-flow.ts';
import { enclosingFunction, isFunction } from '../../ast/functions.ts';
import { calleeName, isNamed, receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { contains, Positions } from '../../ast/positions.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import { chainedCall } from '../../ast/try.ts';
import {
  followed,
  isDisconnect,
  isOwnProperty,
  marksClient,
  settlingPlaces,
} from '../connection/client-outcome.ts';
import { failingSide, subjectsOf, unsettled, type Check } from './check.ts';
import { credentialsIn, type Credentials } from './credentials.ts';
import type { LifecycleHook } from '../hook.ts';
import type { NestFile } from '../nest-file.ts';
import { mayBeLogging } from '../logging.ts';
import { clientCode, type ClientCode } from '../connection/reach.ts';
import { isReached, promiseCall } from '../connection/waits.ts';

/** A place in `handleConnection` at which authentication fails, and what happens from there. */
export interface AuthFailure {
  /** The test, the `catch` keyword, or the `catch` of `.catch()`. */
  readonly node: TSESTree.Node | TSESTree.Token;
  /** Whether the client is disconnected, handed on or marked, or the failure thrown. */
  readonly isSettled: boolean;
  /** Gives the first disconnect from there on, if no `emit` to the client comes before it. */
  silentDisconnect(): TSESTree.CallExpression | undefined;
}

/**
 * The failing side of every check of a credential in `handleConnection`: of an `if` that tests a
 * token or the result of a verification, of a `catch` around a verification and of its `.catch()`.
 * A test whose failing side cannot be told is left out.
 */
export function authFailures(hook: LifecycleHook): readonly AuthFailure[] {
  const [code] = clientCode(hook);
  const credentials = credentialsIn(code);
  const { file } = hook.gateway;
  return [
    ...failedTests(code, credentials, file),
    ...catches(code, credentials, file),
    ...rejections(code, credentials),
  ];
}

function failedTests(
  code: ClientCode,
  credentials: Credentials,
  file: NestFile,
): readonly AuthFailure[] {
  const checks = code.routine.ifs.flatMap((statement): Check[] => {
    const side = failingSide(statement.test, (node) => credentials.isSubject(node), file);
    if (!side || !isReached(statement, code)) return [];
    return [{ statement, side, subjects: subjectsOf(statement.test, code) }];
  });
  return unsettled(checks).flatMap((check) => {
    const { statement, side } = check;
    const path = () => onwards(statement[side], statement, code);
    // What stands behind it and verifies what the client sent is where that fails.
    const isPassed = some(path(), (part) => credentials.isVerifiedIn(part));
    return isPassed ? [] : [outcome(statement.test, path, code)];
  });
}

function catches(
  code: ClientCode,
  credentials: Credentials,
  { sourceCode }: NestFile,
): readonly AuthFailure[] {
  return code.routine.tries.flatMap((statement) => {
    const { handler, block } = statement;
    if (!handler || !credentials.isLeftToJudge(block)) return [];
    if (!isReached(statement, code)) return [];
    return sourceCode
      .getFirstTokens(handler, 1)
      .map((keyword) => outcome(keyword, () => onwards(handler.body, statement, code), code));
  });
}

/** The `.catch(…)` of a verification. */
function rejections(code: ClientCode, credentials: Credentials): readonly AuthFailure[] {
  return code.routine.calls.flatMap((call) => {
    const callee = skipWrappers(call.callee);
    const [callback] = call.arguments;
    if (callee.type !== 'MemberExpression' || calleeName(call) !== 'catch') return [];
    if (!callback || !isFunction(callback) || !credentials.isLeftToJudge(callee.object)) return [];
    if (!isReached(call, code)) return [];
    const path = function* () {
      yield callback;
      yield* behind(call, code);
    };
    return [outcome(callee.property, path, code)];
  });
}

/** What runs from a branch on: in a callback of a promise, what stands behind its chain as well. */
function* onwards(
  branch: TSESTree.Statement | null | undefined,
  statement: TSESTree.Statement,
  code: ClientCode,
): Generator<TSESTree.Node, void> {
  const owner = enclosingFunction(statement);
  const call = owner && promiseCall(owner);
  let isFulfilled = call !== undefined;
  for (const part of pathThrough(branch, statement)) {
    yield part;
    isFulfilled &&= !mayFail(part, code);
  }
  if (call) yield* behind(isFulfilled ? pastCatch(call) : call, code);
}

/** Whether a part of a callback may leave its promise rejected: it calls something, or gives on a value. */
function mayFail(part: TSESTree.Node, { entry }: ClientCode): boolean {
  const { calls, returns } = entry.gateway.file.routine(part);
  return (
    calls.some((call) => !mayBeLogging(call)) || returns.some(({ argument }) => argument !== null)
  );
}

/** The promise of a chain behind the `.catch()` that follows, which a fulfilled one passes by. */
function pastCatch(call: TSESTree.CallExpression): TSESTree.CallExpression {
  const next = chainedCall(call);
  return next && calleeName(next) === 'catch' ? next : call;
}

/**
 * What runs behind the call of a promise: the callbacks of the chains that it stands in, `.catch(f)`
 * behind `.then(g)`, and what stands behind its statement, if that is waited for.
 */
function* behind(call: TSESTree.Node, code: ClientCode): Generator<TSESTree.Node, void> {
  let child = call;
  for (let { parent } = child; parent; { parent } = parent) {
    yield* partsBehind(child, parent);
    if (goesOn(parent, child)) {
      yield* onwards(undefined, parent, code);
      return;
    }
    child = parent;
  }
}

type Statement =
  | TSESTree.ExpressionStatement
  | TSESTree.IfStatement
  | TSESTree.VariableDeclaration
  | TSESTree.WhileStatement;

/** Whether a node is the statement that an expression is evaluated for, and others may run behind. */
function goesOn(node: TSESTree.Node, expression: TSESTree.Node): node is Statement {
  switch (node.type) {
    case 'ExpressionStatement':
    case 'VariableDeclaration':
      return true;
    case 'IfStatement':
    case 'WhileStatement':
      return node.test === expression;
    default:
      return false;
  }
}

/** The parts of what an expression stands in that may run once it has a value. */
function partsBehind(child: TSESTree.Node, parent: TSESTree.Node): readonly TSESTree.Node[] {
  switch (parent.type) {
    case 'CallExpression':
      return parent.arguments.filter((argument) => argument !== child);
    case 'LogicalExpression':
      return [parent.right].filter((right) => right !== child);
    case 'ConditionalExpression':
    case 'IfStatement': {
      const { test, consequent, alternate } = parent;
      return test === child ? [consequent, alternate].filter((branch) => branch !== null) : [];
    }
    default:
      return [];
  }
}

function outcome(
  node: AuthFailure['node'],
  path: () => Iterable<TSESTree.Node>,
  code: ClientCode,
): AuthFailure {
  const places = settlingPlaces(code);
  return {
    node,
    // A path only leads onwards: it is not walked where nothing stands behind.
    isSettled:
      (places.isFrom(node.range[0]) && some(path(), (part) => places.isIn(part))) ||
      isGuestBefore(node, code),
    silentDisconnect: () =>
      telling(code).calls.isFrom(node.range[0]) ? silentDisconnect(path(), code) : undefined,
  };
}

/** Whether the client is marked before a place with what verification marks it with as well. */
function isGuestBefore(node: AuthFailure['node'], code: ClientCode): boolean {
  const { assignments } = code.routine;
  return assignments.some((early, index) => {
    const block = early.parent.parent;
    if (early.range[1] > node.range[0] || !block || !contains(block, node)) return false;
    const path = code.paths.text(early.left);
    return (
      marksClient(early, code) &&
      !credentialsIn(code).isSubject(early.right) &&
      assignments.slice(index + 1).some(({ left }) => code.paths.text(left) === path)
    );
  });
}

function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}

/** The first disconnect on a path, one class deep, unless the client is sent something before. */
function silentDisconnect(
  path: Iterable<TSESTree.Node>,
  code: ClientCode,
): TSESTree.CallExpression | undefined {
  const steps = telling(code);
  for (const part of path) {
    const call = steps.calls.firstIn(part);
    if (call) return steps.disconnects.get(call);
  }
  return undefined;
}

interface Steps {
  /** The calls that send something to the client or disconnect it, themselves or one class deep. */
  readonly calls: Positions<TSESTree.CallExpression>;
  /** The disconnect that comes first in those in which nothing is sent before it. */
  readonly disconnects: ReadonlyMap<TSESTree.CallExpression, TSESTree.CallExpression>;
}

const telling = once((code: ClientCode): Steps => {
  const calls: TSESTree.CallExpression[] = [];
  const disconnects = new Map<TSESTree.CallExpression, TSESTree.CallExpression>();
  for (const call of code.routine.calls) {
    const called = followed(code).get(call);
    const where = called ?? code;
    const step = (called ? called.routine.calls : [call]).find(
      (inner) => isSending(inner, where) || isDisconnect(inner, where),
    );
    if (!step) continue;
    calls.push(call);
    if (!isSending(step, where)) disconnects.set(call, step);
  }
  return { calls: new Positions(calls), disconnects };
});

const SENDING = new Set(['emit', 'emitWithAck', 'send', 'write']);

/**
 * `client.emit('exception', …)`, `client.send(…)`, `server.to(client.id).emit(…)`, or a method that
 * the application has put on the client, which may send.
 */
function isSending(call: TSESTree.CallExpression, { client, paths }: ClientCode): boolean {
  const object = receiver(call);
  const [name, ...rest] = paths.of(call.callee) ?? [];
  if (name !== undefined && rest.length === 0 && isOwnProperty(name)) return true;
  return object !== undefined && isNamed(calleeName(call), SENDING) && client.mentions(object);
}

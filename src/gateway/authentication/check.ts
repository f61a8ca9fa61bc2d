import type { TSESTree } from '@typescript-eslint/utils';
import { exits } from '../../ast/control-flow.ts';
import { isWithin } from '../../ast/functions.ts';
import { calleeName, literalString, memberName, receiver } from '../../ast/names.ts';
import { EQUALITY } from '../../ast/operators.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { SourceCode } from '../../ast/types.ts';
import { isUndefined } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';
import { credentialsIn } from './credentials.ts';
import type { ClientCode } from '../connection/reach.ts';

export type Side = 'consequent' | 'alternate';

type IsSubject = (node: TSESTree.Node) => boolean;

/** An `if`, and the side of it that is taken where it fails. */
interface Outcome {
  readonly statement: TSESTree.IfStatement;
  readonly side: Side;
}

/** An `if` that asks for a credential or the result of a verification. */
export interface Check extends Outcome {
  /** What it asks for, as it is written. */
  readonly subjects: readonly string[];
}

/**
 * The side of an `if` that is taken when what it asks for is missing or bad: `!token`,
 * `token == null` and `typeof token !== 'string'` fail on the consequent, `token` itself on the
 * alternate.
 */
export function failingSide(
  test: TSESTree.Node,
  isSubject: IsSubject,
  file: NestFile,
): Side | undefined {
  const node = skipWrappers(test);
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' ? other(failingSide(node.argument, isSubject, file)) : undefined;
    case 'LogicalExpression': {
      const failing = node.operator === '||' ? 'consequent' : 'alternate';
      const sides = [node.left, node.right].map((part) => failingSide(part, isSubject, file));
      return sides.includes(failing) ? failing : undefined;
    }
    case 'BinaryExpression':
      return failingSideOfComparison(node, isSubject, file);
    default:
      return isSubject(node) ? 'alternate' : undefined;
  }
}

function other(side: Side | undefined): Side | undefined {
  return side && (side === 'consequent' ? 'alternate' : 'consequent');
}

/** What a missing or bad credential is equal to, `undefined` and an empty text aside. */
const BAD = new Set<unknown>([null, false]);

function failingSideOfComparison(
  { left, right, operator }: TSESTree.BinaryExpression,
  isSubject: IsSubject,
  file: NestFile,
): Side | undefined {
  if (!EQUALITY.has(operator)) return undefined;
  const isNegative = operator.startsWith('!');
  if (left.type === 'UnaryExpression') {
    if (left.operator !== 'typeof' || !isSubject(left.argument)) return undefined;
    const isAbsent = literalString(right) === 'undefined';
    return isNegative === isAbsent ? 'alternate' : 'consequent';
  }
  if (!isSubject(left)) return undefined;
  const isBad =
    isUndefined(right, file) ||
    literalString(right) === '' ||
    (right.type === 'Literal' && BAD.has(right.value));
  const isGood = right.type === 'Literal' && right.value === true;
  if (!isBad && !isGood) return undefined;
  return isNegative === isBad ? 'alternate' : 'consequent';
}

/**
 * The credentials and results that a test asks for, a const by what it is read from, and what the
 * socket keeps by what it has been given.
 */
export function subjectsOf(test: TSESTree.Node, code: ClientCode): readonly string[] {
  const node = skipWrappers(test);
  switch (node.type) {
    case 'UnaryExpression':
      return subjectsOf(node.argument, code);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [node.left, node.right].flatMap((part) => subjectsOf(part, code));
    default:
      return credentialsIn(code).isSubject(node)
        ? [textOf(keptFrom(node, code) ?? node, code.entry.gateway.file)]
        : [];
  }
}

/** The `user.id` of `client.data.userId = String(user.id)`, the one place that writes to it. */
function keptFrom(node: TSESTree.Node, { paths, routine }: ClientCode): TSESTree.Node | undefined {
  const path = paths.text(node);
  if (path === undefined) return undefined;
  const [write, ...others] = routine.assignments.filter(({ left }) => paths.text(left) === path);
  if (!write || others.length > 0 || write.range[1] > node.range[0]) return undefined;
  return asWritten(write.right);
}

/** What an id is made a text from. */
function asWritten(value: TSESTree.Node): TSESTree.Node {
  const target = skipWrappers(value);
  if (target.type !== 'CallExpression') return target;
  const [source] = calleeName(target) === 'String' ? target.arguments : [];
  return (calleeName(target) === 'toString' ? receiver(target) : source) ?? target;
}

/** `socket.user.sub` for a `userId` that is kept from it. */
function textOf(node: TSESTree.Node, file: NestFile): string {
  const definition =
    node.type === 'Identifier' ? file.bindings.variable(node)?.defs[0]?.node : undefined;
  const source =
    definition?.type === 'VariableDeclarator' &&
    definition.id.type === 'Identifier' &&
    definition.init?.type === 'MemberExpression'
      ? definition.init
      : node;
  return plain(source, file.sourceCode);
}

/** The text of an expression, however its members are read and whatever stands between its tokens. */
function plain(node: TSESTree.Node, sourceCode: SourceCode): string {
  const target = skipWrappers(node);
  const name = target.type === 'MemberExpression' ? memberName(target) : undefined;
  return target.type === 'MemberExpression' && name !== undefined
    ? `${plain(target.object, sourceCode)}.${name}`
    : sourceCode
        .getTokens(target)
        .map(({ value }) => value)
        .join(' ');
}

/** The checks of which no other one leaves them nothing to find out. */
export function unsettled(checks: readonly Check[]): readonly Check[] {
  const settling = new Map<string, Check[]>();
  for (const check of checks) {
    if (goodSide(check) === null && !leaves(check)) continue;
    for (const subject of check.subjects) {
      const others = settling.get(subject);
      if (others) others.push(check);
      else settling.set(subject, [check]);
    }
  }
  return checks.filter((check) => {
    const [subject = ''] = check.subjects;
    const owner = subject.slice(0, Math.max(subject.lastIndexOf('.'), 0));
    const candidates = [subject, owner].flatMap((known) => settling.get(known) ?? []);
    return !candidates.some((other) => settles(other, check));
  });
}

/**
 * Whether one check leaves another nothing to find out: the other one asks for the same, or for the
 * id in it, where the first has let the client through.
 */
function settles(first: Check, second: Check): boolean {
  return (
    second.subjects.every((subject) => first.subjects.some((known) => gives(known, subject))) &&
    isPassedBefore(first, second.statement)
  );
}

/** Whether only those come to a node that a check has let through. */
export function isPassedBefore(check: Outcome, node: TSESTree.Node): boolean {
  const good = goodSide(check);
  const { range, parent } = check.statement;
  return (
    (good !== null && isWithin(node, good)) ||
    (leaves(check) && range[1] <= node.range[0] && isWithin(node, parent))
  );
}

/** What every user has, behind what is known to be one. */
const GIVEN = new Set(['', '.id', '._id', '.sub', '.uid', '.userid', '.user_id']);

function gives(known: string, subject: string): boolean {
  return subject.startsWith(known) && GIVEN.has(subject.slice(known.length).toLowerCase());
}

function goodSide({ statement, side }: Outcome): TSESTree.Statement | null {
  return side === 'consequent' ? statement.alternate : statement.consequent;
}

function leaves({ statement, side }: Outcome): boolean {
  return exits(statement[side]);
}

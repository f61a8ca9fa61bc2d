import type { TSESTree } from '@typescript-eslint/utils';
import { exits } from '../../ast/control-flow.ts';
import { isWithin } from '../../ast/functions.ts';
import { calleeName, memberName, receiver } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { SourceCode } from '../../ast/types.ts';
import type { NestFile } from '../nest-file.ts';
import { credentialsIn } from './credentials.ts';
import type { ClientCode } from '../connection/reach.ts';

export type Side = 'consequent' | 'alternate';

/** An `if` that asks for a credential or the result of a verification. */
export interface Check {
  readonly statement: TSESTree.IfStatement;
  /** The side that is taken where it fails. */
  readonly side: Side;
  /** What it asks for, as it is written. */
  readonly subjects: readonly string[];
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
  const good = goodSide(first);
  return (
    second.subjects.every((subject) => first.subjects.some((known) => gives(known, subject))) &&
    ((good !== null && isWithin(second.statement, good)) || isLeftBefore(first, second))
  );
}

/** What every user has, behind what is known to be one. */
const GIVEN = new Set(['', '.id', '._id', '.sub', '.uid', '.userid', '.user_id']);

function gives(known: string, subject: string): boolean {
  return subject.startsWith(known) && GIVEN.has(subject.slice(known.length).toLowerCase());
}

function goodSide({ statement, side }: Check): TSESTree.Statement | null {
  return side === 'consequent' ? statement.alternate : statement.consequent;
}

/** Whether a failing client does not come from the first check to the second. */
function isLeftBefore(first: Check, second: Check): boolean {
  return (
    leaves(first) &&
    first.statement.range[1] <= second.statement.range[0] &&
    isWithin(second.statement, first.statement.parent)
  );
}

function leaves({ statement, side }: Check): boolean {
  return exits(statement[side]);
}

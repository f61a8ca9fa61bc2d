import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction } from '../../ast/functions.ts';
import { keyName, memberName } from '../../ast/names.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import type { Gateway } from '../gateway.ts';
import { socketsOf } from './sockets.ts';

/** A member of the server that a `Server` has and a `Namespace` has not. */
export interface ServerMember {
  /** How it is read from the server: `sockets.adapter`. */
  readonly path: string;
  /** How a `Namespace` has the same. */
  readonly instead: string;
  readonly node: TSESTree.Node;
}

/** The members that were seen to throw on a `Namespace`; `Namespace.server` is the `Server`. */
const INSTEAD: Readonly<Record<string, string>> = {
  of: 'server.of',
  engine: 'server.engine',
  path: 'server.path',
  'sockets.sockets': 'sockets',
  'sockets.emit': 'emit',
  'sockets.adapter': 'adapter',
};

/** The last names of those paths: a member with another name is not worth a question. */
const ENDS = new Set(Object.keys(INSTEAD).map((path) => path.split('.').at(-1)));

/**
 * Where a gateway reads a member of its own server that only a `Server` has. Reads that cannot throw
 * (`engine?.clientsCount`, `typeof`, a test) are none, and neither are those in a function that
 * tests for the same member.
 */
export function serverOnlyMembers({ class: { node }, file }: Gateway): readonly ServerMember[] {
  const sockets = socketsOf(file);
  const { members, declarators } = file.routine(node);
  const reads: ServerMember[] = [];
  const tests: ServerMember[] = [];
  for (const member of members) {
    if (!ENDS.has(memberName(member))) continue;
    const value = sockets.of(member);
    if (value?.isInjected) add(value.path, member.property, isTested(member) ? tests : reads);
  }
  for (const { id, init } of declarators) {
    const value = init && id.type === 'ObjectPattern' ? sockets.of(init) : undefined;
    if (value?.isInjected) addPattern(id, value.path);
  }
  return reads.filter(
    (read) =>
      !tests.some(
        (test) =>
          test.path === read.path && enclosingFunction(test.node) === enclosingFunction(read.node),
      ),
  );

  function add(names: readonly string[], at: TSESTree.Node, list: ServerMember[]): void {
    const path = names.join('.');
    const instead = Object.hasOwn(INSTEAD, path) ? INSTEAD[path] : undefined;
    if (instead !== undefined) list.push({ path, instead, node: at });
  }

  /** `const { engine, sockets: { adapter } } = this.server`; one with a default cannot throw. */
  function addPattern(pattern: TSESTree.Node, outer: readonly string[]): void {
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') continue;
      const path = [...outer, keyName(property) ?? ''];
      if (property.value.type !== 'AssignmentPattern') add(path, property.key, reads);
      addPattern(property.value, path);
    }
  }
}

/** Whether nothing is done with a member but to see whether it is there. */
function isTested(member: TSESTree.MemberExpression): boolean {
  const whole = outermostWrapper(member);
  const { parent } = whole;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === whole && parent.optional;
    case 'CallExpression':
      return parent.callee === whole && parent.optional;
    case 'UnaryExpression':
    case 'BinaryExpression':
      return true;
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === whole;
    case 'LogicalExpression':
      return parent.left === whole;
    default:
      return false;
  }
}

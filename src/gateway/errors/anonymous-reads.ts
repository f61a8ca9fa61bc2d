import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction } from '../../ast/functions.ts';
import { keyName } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import { tryAround } from '../../ast/try.ts';
import type { FunctionNode } from '../../ast/types.ts';
import type { ClientPath } from '../connection/client-paths.ts';
import { isSetOnConnection } from './connection-data.ts';
import type { LifecycleHook } from '../hook.ts';
import { mayHaveMiddleware } from '../authentication/middleware.ts';
import { presenceTests, type ClientValue } from './presence-tests.ts';
import { clientCode, type ClientCode } from '../connection/reach.ts';

/** A read of a property of a value that an anonymous client leaves undefined. */
export interface AnonymousRead {
  /** Whether a member is read, or the value is taken apart by a pattern or gone through by a loop. */
  readonly kind: 'read' | 'unpack';
  /** The member that is read, or what a pattern takes apart or a loop goes through. */
  readonly node: TSESTree.Node;
  /** The value that may be undefined. */
  readonly value: ClientValue;
}

type Code = Pick<ClientCode, 'entry' | 'routine' | 'paths'>;

/** Header that every HTTP request carries, and query parameters that Engine.IO sends itself. */
const ALWAYS_SENT = new Set(['headers.host', 'query.EIO', 'query.transport']);

/** Headers that a proxy in front of the server sets, whatever the client sends. */
const SET_BY_PROXY = /^(?:x-forwarded-|x-real-ip$|forwarded$|cf-|fly-)/;

const DEPTH = 4;

type ReadsByFunction = ReadonlyMap<FunctionNode | undefined, readonly AnonymousRead[]>;

/**
 * The reads in a function of a piece of code, its callbacks left out, that fail for an anonymous
 * client: of a property of a header, of a value of `handshake.auth` or of the query, and in
 * `handleDisconnect` of what authentication would have put on `client.data`. Left out are reads
 * behind `?.`, inside a `try` that catches, and those that a test of the same value keeps away.
 *
 * It abstains where a middleware may have turned anonymous clients away before the hook runs.
 */
export function anonymousReads(
  code: Code,
  within: FunctionNode,
  hook: LifecycleHook,
): readonly AnonymousRead[] {
  return readsByFunction(code.paths, { code, hook }).get(within) ?? [];
}

const readsByFunction = once(
  (_: ClientCode['paths'], { code, hook }: { code: Code; hook: LifecycleHook }) =>
    byFunction(findReads(code, hook)),
);

function byFunction(reads: readonly AnonymousRead[]): ReadsByFunction {
  const functions = new Map<FunctionNode | undefined, AnonymousRead[]>();
  for (const read of reads) {
    const owner = enclosingFunction(read.node);
    const group = functions.get(owner);
    if (group) group.push(read);
    else functions.set(owner, [read]);
  }
  return functions;
}

function findReads(code: Code, hook: LifecycleHook): readonly AnonymousRead[] {
  if (hook.name !== 'afterInit' && mayHaveMiddleware(hook.gateway)) return [];
  const { members, declarators, loops } = code.routine;
  return [
    ...code.paths.seeds.flatMap(({ pattern, path }) => unpackedInside(pattern, path)),
    ...members.flatMap((node) => (node.optional ? [] : read('read', node, node.object))),
    ...declarators.flatMap(({ id, init }) => (init ? unpacked(id, init) : [])),
    ...loops.flatMap((loop) =>
      loop.type === 'ForOfStatement' ? read('unpack', loop.right, loop.right) : [],
    ),
  ];

  function read(
    kind: AnonymousRead['kind'],
    node: TSESTree.Node,
    object: TSESTree.Node,
  ): readonly AnonymousRead[] {
    const value = valueOf(object, code, DEPTH);
    return value && fails(node, value) ? [{ kind, node, value }] : [];
  }

  /** What a declaration takes apart: its value, and what the patterns inside its pattern receive. */
  function unpacked(pattern: TSESTree.Node, init: TSESTree.Node): readonly AnonymousRead[] {
    const path = code.paths.of(init);
    return [
      ...(isPattern(pattern) ? read('unpack', init, init) : []),
      ...(path ? unpackedInside(pattern, path) : []),
    ];
  }

  function unpackedInside(pattern: TSESTree.Node, path: ClientPath): readonly AnonymousRead[] {
    return innerPatterns(pattern, path)
      .filter(({ node, value }) => fails(node, value))
      .map((inner) => ({ kind: 'unpack', ...inner }));
  }

  function fails(node: TSESTree.Node, value: ClientValue): boolean {
    return (
      value.every((path) => mayBeAbsent(path, hook)) &&
      !tryAround(node) &&
      !presenceTests(code).isTested(value, node)
    );
  }
}

function isPattern(node: TSESTree.Node): boolean {
  return node.type === 'ObjectPattern' || node.type === 'ArrayPattern';
}

/** The patterns inside an object pattern, each with what it takes apart. */
function innerPatterns(
  pattern: TSESTree.Node,
  path: ClientPath,
): readonly Omit<AnonymousRead, 'kind'>[] {
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property) => {
    const key = property.type === 'Property' ? keyName(property) : undefined;
    const { value } = property;
    if (key === undefined || !value || !isPattern(value)) return [];
    const inner = [...path, key];
    return [{ node: value, value: [inner] }, ...innerPatterns(value, inner)];
  });
}

/** What an expression reads from the client; undefined if it may be something else as well. */
function valueOf(node: TSESTree.Node, code: Code, depth: number): ClientValue | undefined {
  const target = skipWrappers(node);
  const path = code.paths.of(target);
  if (path) return [path];
  if (depth === 0) return undefined;
  switch (target.type) {
    case 'ConditionalExpression':
      return either(target.consequent, target.alternate);
    case 'LogicalExpression':
      return target.operator === '&&' ? undefined : either(target.left, target.right);
    case 'Identifier': {
      const source = code.entry.gateway.file.resolve(target);
      return source === target ? undefined : valueOf(source, code, depth - 1);
    }
    default:
      return undefined;
  }

  function either(one: TSESTree.Node, other: TSESTree.Node): ClientValue | undefined {
    const [first, second] = [one, other].map((part) => valueOf(part, code, depth - 1));
    return first && second && [...first, ...second];
  }
}

/** Whether a client that sends nothing leaves a value undefined. */
function mayBeAbsent(path: ClientPath, hook: LifecycleHook): boolean {
  const [first, second, name] = path;
  if (second === undefined) return false;
  if (first === 'data') {
    return (
      hook.name === 'handleDisconnect' &&
      path.length === 2 &&
      hook.gateway.isWhole &&
      !isSetOnConnection(path, hook.gateway)
    );
  }
  if (name === undefined || path.length !== 3 || !isSentByClient(first, second)) return false;
  if (ALWAYS_SENT.has(`${second}.${name}`)) return false;
  if (second === 'headers' && SET_BY_PROXY.test(name.toLowerCase())) return false;
  return hook.name !== 'handleDisconnect' || !isTestedOnConnection(path, hook);
}

function isSentByClient(first: string | undefined, second: string): boolean {
  return first === 'handshake'
    ? second === 'headers' || second === 'auth' || second === 'query'
    : first === 'request' && second === 'headers';
}

/** Whether `handleConnection` may have turned away the clients that did not send a value. */
function isTestedOnConnection(path: ClientPath, { gateway }: LifecycleHook): boolean {
  const connection = gateway.hook('handleConnection');
  return (connection ? clientCode(connection) : []).some((code) =>
    presenceTests(code).isTestedAnywhere([path]),
  );
}

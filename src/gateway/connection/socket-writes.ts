import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, keyName, receiver } from '../../ast/names.ts';
import { outermostWrapper, skipWrappers } from '../../ast/skip-wrappers.ts';
import { callbackFunction } from '../errors/callback.ts';
import { isOwnProperty } from './client-outcome.ts';
import { ClientPaths } from './client-paths.ts';
import type { Gateway } from '../gateway.ts';
import { isGlobalNamed } from '../globals.ts';
import { middlewares } from '../authentication/middleware.ts';
import { clientCode, type ClientCode } from './reach.ts';

/** A place that writes a property onto a client's socket. */
export interface SocketWrite {
  /** The member that is written, or the client that `Object.assign()` receives. */
  readonly node: TSESTree.Node;
  /** The property; undefined for those of an `Object.assign()`. */
  readonly name: string | undefined;
  /** Whether the socket that the write gives back is used, so that its `data` could not stand in. */
  readonly isUsed: boolean;
}

type Code = Pick<ClientCode, 'routine' | 'paths'>;

/**
 * Every write of a property on the client of a hook, a handler or a middleware, one class deep,
 * closures included. Left out are `data` and what a socket has of its own.
 */
export function socketWrites(gateway: Gateway): readonly SocketWrite[] {
  const writes = new Map<TSESTree.Node, SocketWrite>();
  for (const code of codesOf(gateway)) {
    for (const write of [...assignments(code), ...updates(code), ...objectAssigns(code, gateway)]) {
      writes.set(write.node, write);
    }
  }
  return [...writes.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function codesOf(gateway: Gateway): readonly Code[] {
  const entries = [...gateway.hooks, ...gateway.handlers].filter(
    ({ method }) => method.name !== 'afterInit',
  );
  const middleware = middlewares(gateway).flatMap(({ argument }): Code[] => {
    const { file } = gateway;
    const target = argument && callbackFunction(argument, gateway);
    const [client] = target?.params ?? [];
    if (!target || !client) return [];
    const paths = new ClientPaths([{ pattern: client, path: [] }], file);
    return [{ routine: file.routine(target), paths }];
  });
  return [...entries.flatMap((entry) => clientCode(entry)), ...middleware];
}

function assignments({ routine, paths }: Code): readonly SocketWrite[] {
  return routine.assignments.flatMap(({ left }) => written(left, paths));
}

/** `client.messages++` */
function updates({ routine, paths }: Code): readonly SocketWrite[] {
  return routine.updates.flatMap(({ argument }) => written(argument, paths));
}

function written(target: TSESTree.Node, paths: ClientPaths): readonly SocketWrite[] {
  const node = skipWrappers(target);
  const path = node.type === 'MemberExpression' ? paths.of(node) : undefined;
  const [name, ...rest] = path ?? [];
  return name !== undefined && rest.length === 0 && isOwnProperty(name)
    ? [{ node, name, isUsed: false }]
    : [];
}

function objectAssigns({ routine, paths }: Code, { file }: Gateway): readonly SocketWrite[] {
  return routine.calls.flatMap((call) => {
    if (calleeName(call) !== 'assign') return [];
    const [target, ...sources] = call.arguments;
    return target &&
      sources.some((source) => !writesOnlyData(source)) &&
      isGlobalNamed(receiver(call), 'Object', file) &&
      paths.isClient(target)
      ? [{ node: target, name: undefined, isUsed: isUsed(call) }]
      : [];
  });
}

/** `{ data: … }` */
function writesOnlyData(source: TSESTree.Node): boolean {
  const value = skipWrappers(source);
  return (
    value.type === 'ObjectExpression' &&
    value.properties.every(
      (property) => property.type === 'Property' && keyName(property) === 'data',
    )
  );
}

function isUsed(call: TSESTree.CallExpression): boolean {
  return outermostWrapper(call).parent?.type !== 'ExpressionStatement';
}

import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Gateway } from './gateway.ts';
import { clientCode, type ClientCode } from './reach.ts';

/** A place that writes a property onto a client's socket. */
export interface SocketWrite {
  /** The member that is written, or the client that `Object.assign()` receives. */
  readonly node: TSESTree.Node;
  /** The property; undefined for those of an `Object.assign()`. */
  readonly name: string | undefined;
}

/**
 * Every write of a property other than `data` on the client of a hook or handler, one class deep,
 * closures included.
 */
export function socketWrites(gateway: Gateway): readonly SocketWrite[] {
  const writes = new Map<TSESTree.Node, SocketWrite>();
  for (const entry of [...gateway.hooks, ...gateway.handlers]) {
    if (entry.method.name === 'afterInit') continue;
    for (const code of clientCode(entry)) {
      for (const write of [...assignments(code), ...objectAssigns(code)]) {
        writes.set(write.node, write);
      }
    }
  }
  return [...writes.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function assignments({ routine, paths }: ClientCode): readonly SocketWrite[] {
  return routine.assignments.flatMap(({ left }) => {
    const node = skipWrappers(left);
    const path = node.type === 'MemberExpression' ? paths.of(node) : undefined;
    const [name, ...rest] = path ?? [];
    return name !== undefined && name !== 'data' && rest.length === 0 ? [{ node, name }] : [];
  });
}

function objectAssigns({ routine, paths }: ClientCode): readonly SocketWrite[] {
  return routine.calls.flatMap((call) => {
    const [target] = call.arguments;
    const callee = skipWrappers(call.callee);
    return target &&
      call.arguments.length > 1 &&
      calleeName(call) === 'assign' &&
      callee.type === 'MemberExpression' &&
      callee.object.type === 'Identifier' &&
      callee.object.name === 'Object' &&
      paths.isClient(target)
      ? [{ node: target, name: undefined }]
      : [];
  });
}

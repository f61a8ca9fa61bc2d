import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, memberName, receiver, thisProperty } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Gateway } from './gateway.ts';
import { clientCode, type ClientCode } from './reach.ts';

/** A `server.use(…)` in `afterInit`: a client is not connected before it calls `next()`. */
export interface Middleware {
  readonly call: TSESTree.CallExpression;
  /** What is handed to it: a function, or something that names or makes one. */
  readonly argument: TSESTree.Node | undefined;
}

/** The middleware that `afterInit` installs on its server, one class deep. */
export function middlewares(gateway: Gateway): readonly Middleware[] {
  const hook = gateway.hook('afterInit');
  return (hook ? clientCode(hook) : []).flatMap((code) =>
    code.routine.calls
      .filter((call) => calleeName(call) === 'use' && isOnServer(call, code))
      .map((call) => ({ call, argument: call.arguments[0] })),
  );
}

/** Every receiver but the engine, whose middleware sees HTTP requests and knows no sockets. */
function isOnServer(call: TSESTree.CallExpression, { client }: ClientCode): boolean {
  const object = receiver(call);
  if (!object) return false;
  if (object.type === 'MemberExpression' && memberName(object) === 'engine') return false;
  return client.mentions(object) || thisProperty(rootMember(object)) !== undefined;
}

/** The innermost member expression of a chain of calls and members: `this.server`. */
function rootMember(node: TSESTree.Node): TSESTree.Node {
  const target = skipWrappers(node);
  if (target.type === 'CallExpression') return rootMember(target.callee);
  if (target.type !== 'MemberExpression') return target;
  return skipWrappers(target.object).type === 'ThisExpression' ? target : rootMember(target.object);
}

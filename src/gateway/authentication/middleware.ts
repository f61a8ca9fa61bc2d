import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, memberName, receiver, thisProperty } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Gateway } from '../gateway.ts';
import { LOG_METHODS } from '../logging.ts';
import { clientCode, ownFunction, type ClientCode } from '../connection/reach.ts';

/** A `server.use(…)` in `afterInit`: a client is not connected before it calls `next()`. */
export interface Middleware {
  readonly call: TSESTree.CallExpression;
  /** What is handed to it: a function, or something that names or makes one. */
  readonly argument: TSESTree.Node | undefined;
}

/**
 * Whether a middleware may stand before every handler: `server.use(…)` somewhere in the class, or a
 * server that `afterInit` hands to code this file does not show, which may do the same. A middleware
 * runs before a client is connected.
 */
export const mayHaveMiddleware = once(
  (gateway: Gateway): boolean => callsUse(gateway) || handsServerOver(gateway),
);

function callsUse({ class: { lineage }, file }: Gateway): boolean {
  return lineage.some(({ node }) =>
    file
      .routine(node)
      .calls.some((call) => calleeName(call) === 'use' && call.arguments.length > 0),
  );
}

function handsServerOver(gateway: Gateway): boolean {
  const hook = gateway.hook('afterInit');
  if (!hook) return false;
  const servers = serverFields(gateway);
  return clientCode(hook).some(({ routine, client }) =>
    routine.calls.some(
      (call) =>
        !isNamed(calleeName(call), LOG_METHODS) &&
        !ownFunction(call, gateway) &&
        call.arguments.some((argument) => isServer(argument) || client.is(argument, gateway.file)),
    ),
  );

  function isServer(node: TSESTree.Node): boolean {
    return servers.has(thisProperty(node));
  }
}

/** The names of the fields that Nest puts the server in. */
function serverFields(gateway: Gateway): ReadonlySet<string | undefined> {
  return new Set(
    gateway.class.lineage
      .flatMap(({ fields }) => fields)
      .filter(({ decorators }) =>
        decorators.some(({ websockets }) => websockets === 'WebSocketServer'),
      )
      .map(({ name }) => name),
  );
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

import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, keyName } from '../../ast/names.ts';
import { handsClientOn, isOwnProperty, isUnfollowed } from '../connection/client-outcome.ts';
import { clientReads, wholeRead } from '../connection/client-reads.ts';
import type { ClientPath } from '../connection/client-paths.ts';
import { isNamedForAuthentication } from './credentials.ts';
import type { Gateway } from '../gateway.ts';
import { readsHandshake } from '../connection/handshake-reads.ts';
import { mayHaveMiddleware } from './middleware.ts';
import { clientCode } from '../connection/reach.ts';
import { jwtVerification } from './verification.ts';

/**
 * Whether anything may tell who the clients of a gateway are: a guard, a middleware, an
 * `allowRequest`, a read of the handshake, the verification of a token, a parameter's decorator of
 * the project's own, a property of the socket that other code must have put there, a client that
 * `handleConnection` hands on. Quiet by design: whatever could authenticate is taken to do so.
 */
export function mayAuthenticate(gateway: Gateway): boolean {
  return (
    gateway.option('allowRequest').kind !== 'absent' ||
    readsHandshake(gateway) ||
    mayHaveMiddleware(gateway) ||
    mayBeGuarded(gateway) ||
    verifies(gateway) ||
    reliesOnOthers(gateway) ||
    isHandedOnConnection(gateway)
  );
}

function mayBeGuarded(gateway: Gateway): boolean {
  return gateway.handlers.some(
    ({ method }) =>
      gateway.enhancers('guards', method).length > 0 || gateway.mayBeCovered('guards', method),
  );
}

/** A token that comes in a message is one as well. */
function verifies(gateway: Gateway): boolean {
  const { file, class: model } = gateway;
  return file
    .routine(model.node)
    .calls.some((call) => isNamedForAuthentication(call) || jwtVerification(call, gateway));
}

/** Whether something on the client is read that the class itself does not put there. */
function reliesOnOthers(gateway: Gateway): boolean {
  if (gateway.handlers.some(({ hasCustomParameter }) => hasCustomParameter)) return true;
  const codes = [...gateway.hooks, ...gateway.handlers]
    .filter(({ method }) => method.name !== 'afterInit')
    .flatMap((entry) => clientCode(entry));
  const written = new Set(
    codes.flatMap(({ routine, paths }) => [
      ...routine.assignments.flatMap(({ left, right }) => namesIn(paths.of(left), right)),
      ...routine.calls
        .filter(isAssign)
        .flatMap(({ arguments: [target, ...sources] }) =>
          target ? sources.flatMap((source) => namesIn(paths.of(target), source)) : [],
        ),
    ]),
  );
  return codes.some((code) =>
    clientReads(code).some((node) => {
      const name = propertyIn(code.paths.of(wholeRead(node)) ?? []);
      return name !== undefined && !written.has(name);
    }),
  );
}

/** `Object.assign(client.data, { user })`; any other call reads what it is handed. */
function isAssign(call: TSESTree.CallExpression): boolean {
  return calleeName(call) === 'assign';
}

/** What a value that is given to a path puts on the client: `user`, or the keys of a literal. */
function namesIn(path: ClientPath | undefined, value: TSESTree.Node): readonly string[] {
  if (path === undefined) return [];
  const name = propertyIn(path);
  if (name !== undefined) return [name];
  return value.type === 'ObjectExpression'
    ? value.properties.flatMap((property) =>
        property.type === 'Property' ? (keyName(property) ?? []) : [],
      )
    : [];
}

/** The property of the application's that a path leads to or through: `user` of `data.user.id`. */
function propertyIn([first, second]: ClientPath): string | undefined {
  if (first === 'data') return second;
  return first !== undefined && isOwnProperty(first) ? first : undefined;
}

/** Whether `handleConnection` hands the client to a call, logging aside. */
function isHandedOnConnection(gateway: Gateway): boolean {
  const hook = gateway.hook('handleConnection');
  return (hook ? clientCode(hook) : []).some(
    (code) =>
      code.routine.calls.some((call) => isUnfollowed(call, code)) ||
      code.routine.news.some((node) => handsClientOn(node, code)),
  );
}

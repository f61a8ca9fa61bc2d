import { handsClientOn, isOwnProperty, isUnfollowed } from './client-outcome.ts';
import type { ClientPath } from './client-paths.ts';
import { isNamedForAuthentication } from './credentials.ts';
import type { Gateway } from './gateway.ts';
import { readsHandshake } from './handshake-reads.ts';
import { mayHaveMiddleware } from './middleware.ts';
import { clientCode } from './reach.ts';
import { jwtVerification } from './verification.ts';

/**
 * Whether anything may tell who the clients of a gateway are: a guard, a middleware, an
 * `allowRequest`, a read of the handshake, the verification of a token, a property of the socket
 * that other code must have put there, a client that `handleConnection` hands on. Quiet by design:
 * whatever could authenticate is taken to do so.
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

/** Whether `client.data.user` or the like is read, which this or other code has put there. */
function reliesOnOthers(gateway: Gateway): boolean {
  return [...gateway.hooks, ...gateway.handlers]
    .filter(({ method }) => method.name !== 'afterInit')
    .flatMap((entry) => clientCode(entry))
    .some(({ routine, paths }) =>
      routine.members.some(
        (member) => isOfApplication(paths.of(member) ?? []) && !isWritten(member),
      ),
    );

  function isWritten({ parent }: { readonly parent: { readonly type: string } }): boolean {
    return parent.type === 'AssignmentExpression';
  }
}

function isOfApplication([first, second]: ClientPath): boolean {
  if (first === undefined) return false;
  return first === 'data' ? second !== undefined : isOwnProperty(first);
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

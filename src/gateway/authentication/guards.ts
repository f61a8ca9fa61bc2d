import { calleeName } from '../../ast/names.ts';
import type { Certainty } from '../../ast/types.ts';
import { handsClientOn } from '../connection/client-outcome.ts';
import { isNamedForAuthentication } from './credentials.ts';
import { goesBy } from '../decorator.ts';
import type { MessageHandler } from '../handler.ts';
import { mayHaveMiddleware } from './middleware.ts';
import { clientCode } from '../connection/reach.ts';

/**
 * Whether a guard stands before a handler: `@UseGuards()` on it, its class or a seen base class, or
 * a decorator that settings name as a guard.
 *
 * Unknown where something else may keep strangers out (a middleware of the server, a guard that the
 * body calls by hand, a global guard, an unseen base class, a decorator that this file does not
 * explain) and where a decorator says that the handler is open on purpose.
 *
 * @param open - names of decorators that open a handler or a class to everyone
 */
export function guardCoverage(handler: MessageHandler, open: readonly string[] = []): Certainty {
  const { gateway, method } = handler;
  if (gateway.enhancers('guards', method).length > 0) return 'yes';
  const { guards } = gateway.file.settings.decorators;
  const isNamedIn = (names: readonly string[]) =>
    names.length > 0 &&
    [...gateway.class.lineage.flatMap(({ decorators }) => decorators), ...method.decorators].some(
      (use) => goesBy(use, names),
    );
  if (isNamedIn(guards)) return 'yes';
  const isUnsure =
    isNamedIn(open) ||
    gateway.mayBeCovered('guards', method) ||
    mayHaveMiddleware(gateway) ||
    guardsByHand(handler);
  return isUnsure ? 'unknown' : 'no';
}

/**
 * Whether the body, one class deep, does a guard's work by hand: `this.guard.canActivate(…)`, or
 * another call named for authentication that is handed the client: `this.auth.verify(client)`.
 */
function guardsByHand(handler: MessageHandler): boolean {
  return clientCode(handler).some((code) =>
    code.routine.calls.some(
      (call) =>
        calleeName(call) === 'canActivate' ||
        (isNamedForAuthentication(call) && handsClientOn(call, code)),
    ),
  );
}

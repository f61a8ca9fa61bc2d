import { isWithin } from '../ast/functions.ts';
import type { Gateway } from './gateway.ts';
import { guardCoverage } from './guards.ts';
import type { MessageHandler } from './handler.ts';
import { clientCode } from './reach.ts';

/**
 * A handler that runs for whoever is connected: no guard stands before it, and its body does not
 * test what authentication leaves on the client. Undefined where there is none, or where something
 * that this file does not show may keep strangers out.
 */
export function openHandler(gateway: Gateway): MessageHandler | undefined {
  return gateway.handlers.find(
    (handler) => guardCoverage(handler) === 'no' && !testsClient(handler),
  );
}

/** Whether an `if` of the handler reads `client.data`, or another property of its own making. */
function testsClient(handler: MessageHandler): boolean {
  return clientCode(handler).some(({ routine, paths }) =>
    [...routine.members, ...routine.identifiers].some((read) => {
      const [first] = paths.of(read) ?? [];
      return (
        first !== undefined &&
        first !== 'id' &&
        routine.ifs.some(({ test }) => isWithin(read, test))
      );
    }),
  );
}

import type { Payload } from './payload.ts';
import { isCheckedFirst } from './value-trail.ts';

/**
 * Whether a handler checks its payload by hand before it acts on it; `isCheckedFirst` tells what
 * counts as a check. A check of a part counts for the whole: which parts need one is not known.
 */
export function isValidatedInBody({ variables, handler }: Payload): boolean {
  return isCheckedFirst(variables, handler.gateway);
}

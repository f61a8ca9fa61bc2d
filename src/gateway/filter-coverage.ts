import type { Certainty } from '../ast/types.ts';
import type { Enhancer } from './enhancer.ts';
import type { MessageHandler } from './handler.ts';

/**
 * Whether an exception filter of the project's own stands on a handler or its class. Global filters
 * do not reach gateways on any major, so only decorators count, a seen base class's included; an
 * unseen base class and a decorator that this file does not explain make it unknown.
 *
 * Nest's `BaseWsExceptionFilter` is what answers without any filter, so by itself it is none.
 */
export function filterCoverage({ gateway, method }: MessageHandler): Certainty {
  if (gateway.enhancers('filters', method).some((filter) => !isBaseFilter(filter))) return 'yes';
  const isSeen =
    gateway.isWhole &&
    !gateway.hasUnknownDecorator &&
    method.decorators.every(({ isKnown }) => isKnown);
  return isSeen ? 'no' : 'unknown';
}

function isBaseFilter({ name, isNest }: Enhancer): boolean {
  return isNest && name === 'BaseWsExceptionFilter';
}

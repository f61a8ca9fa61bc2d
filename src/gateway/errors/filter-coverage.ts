import type { Certainty } from '../../ast/types.ts';
import type { Enhancer } from '../enhancer.ts';
import type { MessageHandler } from '../handler.ts';
import type { NestFile } from '../nest-file.ts';
import { calledName } from '../own-name.ts';

/**
 * Whether an exception filter of the project's own stands on a handler or its class. Global filters
 * do not reach gateways on any major, so only decorators count, a seen base class's included.
 * Unknown where something else may translate what is thrown: an unseen base class, a decorator that
 * this file does not explain, an interceptor.
 *
 * Nest's `BaseWsExceptionFilter` is what answers without any filter, so by itself it is none.
 */
export function filterCoverage({ gateway, method }: MessageHandler): Certainty {
  if (gateway.enhancers('filters', method).some((filter) => !isBaseFilter(filter))) return 'yes';
  const isSeen =
    gateway.isWhole &&
    !gateway.hasUnknownDecorator &&
    method.decorators.every(({ isKnown }) => isKnown) &&
    !gateway
      .enhancers('interceptors', method)
      .some((interceptor) => mayTranslate(interceptor, gateway.file));
  return isSeen ? 'no' : 'unknown';
}

function isBaseFilter({ name, isNest }: Enhancer): boolean {
  return isNest && name === 'BaseWsExceptionFilter';
}

/** Whether an interceptor may catch what the handler throws and throw something else. */
function mayTranslate({ isNest, model }: Enhancer, file: NestFile): boolean {
  if (model === undefined) return !isNest;
  return (
    model.hasUnseenBase ||
    model.lineage.some(({ node }) =>
      file.routine(node).calls.some((call) => calledName(call, file) === 'catchError'),
    )
  );
}

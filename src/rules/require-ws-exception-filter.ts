import { throwsToNest } from '../gateway/errors/escaping-throws.ts';
import { readExceptions } from '../gateway/errors/exception.ts';
import { readSwitchingFilters } from '../gateway/errors/filter-class.ts';
import { filterCoverage } from '../gateway/errors/filter-coverage.ts';
import type { MessageHandler } from '../gateway/handler.ts';
import { hidesReason } from '../gateway/errors/pipe-rejection.ts';
import { COMPANION_WORDS } from '../rule/create-gateway-rule.ts';
import { createRule } from '../rule/create-rule.ts';

export default createRule<'validation' | 'thrown' | 'mute'>({
  name: 'require-ws-exception-filter',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require an exception filter where a client would not learn what went wrong',
      recommended: 'strict',
    },
    messages: {
      validation:
        'No exception filter stands on \'{{handler}}\', so a client whose message its pipe rejects sees only "Internal server error". Add a filter that translates HttpException, or give the pipe an exceptionFactory.',
      thrown:
        'No exception filter stands on \'{{handler}}\', so a client sees only "Internal server error" of what it throws. Add a filter that translates exceptions, or throw a WsException.',
      mute: 'This filter tells the client nothing, so a failed message looks as if it had been lost. Emit the error to the client, or extend BaseWsExceptionFilter and call `super.catch`.',
    },
  },
  mentions: COMPANION_WORDS,
  concerns: (file) => file.gateways.length > 0 || readSwitchingFilters(file).length > 0,
  check({ file, report }) {
    for (const { handlers, head } of file.gateways) {
      for (const handler of handlers) {
        const messageId = lostReason(handler);
        if (messageId === undefined) continue;
        report({ node: head, messageId, data: { handler: handler.name } });
        break;
      }
    }
    for (const filter of readSwitchingFilters(file)) {
      if (!filter.mayAnswer) report({ node: filter.class.head, messageId: 'mute' });
    }
  },
});

/** Why a client would not learn what is wrong with a message to this handler. */
function lostReason(handler: MessageHandler): 'validation' | 'thrown' | undefined {
  if (filterCoverage(handler) !== 'no') return undefined;
  const { file } = handler.gateway;
  if (hidesReason(handler)) return 'validation';
  const isLost = throwsToNest(handler)
    .flatMap(({ argument }) => readExceptions(argument, file))
    .some(({ kind }) => kind === 'http' || kind === 'other');
  return isLost ? 'thrown' : undefined;
}

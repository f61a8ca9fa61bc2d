import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

const unspecific = 'exception "Internal server error"';

export default proof(
  'require-ws-exception-filter',
  {
    claim: 'What a ValidationPipe says about a message does not reach the client',
    observe: answerTo('join', { roomId: 'one' }),
    incorrect: { block: 'no-filter', expect: unspecific },
    correct: {
      block: 'translating-filter',
      expect: 'exception ["roomId must be an integer number"]',
    },
  },
  {
    claim: 'An `exceptionFactory` does without a filter',
    observe: answerTo('join', { roomId: 'one' }),
    incorrect: { block: 'no-filter', expect: unspecific },
    correct: { block: 'exception-factory', expect: 'exception "Not a room"' },
  },
  {
    claim: 'The message of an `Error` does not reach the client',
    observe: answerTo('join', { room: 'attic' }),
    incorrect: { block: 'error', expect: unspecific },
    correct: { block: 'ws-exception', expect: 'exception "There is no such room"' },
  },
  {
    claim: 'A filter that tells the client nothing leaves it without an answer',
    observe: answerTo('join'),
    incorrect: { block: 'mute-filter', expect: 'no answer' },
    correct: { block: 'emitting-filter', expect: 'exception "There is no such room"' },
  },
  {
    claim: 'A global filter does not reach a gateway',
    setup: 'global-exception-filter',
    observe: answerTo('join', { room: 'attic' }),
    incorrect: { block: 'error', expect: unspecific },
    correct: { block: 'ws-exception', expect: 'exception "There is no such room"' },
  },
);

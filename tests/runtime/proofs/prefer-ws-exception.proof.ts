import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

const unspecific = 'exception "Internal server error"';

export default proof(
  'prefer-ws-exception',
  {
    claim: 'The message of an `HttpException` does not reach the client',
    observe: answerTo('join', { room: 'attic' }),
    incorrect: { block: 'http-exception', expect: unspecific },
    correct: { block: 'ws-exception', expect: 'exception "There is no such room"' },
  },
  {
    claim: 'Nor does that of one which a guard throws',
    observe: answerTo('join'),
    incorrect: { block: 'http-exception-in-guard', expect: unspecific },
    correct: { block: 'ws-exception-in-guard', expect: 'exception "Sign in first"' },
  },
  {
    claim: 'Unless a filter translates it',
    observe: answerTo('join', { room: 'attic' }),
    incorrect: { block: 'http-exception', expect: unspecific },
    correct: { block: 'translating-filter', expect: 'exception "There is no such room"' },
  },
);

import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

const acknowledged = 'ack {"error":"There is no such room","message":"There is no such room"}';

export default proof(
  'no-returned-exception',
  {
    claim: 'A returned exception is acknowledged, as a success is',
    observe: answerTo('join', { room: 'attic' }),
    incorrect: { block: 'returned', expect: acknowledged },
    correct: { block: 'thrown', expect: 'exception "There is no such room"' },
  },
  {
    claim: 'So is one that a callback of the returned promise returns',
    observe: answerTo('join', { room: 'attic' }),
    incorrect: { block: 'returned-by-callback', expect: acknowledged },
    correct: { block: 'thrown', expect: 'exception "There is no such room"' },
  },
);

import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

const served = 'ack ["members only"]';
const forbidden = 'exception "Forbidden resource"';

export default proof(
  'require-ws-guard',
  {
    claim: 'Without a guard every client is answered',
    observe: answerTo('history'),
    incorrect: { block: 'no-guard', expect: served },
    correct: { block: 'class-guard', expect: forbidden },
  },
  {
    claim: 'A middleware turns strangers away as well',
    async observe(app) {
      const client = await app.connect();
      return `${await client.fate()}, history: ${await client.send('history')}`;
    },
    incorrect: { block: 'no-guard', expect: `connected, history: ${served}` },
    correct: { block: 'middleware', expect: 'refused: Unauthorized, history: no answer' },
  },
  {
    claim: 'A global guard does not reach a gateway before Nest 12',
    setup: 'global-guard',
    observe: answerTo('history'),
    incorrect: { block: 'no-guard', expect: { 10: served, 11: served, 12: forbidden } },
    correct: { block: 'class-guard', expect: forbidden },
  },
);

import { LIVES } from '../harness/app.ts';
import { answerTo, fateAfterConnecting } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

function ends(event: string): string {
  return `the process ends with code 1: Error: "${event}" is a reserved event name`;
}

export default proof(
  'no-reserved-event',
  {
    claim: 'To emit a reserved event throws in a handler',
    observe: answerTo('leave'),
    incorrect: { block: 'emitted', expect: 'exception "Internal server error"' },
    correct: { block: 'other-name', expect: 'ack "left"' },
  },
  {
    claim: 'In a hook it ends the process',
    observe: fateAfterConnecting(),
    incorrect: { block: 'in-hook', expect: ends('connect_error') },
    correct: { block: 'in-hook-other-name', expect: `the client is disconnected, ${LIVES}` },
  },
  {
    claim: 'So it does where a handler returns it as a response',
    async observe(app) {
      const client = await app.connect();
      await client.send('leave');
      return app.fate();
    },
    incorrect: { block: 'returned', expect: ends('disconnect') },
    correct: { block: 'returned-other-name', expect: LIVES },
  },
);

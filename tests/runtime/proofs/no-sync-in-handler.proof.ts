import { setTimeout } from 'node:timers/promises';
import { proof } from '../harness/proof.ts';

/** By then a message has arrived, and its handler has begun. */
const ARRIVAL_MS = 100;
const PATIENCE_MS = 2000;

export default proof(
  'no-sync-in-handler',
  {
    claim: 'A synchronous hash keeps every other client waiting until it is done',
    async observe(app) {
      const [one, other] = [await app.connect(), await app.connect()];
      const hash = one.answer('hash', 'secret').then(() => performance.now());
      await setTimeout(ARRIVAL_MS);
      const sent = performance.now();
      await other.answer('ping');
      const pingTook = performance.now() - sent;
      const hashTook = (await hash) - sent;
      // Half of it, because what is asynchronous shares the machine as well.
      const waited = pingTook > hashTook / 2;
      return `a ping beside it is answered ${waited ? 'after the hash' : 'at once'}`;
    },
    incorrect: { block: 'sync', expect: 'a ping beside it is answered after the hash' },
    correct: { block: 'async', expect: 'a ping beside it is answered at once' },
  },
  {
    claim: 'A loop that neither ends nor awaits serves nobody again',
    async observe(app) {
      const [one, other] = [await app.connect(), await app.connect()];
      void one.answer('run');
      await setTimeout(ARRIVAL_MS);
      const answer = await Promise.race([other.answer('run'), setTimeout(PATIENCE_MS, 'none')]);
      return `answer to another client: ${answer}`;
    },
    incorrect: { block: 'endless', expect: 'answer to another client: none' },
    correct: { block: 'paused', expect: 'answer to another client: 3' },
  },
);

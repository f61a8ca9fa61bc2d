import type { App } from '../harness/app.ts';
import { proof } from '../harness/proof.ts';

/** `roomId` has to be an integer. */
async function sendInvalid(app: App): Promise<string> {
  const client = await app.connect();
  return client.send('join', { roomId: 'one' });
}

const handled = 'ack {"joined":"one"}';
const rejected = 'exception "Internal server error"';

export default proof(
  'require-validation-pipe',
  {
    claim: 'Without a pipe the handler runs on a message that the DTO forbids',
    observe: sendInvalid,
    incorrect: { block: 'no-pipe', expect: handled },
    correct: { block: 'class-pipe', expect: rejected },
  },
  {
    claim: 'A global ValidationPipe does not reach a gateway before Nest 12',
    setup: 'global-validation-pipe',
    observe: sendInvalid,
    incorrect: { block: 'no-pipe', expect: { 10: handled, 11: handled, 12: rejected } },
    correct: { block: 'class-pipe', expect: rejected },
  },
);

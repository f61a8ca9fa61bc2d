import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

const sendInvalid = answerTo('join', { roomId: 'one' });
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
  {
    claim: 'A pipe that only changes the payload lets every message through',
    observe: sendInvalid,
    incorrect: { block: 'other-pipe', expect: handled },
    correct: { block: 'checked-in-the-handler', expect: 'exception "roomId must be an integer"' },
  },
  {
    claim: 'A payload without a pipe of its own is not checked',
    observe: answerTo('join', { roomId: '1', name: ' alice ', user: 'alice' }),
    incorrect: { block: 'one-of-two', expect: 'ack {"joined":1,"as":"alice"}' },
    correct: { block: 'parameter-pipes', expect: rejected },
  },
  {
    claim: 'Without `transform` the handler gets a plain object',
    observe: answerTo('join', { roomId: 1 }),
    incorrect: { block: 'plain-object', expect: 'ack false' },
    correct: { block: 'instance', expect: 'ack true' },
  },
);

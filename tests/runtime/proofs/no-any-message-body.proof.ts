import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

const sendInvalid = answerTo('join', { roomId: 'one' });
const handled = 'ack {"joined":"one"}';
const rejected = 'exception "Internal server error"';

export default proof(
  'no-any-message-body',
  {
    claim: 'A ValidationPipe lets every message through to a payload typed `any`',
    observe: sendInvalid,
    incorrect: { block: 'any', expect: handled },
    correct: { block: 'dto', expect: rejected },
  },
  {
    claim: 'So it does to an alias of `any`',
    observe: sendInvalid,
    incorrect: { block: 'disguised', expect: handled },
    correct: { block: 'dto', expect: rejected },
  },
  {
    claim: 'So it does to a payload without a type, whatever its default value',
    observe: sendInvalid,
    incorrect: { block: 'untyped', expect: handled },
    correct: { block: 'dto', expect: rejected },
  },
  {
    claim: '`expectedType` makes up for the type',
    observe: sendInvalid,
    incorrect: { block: 'any', expect: handled },
    correct: { block: 'expected-type', expect: rejected },
  },
  {
    claim: 'So does a check in the handler',
    observe: sendInvalid,
    incorrect: { block: 'any', expect: handled },
    correct: { block: 'checked-in-the-handler', expect: 'exception "roomId must be a number"' },
  },
);

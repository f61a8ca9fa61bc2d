import { answerTo } from '../harness/observe.ts';
import { type Claim, proof } from '../harness/proof.ts';

const joined = 'ack {"joined":"one"}';
const rejected = 'exception "Internal server error"';
const sendInvalid = answerTo('join', { roomId: 'one' });

/** The handler runs on a message that the DTO forbids. */
function unchecked(type: string, block: string, correct = 'dto'): Claim {
  return {
    claim: `A ValidationPipe lets every message through to ${type}`,
    observe: sendInvalid,
    incorrect: { block, expect: joined },
    correct: { block: correct, expect: rejected },
  };
}

export default proof(
  'require-message-body-dto',
  unchecked('an interface', 'interface'),
  unchecked('an alias, even of a class', 'alias'),
  unchecked('a class that is imported as a type', 'import-type'),
  unchecked('a class or `null`', 'nullable', 'optional'),
  unchecked('a property of a primitive type', 'property', 'parse-int'),
  unchecked('a class without validators', 'undecorated'),
  {
    claim: 'It does not look at the elements of an array',
    observe: answerTo('join', [{ roomId: 'one' }]),
    incorrect: { block: 'array', expect: 'ack {"joined":[{"roomId":"one"}]}' },
    correct: { block: 'parse-array', expect: rejected },
  },
  {
    claim: 'It does not look into a DTO that lacks `@Type()`',
    observe: answerTo('join', { room: { roomId: 'one' } }),
    incorrect: { block: 'nested', expect: joined },
    correct: { block: 'nested-type', expect: rejected },
  },
);

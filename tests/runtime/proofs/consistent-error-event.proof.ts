import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

export default proof('consistent-error-event', {
  claim: 'Who listens for `exception` does not hear an error under another name',
  observe: answerTo('order'),
  incorrect: { block: 'other-event', expect: 'no answer' },
  correct: { block: 'exception-event', expect: 'exception "Sold out"' },
});

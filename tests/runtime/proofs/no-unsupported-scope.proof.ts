import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

const failed = 'exception "Internal server error"';
const greeted = 'ack "hello"';

export default proof(
  'no-unsupported-scope',
  {
    claim: 'Under `Scope.TRANSIENT` what the gateway injects is undefined',
    observe: answerTo('greet'),
    incorrect: { block: 'transient', expect: failed },
    correct: { block: 'singleton', expect: greeted },
  },
  {
    claim: 'Under `Scope.REQUEST` it is undefined before Nest 12',
    observe: answerTo('greet'),
    incorrect: { block: 'request', expect: { 10: failed, 11: failed, 12: greeted } },
    correct: { block: 'singleton', expect: greeted },
  },
);

import { answerAs } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

export default proof(
  'no-namespace-server-misuse',
  {
    claim: 'What a Namespace lacks throws in a handler',
    observe: answerAs({ namespace: 'chat' }, 'count'),
    incorrect: { block: 'server-members', expect: 'exception "Internal server error"' },
    correct: { block: 'namespace-members', expect: 'ack 1' },
  },
  {
    claim: 'In `afterInit` it ends the process',
    observe: (app) => app.fate(),
    incorrect: {
      block: 'after-init',
      expect:
        "the process ends with code 1: TypeError: Cannot read properties of undefined (reading 'on')",
    },
    correct: { block: 'after-init-server', expect: 'the process lives on' },
  },
);

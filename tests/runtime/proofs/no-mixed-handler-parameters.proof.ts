import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

const observe = answerTo('who', 'hello');
const both = 'ack {"client":"object","text":"string"}';

export default proof(
  'no-mixed-handler-parameters',
  {
    claim: 'An undecorated socket beside a decorated payload is undefined',
    observe,
    incorrect: { block: 'mixed', expect: 'ack {"client":"undefined","text":"string"}' },
    correct: { block: 'decorated', expect: both },
  },
  {
    claim: 'An undecorated payload beside a decorated socket is undefined',
    observe,
    incorrect: {
      block: 'undecorated-payload',
      expect: 'ack {"client":"object","text":"undefined"}',
    },
    correct: { block: 'decorated', expect: both },
  },
  {
    claim: 'A lone undecorated parameter is the socket, an object',
    observe,
    incorrect: { block: 'lone-payload', expect: 'ack {"text":"object"}' },
    correct: { block: 'lone-decorated', expect: 'ack {"text":"string"}' },
  },
  {
    claim: 'Without decorators the socket comes first, whatever the names say',
    observe,
    incorrect: { block: 'swapped', expect: 'ack {"client":"string","text":"object"}' },
    correct: { block: 'bare', expect: both },
  },
);

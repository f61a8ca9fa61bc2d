import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

const rejected = 'exception "Internal server error"';

export default proof(
  'no-misapplied-pipe',
  {
    claim: 'A Parse pipe on the method rejects the socket, and with it a valid message',
    observe: answerTo('page', 5),
    incorrect: { block: 'method', expect: rejected },
    correct: { block: 'parameter', expect: 'ack {"connected":true,"page":5}' },
  },
  {
    claim: 'So does a schema pipe on the class that does not ask what it is given',
    observe: answerTo('ping', 'ping'),
    incorrect: { block: 'own-pipe', expect: rejected },
    correct: { block: 'own-pipe-by-type', expect: 'ack {"text":"ping"}' },
  },
  {
    claim: 'So does a ValidationPipe that validates the socket',
    observe: answerTo('join', { roomId: 1 }),
    incorrect: { block: 'validate-custom', expect: rejected },
    correct: { block: 'validate', expect: 'ack {"connected":true,"joined":1}' },
  },
  {
    claim: 'A schema in the place of a pipe is what the handler gets',
    observe: answerTo('join', { roomId: 1 }),
    incorrect: { block: 'schema', expect: 'ack {"isMessage":false}' },
    correct: { block: 'schema-in-the-handler', expect: 'ack {"isMessage":true}' },
  },
);

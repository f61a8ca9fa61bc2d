import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

export default proof(
  'no-unapplied-enhancer',
  {
    claim: 'A guard on `handleConnection` is never called',
    async observe(app) {
      const client = await app.connect({ auth: { token: 'wrong' } });
      const fate = await client.fate();
      return `a wrong token: ${fate}, admitted: ${await app.probe('gateway.admitted')}`;
    },
    incorrect: { block: 'guard-on-hook', expect: 'a wrong token: connected, admitted: 1' },
    correct: { block: 'check-in-hook', expect: 'a wrong token: disconnected, admitted: 0' },
  },
  {
    claim: 'A guard on a method that a handler calls is never called',
    observe: answerTo('join', { room: 'lobby' }),
    incorrect: { block: 'guard-on-method', expect: 'ack {"joined":"lobby"}' },
    correct: { block: 'guard-on-handler', expect: 'exception "Forbidden resource"' },
  },
  {
    claim: '`@MessageBody()` alone binds a method to no event',
    observe: answerTo('join', { room: 'lobby' }),
    incorrect: { block: 'no-handler', expect: 'no answer' },
    correct: { block: 'handler', expect: 'ack {"joined":"lobby"}' },
  },
);

import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

export default proof(
  'no-unapplied-enhancer',
  {
    claim: 'A guard on `handleConnection` is never called',
    async observe(app) {
      const client = await app.connect({ auth: { token: 'wrong' } });
      return `welcome: ${await client.hears('welcome')}; ${await client.fate()}`;
    },
    incorrect: { block: 'guard-on-hook', expect: 'welcome: members only; connected' },
    correct: { block: 'check-in-hook', expect: 'welcome: undefined; disconnected' },
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

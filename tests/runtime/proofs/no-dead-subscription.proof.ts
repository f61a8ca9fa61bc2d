import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

export default proof(
  'no-dead-subscription',
  {
    claim: 'In a class that is no gateway a subscription binds nothing',
    setup: 'another-gateway',
    observe: answerTo('ping'),
    incorrect: { block: 'no-gateway', expect: 'no answer' },
    correct: { block: 'gateway', expect: 'ack "pong"' },
  },
  {
    claim: 'Of two subscriptions on a method only the upper one is bound',
    async observe(app) {
      const client = await app.connect();
      return `join: ${await client.send('join')}, enter: ${await client.send('enter')}`;
    },
    incorrect: { block: 'stacked', expect: 'join: ack "joined", enter: no answer' },
    correct: { block: 'two-methods', expect: 'join: ack "joined", enter: ack "joined"' },
  },
  {
    claim: 'A list is one event, named after all its elements',
    async observe(app) {
      const client = await app.connect();
      return `join: ${await client.send('join')}, join,enter: ${await client.send('join,enter')}`;
    },
    incorrect: { block: 'list', expect: 'join: no answer, join,enter: ack "joined"' },
    correct: { block: 'two-methods', expect: 'join: ack "joined", join,enter: no answer' },
  },
  {
    claim: 'A static method is never bound',
    observe: answerTo('ping'),
    incorrect: { block: 'static', expect: 'no answer' },
    correct: { block: 'gateway', expect: 'ack "pong"' },
  },
  {
    claim: 'On a property the decorator throws when the file is loaded',
    observe: (app) => app.fate(),
    incorrect: {
      block: 'property',
      expect:
        "the process ends with code 1: TypeError: Cannot read properties of undefined (reading 'value')",
    },
    correct: { block: 'gateway', expect: 'the process lives on' },
  },
  {
    claim: 'A subscription to `disconnect` never runs',
    async observe(app) {
      await app.visits(3);
      return `runs ${await app.probe('gateway.left')} times in 3 visits`;
    },
    incorrect: { block: 'reserved', expect: 'runs 0 times in 3 visits' },
    correct: { block: 'hook', expect: 'runs 3 times in 3 visits' },
  },
);

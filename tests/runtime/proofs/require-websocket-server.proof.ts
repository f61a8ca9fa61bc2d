import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

export default proof(
  'require-websocket-server',
  {
    claim: 'Without the decorator the server is undefined, and the client sees only an error',
    observe: answerTo('say'),
    incorrect: { block: 'undecorated', expect: 'exception "Internal server error"' },
    correct: { block: 'decorated', expect: 'ack "said"' },
  },
  {
    claim: 'A server of your own has no clients',
    async observe(app) {
      const client = await app.connect();
      const heard = client.hears('message');
      return `${await client.send('say')}, message: ${await heard}`;
    },
    incorrect: { block: 'own-server', expect: 'ack "said", message: undefined' },
    correct: { block: 'nest-server', expect: 'ack "said", message: hello' },
  },
);

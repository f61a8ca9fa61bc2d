import type { App } from '../harness/app.ts';
import { answerTo } from '../harness/observe.ts';
import { proof } from '../harness/proof.ts';

/** What a client hears that its message makes the gateway send to it. */
async function greeting(app: App): Promise<string> {
  const client = await app.connect();
  const heard = client.hears('message');
  return `${await client.send('say')}, message: ${await heard}`;
}

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
    observe: greeting,
    incorrect: { block: 'own-server', expect: 'ack "said", message: undefined' },
    correct: { block: 'nest-server', expect: 'ack "said", message: hello' },
  },
  {
    claim: 'Nest puts its own server in the place of one that the property begins with',
    alike: true,
    observe: greeting,
    incorrect: { block: 'replaced', expect: 'ack "said", message: hello' },
    correct: { block: 'nest-server', expect: 'ack "said", message: hello' },
  },
);

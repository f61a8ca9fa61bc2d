import { answerAs } from '../harness/observe.ts';
import { proof, type Observe } from '../harness/proof.ts';

const enterChat: Observe = async (app) => {
  const client = await app.connect({ namespace: 'chat' });
  return `chat: ${await client.fate()}`;
};

const askOnHttpPort: Observe = async (app) => {
  const port = `port 3001: ${app.listensOn(3001) ? 'open' : 'closed'}`;
  return `${port}, HTTP port: ${await answerAs({}, 'ping')(app)}`;
};

const onHttpPort = 'port 3001: closed, HTTP port: ack "pong"';

const ownPort = {
  block: 'port-first',
  observe: async (app: Parameters<Observe>[0]) => {
    return `port 3001: ${await answerAs({ port: 3001, namespace: 'chat' }, 'ping')(app)}`;
  },
  expect: 'port 3001: ack "pong"',
};

export default proof(
  'no-invalid-gateway-arguments',
  {
    claim: 'After `undefined` the options are dropped, and with them the namespace',
    observe: enterChat,
    incorrect: { block: 'undefined-port', expect: 'chat: refused: Invalid namespace' },
    correct: { block: 'options-only', expect: 'chat: connected' },
  },
  {
    claim: 'After a port whose variable is unset they are dropped as well',
    observe: enterChat,
    incorrect: { block: 'env-port', expect: 'chat: refused: Invalid namespace' },
    correct: { block: 'env-port-fallback', expect: 'chat: connected' },
  },
  {
    claim: 'A text is no port: the gateway is served on the port of the HTTP server',
    observe: askOnHttpPort,
    incorrect: { block: 'text-port', expect: onHttpPort },
    correct: ownPort,
  },
  {
    claim: 'A port among the options opens none',
    observe: askOnHttpPort,
    incorrect: { block: 'port-in-options', expect: onHttpPort },
    correct: ownPort,
  },
  {
    claim: 'A port after the options opens none',
    async observe(app) {
      const port = `port 3001: ${app.listensOn(3001) ? 'open' : 'closed'}`;
      return `${port}, HTTP port: ${await answerAs({ namespace: 'chat' }, 'ping')(app)}`;
    },
    incorrect: { block: 'options-first', expect: onHttpPort },
    correct: ownPort,
  },
);

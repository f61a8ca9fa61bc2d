import { proof, type Observe } from '../harness/proof.ts';

/** Pages of two origins open a websocket, and the browser adds the cookie of their visitor. */
const visitFromPages: Observe = async (app) => {
  const fates = ['evil', 'chat'].map(async (name) => {
    const headers = { origin: `https://${name}.example`, cookie: 'session=good' };
    const client = await app.connect({ headers });
    return `${name}.example: ${await client.fate()}`;
  });
  return (await Promise.all(fates)).join(', ');
};

const openToAll = 'evil.example: connected, chat.example: connected';

export default proof(
  'require-origin-check',
  {
    claim: 'CORS does not stop the websocket of a foreign page, `allowRequest` does',
    observe: visitFromPages,
    incorrect: { block: 'cookie', expect: openToAll },
    correct: {
      block: 'allow-request',
      expect: 'evil.example: refused: websocket error, chat.example: connected',
    },
  },
  {
    claim: 'So does a look at the `origin` header',
    observe: visitFromPages,
    incorrect: { block: 'cookie', expect: openToAll },
    correct: {
      block: 'origin-header',
      expect: 'evil.example: disconnected, chat.example: connected',
    },
  },
);

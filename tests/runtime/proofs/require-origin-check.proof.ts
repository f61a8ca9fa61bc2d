import { proof, type Observe } from '../harness/proof.ts';

const FRONTEND = 'https://chat.example';

/** The page of a stranger opens a websocket, and the browser adds the cookie of its visitor. */
const visitFrom: Observe = async (app) => {
  const fates = ['https://evil.example', FRONTEND].map(async (origin) => {
    const client = await app.connect({ headers: { origin, cookie: 'session=secret' } });
    return `a page of ${origin}: ${await client.fate()}`;
  });
  return (await Promise.all(fates)).join(', ');
};

const everyPage =
  'a page of https://evil.example: connected, a page of https://chat.example: connected';

export default proof(
  'require-origin-check',
  {
    claim: 'CORS does not stop the websocket of a foreign page',
    env: { FRONTEND_URL: FRONTEND },
    observe: visitFrom,
    incorrect: { block: 'cookie', expect: everyPage },
    correct: {
      block: 'allow-request',
      expect:
        'a page of https://evil.example: refused: websocket error, a page of https://chat.example: connected',
    },
  },
  {
    claim: 'A middleware that looks at the origin does',
    env: { FRONTEND_URL: FRONTEND },
    observe: visitFrom,
    incorrect: { block: 'cookie', expect: everyPage },
    correct: {
      block: 'in-middleware',
      expect:
        'a page of https://evil.example: refused: Unauthorized, a page of https://chat.example: connected',
    },
  },
);

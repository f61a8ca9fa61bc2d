import type { App } from '../harness/app.ts';
import { proof } from '../harness/proof.ts';

const FRONTEND = 'https://chat.example';
const STRANGER = 'https://evil.example';

/** What a browser is told when a page of that origin opens the connection. */
async function allowed(app: App, origin: string): Promise<string> {
  const { headers } = await app.http('GET', '/socket.io/?EIO=4&transport=polling', { origin });
  const answer = headers['access-control-allow-origin'] ?? 'nobody';
  const credentials = headers['access-control-allow-credentials'] === 'true';
  return `asked by ${origin}, allows ${answer}${credentials ? ' with credentials' : ''}`;
}

/** Whether a page can poll at all. */
async function polled(app: App): Promise<string> {
  const { status } = await app.http('GET', '/socket.io/?EIO=4&transport=polling');
  return `polling is answered with ${status}`;
}

export default proof(
  'require-gateway-cors-from-env',
  {
    claim: 'A wildcard fallback opens the gateway to every origin when the variable is unset',
    observe: (app) => allowed(app, STRANGER),
    incorrect: { block: 'wildcard-fallback', expect: `asked by ${STRANGER}, allows *` },
    correct: { block: 'env', expect: `asked by ${STRANGER}, allows nobody` },
  },
  {
    claim: '`cors: true` opens the gateway to every origin',
    env: { FRONTEND_URL: FRONTEND },
    observe: (app) => allowed(app, STRANGER),
    incorrect: { block: 'true', expect: `asked by ${STRANGER}, allows *` },
    correct: { block: 'env', expect: `asked by ${STRANGER}, allows ${FRONTEND}` },
  },
  {
    claim: '`origin: true` with credentials lets every page act as its visitor',
    env: { FRONTEND_URL: FRONTEND },
    observe: (app) => allowed(app, STRANGER),
    incorrect: {
      block: 'reflected',
      expect: `asked by ${STRANGER}, allows ${STRANGER} with credentials`,
    },
    correct: { block: 'env', expect: `asked by ${STRANGER}, allows ${FRONTEND}` },
  },
  {
    claim: 'Without `cors` the gateway is closed to every other origin',
    env: { FRONTEND_URL: FRONTEND },
    observe: (app) => allowed(app, FRONTEND),
    incorrect: { block: 'missing', expect: `asked by ${FRONTEND}, allows nobody` },
    correct: { block: 'env', expect: `asked by ${FRONTEND}, allows ${FRONTEND}` },
  },
  {
    claim: 'A hard-coded origin shuts out the frontend of every other environment',
    env: { FRONTEND_URL: FRONTEND },
    observe: (app) => allowed(app, FRONTEND),
    incorrect: {
      block: 'hard-coded',
      expect: `asked by ${FRONTEND}, allows http://localhost:3000`,
    },
    correct: { block: 'env', expect: `asked by ${FRONTEND}, allows ${FRONTEND}` },
  },
  {
    claim: 'A hard-coded origin in a list is allowed in every environment',
    env: { FRONTEND_URL: FRONTEND },
    observe: (app) => allowed(app, 'http://localhost:3000'),
    incorrect: {
      block: 'beside-env',
      expect: 'asked by http://localhost:3000, allows http://localhost:3000',
    },
    correct: { block: 'env', expect: `asked by http://localhost:3000, allows ${FRONTEND}` },
  },
  {
    claim: 'Without the polling transport no page can poll',
    observe: (app) => polled(app),
    incorrect: { block: 'true', expect: 'polling is answered with 200' },
    correct: { block: 'websocket-only', expect: 'polling is answered with 400' },
  },
  {
    claim: 'Options without an `origin` open the gateway to every origin',
    env: { FRONTEND_URL: FRONTEND },
    observe: (app) => allowed(app, STRANGER),
    incorrect: { block: 'no-origin', expect: `asked by ${STRANGER}, allows * with credentials` },
    correct: { block: 'function', expect: `asked by ${STRANGER}, allows nobody` },
  },
  {
    claim: 'An `origin` beside `cors` is ignored',
    env: { FRONTEND_URL: FRONTEND },
    observe: (app) => allowed(app, FRONTEND),
    incorrect: { block: 'outside', expect: `asked by ${FRONTEND}, allows nobody` },
    correct: { block: 'env', expect: `asked by ${FRONTEND}, allows ${FRONTEND}` },
  },
  {
    claim: 'In a list `*` is no wildcard',
    env: { FRONTEND_URLS: `https://news.example,${FRONTEND}` },
    observe: (app) => allowed(app, FRONTEND),
    incorrect: { block: 'wildcard-in-list', expect: `asked by ${FRONTEND}, allows nobody` },
    correct: {
      block: 'list',
      expect: `asked by ${FRONTEND}, allows ${FRONTEND} with credentials`,
    },
  },
  {
    claim: 'A text is not split at its commas',
    env: { FRONTEND_URLS: `https://news.example,${FRONTEND}` },
    observe: (app) => allowed(app, FRONTEND),
    incorrect: {
      block: 'comma',
      expect: `asked by ${FRONTEND}, allows ${FRONTEND},https://news.example`,
    },
    correct: {
      block: 'list',
      expect: `asked by ${FRONTEND}, allows ${FRONTEND} with credentials`,
    },
  },
);

import { proof, type Observe } from '../harness/proof.ts';

const sendWithWrongToken: Observe = async (app) => {
  const client = await app.connect({ auth: { token: 'wrong' } });
  const fate = await client.fate();
  return `wrong token: ${fate}, history: ${await client.send('history')}`;
};

const served = 'wrong token: connected, history: ack ["members only"]';
const turnedAway = 'wrong token: disconnected, history: no answer';

export default proof(
  'require-disconnect-on-auth-failure',
  {
    claim: 'A client that a failed check only returns from stays connected and is served',
    observe: sendWithWrongToken,
    incorrect: { block: 'return', expect: served },
    correct: { block: 'disconnect', expect: turnedAway },
  },
  {
    claim: 'So does one whose token is found bad in a `try`',
    setup: 'jwt',
    observe: sendWithWrongToken,
    incorrect: { block: 'catch', expect: served },
    correct: { block: 'catch-disconnect', expect: turnedAway },
  },
  {
    claim: 'An event that is emitted before the disconnect arrives',
    async observe(app) {
      const client = await app.connect({ auth: { token: 'wrong' } });
      const told = (await client.hears('exception')) !== undefined;
      return `${told ? 'told' : 'not told'}, ${await client.fate()}`;
    },
    incorrect: { block: 'return', expect: 'not told, connected' },
    correct: { block: 'disconnect', expect: 'told, disconnected' },
  },
);

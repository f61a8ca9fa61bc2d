import { signToken } from '../harness/observe.ts';
import { proof, type Observe } from '../harness/proof.ts';

const badAndGoodToken: Observe = async (app) => {
  const bad = await app.connect({ auth: { token: 'bad' } });
  const good = await app.connect({ auth: { token: signToken({ sub: 1 }) } });
  const answers = [await bad.send('secret'), await good.send('secret')];
  return `bad token: ${answers[0]}, good token: ${answers[1]}`;
};

const openToAll = 'bad token: ack "SECRET", good token: ack "SECRET"';
const closed = 'bad token: no answer, good token: ack "SECRET"';

export default proof(
  'require-connection-auth',
  {
    claim: 'A gateway that asks nobody who they are serves everyone; a middleware closes it',
    setup: 'jwt',
    observe: badAndGoodToken,
    incorrect: { block: 'open', expect: openToAll },
    correct: { block: 'middleware', expect: closed },
  },
  {
    claim: 'So does `handleConnection`, if it verifies without waiting',
    setup: 'jwt',
    observe: badAndGoodToken,
    incorrect: { block: 'open', expect: openToAll },
    correct: { block: 'connection', expect: closed },
  },
  {
    claim: 'So does a guard',
    setup: 'jwt',
    observe: badAndGoodToken,
    incorrect: { block: 'open', expect: openToAll },
    correct: {
      block: 'guard',
      expect: 'bad token: exception "Forbidden resource", good token: ack "SECRET"',
    },
  },
);

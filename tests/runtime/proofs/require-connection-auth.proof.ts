import { signToken } from '../harness/observe.ts';
import { proof, type Observe } from '../harness/proof.ts';

const strangerAndMember: Observe = async (app) => {
  const stranger = await app.connect({ auth: { token: 'bad' } });
  const member = await app.connect({ auth: { token: signToken({ sub: 1 }) } });
  return `bad token: ${await stranger.fate()}, good token: ${await member.fate()}`;
};

export default proof(
  'require-connection-auth',
  {
    claim: 'Where nothing verifies a token every client is let in',
    setup: 'jwt',
    observe: strangerAndMember,
    incorrect: { block: 'open', expect: 'bad token: connected, good token: connected' },
    correct: {
      block: 'middleware',
      expect: 'bad token: refused: Unauthorized, good token: connected',
    },
  },
  {
    claim: 'A hook that verifies at once turns strangers away as well',
    setup: 'jwt',
    observe: strangerAndMember,
    incorrect: { block: 'open', expect: 'bad token: connected, good token: connected' },
    correct: { block: 'hook', expect: 'bad token: disconnected, good token: connected' },
  },
);

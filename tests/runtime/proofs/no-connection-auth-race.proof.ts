import { proof, type Observe } from '../harness/proof.ts';

/** The client sends its message as soon as it is connected. */
function history(token: string): Observe {
  return async (app) => {
    const client = await app.connect({ auth: { token } });
    return `${token} token: ${await client.send('history')}, then ${await client.fate()}`;
  };
}

const served = 'wrong token: ack ["members only"], then disconnected';

export default proof(
  'no-connection-auth-race',
  {
    claim: 'While `handleConnection` waits, a client with a wrong token is served',
    observe: history('wrong'),
    incorrect: { block: 'async-hook', expect: served },
    correct: {
      block: 'middleware',
      expect: 'wrong token: no answer, then refused: Unauthorized',
    },
  },
  {
    claim: 'A guard on every handler closes the hole as well',
    observe: history('wrong'),
    incorrect: { block: 'async-hook', expect: served },
    correct: {
      block: 'guard',
      expect: 'wrong token: exception "Forbidden resource", then disconnected',
    },
  },
);

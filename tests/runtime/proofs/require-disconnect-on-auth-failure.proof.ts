import { type Claim, proof } from '../harness/proof.ts';

/** A client comes whose token nobody has signed, or that has none. */
function stays(claim: string, token: string | undefined, incorrect: string): Claim {
  return {
    claim,
    setup: 'jwt',
    async observe(app) {
      const client = await app.connect({ auth: { token } });
      return `${await client.fate()}, secret: ${await client.send('secret')}`;
    },
    incorrect: { block: incorrect, expect: 'connected, secret: ack "SECRET"' },
    correct: { block: 'disconnected', expect: 'disconnected, secret: no answer' },
  };
}

export default proof(
  'require-disconnect-on-auth-failure',
  stays('A client that `handleConnection` only returns for is served', undefined, 'return'),
  stays('So is one whose bad token is written to the log', 'bad', 'logged'),
  {
    claim: 'What is emitted before the disconnect arrives',
    setup: 'jwt',
    async observe(app) {
      const client = await app.connect({ auth: { token: 'bad' } });
      const fate = await client.fate();
      return `${fate}, told ${client.heard('exception').length} times why`;
    },
    incorrect: { block: 'not-told', expect: 'disconnected, told 0 times why' },
    correct: { block: 'told', expect: 'disconnected, told 1 times why' },
  },
);

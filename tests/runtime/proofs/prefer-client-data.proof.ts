import { type Claim, proof } from '../harness/proof.ts';

function lost(claim: string, incorrect: string): Claim {
  return {
    claim,
    needs: 'redis',
    setup: 'redis-adapter',
    async observe(app) {
      const alice = await app.connect({ auth: { name: 'alice' } });
      await (await app.another()).connect({ auth: { name: 'bob' } });
      const users = await alice.answer('users');
      return `of alice here and bob there, the users: ${JSON.stringify(users)}`;
    },
    incorrect: {
      block: incorrect,
      expect: 'of alice here and bob there, the users: ["alice","unknown"]',
    },
    correct: { block: 'data', expect: 'of alice here and bob there, the users: ["alice","bob"]' },
  };
}

export default proof(
  'prefer-client-data',
  lost('A property of the client does not reach another instance, and `data` does', 'property'),
  lost('Nor does one that a middleware assigns', 'middleware'),
);

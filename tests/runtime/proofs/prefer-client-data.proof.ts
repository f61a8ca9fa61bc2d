import { proof } from '../harness/proof.ts';

export default proof('prefer-client-data', {
  claim: 'A property of the client does not reach another instance, and `data` does',
  needs: 'redis',
  setup: 'redis-adapter',
  async observe(app) {
    const alice = await app.connect({ auth: { name: 'alice' } });
    await (await app.another()).connect({ auth: { name: 'bob' } });
    const names = await alice.answer('online');
    return `of alice here and bob there, the names: ${JSON.stringify(names)}`;
  },
  incorrect: {
    block: 'property',
    expect: 'of alice here and bob there, the names: ["alice",null]',
  },
  correct: { block: 'data', expect: 'of alice here and bob there, the names: ["alice","bob"]' },
});

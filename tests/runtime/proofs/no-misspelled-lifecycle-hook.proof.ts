import { proof } from '../harness/proof.ts';

export default proof(
  'no-misspelled-lifecycle-hook',
  {
    claim: '`onConnection` is never called',
    async observe(app) {
      const client = await app.connect();
      return `welcome: ${await client.hears('welcome')}`;
    },
    incorrect: { block: 'misspelled', expect: 'welcome: undefined' },
    correct: { block: 'spelled', expect: 'welcome: hello' },
  },
  {
    claim: '`handleDisconect` is never called, and nothing is logged',
    async observe(app) {
      await app.visits(3);
      const { length } = await app.logs();
      return `called ${await app.probe('gateway.left')} times in 3 visits, ${length} lines logged`;
    },
    incorrect: { block: 'one-slip', expect: 'called 0 times in 3 visits, 0 lines logged' },
    correct: { block: 'no-slip', expect: 'called 3 times in 3 visits, 0 lines logged' },
  },
);

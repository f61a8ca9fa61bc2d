import { proof } from '../harness/proof.ts';

export default proof(
  'no-in-memory-connection-state',
  {
    claim: 'A Map knows the users of its own instance only, with a Redis adapter as well',
    needs: 'redis',
    setup: 'redis-adapter',
    async observe(app) {
      const alice = await app.connect({ auth: { name: 'alice' } });
      await (await app.another()).connect({ auth: { name: 'bob' } });
      return `of alice here and bob there, online: ${await alice.answer('online')}`;
    },
    incorrect: { block: 'map', expect: 'of alice here and bob there, online: 1' },
    correct: { block: 'fetch-sockets', expect: 'of alice here and bob there, online: 2' },
  },
  {
    claim: 'Once a second tab is closed, the Map has lost the first',
    async observe(app) {
      const first = await app.connect({ auth: { name: 'alice' } });
      await (await app.connect({ auth: { name: 'alice' } })).disconnect();
      await first.fate();
      return `one of two tabs is closed, online: ${await first.send('online')}`;
    },
    incorrect: { block: 'map', expect: 'one of two tabs is closed, online: ack 0' },
    correct: { block: 'fetch-sockets', expect: 'one of two tabs is closed, online: ack 1' },
  },
);

import { proof, type Observe } from '../harness/proof.ts';

const heardElsewhere: Observe = async (app) => {
  const [here, there] = [await app.connect(), await (await app.another()).connect()];
  await here.answer('announce', 'hello');
  return `a client of another instance hears ${await there.hears('news')}`;
};

export default proof(
  'require-redis-adapter',
  {
    claim: 'Without an adapter a broadcast ends at its instance',
    needs: 'redis',
    observe: heardElsewhere,
    incorrect: { block: 'main', expect: 'a client of another instance hears undefined' },
    correct: {
      block: ['main-redis', 'redis-adapter'],
      expect: 'a client of another instance hears hello',
    },
  },
  {
    claim: 'So it does with an adapter that `createIOServer` does not install',
    needs: 'redis',
    setup: 'chat-with-redis-adapter',
    observe: heardElsewhere,
    incorrect: { block: 'io-adapter', expect: 'a client of another instance hears undefined' },
    correct: { block: 'redis-adapter', expect: 'a client of another instance hears hello' },
  },
);

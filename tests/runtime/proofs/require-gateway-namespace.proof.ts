import { proof, type Observe } from '../harness/proof.ts';

/** A client of another gateway, which has no namespace, listens. */
function bystanderHears(namespace: string): Observe {
  return async (app) => {
    const bystander = await app.connect();
    const speaker = await app.connect({ namespace });
    const heard = bystander.hears('said');
    await speaker.send('say');
    return `a client of another gateway hears ${await heard}`;
  };
}

export default proof(
  'require-gateway-namespace',
  {
    claim: 'A broadcast reaches the clients of every other gateway without a namespace',
    setup: 'another-gateway',
    observe: bystanderHears(''),
    incorrect: { block: 'no-namespace', expect: 'a client of another gateway hears hello' },
    correct: {
      block: 'namespace',
      observe: bystanderHears('chat'),
      expect: 'a client of another gateway hears undefined',
    },
  },
  {
    claim: 'An event that two gateways without a namespace know runs in both',
    setup: 'another-gateway',
    async observe(app) {
      const client = await app.connect();
      const heard = client.hears('said');
      await client.send('say');
      return `said: ${await heard}, by the other gateway: ${await client.hears('said elsewhere')}`;
    },
    incorrect: {
      block: 'no-namespace',
      expect: 'said: hello, by the other gateway: hello',
    },
    correct: {
      block: 'namespace',
      expect: 'said: undefined, by the other gateway: hello',
    },
  },
);

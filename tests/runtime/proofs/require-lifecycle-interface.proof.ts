import { proof } from '../harness/proof.ts';

export default proof('require-lifecycle-interface', {
  claim: 'A hook runs without its interface, so the fix keeps what the gateway does',
  alike: true,
  async observe(app) {
    const client = await app.connect();
    return `welcome: ${await client.hears('welcome')}`;
  },
  incorrect: { block: 'no-interface', expect: 'welcome: hello' },
  correct: { block: 'interface', expect: 'welcome: hello' },
});

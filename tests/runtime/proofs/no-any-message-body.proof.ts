import { proof } from '../harness/proof.ts';

export default proof('no-any-message-body', {
  claim: 'A ValidationPipe lets every message through to a payload typed `any`',
  async observe(app) {
    const client = await app.connect();
    return client.send('join', { roomId: 'one' });
  },
  incorrect: { block: 'any', expect: 'ack {"joined":"one"}' },
  correct: { block: 'dto', expect: 'exception "Internal server error"' },
});

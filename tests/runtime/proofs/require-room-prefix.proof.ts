import { proof } from '../harness/proof.ts';

export default proof('require-room-prefix', {
  claim: 'A message to the room `5` misses who has joined the room 5',
  async observe(app) {
    const client = await app.connect();
    await client.send('join');
    const heard = client.hears('message');
    await client.send('say');
    return `message: ${await heard}`;
  },
  incorrect: { block: 'no-prefix', expect: 'message: undefined' },
  correct: { block: 'prefix', expect: 'message: hello' },
});

import { proof } from '../harness/proof.ts';

export default proof(
  'no-unscoped-broadcast',
  {
    claim: 'What a handler sends through the server reaches clients that have joined nothing',
    async observe(app) {
      const [member, stranger] = [await app.connect(), await app.connect()];
      await member.send('enter');
      const heard = [member, stranger].map((client) => client.hears('message'));
      await member.send('say', { text: 'hello' });
      const [byMember, byStranger] = await Promise.all(heard);
      return `a member hears ${byMember}, a stranger hears ${byStranger}`;
    },
    incorrect: { block: 'everyone', expect: 'a member hears hello, a stranger hears hello' },
    correct: { block: 'room', expect: 'a member hears hello, a stranger hears undefined' },
  },
  {
    claim: 'So does what it sends through `broadcast`',
    async observe(app) {
      const [sender, stranger] = [await app.connect(), await app.connect()];
      const heard = stranger.hears('typing');
      await sender.send('typing', { name: 'alice' });
      return `a stranger hears ${await heard}`;
    },
    incorrect: { block: 'everyone-else', expect: 'a stranger hears alice' },
    correct: { block: 'room-else', expect: 'a stranger hears undefined' },
  },
);

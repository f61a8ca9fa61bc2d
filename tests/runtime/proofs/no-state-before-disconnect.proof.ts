import { proof, type Observe } from '../harness/proof.ts';

const visitWithoutToken: Observe = async (app) => {
  await app.visits(50);
  return `${await app.probe('gateway.clients.size')} entries after 50 clients without a token`;
};

export default proof(
  'no-state-before-disconnect',
  {
    claim: '`handleDisconnect` is not called for a client that `handleConnection` disconnects',
    observe: visitWithoutToken,
    incorrect: { block: 'before-the-check', expect: '50 entries after 50 clients without a token' },
    correct: { block: 'after-the-check', expect: '0 entries after 50 clients without a token' },
  },
  {
    claim: 'So the entry has to be taken back',
    observe: visitWithoutToken,
    incorrect: { block: 'before-the-check', expect: '50 entries after 50 clients without a token' },
    correct: { block: 'taken-back', expect: '0 entries after 50 clients without a token' },
  },
  {
    claim: 'What is stored after a wait stays if the client has left meanwhile',
    async observe(app) {
      await app.visits(49);
      const last = await app.connect();
      await last.disconnect();
      await last.fate(); // By then the server has stored what it stores.
      const left = Number(await app.probe('gateway.clients.size'));
      return `${left > 0 ? 'entries' : 'none'} left after 50 clients`;
    },
    incorrect: { block: 'after-the-wait', expect: 'entries left after 50 clients' },
    correct: { block: 'still-connected', expect: 'none left after 50 clients' },
  },
);

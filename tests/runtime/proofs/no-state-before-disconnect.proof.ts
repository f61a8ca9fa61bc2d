import { proof } from '../harness/proof.ts';

export default proof(
  'no-state-before-disconnect',
  {
    claim: '`handleDisconnect` is not called for a client that `handleConnection` disconnects',
    async observe(app) {
      await app.visits(50, { auth: { token: 'wrong' } });
      return `${await app.probe('gateway.clients.size')} entries after 50 wrong tokens`;
    },
    incorrect: { block: 'set-first', expect: '50 entries after 50 wrong tokens' },
    correct: { block: 'checked-first', expect: '0 entries after 50 wrong tokens' },
  },
  {
    claim: 'What is stored after an `await` stays if the client has left meanwhile',
    async observe(app) {
      await app.visits(20);
      const last = await app.connect();
      await last.disconnect();
      await last.fate(); // the server has had time to store them
      return `${await app.probe('gateway.clients.size')} entries after 21 visits`;
    },
    incorrect: { block: 'after-await', expect: '21 entries after 21 visits' },
    correct: { block: 'still-connected', expect: '0 entries after 21 visits' },
  },
);

import { proof } from '../harness/proof.ts';

const TIMERS = `process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length`;

export default proof(
  'require-handle-disconnect',
  {
    claim: 'A Map filled per connection keeps an entry for every visit',
    async observe(app) {
      await app.visits(1000);
      return `${await app.probe('gateway.clients.size')} entries after 1000 visits`;
    },
    incorrect: { block: 'map', expect: '1000 entries after 1000 visits' },
    correct: { block: 'map-deleted', expect: '0 entries after 1000 visits' },
  },
  {
    claim: 'An interval started per connection runs on after the client has left',
    async observe(app) {
      const before = Number(await app.probe(TIMERS));
      await app.visits(100);
      return `${Number(await app.probe(TIMERS)) - before} more timers after 100 visits`;
    },
    incorrect: { block: 'interval', expect: '100 more timers after 100 visits' },
    correct: { block: 'interval-cleared', expect: '0 more timers after 100 visits' },
  },
  {
    claim: 'So does one that a handler fills',
    async observe(app) {
      const names = Array.from({ length: 20 }, (_, index) => `client ${index}`);
      const clients = await Promise.all(names.map(() => app.connect()));
      await Promise.all(
        clients.map((client, index) => client.send('introduce', { name: names[index] })),
      );
      await app.leave();
      await app.visits(1);
      return `${await app.probe('(gateway.names ?? gateway.clients).size')} entries after 20 clients`;
    },
    incorrect: { block: 'kept-by-handler', expect: '20 entries after 20 clients' },
    correct: { block: 'map-listener', expect: '0 entries after 20 clients' },
  },
);

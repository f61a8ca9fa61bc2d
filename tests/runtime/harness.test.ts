/** The harness' own test: that a proof sees what happens, and can be wrong. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Lab } from './harness/lab.ts';
import { MAJORS } from './harness/majors.ts';
import { expectedOn, proof, type Claim } from './harness/proof.ts';
import { SIDES } from './harness/assemble.ts';

const PAGES = join(import.meta.dirname, 'fixtures/docs');
const timerCount = `process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length`;

const selfTest = proof(
  'self-test',
  {
    claim: 'A visit leaves an entry, and the test sees how many there are',
    async observe(app) {
      await app.visits(30);
      return `${await app.probe('gateway.users.size')} entries after 30 visits`;
    },
    incorrect: { block: 'map', expect: '30 entries after 30 visits' },
    correct: { block: 'map-deleted', expect: '0 entries after 30 visits' },
  },
  {
    claim: 'A process that ends is told apart from one that lives',
    async observe(app) {
      await app.connect();
      return app.fate();
    },
    incorrect: {
      block: 'throws',
      expect:
        "the process ends with code 1: TypeError: Cannot read properties of undefined (reading 'split')",
    },
    correct: { block: 'catches', expect: 'the process lives on' },
  },
  {
    claim: 'Metadata is what tsc emits for a whole program',
    async observe(app) {
      const client = await app.connect();
      return client.send('join', { roomId: 1 });
    },
    incorrect: { block: 'type-import', expect: 'ack "Function function"' },
    correct: { block: 'class-import', expect: 'ack "JoinRoomDto object"' },
  },
  {
    claim: 'A rejected message is told apart from an accepted one',
    async observe(app) {
      const client = await app.connect();
      return client.send('join', { roomId: 'one' });
    },
    incorrect: { block: 'type-import', expect: 'ack "Function function"' },
    correct: { block: 'class-import', expect: 'exception "Internal server error"' },
  },
  {
    claim: 'A port of its own is reached on 127.0.0.1, the environment is the one of the claim',
    env: { SELF_TEST: 'set' },
    async observe(app) {
      const client = await app.connect({ namespace: 'chat', port: 3001 });
      return `port 3001: ${await client.send('env')}`;
    },
    incorrect: { block: 'own-port', expect: 'port 3001: ack "set"' },
    correct: {
      block: 'shared-port',
      async observe(app) {
        const client = await app.connect({ namespace: 'chat' });
        return `port of the application: ${await client.send('env')}`;
      },
      expect: 'port of the application: ack "set"',
    },
  },
  {
    claim: 'What one application leaves running does not reach the next',
    async observe(app) {
      const before = Number(await app.probe(timerCount));
      await app.visits(10);
      const after = Number(await app.probe(timerCount));
      return after - before >= 10 ? 'timers stay' : 'no timers';
    },
    incorrect: { block: 'interval', expect: 'timers stay' },
    correct: { block: 'no-interval', expect: 'no timers' },
  },
  {
    claim:
      'An application with a main.ts starts itself; two instances share a Redis, if there is one',
    needs: 'redis',
    async observe(app) {
      const [here, there] = [await app.connect(), await (await app.another()).connect()];
      const heard = there.next('news');
      await here.send('announce', 'hello');
      return `the client of another instance hears ${await heard}`;
    },
    incorrect: {
      block: 'main',
      expect: 'the client of another instance hears undefined',
    },
    correct: {
      block: ['main-redis', 'redis-adapter'],
      expect: 'the client of another instance hears hello',
    },
  },
);

let lab: Lab;

beforeAll(async () => {
  lab = await Lab.open({ name: 'self-test', proofs: [selfTest], pages: PAGES });
});

afterAll(() => lab.close());

for (const claim of selfTest.claims) {
  describe.concurrent(claim.claim, () => {
    test.concurrent.for(MAJORS)('on Nest %i', async (major, { expect, skip }) => {
      skip(lab.lacks(claim), `not run: there is no ${claim.needs}`);
      for (const side of SIDES) {
        const line = await lab.observe(claim, side, major);
        expect(line).toBe(expectedOn(major, claim[side].expect));
      }
    });
  });
}

describe('a proof is refused', () => {
  const claimOf = (incorrect: string, correct: string, expected = 'another line'): Claim => ({
    claim: 'A claim',
    observe: async () => 'a line',
    incorrect: { block: incorrect, expect: 'a line' },
    correct: { block: correct, expect: expected },
  });
  const open = (claim: Claim): Promise<Lab> => {
    return Lab.open({ name: 'refused', proofs: [proof('self-test', claim)], pages: PAGES });
  };

  test('that expects the same of both sides', () => {
    expect(() => proof('self-test', claimOf('map', 'map-deleted', 'a line'))).toThrow('the same');
  });

  test('whose block is not on the page', async () => {
    await expect(open(claimOf('mop', 'map-deleted'))).rejects.toThrow("no block named 'mop'");
  });

  test('whose incorrect block the page calls correct', async () => {
    await expect(open(claimOf('map-deleted', 'map-deleted'))).rejects.toThrow('not incorrect');
  });

  test('whose block imports a file that there is not', async () => {
    await expect(open(claimOf('no-file', 'map-deleted'))).rejects.toThrow('nowhere.service.ts');
  });

  test('whose block uses a name that nothing declares', async () => {
    await expect(open(claimOf('no-name', 'map-deleted'))).rejects.toThrow('Cannot find name');
  });
});

import fc from 'fast-check';

import { type Case, readCases } from '../fixes/cases.ts';
import { gateway } from '../generated/grammar/plan.ts';
import { write } from '../generated/grammar/write.ts';
import { report, seedOfRun } from '../generated/run.ts';

/** How many of the cases, and how many generated gateways, a law is tried on by default. */
const CASES = 80;
const GATEWAYS = 20;

/**
 * What the laws are tried on: some of the rule tests, pages and examples, and some generated
 * gateways; another choice each time, unless the environment names a `SEED`. `LAWS=all` takes all
 * of the cases.
 */
export async function readSample(): Promise<readonly Case[]> {
  const cases = await readCases();
  const seed = seedOfRun();
  const count = process.env['LAWS'] === 'all' ? cases.length : CASES;
  const some = fc.shuffledSubarray([...cases], { minLength: count, maxLength: count });
  const [chosen = []] = fc.sample(some, { seed, numRuns: 1 });
  const gateways = fc.sample(gateway, { seed, numRuns: GATEWAYS }).map((plan, index): Case => {
    const { code, settings } = write(plan);
    return { place: `generated gateway ${index + 1}`, file: 'chat.gateway.ts', code, settings };
  });
  report(`${chosen.length} cases and ${gateways.length} generated gateways`, seed);
  return [...gateways, ...chosen];
}

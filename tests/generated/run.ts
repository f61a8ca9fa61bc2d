import fc from 'fast-check';

import type { GatewayPlan } from './grammar/plan.ts';

/** How many to generate if nobody says otherwise. */
const COUNT = 1_500;

/**
 * A run as the environment asks for it: `GATEWAYS` of them, from a `SEED`, or one `REPLAY`ed.
 *
 * @param time - after how many milliseconds to stop, where it asks for no count
 */
export function runOf(time: number): fc.Parameters<[GatewayPlan]> {
  const { GATEWAYS, REPLAY } = process.env;
  const parameters: fc.Parameters<[GatewayPlan]> = {
    numRuns: Number(GATEWAYS ?? COUNT),
    seed: seedOfRun(),
  };
  if (REPLAY !== undefined) parameters.path = REPLAY;
  // The plugin looks at no value.
  const limit = fc.interruptAfterTimeLimit(time) as fc.Plugin<[GatewayPlan]>;
  if (GATEWAYS === undefined) parameters.plugins = [limit];
  return parameters;
}

/**
 * The seed that the environment asks for. Else another one each time, but always the same in CI: a
 * change is to be judged by what it changes.
 */
export function seedOfRun(): number {
  const { CI, SEED } = process.env;
  return Number(SEED ?? (CI ? 42 : Date.now() % 2 ** 31));
}

/** Says in the run's output what was tried, and how to try it again. */
export function report(what: string, seed: number): void {
  process.stdout.write(`  ${what}, SEED=${seed}\n`);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ruleNames } from '../laws/corpus.ts';
import { expected, found } from './grammar/findings.ts';
import { gateway, type GatewayPlan } from './grammar/plan.ts';
import { write, type Generated } from './grammar/write.ts';
import { ruleOf } from './grammar/marks.ts';
import { specimens } from './grammar/specimens.ts';
import { report, runOf } from './run.ts';

/** How long to generate, in milliseconds, where the environment asks for no count. */
const TIME = 20_000;

describe('every piece of the grammar', () => {
  it.each(specimens)('is known for what it is: $about, $name', ({ plan }) => {
    const generated = write(plan);
    expect(found(generated)).toEqual(expected(generated));
  });

  it.each(ruleNames)('%s has one that it reports, and one that only looks like it', (rule) => {
    const about = specimens.filter((specimen) => specimen.about === rule);
    const fires = about.map(({ plan }) =>
      write(plan).expected.some(({ id }) => ruleOf(id) === rule),
    );
    expect(new Set(fires)).toEqual(new Set([true, false]));
  });
});

describe('generated gateways', () => {
  it('have the findings that they are made with, and no other', { timeout: 3_600_000 }, () => {
    const run = runOf(TIME);
    const details = fc.check(fc.property(gateway, isKnown), run);
    report(`${details.numRuns} of ${run.numRuns} gateways`, details.seed);
    if (details.counterexample) {
      const generated = write(details.counterexample[0]);
      expect(found(generated), replay(details, generated)).toEqual(expected(generated));
    }
    expect(details.failed, 'the run was cut short before anything ran').toBe(false);
  });

  it('shrink to what is wrong with them', () => {
    const isFine = (plan: GatewayPlan) =>
      write(plan).expected.every(({ id }) => id !== 'no-reserved-event/emitted');
    const { counterexample } = fc.check(fc.property(gateway, isFine), { seed: 1, numRuns: 500 });
    const [plan] = counterexample ?? [];
    expect(plan?.handlers.map(({ statements }) => statements.map(({ name }) => name))).toEqual([
      ['emits a reserved event'],
    ]);
    expect(plan).toMatchObject({ connection: undefined, members: [], companions: [] });
  });
});

function isKnown(plan: GatewayPlan): boolean {
  const generated = write(plan);
  return found(generated).join('\n') === expected(generated).join('\n');
}

/** The generated file, and how to come back to it. */
function replay(
  { seed, counterexamplePath }: fc.RunDetails<[GatewayPlan]>,
  { code }: Generated,
): string {
  const replayed = `SEED=${seed} REPLAY=${counterexamplePath}`;
  return `${replayed} npx vitest run tests/generated/gateways.test.ts repeats this:\n\n${code}`;
}

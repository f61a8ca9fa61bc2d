/** Every proof, on every major of Nest; then the page of evidence, against what was observed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import plugin from '../../src/index.ts';
import { renderEvidence, type Observed } from './evidence.ts';
import { Lab } from './harness/lab.ts';
import { MAJORS } from './harness/majors.ts';
import { expectedOn, type Claim, type Proof } from './harness/proof.ts';

const EVIDENCE = join(import.meta.dirname, '../../docs/evidence.md');

const proofs = await Promise.all(
  readdirSync(join(import.meta.dirname, 'proofs'))
    .sort()
    .map(async (file) => {
      const rule = file.replace(/\.proof\.ts$/u, '');
      const module: { default: Proof } = await import(`./proofs/${rule}.proof.ts`);
      if (module.default.rule !== rule) throw new Error(`${file} is not the proof of ${rule}`);
      return module.default;
    }),
);
const observed = new Map<Claim, Observed>();
let lab: Lab;

vi.setConfig({ maxConcurrency: 4 * MAJORS.length });

beforeAll(async () => {
  lab = await Lab.open({ name: 'proofs', proofs });
});

afterAll(() => lab.close());

for (const { rule, claims } of proofs) {
  for (const claim of claims) {
    describe.concurrent(`${rule}: ${claim.claim}`, () => {
      test.concurrent.for(MAJORS)('on Nest %i', async (major, { expect, skip }) => {
        skip(lab.lacks(claim), `not run: there is no ${claim.needs}`);
        const incorrect = await lab.observe(claim, 'incorrect', major);
        const correct = await lab.observe(claim, 'correct', major);
        const lines = observed.get(claim) ?? { incorrect: {}, correct: {} };
        lines.incorrect[major] = incorrect;
        lines.correct[major] = correct;
        observed.set(claim, lines);
        expect({ incorrect, correct }).toEqual({
          incorrect: expectedOn(major, claim.incorrect.expect),
          correct: expectedOn(major, claim.correct.expect),
        });
      });
    });
  }
}

test('every recommended rule has a proof', () => {
  const proven = new Set(proofs.map(({ rule }) => `nestjs-gateway/${rule}`));
  const recommended = Object.keys(plugin.configs.recommended.rules);
  expect(recommended.filter((rule) => !proven.has(rule))).toEqual([]);
});

test('docs/evidence.md holds what was observed', async () => {
  const committed = existsSync(EVIDENCE) ? readFileSync(EVIDENCE, 'utf8') : '';
  const evidence = await renderEvidence(proofs, observed, committed);
  await expect(evidence).toMatchFileSnapshot(EVIDENCE);
});

import type { Linter } from 'eslint';
import { beforeAll, expect, it } from 'vitest';

import { type Case, rulesFor, sourceOf } from '../fixes/cases.ts';
import { apply, lint, strictRules } from '../laws/lint.ts';
import { readSample } from './sample.ts';

type Found = Linter.LintMessage;

const HOUR = 3_600_000;

let sample: readonly Case[];

beforeAll(async () => {
  sample = await readSample();
}, HOUR);

const ONCE = 'A call is told of once, so the next of its rooms without a prefix comes up.';

/** The messages of which as many may be left, and why. */
const LEAVES_AS_MANY = new Map([
  [
    'neverEnded',
    'The hook is where a timer, a listener or a subscription is ended; how is left to its author.',
  ],
  ['noPrefix', ONCE],
  ['fromClient', ONCE],
]);

it('a finding goes when its fix or a suggestion is taken', { timeout: HOUR }, () => {
  let repaired = 0;
  for (const given of sample) {
    const before = findings(given, given.code);
    for (const finding of before) {
      for (const { title, code } of repairs(finding, given)) {
        repaired++;
        const count = countOf(finding, before);
        const left = countOf(finding, findings(given, code));
        const isExcepted = LEAVES_AS_MANY.has(finding.messageId ?? '');
        expect
          .soft(left, `${given.place}, ${title}\n\n${code}`)
          .toBeLessThan(isExcepted ? count + 1 : count);
      }
    }
  }
  expect(repaired).toBeGreaterThan(0);
});

function findings(given: Case, code: string): readonly Found[] {
  return lint(sourceOf(given, code), rulesFor(given, strictRules));
}

/** How many findings of the same rule, said in the same words, there are. */
function countOf({ ruleId, message }: Found, all: readonly Found[]): number {
  return all.filter((other) => other.ruleId === ruleId && other.message === message).length;
}

function repairs({ ruleId, line, fix, suggestions = [] }: Found, { code }: Case) {
  return [...(fix ? [{ desc: 'fix', fix }] : []), ...suggestions].map((repair) => ({
    title: `${ruleId} in line ${line}: ${repair.desc}`,
    code: apply(code, repair.fix),
  }));
}

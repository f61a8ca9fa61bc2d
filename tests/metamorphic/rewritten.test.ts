import { beforeAll, describe, expect, it } from 'vitest';

import type { Case } from '../fixes/cases.ts';
import { type Finding, findingsOf, without } from './findings.ts';
import { type Law, laws } from './laws.ts';
import { readSample } from './sample.ts';

const HOUR = 3_600_000;

let sample: readonly (Case & { readonly findings: readonly Finding[] })[];

beforeAll(async () => {
  const cases = await readSample();
  sample = cases.map((given) => ({ ...given, findings: findingsOf(given, given.code) }));
}, HOUR);

describe('what is found in a file does not depend on', () => {
  it.each(laws)('$name', { timeout: HOUR }, async (law) => {
    let rewritten = 0;
    for (const given of sample) {
      const code = await law.rewrite(given.code);
      if (code === given.code) continue;
      rewritten++;
      const before = told(given.findings, law);
      const after = told(findingsOf(given, code), law);
      const changes = { lost: without(before, after), gained: without(after, before) };
      expect
        .soft(changes, `${given.place}\n\n${given.code}\n\nas\n\n${code}\n`)
        .toEqual({ lost: [], gained: [] });
    }
    expect(rewritten).toBeGreaterThan(0);
  });
});

function told(findings: readonly Finding[], { same, exceptions }: Law): readonly string[] {
  return findings.filter(({ id }) => !exceptions.some((one) => one.id.test(id))).map(same);
}

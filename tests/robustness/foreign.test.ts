import { describe, expect, it } from 'vitest';

import { docsBlocks, readExamples, readRuleTests, type Case } from '../integration/oxlint/cases.ts';
import { lint, parsers } from './lint.ts';
import { isWhole } from './pairs.ts';

const cases: readonly Case[] = [...docsBlocks, ...readExamples(), ...(await readRuleTests())];

describe('every rule, with all that strict asks, over the pages, the examples and the cases of every rule', () => {
  it.each(parsers)('throws nothing where %s reads them', (parser) => {
    const tried = cases.filter((_, index) => isWhole || parser === 'typescript' || index % 4 === 0);
    let refused = 0;
    for (const { place, code, settings } of tried) {
      const outcome = lint(code, parser, { settings });
      expect.soft(outcome.crash, place).toBeUndefined();
      if (outcome.refused !== undefined) refused++;
    }
    expect(tried.length).toBeGreaterThan(500);
    expect(refused).toBeLessThan(tried.length * 0.02);
  });
});

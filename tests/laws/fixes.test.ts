import * as parser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';

import { ruleNames, samples, samplesOf } from './corpus.ts';
import { apply, everyRule, fix, lint, ownRule } from './lint.ts';

function comments(code: string): string[] {
  const { ast } = parser.parseForESLint(code, { comment: true });
  return (ast.comments ?? []).map(({ value }) => value.trim());
}

describe.each(ruleNames)('%s', (rule) => {
  const edits = samplesOf(rule).flatMap((sample) =>
    lint(sample, ownRule(sample)).flatMap(({ fix: fixed, suggestions = [], line }) =>
      [...(fixed ? [fixed] : []), ...suggestions.map((suggestion) => suggestion.fix)].map(
        (edit) => ({ sample, fixed: apply(sample.code, edit), place: `${sample.place}+${line}` }),
      ),
    ),
  );

  it('offers fixes and suggestions that parse and change something', () => {
    for (const { sample, fixed, place } of edits) {
      expect.soft(() => lint({ ...sample, code: fixed }, {}), place).not.toThrow();
      expect.soft(fixed, place).not.toBe(sample.code);
    }
  });

  it('offers none that loses a comment', () => {
    for (const { sample, fixed, place } of edits) {
      const kept = expect.arrayContaining(comments(sample.code));
      expect.soft(comments(fixed), place).toEqual(kept);
    }
  });

  it('has nothing left to fix once ESLint has fixed', () => {
    for (const sample of samplesOf(rule)) {
      const code = fix(sample, ownRule(sample));
      const left = lint({ ...sample, code }, ownRule(sample)).filter((finding) => finding.fix);
      expect.soft(left, sample.place).toEqual([]);
    }
  });
});

describe('all rules together', () => {
  it('have nothing left to fix once ESLint has fixed', () => {
    for (const sample of samples) {
      const code = fix(sample, everyRule);
      const left = lint({ ...sample, code }, everyRule).filter((finding) => finding.fix);
      expect.soft(left, sample.place).toEqual([]);
    }
  });
});

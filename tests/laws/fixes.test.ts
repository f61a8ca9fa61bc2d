import * as parser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';

import { ruleNames, samples, samplesOf } from './corpus.ts';
import { apply, everyRule, fixAll, lint, ownRule } from './lint.ts';

function comments(code: string): string[] {
  const { ast } = parser.parseForESLint(code, { comment: true });
  return (ast.comments ?? []).map(({ value }) => value.trim());
}

/** The comments of the code that an edit lost. */
function lostComments(code: string, edited: string): string[] {
  const kept = comments(edited);
  return comments(code).filter((comment) => {
    const index = kept.indexOf(comment);
    if (index !== -1) kept.splice(index, 1);
    return index === -1;
  });
}

/** What each fix and each suggestion of the rule makes of the page's blocks, one at a time. */
function editsOf(rule: string) {
  return samplesOf(rule).flatMap((sample) =>
    lint(sample, ownRule(sample)).flatMap(({ fix, suggestions = [], line }) =>
      [fix, ...suggestions.map((suggestion) => suggestion.fix)]
        .filter((edit) => edit !== undefined)
        .map((edit) => ({
          sample,
          edited: apply(sample.code, edit),
          place: `${sample.place}, line ${line}`,
        })),
    ),
  );
}

describe.each(ruleNames)('%s', (rule) => {
  it('offers fixes and suggestions that parse and change something', () => {
    for (const { sample, edited, place } of editsOf(rule)) {
      expect.soft(() => lint({ ...sample, code: edited }, {}), place).not.toThrow();
      expect.soft(edited, place).not.toBe(sample.code);
    }
  });

  it('offers none that loses a comment', () => {
    for (const { sample, edited, place } of editsOf(rule)) {
      expect.soft(lostComments(sample.code, edited), place).toEqual([]);
    }
  });

  it('has nothing left to fix once ESLint has fixed', () => {
    for (const sample of samplesOf(rule)) {
      const code = fixAll(sample, ownRule(sample));
      const left = lint({ ...sample, code }, ownRule(sample)).filter((finding) => finding.fix);
      expect.soft(left, sample.place).toEqual([]);
    }
  });
});

describe('all rules together', () => {
  it('have nothing left to fix once ESLint has fixed', () => {
    for (const sample of samples) {
      const code = fixAll(sample, everyRule);
      const left = lint({ ...sample, code }, everyRule).filter((finding) => finding.fix);
      expect.soft(left, sample.place).toEqual([]);
    }
  });
});

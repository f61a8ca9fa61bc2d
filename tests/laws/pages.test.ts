import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { optionKeys, rules, samplesOf } from './corpus.ts';
import { lint, ownRule } from './lint.ts';

describe.each(rules)('the page of $name', ({ name, meta }) => {
  const sections = new Map(
    readFileSync(`docs/rules/${name}.md`, 'utf8')
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0], section]),
  );
  const keys = optionKeys(meta);

  it('says what happens at run time, when the rule is silent, and when not to use it', () => {
    const required = ['At run time', 'When it stays silent', 'When not to use it'];
    expect([...sections.keys()]).toEqual(expect.arrayContaining(required));
  });

  it('has options if and only if the rule has, and documents each', () => {
    expect(sections.has('Options')).toBe(keys.length > 0);
    for (const key of keys) expect.soft(sections.get('Options')).toContain(`\`${key}\``);
  });

  it('shows incorrect and correct code', () => {
    const kinds = new Set(samplesOf(name).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['incorrect', 'correct']));
  });

  it('is right about what the rule reports', () => {
    for (const sample of samplesOf(name)) {
      const verdict = lint(sample, ownRule(sample)).length > 0 ? 'incorrect' : 'correct';
      expect.soft(verdict, sample.place).toBe(sample.kind);
    }
  });
});

import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { optionKeys, rules, samplesOf } from './corpus.ts';
import { lint, ownRule } from './lint.ts';

/** The sections of a rule's page, by their headings. */
function readSections(rule: string): Map<string, string> {
  const [, ...sections] = readFileSync(`docs/rules/${rule}.md`, 'utf8').split(/^## /m);
  return new Map(sections.map((section) => [section.split('\n', 1)[0] ?? '', section]));
}

describe.each(rules)('the page of $name', ({ name, meta }) => {
  it('says what happens at run time, when the rule is silent, and when not to use it', () => {
    const required = ['At run time', 'When it stays silent', 'When not to use it'];
    expect([...readSections(name).keys()]).toEqual(expect.arrayContaining(required));
  });

  it('has options if and only if the rule has, and documents each', () => {
    const keys = optionKeys(meta);
    const options = readSections(name).get('Options');
    expect(options !== undefined).toBe(keys.length > 0);
    for (const key of keys) expect.soft(options).toContain(`\`${key}\``);
  });

  it('shows incorrect and correct code', () => {
    const kinds = new Set(samplesOf(name).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['incorrect', 'correct']));
  });

  it('is right about what the rule reports', () => {
    for (const sample of samplesOf(name)) {
      const messages = lint(sample, ownRule(sample)).map(({ message }) => message);
      expect.soft(messages.length > 0 ? 'incorrect' : 'correct', sample.place).toBe(sample.kind);
      expect.soft(messages.join(), `${sample.place} has data left out`).not.toContain('{{');
    }
  });
});

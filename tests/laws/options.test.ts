import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { incorrect, optionKeys, rules, samplesOf } from './corpus.ts';
import { everyRule, lint, summary } from './lint.ts';

describe.each(rules)('$name', ({ name, meta }) => {
  it('behaves bare as with no options and with its defaults', () => {
    const [defaults = {}] = meta.defaultOptions ?? [];
    for (const sample of samplesOf(name)) {
      const bare = lint(sample, { [name]: 'error' });
      if (meta.schema.length === 0) continue;
      expect.soft(lint(sample, { [name]: ['error', {}] }), sample.place).toEqual(bare);
      expect.soft(lint(sample, { [name]: ['error', defaults] }), sample.place).toEqual(bare);
    }
  });

  it('says of each option what it does', () => {
    for (const key of optionKeys(meta)) {
      expect.soft(meta.schema[0].properties[key].description, key).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('refuses an option it does not know, and names it', () => {
    expect(() => lint({ code: '' }, { [name]: ['error', { colour: 'blue' }] })).toThrow('colour');
  });

  it('has each option tried in a test or on its page', () => {
    const test = readFileSync(`tests/rules/${name}.test.ts`, 'utf8');
    const tried = samplesOf(name).flatMap(({ options }) => Object.keys(options ?? {}));
    for (const key of optionKeys(meta)) {
      expect.soft(tried.includes(key) || test.includes(`${key}:`), key).toBe(true);
    }
  });

  it('refuses a setting it does not know, and names it', () => {
    const source = { code: '', settings: { colour: 'blue' } };
    expect(() => lint(source, { [name]: 'error' })).toThrow('colour');
  });
});

describe('settings', () => {
  it('change nothing when they are empty', () => {
    for (const sample of incorrect.filter(({ settings }) => settings === undefined)) {
      const found = lint({ ...sample, settings: {} }, everyRule).map(summary);
      expect.soft(found, sample.place).toEqual(lint(sample, everyRule).map(summary));
    }
  });
});

import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { ruleNames, rules } from './corpus.ts';

/** The names of the files in the folder that end so, without the ending. */
function names(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

describe('the catalogue', () => {
  it('is sorted', () => {
    expect(ruleNames).toEqual(ruleNames.toSorted());
  });

  it('has every rule of src/rules', () => {
    expect(ruleNames).toEqual(names('src/rules', '.ts').filter((name) => name !== 'index'));
  });

  it('has a page for every rule, and no other page', () => {
    expect(names('docs/rules', '.md')).toEqual(ruleNames);
  });

  it('has a test for every rule, and no other test', () => {
    expect(names('tests/rules', '.test.ts')).toEqual(ruleNames);
  });

  it('describes no two rules alike', () => {
    const descriptions = rules.map(({ meta }) => meta.docs.description);
    expect(new Set(descriptions).size).toBe(rules.length);
  });

  it('calls every rule by its own name', () => {
    expect(rules.map(({ name }) => name)).toEqual(ruleNames);
  });
});

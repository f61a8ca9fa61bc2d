import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { rules } from './corpus.ts';

describe.each(rules)('$name', ({ name, meta }) => {
  it('describes what it demands, without a full stop', () => {
    expect(meta.docs.description).toMatch(/^(Enforce|Require|Disallow) .+[^. ]$/);
  });

  it('points at its page', () => {
    expect(meta.docs.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
  });

  it.each(Object.entries(meta.messages))('speaks in sentences: %s', (_, message) => {
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/\p{Extended_Pictographic}/u);
  });

  it('has a test of every message', () => {
    const test = readFileSync(`tests/rules/${name}.test.ts`, 'utf8');
    for (const id of Object.keys(meta.messages)) expect.soft(test).toContain(`'${id}'`);
  });
});

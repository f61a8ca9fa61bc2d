import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import plugin from '../../src/index.ts';
import { lint, strictRules } from './lint.ts';

const FENCE = /^```ts strict\n(?<code>[^]*?)^```$/gm;
const LINK = /\]\((?<target>[^)#\s]+)(?:#[^)]*)?\)/g;

const guides = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

describe.each(guides)('%s', (guide) => {
  const text = readFileSync(guide, 'utf8');

  it('shows no code as good that `strict` has something to say about', () => {
    for (const { groups } of text.matchAll(FENCE)) {
      expect.soft(lint({ code: groups?.['code'] ?? '' }, strictRules)).toEqual([]);
    }
  });

  it('links to files that are there', () => {
    for (const { groups } of text.matchAll(LINK)) {
      const target = groups?.['target'] ?? '';
      if (/^[a-z]+:/.test(target)) continue;
      const file = new URL(target, new URL(guide, `file://${process.cwd()}/`));
      expect.soft(existsSync(file), `${guide} → ${target}`).toBe(true);
    }
  });
});

it('shows a whole gateway in the guideline', () => {
  expect(readFileSync('docs/guideline.md', 'utf8')).toMatch(FENCE);
});

it('maps every line of the guideline to a rule there is, in the preset it is said to be in', () => {
  const rows = readFileSync('docs/guideline.md', 'utf8').matchAll(
    /\[(?<rule>[a-z-]+)\]\(rules\/\k<rule>\.md\) *\| (?<preset>[RS]) /g,
  );
  const mapped = [...rows].map(({ groups }) => groups ?? {});
  expect(mapped).toHaveLength(24);
  for (const { rule = '', preset } of mapped) {
    const isRecommended = `nestjs-gateway/${rule}` in plugin.configs.recommended.rules;
    expect.soft(isRecommended ? 'R' : 'S', rule).toBe(preset);
  }
});

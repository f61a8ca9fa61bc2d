import { describe, expect, it } from 'vitest';

import { highlight } from '../../site/linter/highlight.ts';
import rules from '../../site/playground/rules.data.ts';
import samples from '../../site/playground/samples.data.ts';
import { decode, encode, rulesOf, type State } from '../../site/playground/state.ts';
import plugin from '../../src/index.ts';
import { ruleNames } from '../laws/corpus.ts';

const infos = rules.load();
const state: State = {
  code: 'class Größe {} // 😀\n',
  file: 'chat.gateway.ts',
  preset: 'strict',
  changes: { 'require-ws-guard': { public: ['Open'] }, 'prefer-user-room': false },
  settings: { platform: 'ws' },
};

describe('a link', () => {
  it.each(samples.load().map((sample) => [sample.id, sample.state] as const))(
    'holds the sample %s',
    (_id, sample) => expect(decode(encode(sample))).toEqual(sample),
  );

  it('holds the code, the rules, their options and the settings', () => {
    expect(decode(encode(state))).toEqual(state);
  });

  it.each([
    ['is cut off', encode(state).slice(0, -20)],
    ['is no link', 'playground'],
    ['holds no state', encode([] as never)],
    ['names no preset', encode({ ...state, preset: 'all' } as never)],
    ['gives a rule a number', encode({ ...state, changes: { 'require-ws-guard': 2 } } as never)],
  ])('that %s is refused', (_name, text) => expect(decode(text)).toBeUndefined());
});

describe('the rules of a state', () => {
  it.each(['recommended', 'strict'] as const)('are those of the preset %s', (preset) => {
    const entries = Object.entries(plugin.configs[preset].rules).map(([name, entry]) => [
      name.replace('nestjs-gateway/', ''),
      Array.isArray(entry) ? entry[1] : true,
    ]);
    const enabled = rulesOf({ ...state, preset, changes: {} }, infos);
    expect(enabled).toEqual(Object.fromEntries(entries));
  });

  it('are changed rule by rule', () => {
    const enabled = rulesOf(state, infos);
    expect(enabled).toHaveProperty('require-ws-guard', { public: ['Open'] });
    expect(enabled).not.toHaveProperty('prefer-user-room');
    expect(Object.keys(enabled)).toHaveLength(ruleNames.length - 1);
  });
});

describe('highlighted code', () => {
  it('is the code, cut where what is found begins and ends', () => {
    const code = "@Gate()\nclass A { b = 'c'; }\n";
    const ranges = [
      { from: 2, to: 14 },
      { from: 14, to: 15 },
    ];
    const lines = highlight(code, ranges);
    expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(code);
    for (const [index, { from, to }] of ranges.entries()) {
      const marked = lines.flat().filter((piece) => piece.ranges.includes(index));
      expect(marked.map(({ text }) => text).join('')).toBe(
        code.slice(from, to).replaceAll('\n', ''),
      );
      expect(marked.map(({ begins }) => begins).indexOf(true)).toBe(0);
    }
  });
});

import { describe, expect, it } from 'vitest';

import { samples } from './corpus.ts';
import { everyRule, fixAll, lint, summary } from './lint.ts';

describe.each([
  ['Windows line ends', (code: string) => code.replaceAll('\n', '\r\n')],
  ['a byte order mark', (code: string) => `\uFEFF${code}`],
])('%s', (_, encode) => {
  it('change no finding', () => {
    for (const sample of samples) {
      const found = lint({ ...sample, code: encode(sample.code) }, everyRule).map(summary);
      expect.soft(found, sample.place).toEqual(lint(sample, everyRule).map(summary));
    }
  });

  it('change no fix', () => {
    for (const sample of samples) {
      const { code: fixed } = fixAll({ ...sample, code: encode(sample.code) }, everyRule);
      const plain = fixed.replaceAll('\r\n', '\n').replace('\uFEFF', '');
      expect.soft(plain, sample.place).toBe(fixAll(sample, everyRule).code);
    }
  });
});

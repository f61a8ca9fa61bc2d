import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

import { expect, it, onTestFinished, vi } from 'vitest';

import { samples } from './corpus.ts';
import { everyRule, lint } from './lint.ts';

/** Records calls of `node:fs`, whoever imported it and how. */
function watchFileSystem(): string[] {
  const calls: string[] = [];
  for (const [name, value] of Object.entries(fs)) {
    if (typeof value !== 'function' || /^[A-Z_]/.test(name)) continue;
    vi.spyOn(fs, name as 'readFileSync').mockImplementation(() => {
      calls.push(name);
      throw new Error(`fs.${name} was called`);
    });
  }
  syncBuiltinESMExports();
  onTestFinished(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });
  return calls;
}

it('no rule touches the file system', () => {
  // The first run loads what ESLint and the parser load lazily.
  const expected = samples.map((sample) => lint(sample, everyRule));

  const calls = watchFileSystem();
  expect(samples.map((sample) => lint(sample, everyRule))).toEqual(expected);
  expect(calls).toEqual([]);
});

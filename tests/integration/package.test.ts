import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { publint } from 'publint';
import { expect, inject, it } from 'vitest';

it('is packed with what a user needs, and nothing else', () => {
  expect(inject('packed').toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/index.ts5.5.d.ts',
    'oxlint/recommended.json',
    'oxlint/strict.json',
    'package.json',
  ]);
});

it('is laid out as package managers expect it', async () => {
  const { messages } = await publint({ strict: true });
  expect(messages).toEqual([]);
});

it('has types that resolve wherever it can be imported', async () => {
  const argv = ['attw', '--profile', 'esm-only', '--no-emoji', inject('tarball')];
  const { stdout } = await promisify(execFile)('npx', argv);
  expect(stdout).toContain('node16 (from ESM): OK (ESM)');
});

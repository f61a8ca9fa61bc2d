import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

const tool = join(import.meta.dirname, '../../tools/test-count.mjs');

function count(report: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'test-count-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return execFileSync(process.execPath, [tool, path], { encoding: 'utf8' });
}

const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const broken = { status: 'failed', assertionResults: [] };

it.each([
  [
    'tests',
    { numPassedTests: 1, numFailedTests: 1, testResults: [passed, failed] },
    '1 passed, 1 failed\n',
  ],
  [
    'a file that does not run',
    { numPassedTests: 1, numFailedTests: 0, testResults: [passed, broken] },
    '1 passed, 1 failed\n',
  ],
])('counts %s', (_, report, line) => {
  expect(count(report)).toBe(line);
});

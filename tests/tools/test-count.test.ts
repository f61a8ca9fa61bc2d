import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

const tool = join(import.meta.dirname, '../../tools/test-count.mjs');

function count(...reports: object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'test-count-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const paths = reports.map((report, index) => {
    const path = join(folder, `${index}.json`);
    writeFileSync(path, JSON.stringify(report));
    return path;
  });
  const argv = [tool, ...paths, join(folder, 'of-a-run-that-was-not-begun.json')];
  return execFileSync(process.execPath, argv, { encoding: 'utf8' });
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

it('adds the reports up', () => {
  const report = { numPassedTests: 2, numFailedTests: 1, testResults: [passed, failed] };
  expect(count(report, report)).toBe('4 passed, 2 failed\n');
});

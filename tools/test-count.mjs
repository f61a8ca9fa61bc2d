// @ts-check
/** Prints one line, `N passed, N failed`, from the report that Vitest's json reporter wrote. */
import { readFileSync } from 'node:fs';

const [, , report = 'coverage/tests.json'] = process.argv;

/** @type {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} */
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */

// A file that could not be run, or whose hooks failed, holds no failed test but is a failure.
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
);

console.log(`${numPassedTests} passed, ${numFailedTests + brokenFiles.length} failed`);

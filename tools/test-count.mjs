// @ts-check
/** Prints one line, `N passed, N failed`, from the reports that Vitest's json reporter wrote. */
import { existsSync, readFileSync } from 'node:fs';

const [, , ...given] = process.argv;
const reports = given.length > 0 ? given : ['coverage/tests.json'];

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */

let passed = 0;
let failed = 0;
for (const report of reports.filter((path) => existsSync(path))) {
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} */
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  // A file that could not be run, or whose hooks failed, holds no failed test but is a failure.
  failed += numFailedTests + testResults.filter(isBroken).length;
}
console.log(`${passed} passed, ${failed} failed`);

/** @param {TestFile} file */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

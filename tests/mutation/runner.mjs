// @ts-check
/**
 * Runs mutants against the cases of the rules' tests, as a test runner of Stryker's. Its runner for
 * Vitest imports the test files anew for each mutant; here they are loaded once, and a mutant costs
 * what it takes to lint until a case comes out differently.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

/** @typedef {import('@stryker-mutator/api/core').InstrumenterContext} InstrumenterContext */
/** @typedef {import('@stryker-mutator/api/test-runner').MutantRunOptions} MutantRunOptions */
/** @typedef {import('@stryker-mutator/api/test-runner').TestResult} TestResult */
/** @typedef {{ id: string }} Case */

class RuleCaseRunner {
  static inject = /** @type {[]} */ ([]);

  /** @type {InstrumenterContext} */
  #mutants = {};
  /** @type {ReadonlyMap<string, Case>} */
  #cases = new Map();
  /** @type {(given: Case) => Promise<string>} */
  #outcomeOf = async () => '';
  #forget = () => {};
  /** What each case comes out as without a mutant. */
  #expected = /** @type {Map<string, string>} */ (new Map());

  capabilities() {
    return { reloadEnvironment: false };
  }

  /** The bundle is that of the instrumented copy, which Stryker runs this in. */
  async init() {
    const bundle = pathToFileURL(join(process.cwd(), 'coverage/mutation/cases.mjs'));
    const { cases, outcomeOf, forget } = await import(bundle.href);
    this.#cases = new Map(cases.map((/** @type {Case} */ given) => [given.id, given]));
    this.#outcomeOf = outcomeOf;
    this.#forget = forget;
    const global = /** @type {{ __stryker__?: InstrumenterContext }} */ (globalThis);
    this.#mutants = global.__stryker__ ??= {};
  }

  /**
   * The tests pass, or the suite would not; what they come out as is what mutants must keep.
   * @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>}
   */
  async dryRun() {
    /** @type {TestResult[]} */
    const tests = [];
    for (const id of this.#cases.keys()) {
      this.#mutants.currentTestId = id;
      const start = performance.now();
      await this.#expect(id);
      const timeSpentMs = performance.now() - start;
      tests.push({ id, name: id, status: TestStatus.Success, timeSpentMs });
    }
    delete this.#mutants.currentTestId;
    const { mutantCoverage } = this.#mutants;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  /** @param {MutantRunOptions} options */
  async mutantRun({ activeMutant, hitLimit, testFilter = [...this.#cases.keys()] }) {
    for (const id of testFilter) await this.#expect(id);
    Object.assign(this.#mutants, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    /** @type {TestResult[]} */
    const tests = [];
    for (const id of testFilter) {
      const failureMessage = await this.#difference(id);
      const shared = { id, name: id, timeSpentMs: 0 };
      if (failureMessage === undefined) tests.push({ ...shared, status: TestStatus.Success });
      else {
        tests.push({ ...shared, status: TestStatus.Failed, failureMessage });
        break;
      }
    }
    const timeout = determineHitLimitReached(this.#mutants.hitCount, hitLimit);
    Object.assign(this.#mutants, { activeMutant: undefined, hitLimit: undefined });
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  /** @param {string} id */
  async #difference(id) {
    try {
      const outcome = await this.#run(id);
      return outcome === this.#expected.get(id) ? undefined : outcome;
    } catch (error) {
      return String(error);
    }
  }

  /** @param {string} id */
  async #expect(id) {
    if (!this.#expected.has(id)) this.#expected.set(id, await this.#run(id));
  }

  /** @param {string} id */
  #run(id) {
    const given = this.#cases.get(id);
    if (!given) throw new Error(`There is no case '${id}'.`);
    this.#forget();
    return this.#outcomeOf(given);
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'rule-cases', RuleCaseRunner),
];

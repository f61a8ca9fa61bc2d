// @ts-check
/**
 * Runs mutants against the cases of the rules' tests, as a test runner of Stryker's. Its runner for
 * Vitest imports the test files anew for each mutant; here they are loaded once, and a mutant costs
 * what it takes to lint until a case comes out differently.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

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
/** @typedef {{ cases: Case[], outcomeOf: (given: Case) => Promise<string>, forget: () => void }} Bundle */

class RuleCaseRunner {
  static inject = /** @type {[]} */ ([]);

  /** @type {InstrumenterContext} */
  #mutants = {};
  /** @type {() => Bundle} */
  #bundle = () => ({ cases: [], outcomeOf: async () => '', forget: () => {} });
  /** @type {ReadonlyMap<string, Case>} */
  #cases = new Map();
  /** @type {(given: Case) => Promise<string>} */
  #outcomeOf = async () => '';
  #forget = () => {};
  /** What each case comes out as without a mutant. */
  #expected = /** @type {Map<string, string>} */ (new Map());

  /** Whether the mutant acts while the plugin is loaded, and so stays in what was loaded. */
  #isMutated = false;
  /** The mutant that was there when the plugin was loaded. */
  #loadedWith = /** @type {string | undefined} */ (undefined);

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const global = /** @type {{ __stryker__?: InstrumenterContext }} */ (globalThis);
    this.#mutants = global.__stryker__ ??= {};
    this.#bundle = compile(join(process.cwd(), 'coverage/mutation/cases.cjs'));
    this.#load();
  }

  /** Loads the bundle of the instrumented copy, which Stryker runs this in; each time anew. */
  #load() {
    this.#loadedWith = this.#mutants.activeMutant;
    const { cases, outcomeOf, forget } = this.#bundle();
    this.#cases = new Map(cases.map((given) => [given.id, given]));
    this.#outcomeOf = outcomeOf;
    this.#forget = forget;
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
    // What runs from here on covers nothing.
    const mutantCoverage = structuredClone(this.#mutants.mutantCoverage);
    this.#load();
    for (const id of this.#cases.keys()) await this.#expectAgain(id);
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  /**
   * What is loaded anew without a mutant must come to the same, or mutants would be found for nothing.
   * @param {string} id
   */
  async #expectAgain(id) {
    if ((await this.#run(id)) !== this.#expected.get(id)) {
      throw new Error(`Case '${id}' comes out differently once the bundle is loaded anew.`);
    }
  }

  /** @param {MutantRunOptions} options */
  async mutantRun({ activeMutant, hitLimit, testFilter, reloadEnvironment }) {
    if (this.#isMutated) this.#load();
    const ids = testFilter ?? [...this.#cases.keys()];
    for (const id of ids) await this.#expect(id);
    Object.assign(this.#mutants, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    this.#isMutated = reloadEnvironment;
    const tests = await this.#tryAll(ids);
    const timeout = determineHitLimitReached(this.#mutants.hitCount, hitLimit);
    Object.assign(this.#mutants, { activeMutant: undefined, hitLimit: undefined });
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  /**
   * Up to the first case that comes out otherwise.
   * @param {readonly string[]} ids
   */
  async #tryAll(ids) {
    /** @type {TestResult[]} */
    const tests = [];
    for (const id of ids) {
      const failureMessage = await this.#difference(id);
      const shared = { id, name: id, timeSpentMs: 0 };
      if (failureMessage !== undefined) {
        return [...tests, { ...shared, status: TestStatus.Failed, failureMessage }];
      }
      tests.push({ ...shared, status: TestStatus.Success });
    }
    return tests;
  }

  /** @param {string} id */
  async #difference(id) {
    try {
      // What acts while the plugin is loaded may keep it from loading.
      if (this.#isMutated && this.#loadedWith !== this.#mutants.activeMutant) this.#load();
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

/**
 * A script, read once, that may be run again and again.
 * @param {string} filename
 * @returns {() => Bundle}
 */
function compile(filename) {
  const run = compileFunction(readFileSync(filename, 'utf8'), ['require', 'exports'], { filename });
  const require = createRequire(filename);
  return () => {
    const exports = /** @type {Bundle} */ ({});
    run(require, exports);
    return exports;
  };
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'rule-cases', RuleCaseRunner),
];

// @ts-check
/** Lints in this process: every contender on a parse of its own, in random order on each file. */
import * as parser from '@typescript-eslint/parser';
import { ESLint, Linter, SourceCode } from 'eslint';
import { median, sum } from 'simple-statistics';

import { corpus } from './corpus.mjs';

/** @typedef {import('./contenders.mjs').Contender} Contender */
/** @typedef {import('./corpus.mjs').File} File */

/**
 * What each file took in each round, in milliseconds: to be parsed, and to be linted by a contender.
 * @typedef {{ parse: number[][], lint: Map<string, number[][]> }} Times
 */

/** Rounds that do not count, so that the engine has compiled what it will. */
const WARM_UP = 3;
const WARM_UP_FILES = corpus(60, 40, 1);
/** @type {Set<string>} */
const warm = new Set();
const linter = new Linter();

/**
 * @param {readonly File[]} files
 * @param {readonly Contender[]} contenders
 * @param {number} rounds
 * @param {(done: number) => void} progress - called with the share that each file adds, in all 1
 * @returns {Promise<Times>}
 */
export async function measure(files, contenders, rounds, progress) {
  const prepared = await Promise.all(contenders.map(prepare));
  /** @type {Times} */
  const times = {
    parse: files.map(() => []),
    lint: new Map(contenders.map(({ name }) => [name, files.map(() => [])])),
  };
  warmUp(prepared);
  // A few long files are unlike those that the engine is warm for.
  const first = files.length < WARM_UP_FILES.length ? -1 : 0;
  for (let round = first; round < rounds; round++) {
    for (const [index, file] of files.entries()) {
      for (const { name, parsing, linting } of lintInRandomOrder(file, prepared)) {
        if (round < 0) continue;
        times.parse[index]?.push(parsing);
        times.lint.get(name)?.[index]?.push(linting);
      }
      progress(1 / ((rounds - first) * files.length));
    }
  }
  return times;
}

/**
 * What all files take together: each its median, so that no pause of the machine, and no collection
 * of the garbage that another contender left, is counted.
 * @param {readonly (readonly number[])[]} files
 */
export function together(files) {
  return sum(files.map((rounds) => median([...rounds])));
}

/**
 * What a contender takes for all files beyond another, which did each file in the same round.
 * @param {Times} times
 * @param {Contender} contender
 * @param {Contender} floor
 */
export function beyond({ lint }, contender, floor) {
  const floors = lint.get(floor.name);
  const differences = lint.get(contender.name)?.map((rounds, file) => {
    return rounds.map((time, round) => time - (floors?.[file]?.[round] ?? NaN));
  });
  return together(differences ?? []);
}

/** @param {string} code */
export function parse(code) {
  const options = { comment: true, loc: true, range: true, tokens: true, sourceType: 'module' };
  return parser.parseForESLint(code, /** @type {any} */ (options));
}

/**
 * @param {string} code
 * @param {ReturnType<typeof parse>} parsed
 */
export function sourceCode(code, { ast, scopeManager, services, visitorKeys }) {
  const parts = { text: code, ast, scopeManager, parserServices: services, visitorKeys };
  return new SourceCode(/** @type {any} */ (parts));
}

/**
 * ESLint reads and checks a configuration once in a run. `Linter` does so at every call, unless it
 * is handed an array that answers for a file.
 * @param {Contender} contender
 */
export async function prepare({ name, config }) {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: config });
  const ready = await eslint.calculateConfigForFile('gateways/chat.gateway.ts');
  const array = /** @type {Linter.Config[]} */ (
    Object.assign([], { getConfig: () => ready }) // what `Linter` takes for a config array
  );
  return { name, config: array };
}

/**
 * @param {File} file
 * @param {readonly { name: string, config: Linter.Config[] }[]} prepared
 */
function lintInRandomOrder({ name: filename, code }, prepared) {
  return shuffled(prepared).map(({ name, config }) => {
    const start = processorTime();
    const parsed = parse(code);
    const parsing = processorTime() - start;
    const source = sourceCode(code, parsed);
    const begun = processorTime();
    linter.verify(source, config, { filename });
    return { name, parsing, linting: processorTime() - begun };
  });
}

/** @param {readonly { name: string, config: Linter.Config[] }[]} prepared */
function warmUp(prepared) {
  const cold = prepared.filter(({ name }) => !warm.has(name));
  for (let round = 0; round < WARM_UP; round++) {
    for (const file of WARM_UP_FILES) lintInRandomOrder(file, cold);
  }
  for (const { name } of cold) warm.add(name);
}

/** The milliseconds that this process had of a processor: others that want one do not count. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * @template T
 * @param {readonly T[]} all
 * @returns {T[]}
 */
function shuffled(all) {
  return all
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

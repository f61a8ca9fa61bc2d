// @ts-check
/**
 * What the rules cost, as a share of parsing the same files: `npm run bench [-- --rules]`.
 *
 * Each file is linted on a fresh parse by every contender in random order, so that a machine that
 * slows down slows them all. A plugin is compared with as many empty rules, since ESLint itself pays
 * for calling them.
 */
import * as parser from '@typescript-eslint/parser';
import { Linter, SourceCode } from 'eslint';
import tseslint from 'typescript-eslint';

import gateway from '../dist/index.js';
import { corpus, giant } from './corpus.mjs';

const ROUNDS = 7;
const WARM_UP = 3;

/** @typedef {import('./corpus.mjs').File} File */
/** @typedef {Linter.Config} Config */

const names = Object.keys(gateway.rules);
const empty = {
  rules: Object.fromEntries(names.map((name) => [name, { meta: {}, create: () => ({}) }])),
};
const files = ['**/*.ts'];
const config = {
  files,
  plugins: { 'nestjs-gateway': gateway },
  rules: Object.fromEntries(names.map((name) => [`nestjs-gateway/${name}`, 'error'])),
};

/** @type {Record<string, Config | Config[]>} */
const contenders = {
  [`${names.length} empty rules`]: {
    files,
    plugins: { empty },
    rules: Object.fromEntries(names.map((name) => [`empty/${name}`, 'error'])),
  },
  [`nestjs-gateway, ${names.length} rules`]: /** @type {Config} */ (config),
  'typescript-eslint recommended': /** @type {Config[]} */ (
    tseslint.configs.recommended.map((one) => ({ ...one, files }))
  ),
};

const [floor] = Object.keys(contenders);
const linter = new Linter();

report('A gateway file', measure(corpus(100, 0)));
report('Another Nest file', measure(corpus(0, 300)));
for (const lines of [1000, 5000, 20_000]) {
  report(`One gateway of ${lines} lines`, measure([giant(lines)]));
}

/**
 * The median over the rounds of the sum over the files, in milliseconds.
 * @param {readonly File[]} sources
 */
function measure(sources) {
  /** @type {Record<string, number[]>} */
  const times = { parse: [] };
  for (const name of Object.keys(contenders)) times[name] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    /** @type {Record<string, number>} */
    const sum = Object.fromEntries(Object.keys(times).map((name) => [name, 0]));
    for (const source of sources) lintAll(source, sum);
    if (round < 0) continue;
    for (const [name, total] of Object.entries(sum)) times[name]?.push(total);
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      all.sort((a, b) => a - b)[all.length >> 1] ?? 0,
    ]),
  );
}

/**
 * @param {File} source
 * @param {Record<string, number>} sum
 */
function lintAll(source, sum) {
  const order = Object.entries(contenders).sort(() => Math.random() - 0.5);
  for (const [name, contender] of order) {
    const start = performance.now();
    const parsed = parse(source.code);
    sum.parse = (sum.parse ?? 0) + (performance.now() - start) / order.length;
    const begun = performance.now();
    linter.verify(parsed, contender, { filename: source.name });
    sum[name] = (sum[name] ?? 0) + performance.now() - begun;
  }
}

/** @param {string} code */
function parse(code) {
  const options = { comment: true, loc: true, range: true, tokens: true };
  const { ast, scopeManager, services, visitorKeys } = parser.parseForESLint(code, options);
  const parts = { text: code, ast, scopeManager, parserServices: services, visitorKeys };
  return new SourceCode(/** @type {any} */ (parts));
}

/**
 * @param {string} title
 * @param {Record<string, number>} times
 */
function report(title, times) {
  const parsing = times.parse ?? 1;
  console.log(`\n${title}: parsed in ${parsing.toFixed(1)} ms`);
  for (const name of Object.keys(contenders)) {
    const added = (times[name] ?? 0) - (times[floor ?? ''] ?? 0);
    if (name !== floor) console.log(`  ${name}: ${((100 * added) / parsing).toFixed(1)} % of that`);
  }
}

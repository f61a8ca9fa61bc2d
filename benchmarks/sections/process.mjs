// @ts-check
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { median } from 'simple-statistics';

import gateway from '../../dist/index.js';
import { corpus } from '../corpus.mjs';
import { findingsIn } from '../least.mjs';
import { usageOf } from '../processes.mjs';
import { megabytes, percent, table, whole } from '../report.mjs';
import { moduleUrl, project } from '../scratch.mjs';

/** @typedef {import('../processes.mjs').Usage} Usage */

export const title = 'A whole run';

const require = createRequire(import.meta.url);
const { rules } = gateway.configs.strict;

/**
 * What a run of a linter's command takes, over a project of gateways and other Nest files.
 * @param {import('../run.mjs').Run} run
 */
export async function run({ quick, progress }) {
  const [gateways, others] = quick ? [10, 90] : [100, 900];
  const files = corpus(gateways, others);
  const least = await findingsIn(files);
  const leastLevels = Object.fromEntries(least.names.map((name) => [`least/${name}`, 'error']));
  const scratch = project({
    ...Object.fromEntries(files.map(({ name, code }) => [`src/${name}`, code])),
    'empty.config.mjs': `import * as parser from '@typescript-eslint/parser';
import { emptyRules } from '${moduleUrl('empty-rules.mjs')}';
export default [{ ...emptyRules(${Object.keys(rules).length}), languageOptions: { parser } }];`,
    'strict.config.mjs': `import * as parser from '@typescript-eslint/parser';
import gateway from '${moduleUrl('../dist/index.js')}';
export default [{ ...gateway.configs.strict, files: ['**/*.ts'], languageOptions: { parser } }];`,
    'oxlintrc.json': oxlintrc(new URL('../../dist/index.js', import.meta.url).pathname, rules),
    'findings.json': JSON.stringify(least),
    'least.mjs': `import { readFileSync } from 'node:fs';
import { leastRules } from '${moduleUrl('least-rules.mjs')}';
const findings = readFileSync(new URL('findings.json', import.meta.url), 'utf8');
export default { meta: { name: 'least' }, rules: leastRules(JSON.parse(findings)) };`,
    'least.config.mjs': `import * as parser from '@typescript-eslint/parser';
import least from './least.mjs';
const rules = ${JSON.stringify(leastLevels)};
export default [{ files: ['**/*.ts'], plugins: { least }, rules, languageOptions: { parser } }];`,
    'oxlintrc.least.json': oxlintrc('./least.mjs', leastLevels),
  });
  const eslint = join(dirname(require.resolve('eslint/package.json')), 'bin/eslint.js');
  const oxlint = join(dirname(require.resolve('oxlint/package.json')), 'bin/oxlint');
  const runs = {
    'ESLint, as many empty rules': [eslint, '-c', 'empty.config.mjs', 'src'],
    'ESLint, all rules': [eslint, '-c', 'strict.config.mjs', 'src'],
    'Oxlint, all rules': [oxlint, '-c', 'oxlintrc.json', 'src'],
    'ESLint, the least': [eslint, '-c', 'least.config.mjs', 'src'],
    'Oxlint, the least': [oxlint, '-c', 'oxlintrc.least.json', 'src'],
  };
  const [, found = 0, ...alike] = Object.values(runs).map((argv) => findings(argv, scratch));
  if (alike.some((other) => other !== found)) {
    throw new Error(`All must find the same, not ${found} and ${alike.join(', ')} things.`);
  }
  const rounds = quick ? 2 : 11;
  const bar = progress(rounds);
  const taken = alternate(runs, rounds, scratch, bar);
  const [empty = [], strict = [], ox = [], leastOfESLint = [], leastOfOxlint = []] =
    Object.values(taken);
  const overEmpty = ratio(strict, empty, 'wall');
  const faster = 1 / ratio(ox, strict, 'wall');
  return {
    title,
    body: [
      `${whole(gateways)} gateways and ${whole(others)} other Nest files, in which both linters find ${whole(found)} things.`,
      table(
        ['', 'time', 'processor time', 'peak memory'],
        Object.entries(taken).map(([name, usages]) => [
          name,
          seconds(usages, 'wall'),
          seconds(usages, 'processor'),
          megabytes(median(usages.map(({ peak }) => peak))),
        ]),
      ),
      table(
        ['run by run', 'time', 'processor time', 'peak memory'],
        [
          ['ESLint, all rules ÷ empty rules', ...ratios(strict, empty)],
          ['ESLint ÷ Oxlint, all rules', ...ratios(strict, ox)],
          ['ESLint, the least ÷ empty rules', ...ratios(leastOfESLint, empty)],
          ['ESLint, all rules ÷ Oxlint, the least', ...ratios(strict, leastOfOxlint)],
        ],
      ),
    ].join('\n\n'),
    bars: [
      {
        what: 'a whole run of all rules beyond as many empty rules',
        bar: '2 %',
        measured: percent(overEmpty - 1),
        met: overEmpty <= 1.02,
      },
      {
        what: 'Oxlint beside ESLint, all rules',
        bar: '8 times as fast',
        measured: `${faster.toFixed(1)} times`,
        met: faster >= 8,
      },
    ],
  };
}

/**
 * @param {string} plugin
 * @param {object} levels
 */
function oxlintrc(plugin, levels) {
  const off = { correctness: 'off' };
  return JSON.stringify({ categories: off, jsPlugins: [plugin], rules: levels });
}

/**
 * One run of each after another, so that a slow minute of the machine slows all of them. The
 * files are in the cache of the system by now.
 * @param {Readonly<Record<string, readonly string[]>>} runs
 * @param {number} rounds
 * @param {string} folder
 * @param {(done: number) => void} progress
 */
function alternate(runs, rounds, folder, progress) {
  /** @type {Record<string, Usage[]>} */
  const taken = {};
  for (let round = 0; round < rounds; round++) {
    const order = Object.entries(runs);
    if (round % 2) order.reverse();
    for (const [name, argv] of order) {
      const usage = usageOf(argv, folder);
      (taken[name] ??= []).push(usage);
      progress(1 / order.length);
    }
  }
  return Object.fromEntries(Object.keys(runs).map((name) => [name, taken[name] ?? []]));
}

/**
 * How many things a linter finds.
 * @param {readonly string[]} argv
 * @param {string} cwd
 * @returns {number}
 */
function findings(argv, cwd) {
  const { stdout } = spawnSync(process.execPath, [...argv, '-f', 'json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const report = JSON.parse(stdout);
  return Array.isArray(report)
    ? report.flatMap(({ messages }) => messages).length
    : report.diagnostics.length;
}

/**
 * The median of the ratios of the runs that stood beside each other.
 * @param {readonly Usage[]} these
 * @param {readonly Usage[]} those
 * @param {keyof Usage} what
 */
function ratio(these, those, what) {
  return median(these.map((usage, round) => usage[what] / (those[round]?.[what] ?? NaN)));
}

/**
 * @param {readonly Usage[]} these
 * @param {readonly Usage[]} those
 */
function ratios(these, those) {
  /** @type {(keyof Usage)[]} */
  const all = ['wall', 'processor', 'peak'];
  return all.map((what) => ratio(these, those, what).toFixed(3));
}

/**
 * @param {readonly Usage[]} usages
 * @param {'wall' | 'processor'} what
 */
function seconds(usages, what) {
  return `${(median(usages.map((usage) => usage[what])) / 1000).toFixed(2)} s`;
}

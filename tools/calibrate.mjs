// @ts-check
/**
 * Lints any checkout with `strict` and prints what to read:
 * `npm run calibrate -- <folder> [--rule <name>] [--excerpts <count>] [--context <lines>]`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import * as parser from '@typescript-eslint/parser';
import { SingleBar } from 'cli-progress';
import { Linter } from 'eslint';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string' },
    excerpts: { type: 'string', default: '5' },
    context: { type: 'string', default: '2' },
  },
});
const [folder] = positionals;
if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(
    folder === undefined
      ? 'Name the folder to lint: npm run calibrate -- <folder>'
      : `There is no folder ${folder}.`,
  );
  process.exit(1);
}

/** @type {typeof import('../dist/index.js')} */
const { default: gateway } = await import('../dist/index.js');
const only = values.rule?.replace('nestjs-gateway/', '');
if (only !== undefined && !Object.hasOwn(gateway.rules, only)) {
  console.error(`There is no rule ${only}.`);
  process.exit(1);
}

/** @typedef {{ file: string, finding: Linter.LintMessage, lines: readonly string[] }} Found */

const linter = new Linter();
const rules = Object.entries(gateway.configs.strict.rules).filter(
  ([name]) => only === undefined || name === `nestjs-gateway/${only}`,
);
const config = {
  ...gateway.configs.strict,
  // All of the folder, wherever a project keeps its gateways.
  files: ['**/*.{ts,mts,cts}'],
  languageOptions: { parser },
  linterOptions: { reportUnusedDisableDirectives: /** @type {const} */ ('off') },
  rules: Object.fromEntries(rules),
};

const files = [...sources(folder)].map((file) => relative(folder, file));

/** @type {Map<string, Found[]>} */
const found = new Map();
/** @type {string[]} */
const unparsed = [];
let lineCount = 0;
const bar = new SingleBar({ stopOnComplete: true, clearOnComplete: true });
bar.start(files.length, 0);
for (const file of files) {
  const code = readFileSync(join(folder, file), 'utf8');
  if (code.includes('@nestjs/')) lint(file, code);
  bar.increment();
}
bar.stop();

const excerpts = Number(values.excerpts);
for (const name of [...found.keys()].sort()) {
  const all = found.get(name) ?? [];
  const share = ((all.length / lineCount) * 1000).toFixed(1);
  console.log(`\n${name}: ${all.length} (${share} per 1,000 lines)`);
  for (const one of spread(all, excerpts)) console.log(excerpt(one));
}
const total = [...found.values()].reduce((sum, all) => sum + all.length, 0);
console.log(
  `\n${total} findings in ${lineCount} lines of files that import Nest, ${resolve(folder)}`,
);
if (unparsed.length > 0) console.log(`Not parsed:\n${unparsed.join('\n')}`);

/**
 * The TypeScript files of a folder, without what is installed, built or hidden.
 *
 * @param {string} path
 * @returns {Generator<string>}
 */
function* sources(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!/^\.|^(?:node_modules|dist)$/.test(entry.name)) yield* sources(inner);
    } else if (/(?<!\.d)\.[cm]?ts$/.test(entry.name)) yield inner;
  }
}

/**
 * Some of the findings, from the first to the last: neighbours are often alike.
 *
 * @param {readonly Found[]} all
 * @param {number} count
 */
function spread(all, count) {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(all.length, count) }, (_, index) => {
    return all[Math.floor(index * step)];
  }).filter((one) => one !== undefined);
}

/**
 * @param {string} file
 * @param {string} code
 */
function lint(file, code) {
  const lines = code.split('\n');
  lineCount += lines.length;
  for (const finding of linter.verify(code, config, file)) {
    const { ruleId } = finding;
    if (finding.fatal) unparsed.push(`${file}: ${finding.message}`);
    if (ruleId?.startsWith('nestjs-gateway/')) {
      const all = found.get(ruleId) ?? [];
      found.set(ruleId, [...all, { file, finding, lines }]);
    }
  }
}

/** @param {Found} one */
function excerpt({ file, finding: { line, column, endLine = line, message }, lines }) {
  const context = Number(values.context);
  const first = Math.max(1, line - context);
  const last = Math.min(lines.length, Math.min(endLine, line + 6) + context);
  const shown = lines
    .slice(first - 1, last)
    .map((text, index) => `${first + index === line ? '>' : ' '} ${first + index} | ${text}`);
  return `  ${file}:${line}:${column} ${message}\n${shown.map((text) => `    ${text}`).join('\n')}`;
}

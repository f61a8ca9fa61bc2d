// @ts-check
/**
 * Says what a mutation run came to, and lists what survived in `coverage/mutation/survivors.md`.
 * With `--write` it writes the result into the README of this folder. Fails below the bar.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { format, resolveConfig } from 'prettier';

const BAR = 90;
const REPORT = 'coverage/mutation/report.json';
const SURVIVORS = 'coverage/mutation/survivors.md';
const README = join(import.meta.dirname, 'README.md');

/** @typedef {{ line: number, column: number }} Place */
/** @typedef {{ status: string, mutatorName: string, replacement: string, location: { start: Place, end: Place } }} Mutant */
/** @typedef {{ source: string, mutants: Mutant[] }} File */
/** @typedef {{ file: string, source: string } & Mutant} Survivor */

/** @type {{ files: Record<string, File> }} */
const { files } = JSON.parse(readFileSync(REPORT, 'utf8'));

const FOUND = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

const mutants = Object.entries(files).flatMap(([file, { source, mutants: all }]) =>
  all.map((mutant) => ({ ...mutant, file, source })),
);
const judged = mutants.filter(({ status }) => FOUND.has(status) || MISSED.has(status));
const survivors = judged.filter(({ status }) => MISSED.has(status));
const score = scoreOf(judged);

writeFileSync(SURVIVORS, list(survivors));
if (process.argv.includes('--write')) await writeResult();
console.log(`${score} % of ${judged.length} mutants are found; ${SURVIVORS} has the others.`);
process.exitCode = Number(score) < BAR ? 1 : 0;

/** @param {readonly Mutant[]} some */
function scoreOf(some) {
  return ((100 * some.filter(({ status }) => FOUND.has(status)).length) / some.length).toFixed(1);
}

async function writeResult() {
  const result = [
    table(
      'folder',
      groupBy(judged, ({ file }) => dirname(file)),
    ),
    table(
      'mutation',
      groupBy(judged, ({ mutatorName }) => mutatorName),
    ),
    `In all ${judged.length} mutants, of which ${score} % are found.`,
  ].join('\n\n');
  const markers = /(<!-- begin result -->).*(<!-- end result -->)/s;
  const page = readFileSync(README, 'utf8').replace(markers, `$1\n\n${result}\n\n$2`);
  const style = await resolveConfig(README);
  writeFileSync(README, await format(page, { ...style, filepath: README }));
}

/**
 * @param {string} what
 * @param {ReadonlyMap<string, readonly Mutant[]>} groups
 */
function table(what, groups) {
  const rows = [...groups].sort(([a], [b]) => a.localeCompare(b));
  return [
    `| ${what} | mutants | found |`,
    '| --- | ---: | ---: |',
    ...rows.map(([name, some]) => `| ${name} | ${some.length} | ${scoreOf(some)} % |`),
  ].join('\n');
}

/** @param {readonly Survivor[]} some */
function list(some) {
  return [...groupBy(some, ({ file }) => file)]
    .map(([file, own]) => [`## ${file}`, '', ...own.map(line)].join('\n'))
    .join('\n\n');
}

/** @param {Survivor} survivor */
function line({ source, location: { start, end }, replacement }) {
  const lines = source.split('\n');
  const first = lines[start.line - 1] ?? '';
  const original =
    start.line === end.line
      ? first.slice(start.column - 1, end.column - 1)
      : `${first.slice(start.column - 1)} …`;
  const [code, mutated] = [original, replacement].map((text) => text.replace(/\s+/g, ' '));
  return `- ${start.line}:${start.column} \`${code}\` as \`${mutated}\``;
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOf
 */
function groupBy(items, keyOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

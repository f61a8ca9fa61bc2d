// @ts-check
/**
 * Says what a mutation run came to. Fails below the bar, and where the lists of what survives are not
 * up to date or lack a reason. `--write` brings them up to date, and after a run of everything the
 * README of this folder as well.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { missingFrom, readListing, unexplained, updated, writeListing } from './reasons.mjs';

const BAR = 90;
const REPORT = 'coverage/mutation/report.json';
const README = join(import.meta.dirname, 'README.md');

/** @typedef {{ line: number, column: number }} Place */
/** @typedef {{ status: string, mutatorName: string, replacement: string, location: { start: Place, end: Place } }} Mutant */
/** @typedef {{ source: string, mutants: Mutant[] }} File */

/** @type {{ files: Record<string, File> }} */
const { files } = JSON.parse(readFileSync(REPORT, 'utf8'));

const FOUND = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

const mutants = Object.entries(files).flatMap(([file, { source, mutants: all }]) =>
  all.map((mutant) => ({ ...mutant, file, source })),
);
const judged = mutants.filter(({ status }) => FOUND.has(status) || MISSED.has(status));
// The report has them in the order in which they were through, which is another one each time.
const survivors = judged.filter(({ status }) => MISSED.has(status)).sort(byPlace);
const ignored = mutants.filter(({ status }) => status === 'Ignored');
const score = scoreOf(judged);

const known = readListing();
const listing = updated(known, survivors.map(identity), Object.keys(files));
const todo = unexplained(listing);

const changes = [
  ...missingFrom(known, listing).map((survivor) => `new: ${survivor}`),
  ...missingFrom(listing, known).map((survivor) => `gone: ${survivor}`),
];

for (const change of changes) console.error(change);
if (process.argv.includes('--write')) {
  await writeListing(listing);
  if (isWhole()) await writeResult();
} else if (changes.length > 0) {
  console.error('The lists of what survives are not up to date: summary.mjs --write');
  process.exitCode = 1;
}
console.log(
  `${score} % of ${judged.length} mutants are found; ${survivors.length} survive, on ${todo.length} lines without a reason.`,
);
if (Number(score) < BAR || todo.length > 0) process.exitCode = 1;

/** Whether the run mutated every file that has a list. */
function isWhole() {
  return Object.keys(listing).every((file) => file in files);
}

/**
 * @param {Mutant} one
 * @param {Mutant} other
 */
function byPlace({ location: one, replacement }, { location: other, replacement: instead }) {
  return (
    one.start.line - other.start.line ||
    one.start.column - other.start.column ||
    one.end.line - other.end.line ||
    one.end.column - other.end.column ||
    replacement.localeCompare(instead)
  );
}

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
    `In all ${judged.length} mutants, of which ${score} % are found; ${ignored.length} are left out.`,
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

/**
 * How the lists tell a mutant.
 * @param {Mutant & { file: string, source: string }} mutant
 */
function identity({ file, source, location: { start, end }, replacement }) {
  const lines = source.split('\n');
  const first = lines[start.line - 1] ?? '';
  const original =
    start.line === end.line
      ? first.slice(start.column - 1, end.column - 1)
      : `${first.slice(start.column - 1)} …`;
  const [code, mutated] = [original, replacement].map((text) => text.replace(/\s+/g, ' '));
  return { file, line: first.trim(), change: `${code} → ${mutated}` };
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

// @ts-check
/**
 * The lists of what survives and why, a file for each folder of the source: `survivors/*.json`. A
 * mutant is known by its file, by the line of the source it begins in and by what it puts in place of
 * what, so that it is found again when lines move.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { format, resolveConfig } from 'prettier';

/** @typedef {{ file: string, line: string, change: string }} Survivor */
/** @typedef {{ line: string, mutants: string[], why: string }} Entry */
/** @typedef {Record<string, Entry[]>} Listing by the file of the source */

const FOLDER = join(import.meta.dirname, 'survivors');
/** What stands where nobody has given a reason. */
const NONE = '';
/** What a reason begins with. The README says what they mean. */
const KIND = /^(?:saves work|same|no such code|types|order|heuristic|cap|untried): \S/;

/**
 * What the lists say.
 * @returns {Listing}
 */
export function readListing() {
  mkdirSync(FOLDER, { recursive: true });
  /** @type {Listing[]} */
  const pages = readdirSync(FOLDER).map((page) =>
    JSON.parse(readFileSync(join(FOLDER, page), 'utf8')),
  );
  return Object.assign({}, ...pages);
}

/**
 * What the lists should say after a run: reasons stay, what survives no longer goes, and what is new
 * has no reason. Files that the run left out stay as they are, while they are there.
 * @param {Listing} known
 * @param {readonly Survivor[]} survivors
 * @param {readonly string[]} tried - the files that the run mutated
 * @returns {Listing}
 */
export function updated(known, survivors, tried) {
  const kept = Object.entries(known).filter(([file]) => !tried.includes(file) && existsSync(file));
  /** @type {Listing} */
  const listing = Object.fromEntries(kept);
  for (const { file, line, change } of survivors) {
    const entries = (listing[file] ??= []);
    let entry = entries.find((one) => one.line === line);
    if (!entry) {
      const why = known[file]?.find((one) => one.line === line)?.why ?? NONE;
      entry = { line, mutants: [], why };
      entries.push(entry);
    }
    if (!entry.mutants.includes(change)) entry.mutants.push(change);
  }
  return listing;
}

/**
 * The mutants of one listing that another has not.
 * @param {Listing} listing
 * @param {Listing} other
 */
export function missingFrom(listing, other) {
  const there = new Set(namesOf(listing));
  return namesOf(other).filter((name) => !there.has(name));
}

/** @param {Listing} listing */
function namesOf(listing) {
  return Object.entries(listing).flatMap(([file, entries]) =>
    entries.flatMap(({ line, mutants }) => mutants.map((mutant) => `${file}: ${line}: ${mutant}`)),
  );
}

/** @param {Listing} listing */
export async function writeListing(listing) {
  const style = await resolveConfig(FOLDER);
  rmSync(FOLDER, { recursive: true });
  mkdirSync(FOLDER);
  /** @type {Map<string, Listing>} */
  const pages = new Map();
  for (const file of Object.keys(listing).sort()) {
    const page = `${dirname(file).replace('src/', '').replaceAll('/', '-')}.json`;
    pages.set(page, { ...pages.get(page), [file]: listing[file] ?? [] });
  }
  for (const [page, files] of pages) {
    const path = join(FOLDER, page);
    writeFileSync(path, await format(JSON.stringify(files), { ...style, filepath: path }));
  }
}

/**
 * The entries that nobody has given a reason of a known kind for.
 * @param {Listing} listing
 * @returns {readonly (Entry & { file: string })[]}
 */
export function unexplained(listing) {
  return Object.entries(listing).flatMap(([file, entries]) =>
    entries.filter(({ why }) => !KIND.test(why)).map((entry) => ({ ...entry, file })),
  );
}

// @ts-check
/** Prints what importing the plugin adds to a process that has loaded ESLint. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'tsdown';

const ROUNDS = 15;
const PLUGIN = new URL('../dist/index.js', import.meta.url).href;

const PROBE = `
  await import('eslint');
  const start = performance.now();
  await import(process.argv[1]);
  console.log(performance.now() - start);
`;

await build({ logLevel: 'error' });

const folder = mkdtempSync(join(tmpdir(), 'import-time-'));
const emptyModule = join(folder, 'empty.mjs');
writeFileSync(emptyModule, '');

/** @type {number[]} */
const plugin = [];
/** @type {number[]} */
const empty = [];
for (let round = 0; round < ROUNDS; round++) {
  plugin.push(importTime(PLUGIN));
  empty.push(importTime(pathToFileURL(emptyModule).href));
}
rmSync(folder, { recursive: true });

console.log(`Import time, median of ${ROUNDS} processes that have loaded ESLint:`);
console.log(`  the plugin       ${median(plugin).toFixed(1)} ms`);
console.log(`  an empty module  ${median(empty).toFixed(1)} ms`);

/** @param {string} url */
function importTime(url) {
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', PROBE, url], {
      cwd: new URL('..', import.meta.url),
      encoding: 'utf8',
    }),
  );
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

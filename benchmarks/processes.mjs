// @ts-check
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const USAGE = new URL('usage.mjs', import.meta.url).href;

/**
 * What a process took: milliseconds by the clock and of processors, and bytes at its peak.
 * @typedef {{ wall: number, processor: number, peak: number }} Usage
 */

/**
 * What a script of Node.js takes. A linter that finds something ends with 1.
 * @param {readonly string[]} argv
 * @param {string} cwd
 * @returns {Usage}
 */
export function usageOf(argv, cwd) {
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, ['--import', USAGE, ...argv], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  const wall = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${argv.join(' ')} ended with ${status}`);
  return { wall, ...JSON.parse(output[3] ?? '') };
}

/**
 * What a script beside this one prints, read as JSON.
 * @param {string} script
 * @param {...string} argv
 */
export function probe(script, ...argv) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const output = execFileSync(process.execPath, ['--expose-gc', path, ...argv], {
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

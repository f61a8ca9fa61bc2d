// @ts-check
/** How what was measured is written down. */
import { cpus } from 'node:os';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * What a section of the benchmark hands back.
 * @typedef {object} Section
 * @property {string} title
 * @property {string} body - Markdown
 * @property {readonly Bar[]} bars
 */

/**
 * What was asked for, and what was measured.
 * @typedef {{ what: string, bar: string, measured: string, met: boolean }} Bar
 */

/**
 * A table in Markdown, its first column to the left and the others to the right.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {readonly Bar[]} bars */
export function barTable(bars) {
  return table(
    ['what', 'bar', 'measured', 'met'],
    bars.map(({ what, bar, measured, met }) => [what, bar, measured, met ? 'yes' : '**no**']),
  );
}

/** @param {number} ratio */
export function percent(ratio, digits = 1) {
  return `${(100 * ratio).toFixed(digits)} %`;
}

/** @param {number} time */
export function milliseconds(time) {
  if (time >= 1000) return `${(time / 1000).toFixed(2)} s`;
  return `${time.toFixed(time < 10 ? 2 : time < 100 ? 1 : 0)} ms`;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MB`;
}

/** @param {number} count */
export function whole(count) {
  return Math.round(count).toLocaleString('en-US');
}

/** The machine and the versions of everything that was measured. */
export function machine() {
  const [{ model = 'unknown processor' } = {}] = cpus();
  const packages = [
    'eslint',
    '@typescript-eslint/parser',
    'typescript',
    'oxlint',
    'typescript-eslint',
    '@darraghor/eslint-plugin-nestjs-typed',
  ].map((name) => `${name} ${versionOf(name)}`);
  const cores = `${cpus().length} × ${model.trim()}`;
  return `Measured on ${cores}, ${process.platform}, Node.js ${process.versions.node}, with ${packages.join(', ')}.`;
}

/** @param {string} name */
function versionOf(name) {
  const paths = require.resolve.paths(name) ?? [];
  for (const path of paths) {
    try {
      return require(`${path}/${name}/package.json`).version;
    } catch {
      // Not in this folder: in the next one up.
    }
  }
  return 'not installed';
}

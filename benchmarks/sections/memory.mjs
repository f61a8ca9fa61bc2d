// @ts-check
import { probe } from '../processes.mjs';
import { percent, table } from '../report.mjs';

export const title = 'Memory';

/**
 * What ESLint and the rules keep of a gateway while its file is linted.
 * @param {import('../run.mjs').Run} run
 */
export async function run({ quick, progress }) {
  const bar = progress(1);
  const { file, model } = probe('memory-probe.mjs', quick ? '50' : '500');
  bar(1);
  return {
    title,
    body: table(
      ['kept of a gateway of 134 lines', ''],
      [
        ['by ESLint: its text, tree, tokens and scopes', kilobytes(file)],
        ['by all rules beyond that', `${kilobytes(model)} (${percent(model / file)})`],
      ],
    ),
    bars: [],
  };
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} kB`;
}

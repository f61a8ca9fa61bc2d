// @ts-check
import { writeFileSync } from 'node:fs';

import { linearRegression } from 'simple-statistics';

import { floorOf, strict } from '../contenders.mjs';
import { corpus, giant } from '../corpus.mjs';
import { beyond, measure, together } from '../paired.mjs';
import { plot } from '../plot.mjs';
import { milliseconds, percent, table, whole } from '../report.mjs';

export const title = 'Growth';

const PLOT = new URL('../growth.svg', import.meta.url);
const floor = floorOf(strict);

/** @typedef {{ size: number, parse: number, rules: number }} Point */

/**
 * What all rules take as there are more gateways, and as a gateway is longer.
 * @param {import('../run.mjs').Run} run
 */
export async function run({ quick, write, progress }) {
  const gateways = (quick ? [10, 30, 100] : [100, 300, 1000, 3000]).map((size) => {
    return { size, files: corpus(size, 0) };
  });
  const lines = (quick ? [1000, 5000] : [1000, 5000, 20_000]).map((size) => {
    return { size, files: [giant(size)] };
  });
  const bar = progress(gateways.length + lines.length);
  /**
   * @param {readonly { size: number, files: import('../corpus.mjs').File[] }[]} sizes
   * @param {number} rounds
   */
  const points = async (sizes, rounds) => {
    /** @type {Point[]} */
    const all = [];
    for (const { size, files } of sizes) {
      const times = await measure(files, [floor, strict], rounds, bar);
      all.push({ size, parse: together(times.parse), rules: beyond(times, strict, floor) });
    }
    return all;
  };
  const byGateways = await points(gateways, quick ? 1 : 3);
  const byLines = await points(lines, quick ? 3 : 11);
  if (write) {
    writeFileSync(
      PLOT,
      plot([
        { title: 'Gateways of 134 lines, a file each', points: byGateways },
        { title: 'Lines of one gateway', points: byLines },
      ]),
    );
  }

  const longest = byLines.at(-1);
  const share = (longest?.rules ?? NaN) / (longest?.parse ?? NaN);
  return {
    title,
    body: [
      growthTable('gateways, a file each', byGateways),
      growthTable('lines of one gateway', byLines),
      '![The time for parsing and for the rules, over gateways and over lines](growth.svg)',
    ].join('\n\n'),
    bars: [
      growthBar('growth in gateways', byGateways),
      growthBar('growth in the length of a file', byLines),
      {
        what: `all rules on a gateway of ${whole(longest?.size ?? 0)} lines`,
        bar: '5 % of parsing',
        measured: percent(share),
        met: share <= 0.05,
      },
    ],
  };
}

/**
 * @param {string} what
 * @param {readonly Point[]} points
 */
function growthTable(what, points) {
  return table(
    [what, ...points.map(({ size }) => whole(size)), 'exponent'],
    [
      [
        'parsing',
        ...points.map(({ parse }) => milliseconds(parse)),
        exponent(points, ({ parse }) => parse).toFixed(2),
      ],
      [
        'all rules beyond as many empty rules',
        ...points.map(({ rules }) => milliseconds(rules)),
        exponent(points, ({ rules }) => rules).toFixed(2),
      ],
      ['their share of parsing', ...points.map(({ rules, parse }) => percent(rules / parse)), ''],
    ],
  );
}

/**
 * @param {string} what
 * @param {readonly Point[]} points
 */
function growthBar(what, points) {
  const measured = exponent(points, ({ rules }) => rules);
  return { what, bar: 'linear: exponent 1.1', measured: measured.toFixed(2), met: measured <= 1.1 };
}

/**
 * The power of the size that the time grows with: 1 where it is in proportion.
 * @param {readonly Point[]} points
 * @param {(point: Point) => number} time
 */
function exponent(points, time) {
  return linearRegression(points.map((point) => [Math.log(point.size), Math.log(time(point))])).m;
}

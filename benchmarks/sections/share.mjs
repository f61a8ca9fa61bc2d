// @ts-check
import { contenders, floorOf, strict } from '../contenders.mjs';
import { corpus, plainFiles } from '../corpus.mjs';
import { leastFor } from '../least.mjs';
import { beyond, measure, together } from '../paired.mjs';
import { milliseconds, percent, table } from '../report.mjs';

export const title = 'A file';

const floor = floorOf(strict);
/** How far two measurements of the same are apart. */
const again = { ...floor, name: 'the same empty rules again: the error' };

/**
 * What every contender takes to lint a file beyond its empty rules, as a share of parsing it.
 * @param {import('../run.mjs').Run} run
 */
export async function run({ quick, progress }) {
  const size = quick ? 20 : 100;
  const kinds = {
    'a gateway': corpus(size, 0),
    'another Nest file': corpus(0, size),
    'a file without Nest': plainFiles(size),
  };
  const floors = contenders.map((contender) => floorOf(contender));
  const least = await leastFor(Object.values(kinds).flat());
  const everyone = new Map([...contenders, ...floors, least, again].map((one) => [one.name, one]));
  const bar = progress(Object.keys(kinds).length);
  /** @type {{ times: import('../paired.mjs').Times, parse: number, count: number }[]} */
  const columns = [];
  for (const files of Object.values(kinds)) {
    const times = await measure(files, [...everyone.values()], quick ? 3 : 9, bar);
    columns.push({ times, parse: together(times.parse), count: files.length });
  }

  /** @param {import('../contenders.mjs').Contender} contender */
  const shares = (contender) =>
    columns.map(({ times, parse }) => beyond(times, contender, floorOf(contender)) / parse);
  const [gateway = NaN, , plain = NaN] = shares(strict);
  return {
    title,
    body: table(
      ['', 'rules', ...Object.keys(kinds)],
      [
        ['parsing', '', ...columns.map(({ parse, count }) => milliseconds(parse / count))],
        [
          floor.name,
          '',
          ...columns.map(({ times, count }) =>
            milliseconds(together(times.lint.get(floor.name) ?? []) / count),
          ),
        ],
        ...[...contenders, least, again].map((contender) => [
          contender.name,
          String(contender.count),
          ...shares(contender).map((share) => percent(share)),
        ]),
      ],
    ),
    bars: [
      {
        what: 'all rules on a gateway beyond as many empty rules',
        bar: '5 % of parsing',
        measured: percent(gateway),
        met: gateway <= 0.05,
      },
      {
        what: 'all rules on a file without Nest beyond as many empty rules',
        bar: 'nothing: 0.5 % of parsing is the error',
        measured: percent(plain),
        met: plain <= 0.005,
      },
    ],
  };
}

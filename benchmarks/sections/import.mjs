// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { median } from 'simple-statistics';

import { probe } from '../processes.mjs';
import { megabytes, milliseconds, table } from '../report.mjs';
import { folder, moduleUrl } from '../scratch.mjs';

export const title = 'Importing';

/**
 * What importing a plugin adds to a process that has loaded ESLint and its parser for TypeScript.
 * @param {import('../run.mjs').Run} run
 */
export async function run({ quick, progress }) {
  const scratch = folder({ 'empty.mjs': '' });
  const modules = {
    'an empty module': pathToFileURL(join(scratch, 'empty.mjs')).href,
    'nestjs-gateway': moduleUrl('../dist/index.js'),
    'typescript-eslint': 'typescript-eslint',
    '@darraghor/nestjs-typed': '@darraghor/eslint-plugin-nestjs-typed',
  };
  const rounds = quick ? 3 : 25;
  const bar = progress(rounds);
  const names = Object.keys(modules);
  /** @type {Record<string, { time: number, bytes: number }[]>} */
  const costs = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, url] of Object.entries(modules)) {
      costs[name]?.push(probe('import-probe.mjs', url));
      bar(1 / names.length);
    }
  }

  const rows = Object.entries(modules).map(([name, url]) => ({
    name,
    time: median(costs[name]?.map(({ time }) => time) ?? []),
    bytes: Math.max(0, median(costs[name]?.map(({ bytes }) => bytes) ?? [])),
    modules: Number(probe('import-probe.mjs', url, '--modules').modules),
  }));
  const [empty, own] = rows;
  const beyond = (own?.time ?? NaN) - (empty?.time ?? NaN);
  return {
    title,
    body: table(
      ['', 'time', 'heap', 'modules'],
      rows.map((row) => [
        row.name,
        milliseconds(row.time),
        megabytes(row.bytes),
        String(row.modules),
      ]),
    ),
    bars: [
      {
        what: 'importing the plugin beyond an empty module',
        bar: '8 ms',
        measured: milliseconds(beyond),
        met: beyond <= 8,
      },
      {
        what: 'modules that importing it loads',
        bar: '1',
        measured: String(own?.modules),
        met: own?.modules === 1,
      },
    ],
  };
}

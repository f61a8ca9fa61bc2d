// @ts-check
/**
 * What the plugin costs: `npm run bench [-- <section> …] [--quick] [--write]`. See README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { SingleBar } from 'cli-progress';
import { format } from 'prettier';

import { barTable, machine } from './report.mjs';

/**
 * How a section is to measure.
 * @typedef {object} Run
 * @property {boolean} quick - to see that it works: too few rounds for numbers to quote
 * @property {boolean} write - writes the files that the page shows
 * @property {(steps: number) => (done: number) => void} progress - starts a line of progress
 */

const README = new URL('README.md', import.meta.url);
const SECTIONS = ['share', 'import', 'growth', 'memory', 'process', 'editor'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !SECTIONS.includes(name));
if (unknown.length > 0) fail(`There is no section ${unknown.join(', ')}: ${SECTIONS.join(', ')}.`);
if (values.write && (values.quick || positionals.length > 0)) {
  fail('What is written is one whole run: leave out --quick and the sections.');
}

/** @type {import('./report.mjs').Section[]} */
const parts = [];
for (const name of positionals.length > 0 ? positionals : SECTIONS) {
  /** @type {{ title: string, run(run: Run): Promise<import('./report.mjs').Section> }} */
  const section = await import(`./sections/${name}.mjs`);
  const bar = new SingleBar({
    format: `${section.title} {bar} {percentage} %`,
    clearOnComplete: true,
  });
  const part = await section.run({
    quick: values.quick,
    write: values.write,
    progress(steps) {
      bar.start(steps, 0);
      let done = 0;
      return (step) => bar.update((done += step));
    },
  });
  bar.stop();
  parts.push(part);
  await print(`## ${part.title}\n\n${part.body}`);
}
const bars = barTable(parts.flatMap((part) => part.bars));
await print(`## Bars\n\n${bars}\n\n${machine()}`);
if (values.write) await write();

/** Writes the run between the markers of the page. */
async function write() {
  const [before, after] = readFileSync(README, 'utf8').split(
    /(?<=<!-- begin measured -->\n)[^]*(?=<!-- end measured -->)/,
  );
  if (before === undefined || after === undefined) throw new Error('README.md has no markers.');
  const sections = parts.map(({ title, body }) => `### ${title}\n\n${body}`);
  const text = [before, machine(), bars, ...sections, after].join('\n\n');
  writeFileSync(README, await format(text, { parser: 'markdown' }));
}

/** @param {string} markdown */
async function print(markdown) {
  console.log(`\n${await format(markdown, { parser: 'markdown' })}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}

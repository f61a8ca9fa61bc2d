// @ts-check
/**
 * Prints the lines of the lists that lack a reason, with the source around them: all, or those of the
 * files and folders that are named.
 */
import { existsSync, readFileSync } from 'node:fs';
import { styleText } from 'node:util';

import { readListing, unexplained } from './reasons.mjs';

/** How many lines of the source are printed before and after. */
const AROUND = 3;

const named = process.argv.slice(2);
const todo = unexplained(readListing()).filter(
  ({ file }) =>
    existsSync(file) && (named.length === 0 || named.some((start) => file.startsWith(start))),
);
for (const { file, line, mutants, why } of todo) {
  for (const place of placesOf(file, line)) console.log(place);
  console.log([...mutants.map((mutant) => `  ${mutant}`), why && `  why: ${why}`, ''].join('\n'));
}
console.log(`${todo.length} lines`);

/**
 * Where a line stands, which may be more than once.
 * @param {string} file
 * @param {string} line
 */
function placesOf(file, line) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((text, index) => {
    if (text.trim() !== line) return [];
    const first = Math.max(0, index - AROUND);
    const around = lines
      .slice(first, index + AROUND + 1)
      .map((near, offset) => (first + offset === index ? styleText('bold', near) : near));
    return [styleText('cyan', `${file}:${index + 1}`), ...around];
  });
}

// @ts-check
/**
 * What the rules keep of a gateway for as long as its file is kept, in bytes:
 * `node --expose-gc memory-probe.mjs <gateways>`.
 */
import { Linter } from 'eslint';

import { floorOf, strict } from './contenders.mjs';
import { corpus } from './corpus.mjs';
import { parse, prepare, sourceCode } from './paired.mjs';

const count = Number(process.argv[2]);
const linter = new Linter();

// What is compiled and remembered once, whatever the files are.
await lintAll(files(10, 1), strict);

const empty = heap();
const kept = files(count, 42);
await lintAll(kept, floorOf(strict));
const before = heap();
await lintAll(kept, strict);
const after = heap();
console.log(
  JSON.stringify({ file: (before - empty) / kept.length, model: (after - before) / kept.length }),
);

/**
 * @param {number} gateways
 * @param {number} seed
 */
function files(gateways, seed) {
  return corpus(gateways, 0, seed).map(({ name, code }) => {
    return { filename: name, source: sourceCode(code, parse(code)) };
  });
}

/**
 * @param {ReturnType<typeof files>} all
 * @param {import('./contenders.mjs').Contender} contender
 */
async function lintAll(all, contender) {
  const { config } = await prepare(contender);
  for (const { filename, source } of all) linter.verify(source, config, { filename });
}

function heap() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

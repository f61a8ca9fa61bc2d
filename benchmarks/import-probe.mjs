// @ts-check
/**
 * Imports a module into a process that has loaded ESLint and its parser for TypeScript, and prints
 * what that took: `node --expose-gc import-probe.mjs <url> [--modules]`.
 */
import { Session } from 'node:inspector';

import '@typescript-eslint/parser';
import 'eslint';

const [url = '', counts] = process.argv.slice(2);
const result = counts ? { modules: await modules() } : await cost();
console.log(JSON.stringify(result));

/** Time in milliseconds and bytes of heap. */
async function cost() {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const imported = await import(url);
  const time = performance.now() - start;
  globalThis.gc?.();
  return { time, bytes: process.memoryUsage().heapUsed - before, imported: typeof imported };
}

/** How many modules are loaded: what the engine parses from files. */
async function modules() {
  const session = new Session();
  session.connect();
  /** @type {Set<string>} */
  const parsed = new Set();
  session.on('Debugger.scriptParsed', ({ params }) => parsed.add(params.url));
  session.post('Debugger.enable');
  const before = parsed.size;
  await import(url);
  session.post('Debugger.disable');
  return parsed.size - before;
}

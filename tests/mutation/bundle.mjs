// @ts-check
/**
 * Bundles the tests of the rules and of the model with the source they try, for the mutation runner:
 * mutants are switched on in a bundle that is loaded once. It is a script, since a module that is loaded
 * anew keeps the old one in memory.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { build } from 'tsdown';

const OUTCOME = join(import.meta.dirname, 'outcome.ts');
const RECORDER = join(import.meta.dirname, 'recorder.ts');
const TESTS = join(import.meta.dirname, '..');
const FOLDERS = ['rules', 'rule', 'ast', 'fix', 'gateway'];
const ENTRY = 'virtual:cases';
const PARSER = 'virtual:parser';

/**
 * A parser that reads a text once, however often a case is run and the bundle is loaded; twice if a
 * case asks twice.
 */
const REMEMBERING = `import * as parser from '@typescript-eslint/parser';
const known = globalThis.__parsed__ ??= new Map();
let asked = new Map();
let asking = epoch;
export * from '@typescript-eslint/parser';
export function parseForESLint(code, options) {
  if (asking !== epoch) [asked, asking] = [new Map(), epoch];
  const count = asked.get(code) ?? 0;
  asked.set(code, count + 1);
  const key = JSON.stringify([code, options, count]);
  if (!known.has(key)) known.set(key, parser.parseForESLint(code, options));
  return known.get(key);
}`;

/** Stands in for `WeakMap` in the bundle, so that what the plugin has kept of a file can be dropped. */
const FORGETFUL = `let epoch = 0;
const Native = globalThis.WeakMap;
class WeakMap {
  #map = new Native();
  #epoch = epoch;
  get #current() {
    if (this.#epoch !== epoch) [this.#map, this.#epoch] = [new Native(), epoch];
    return this.#map;
  }
  get(key) { return this.#current.get(key); }
  has(key) { return this.#current.has(key); }
  set(key, value) { this.#current.set(key, value); return this; }
}`;

await build({
  config: false,
  entry: { cases: ENTRY },
  outDir: 'coverage/mutation',
  clean: false,
  dts: false,
  format: 'cjs',
  platform: 'node',
  skipNodeModulesBundle: true,
  // The package says that its modules have no effects; the tests have.
  treeshake: false,
  outExtensions: () => ({ js: '.cjs' }),
  logLevel: 'error',
  banner: FORGETFUL,
  plugins: [
    {
      name: 'cases',
      resolveId: (id, importer) => {
        if (id === ENTRY) return id;
        if (id === '@typescript-eslint/parser' && importer !== PARSER) return PARSER;
        return id === '@typescript-eslint/rule-tester' || id === 'vitest' ? RECORDER : undefined;
      },
      load: (id) => (id === ENTRY ? entry() : id === PARSER ? REMEMBERING : undefined),
      // Tests look for their fixtures from where they stand.
      transform: (code, id) => code.replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
    },
  ],
});

/** A module that runs the files of the tests, which records their cases. */
function entry() {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(TESTS, folder, file)),
  );
  return [
    ...files.map((file) => `import ${JSON.stringify(file)};`),
    `export * from ${JSON.stringify(OUTCOME)};`,
    'export const forget = () => { epoch++; };',
  ].join('\n');
}

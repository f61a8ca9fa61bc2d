import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const here = (file: string) => join(import.meta.dirname, file);

/** What is left out of the bundle, and what is there in its place. */
const STAND_INS: readonly (readonly [module: RegExp, text: string])[] = [
  // ESLint's own rules, and the globals of TypeScript's libraries: nothing here asks for them.
  [/\/eslint\/lib\/rules\/index\.js$/, 'module.exports = new Map();'],
  [/\/scope-manager\/dist\/lib\/index\.js$/, 'exports.lib = new Map();'],
  // The parser and the scopes of plain JavaScript: the site brings those of TypeScript.
  [
    /\/node_modules\/espree\//,
    'exports.latestEcmaVersion = 17; exports.supportedEcmaVersions = [];',
  ],
  [/\/node_modules\/eslint-scope\//, ''],
  [
    /\/node_modules\/debug\//,
    'module.exports = () => Object.assign(() => {}, { enabled: false });',
  ],
  [/^\0node:path$/, 'export const extname = () => ".ts";'],
  [
    /\/eslint\/lib\/shared\/ajv\.js$/,
    `module.exports = require(${JSON.stringify(here('ajv.ts'))}).default;`,
  ],
];

/** The modules that another is loaded for. */
const OTHERS: Readonly<Record<string, string>> = {
  'node:path': '\0node:path',
  '@eslint/config-array': here('config-array.ts'),
  // ESLint requires it, and would be given the ES module, which has no `parse` of its own.
  esquery: require.resolve('esquery/dist/esquery.min.js'),
};

/** Lets ESLint's `Linter` be bundled for a browser, without what a page has no use for. */
export function eslintInBrowser(): Plugin {
  return {
    name: 'eslint-in-browser',
    enforce: 'pre',
    resolveId: (id) => OTHERS[id],
    load: (id) => STAND_INS.find(([module]) => module.test(id))?.[1],
  };
}

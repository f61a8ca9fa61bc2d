// @ts-check
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { median, quantile } from 'simple-statistics';
import { unrun } from 'unrun';

import gateway from '../../dist/index.js';
import { giant } from '../corpus.mjs';
import { milliseconds, table, whole } from '../report.mjs';
import { folder, moduleUrl, project } from '../scratch.mjs';

/** @typedef {import('../../tests/matrix/language-client.ts').LanguageClient} LanguageClient */

export const title = 'An editor';

const SERVERS = fileURLToPath(new URL('../../tests/matrix/eslint-server.ts', import.meta.url));
const FILE = 'chat.gateway.ts';

const CONFIGS = {
  'as many empty rules': `import { emptyRules } from '${moduleUrl('empty-rules.mjs')}';
const rules = emptyRules(${Object.keys(gateway.rules).length});`,
  'all rules': `import gateway from '${moduleUrl('../dist/index.js')}';
const rules = gateway.configs.strict;`,
};

/**
 * From a keystroke to the findings, through ESLint's language server for VS Code.
 * @param {import('../run.mjs').Run} run
 */
export async function run({ quick, progress }) {
  /** @type {{ module: typeof import('../../tests/matrix/eslint-server.ts') }} */
  const { module: servers } = await unrun({ path: SERVERS });
  // It is not among the packages of this repository: the tests that use it fetch it as well.
  const home = folder({});
  execFileSync('npm', [
    'install',
    '--prefix',
    home,
    '--no-audit',
    '--no-fund',
    servers.ESLINT_SERVER,
  ]);
  const lengths = quick ? [134] : [134, 1000];
  const strokes = quick ? 5 : 40;
  const bar = progress(lengths.length);
  const rows = [];
  for (const length of lengths) {
    const { code } = giant(length);
    const editors = await Promise.all(
      Object.entries(CONFIGS).map(async ([name, config]) => {
        return {
          name,
          client: await open(servers, home, config, code),
          times: /** @type {number[]} */ ([]),
        };
      }),
    );
    // The first of them warm the server up.
    for (let stroke = -strokes; stroke < strokes; stroke++) {
      for (const { client, times } of editors) {
        const time = await type(client, `${code}// ${stroke}\n`);
        if (stroke >= 0) times.push(time);
      }
      bar(1 / (2 * strokes));
    }
    for (const { name, client, times } of editors) {
      rows.push([
        `a gateway of ${whole(length)} lines, ${name}`,
        whole(client.diagnostics.length),
        milliseconds(median(times)),
        milliseconds(quantile(times, 0.95)),
      ]);
      client.close();
    }
  }
  return {
    title,
    body: table(['from a change to its diagnostics', 'findings', 'median', '95 of 100'], rows),
    bars: [],
  };
}

/**
 * @param {LanguageClient} client
 * @param {string} text
 */
async function type(client, text) {
  const start = performance.now();
  client.change(text);
  await client.pullDiagnostics();
  return performance.now() - start;
}

/**
 * @param {typeof import('../../tests/matrix/eslint-server.ts')} servers
 * @param {string} home
 * @param {string} config
 * @param {string} code
 */
async function open({ startESLintServer }, home, config, code) {
  const scratch = project({
    [FILE]: code,
    'package.json': '{ "type": "module" }',
    'eslint.config.js': `import * as parser from '@typescript-eslint/parser';
${config}
export default [{ ...rules, languageOptions: { parser } }];`,
  });
  const client = startESLintServer(home, scratch, FILE);
  await client.open(code);
  return client;
}

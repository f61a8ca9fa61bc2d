// @ts-check
/** The least that rules with the same findings can take. */
import { Linter } from 'eslint';

import gateway from '../dist/index.js';
import { strict } from './contenders.mjs';
import { leastRules } from './least-rules.mjs';
import { parse, prepare, sourceCode } from './paired.mjs';

/** @typedef {import('./corpus.mjs').File} File */

/**
 * @param {readonly File[]} files
 * @returns {Promise<import('./contenders.mjs').Contender>}
 */
export async function leastFor(files) {
  const findings = await findingsIn(files);
  return {
    name: 'a walk and the findings of `strict`, and no question: the least',
    count: findings.names.length,
    config: [
      {
        files: ['**/*.ts'],
        plugins: { least: { rules: leastRules(findings) } },
        rules: Object.fromEntries(findings.names.map((name) => [`least/${name}`, 'error'])),
      },
    ],
  };
}

/**
 * What the plugin finds.
 * @param {readonly File[]} files
 * @returns {Promise<import('./least-rules.mjs').Findings>}
 */
export async function findingsIn(files) {
  const { config } = await prepare(strict);
  const linter = new Linter();
  const names = Object.keys(gateway.rules);
  /** @type {import('./least-rules.mjs').Findings['files']} */
  const found = {};
  for (const { name: filename, code } of files) {
    const messages = linter.verify(sourceCode(code, parse(code)), config, { filename });
    if (messages.length === 0) continue;
    found[code] = Object.fromEntries(
      names.map((name) => [
        name,
        messages
          .filter(({ ruleId }) => ruleId === `nestjs-gateway/${name}`)
          .map((message) => ({ message: message.message, loc: locOf(message) })),
      ]),
    );
  }
  return { names, files: found };
}

/**
 * @param {Linter.LintMessage} message
 * @returns {import('eslint').AST.SourceLocation}
 */
function locOf({ line, column, endLine = line, endColumn = column }) {
  return { start: { line, column: column - 1 }, end: { line: endLine, column: endColumn - 1 } };
}

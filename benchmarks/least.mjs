// @ts-check
/** The least that rules with the same findings can take: they ask nothing. */
import { Linter } from 'eslint';

import gateway from '../dist/index.js';
import { strict } from './contenders.mjs';
import { parse, prepare, sourceCode } from './paired.mjs';

/** @typedef {import('eslint').Rule.RuleModule} RuleModule */
/** @typedef {Map<string, readonly Linter.LintMessage[]>} FoundByRule */

/**
 * As many rules as the plugin has. They report what its rules find in some files, the first of them
 * walks the file once, and that is all.
 * @param {readonly import('./corpus.mjs').File[]} files
 * @returns {Promise<import('./contenders.mjs').Contender>}
 */
export async function leastFor(files) {
  const found = await findingsIn(files);
  const names = Object.keys(gateway.rules);
  const rules = names.map((name, index) => [
    name,
    /** @type {RuleModule} */ ({
      meta: { schema: [] },
      create: (context) => ({
        Program() {
          const { ast, text, visitorKeys } = context.sourceCode;
          const ofFile = found.get(text);
          if (ofFile && index === 0) walk(ast, visitorKeys);
          for (const { message, ...place } of ofFile?.get(name) ?? []) {
            context.report({ loc: locOf(place), message });
          }
        },
      }),
    }),
  ]);
  return {
    name: 'a walk and the findings of `strict`, and no question: the least',
    count: names.length,
    config: [
      {
        files: ['**/*.ts'],
        plugins: { least: { rules: Object.fromEntries(rules) } },
        rules: Object.fromEntries(names.map((name) => [`least/${name}`, 'error'])),
      },
    ],
  };
}

/**
 * What the plugin finds, by the text of the file and by the rule.
 * @param {readonly import('./corpus.mjs').File[]} files
 */
async function findingsIn(files) {
  const { config } = await prepare(strict);
  const linter = new Linter();
  /** @type {Map<string, FoundByRule>} */
  const found = new Map();
  for (const { name, code } of files) {
    const messages = linter.verify(sourceCode(code, parse(code)), config, { filename: name });
    if (messages.length === 0) continue;
    found.set(
      code,
      new Map(
        Object.keys(gateway.rules).map((rule) => [
          rule,
          messages.filter(({ ruleId }) => ruleId === `nestjs-gateway/${rule}`),
        ]),
      ),
    );
  }
  return found;
}

/**
 * @param {import('estree').Node} root
 * @param {import('eslint').SourceCode.VisitorKeys} visitorKeys
 */
function walk(root, visitorKeys) {
  /** @type {Map<string, import('estree').Node[]>} */
  const byType = new Map();
  const pending = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (!node) continue;
    const others = byType.get(node.type);
    if (others) others.push(node);
    else byType.set(node.type, [node]);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = Reflect.get(node, key);
      if (Array.isArray(child)) for (const one of child) pending.push(one);
      else if (child) pending.push(child);
    }
  }
}

/** @param {Pick<Linter.LintMessage, 'line' | 'column' | 'endLine' | 'endColumn'>} place */
function locOf({ line, column, endLine = line, endColumn = column }) {
  return { start: { line, column: column - 1 }, end: { line: endLine, column: endColumn - 1 } };
}

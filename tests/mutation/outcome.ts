import { resolve } from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { ESLint, Linter, SourceCode } from 'eslint';

import { cases as ruleCases, unitTests, type RuleCase, type UnitTest } from './recorder.ts';

/** The cases of the rules' tests, and the tests of the model behind them. */
export const cases: readonly (RuleCase | UnitTest)[] = [...ruleCases, ...unitTests];

interface Prepared {
  readonly sourceCode: SourceCode;
  readonly config: Linter.Config;
}

const PLACE = ['line', 'column', 'endLine', 'endColumn'] as const;
const linter = new Linter();
/** What is ready for the cases, by their ids: it outlives the bundle, which may be loaded anew. */
const prepared = ((globalThis as { __prepared__?: Map<string, Prepared> }).__prepared__ ??=
  new Map());

/** What a case comes out as; a mutant that changes it is found. */
export async function outcomeOf(given: RuleCase | UnitTest): Promise<string> {
  if ('rule' in given) return findingsIn(given);
  await given.run();
  return 'passed';
}

/**
 * What a rule finds in a case, as text: as much of it as the rule tester compares with what the case
 * says. A case is parsed and its configuration checked once, however often it is linted; options and
 * settings are copies, since the plugin remembers what it has read of them.
 */
async function findingsIn(given: RuleCase): Promise<string> {
  let ready = prepared.get(given.id);
  if (ready === undefined) {
    ready = { sourceCode: parse(given), config: await configOf(given) };
    prepared.set(given.id, ready);
  }
  const { sourceCode } = ready;
  const { rules, settings } = ready.config;
  const config: Linter.Config = Object.assign(Object.create(ready.config), {
    ...structuredClone({ rules, settings }),
    getRuleDefinition: definitionsOf(given),
  });
  const messages = linter.verify(sourceCode, asArray(config), { filename: given.file });
  const findings = messages.map(({ messageId, message, fix, suggestions, ...place }, index) => {
    const expected = given.errors[index] ?? {};
    return {
      messageId,
      message: messageId === undefined ? message : compared(message, expected),
      place: PLACE.filter((key) => key in expected).map((key) => place[key]),
      fix,
      suggestions: suggestions?.map((suggestion, at) => [
        suggestion.messageId,
        compared(suggestion.desc, asList(expected['suggestions'])[at]),
        suggestion.fix,
      ]),
    };
  });
  return JSON.stringify(findings);
}

/** All of a message if the case says what stands in it, else the places that nobody filled in. */
function compared(message: string, expected: unknown): unknown {
  const isSaid = typeof expected === 'object' && expected !== null && 'data' in expected;
  return isSaid ? message : message.match(/\{\{[^{}]*\}\}/g);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function parse({ code: text, file: filePath, parserOptions }: RuleCase): SourceCode {
  const { ast, scopeManager, services, visitorKeys } = parser.parseForESLint(text, {
    ...parserOptions,
    filePath,
    comment: true,
    loc: true,
    range: true,
    tokens: true,
    sourceType: 'module',
  });
  const parts = { text, ast, scopeManager, parserServices: services, visitorKeys };
  return new SourceCode(parts as unknown as SourceCode.Config);
}

/** The configuration for a case as ESLint's command reads it, defaults of the rule included. */
async function configOf(given: RuleCase): Promise<Linter.Config> {
  const { rule, file, options, settings } = given;
  const eslint = new ESLint({
    cwd: '/',
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.{ts,tsx,mts,cts,js}'],
      plugins: { tried: { rules: { [rule.name]: rule as never } } },
      rules: { [`tried/${rule.name}`]: ['error', ...options] },
      settings,
    },
  });
  return (await eslint.calculateConfigForFile(resolve('/', file))) as Linter.Config;
}

/** A configuration knows the rule that it was read with; the case may be of a bundle loaded since. */
function definitionsOf({ rule }: RuleCase) {
  return (id: string) => (id === `tried/${rule.name}` ? rule : undefined);
}

/** What `Linter` takes for an array of configurations that ESLint has read. */
function asArray(config: Linter.Config): Linter.Config[] {
  return Object.assign([], { getConfig: () => config });
}

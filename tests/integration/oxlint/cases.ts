import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { vi } from 'vitest';

import type { GatewayRule } from '../../../src/rule/create-rule.ts';
import { samples } from '../../laws/corpus.ts';

/** A file to lint, and how. */
export interface Case {
  /** Where it stands, for the message of a failure. */
  readonly place: string;
  readonly file: string;
  readonly code: string;
  /** The rule that the options are for. */
  readonly rule?: string;
  readonly options?: unknown;
  readonly settings?: unknown;
}

interface RuleTestCase {
  readonly code: string;
  readonly filename?: string;
  readonly options?: readonly unknown[];
  readonly settings?: Readonly<Record<string, unknown>>;
}

interface RuleTest {
  readonly valid: readonly (string | RuleTestCase)[];
  readonly invalid: readonly RuleTestCase[];
}

/** Stands in for the rule tester: it keeps the cases instead of running them. */
const tester = vi.hoisted(() => {
  const cases: Case[] = [];
  class RuleTester {
    run(title: string, { name: rule }: GatewayRule, { valid, invalid }: RuleTest): void {
      for (const [index, given] of [...valid, ...invalid].entries()) {
        const test = typeof given === 'string' ? { code: given } : given;
        cases.push({
          place: `${title}, case ${index + 1}`,
          file: test.filename ?? 'chat.gateway.ts',
          code: test.code,
          rule,
          options: test.options?.[0],
          settings: test.settings?.['nestjs-gateway'],
        });
      }
    }
  }
  return { cases, RuleTester };
});
vi.mock('@typescript-eslint/rule-tester', () => ({ RuleTester: tester.RuleTester }));
// The cases are linted without types here, so no program is loaded for them.
vi.mock('../../rules/typed-rule-tester.ts', () => ({
  typedRuleTester: new tester.RuleTester(),
  looseRuleTester: new tester.RuleTester(),
}));

/** The cases of the rules' tests, those that have types to ask included. */
export async function readRuleTests(): Promise<readonly Case[]> {
  const files = readdirSync('tests/rules').filter((file) => file.endsWith('.test.ts'));
  for (const file of files) await import(`../../rules/${file.replace('.test.ts', '')}.test.ts`);
  return tester.cases;
}

/** The blocks of the rules' pages. */
export const docsBlocks: readonly Case[] = samples;

/** The files of the examples. */
export function readExamples(): readonly Case[] {
  return readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/node_modules|dist/.test(path))
    .map((path) => ({
      place: `examples/${path}`,
      file: basename(path),
      code: readFileSync(join('examples', path), 'utf8'),
    }));
}

import babel from '@babel/eslint-parser';
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';

import plugin from '../../src/index.ts';

/** Every rule, with all that `strict` asks. */
const strict = plugin.configs.strict.rules as Linter.RulesRecord;

export const parsers = ['typescript', 'babel'] as const;
export type ParserName = (typeof parsers)[number];

const languages: Readonly<Record<ParserName, Linter.LanguageOptions>> = {
  typescript: { parser: typescript },
  babel: {
    parser: babel as Linter.Parser,
    parserOptions: {
      requireConfigFile: false,
      babelOptions: {
        babelrc: false,
        configFile: false,
        parserOpts: {
          plugins: ['typescript', 'decorators-legacy', 'decoratorAutoAccessors'],
          allowReturnOutsideFunction: true,
          errorRecovery: true,
        },
      },
    },
  },
};

const linter = new Linter();

/** What became of a file. */
export interface Outcome {
  readonly messages: readonly Linter.LintMessage[];
  /** Why the parser, or ESLint without any rule, could not do with the file. */
  readonly refused?: string;
  /** What a rule threw. */
  readonly crash?: Error;
  /** Milliseconds: in the parser, and in the rules. */
  readonly parsing: number;
  readonly linting: number;
}

const FAILED = { messages: [], parsing: 0, linting: 0 };

/** Lints a file. What fails without any rule as well is a refusal, and no failure of a rule. */
export function lint(
  code: string,
  parser: ParserName = 'typescript',
  { rules = strict, settings }: { rules?: Linter.RulesRecord; settings?: unknown } = {},
): Outcome {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { 'nestjs-gateway': plugin },
    languageOptions: languages[parser],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    settings: settings === undefined ? {} : { 'nestjs-gateway': settings },
    rules,
  };
  const options = { filename: 'chat.gateway.ts', stats: true, fix: false };
  try {
    const { messages } = linter.verifyAndFix(code, config, options);
    const failure = messages.find(({ fatal }) => fatal);
    if (failure) return { ...FAILED, refused: failure.message };
    const [pass] = linter.getTimes().passes;
    const spent = Object.values(pass?.rules ?? {}).map(({ total }) => total);
    return {
      messages,
      parsing: pass?.parse?.total ?? 0,
      linting: spent.reduce((sum, time) => sum + time, 0),
    };
  } catch (error) {
    const crash = error instanceof Error ? error : new Error(String(error));
    if (Object.keys(rules).length === 0) return { ...FAILED, refused: crash.message };
    const { refused } = lint(code, parser, { rules: {} });
    return refused === undefined ? { ...FAILED, crash } : { ...FAILED, refused };
  }
}

import parser from '@babel/eslint-parser';
import { RuleTester } from '@typescript-eslint/rule-tester';

/** Runs cases with Babel's parser, which keeps no types in its scopes and leaves out empty lists. */
export const babelRuleTester = new RuleTester({
  defaultFilenames: { ts: 'chat.gateway.ts', tsx: 'chat.gateway.tsx' },
  languageOptions: {
    parser,
    parserOptions: {
      requireConfigFile: false,
      babelOptions: {
        babelrc: false,
        configFile: false,
        parserOpts: { plugins: ['typescript', 'decorators-legacy'] },
      },
    },
  },
});

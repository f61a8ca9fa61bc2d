import parser from '@babel/eslint-parser';
import { RuleTester } from '@typescript-eslint/rule-tester';

import { babelOptions } from '../babel-options.ts';

/** Runs cases with Babel's parser, which keeps no types in its scopes. */
export const babelRuleTester = new RuleTester({
  defaultFilenames: { ts: 'chat.gateway.ts', tsx: 'chat.gateway.tsx' },
  languageOptions: {
    parser,
    parserOptions: babelOptions,
  },
});

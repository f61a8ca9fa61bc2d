import { join } from 'node:path';

import { RuleTester } from '@typescript-eslint/rule-tester';

const FIXTURES = join(import.meta.dirname, '../fixtures/typed');

/** Runs cases with a TypeScript program, next to the files of `tests/fixtures/typed`. */
export const typedRuleTester = typedTester(FIXTURES);

/** The same for a project without `strictNullChecks`. */
export const looseRuleTester = typedTester(join(FIXTURES, 'loose'));

function typedTester(tsconfigRootDir: string): RuleTester {
  return new RuleTester({
    defaultFilenames: { ts: 'chat.gateway.ts', tsx: 'chat.gateway.tsx' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir } },
  });
}

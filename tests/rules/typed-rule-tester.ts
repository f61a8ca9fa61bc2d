import { join } from 'node:path';

import { parseForESLint } from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';

const FIXTURES = join(import.meta.dirname, '../fixtures/typed');

/** Runs cases with a TypeScript program, next to the files of `tests/fixtures/typed`. */
export const typedRuleTester = typedTester(FIXTURES);

/** The same for a project without `strictNullChecks`. */
export const looseRuleTester = typedTester(join(FIXTURES, 'loose'));

function typedTester(tsconfigRootDir: string): RuleTester {
  const parserOptions = { projectService: true, tsconfigRootDir };
  // The program takes seconds to load, which no one test should be charged with.
  const filePath = join(tsconfigRootDir, 'chat.gateway.ts');
  const nest = "import '@nestjs/websockets'; import 'class-validator'; import 'socket.io';";
  parseForESLint(nest, { ...parserOptions, filePath }).services.program?.getTypeChecker();
  return new RuleTester({
    defaultFilenames: { ts: 'chat.gateway.ts', tsx: 'chat.gateway.tsx' },
    languageOptions: { parserOptions },
  });
}

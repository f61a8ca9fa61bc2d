import { RuleTester as TypeScriptRuleTester } from '@typescript-eslint/rule-tester';

/** Runs the tests of a rule; a case is linted as `chat.gateway.ts` unless it names its file. */
export class RuleTester extends TypeScriptRuleTester {
  constructor() {
    super({ defaultFilenames: { ts: 'chat.gateway.ts', tsx: 'chat.gateway.tsx' } });
  }
}

import { RuleTester } from '@typescript-eslint/rule-tester';

/** Runs the tests of every rule; a case is linted as `chat.gateway.ts` unless it names its file. */
export const ruleTester = new RuleTester({
  defaultFilenames: { ts: 'chat.gateway.ts', tsx: 'chat.gateway.tsx' },
});

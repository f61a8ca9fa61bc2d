import { type Case, docsBlocks, readExamples, readRuleTests } from '../integration/oxlint/cases.ts';
import { type Enabled, type Source } from '../laws/lint.ts';

export type { Case };

/** The TypeScript files among the pages' blocks, the examples and the rule tests, each once. */
export async function readCases(): Promise<readonly Case[]> {
  const all = [...docsBlocks, ...readExamples(), ...(await readRuleTests())];
  const distinct = new Map(
    all.map((given) => {
      const { file, code, rule, options, settings } = given;
      return [JSON.stringify([file, code, rule, options, settings]), given];
    }),
  );
  return [...distinct.values()].filter(({ file }) => /\.[cm]?ts$/.test(file));
}

/** The case with another text, as the laws lint it. */
export function sourceOf({ file, settings }: Case, code: string): Source {
  return { file, code, settings };
}

/** The rules, and the case's own with the options that it is about. */
export function rulesFor({ rule, options }: Case, enabled: Enabled): Enabled {
  return rule === undefined || options === undefined
    ? enabled
    : { ...enabled, [rule]: ['error', options] };
}

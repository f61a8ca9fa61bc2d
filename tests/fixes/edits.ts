import type { Linter } from 'eslint';

import { apply, type Enabled, fixAll, lint } from '../laws/lint.ts';
import { type Case, rulesFor, sourceOf } from './cases.ts';

/** What something makes of a case. */
export interface Edit {
  readonly given: Case;
  /** What was done, for the message of a broken law. */
  readonly title: string;
  readonly code: string;
}

/** What may be done about the findings in a case. */
export interface Edits {
  /** Each fix and each suggestion alone. */
  readonly each: readonly Edit[];
  /** All fixes, and the findings that a fix is left for. */
  readonly fixed: Edit & { readonly left: readonly Linter.LintMessage[] };
  /** All fixes, then the first suggestion there is and all fixes again, until none is left. */
  readonly settled: Edit & { readonly stuck?: string };
}

/** Lints the case with the rules, and does all that may be done about what they find. */
export function editsOf(given: Case, rules: Enabled): Edits {
  const enabled = rulesFor(given, rules);
  const found = lint(sourceOf(given, given.code), enabled);
  const start = found.some(({ fix }) => fix)
    ? fixAll(sourceOf(given, given.code), enabled)
    : { code: given.code, findings: found };
  const left = start.findings.filter(({ fix }) => fix);
  return {
    each: found.flatMap((finding) => editsIn(finding, given)),
    fixed: { given, title: `all fixes in ${given.place}`, code: start.code, left },
    settled: {
      given,
      title: `all fixes and suggestions in ${given.place}`,
      ...settle(start, (code) => fixAll(sourceOf(given, code), enabled)),
    },
  };
}

function editsIn(finding: Linter.LintMessage, given: Case): Edit[] {
  const { ruleId, line, fix, suggestions = [] } = finding;
  const fixes = fix ? [{ desc: 'fix', fix }] : [];
  return [...fixes, ...suggestions].map((one) => ({
    given,
    title: `${ruleId} in ${given.place}, line ${line}: ${one.desc}`,
    code: apply(given.code, one.fix),
  }));
}

type Fixed = ReturnType<typeof fixAll>;

/** More suggestions than any case can take, one after another. */
const ENOUGH = 50;

function settle(start: Fixed, fix: (code: string) => Fixed): { code: string; stuck?: string } {
  let { code, findings } = start;
  let last = '';
  for (let step = 0; step < ENOUGH; step++) {
    const next = findings.find(({ suggestions }) => suggestions?.length);
    const [suggestion] = next?.suggestions ?? [];
    if (!next || !suggestion) return { code };
    last = `${next.ruleId}, line ${next.line}: ${suggestion.desc}`;
    ({ code, findings } = fix(apply(code, suggestion.fix)));
  }
  return { code, stuck: last };
}

import { beforeAll, describe, expect, it } from 'vitest';

import { strictRules } from '../laws/lint.ts';
import { readCases } from './cases.ts';
import { lostComments } from './comments.ts';
import { type Edit, type Edits, editsOf } from './edits.ts';
import { newTypeErrors } from './type-errors.ts';

/**
 * What holds of all that the plugin does to code, tried on every other case: the two halves run
 * side by side.
 *
 * @param half - 0 or 1
 */
export function fixLaws(half: number): void {
  let all: readonly Edits[];
  let errors: ReadonlyMap<Edit, readonly string[]>;

  beforeAll(async () => {
    const cases = (await readCases()).filter((_, index) => index % 2 === half);
    all = cases.map((given) => editsOf(given, strictRules));
    errors = newTypeErrors(all.flatMap(({ each, fixed, settled }) => [...each, fixed, settled]));
  }, 300_000);

  describe('each fix and each suggestion', () => {
    const edits = () => all.flatMap(({ each }) => each);

    it('changes something', () => {
      for (const { given, title, code } of edits()) expect.soft(code, title).not.toBe(given.code);
    });

    it('is tried', () => expect(edits().length).toBeGreaterThan(1_000));

    keepAll(edits);
  });

  describe('the fixes of all rules together', () => {
    const edits = () => all.map(({ fixed }) => fixed);

    it('leave nothing to fix', () => {
      for (const { title, left } of edits()) expect.soft(left, title).toEqual([]);
    });

    keepAll(edits);
  });

  describe('the fixes, then the suggestions one by one', () => {
    const edits = () => all.map(({ settled }) => settled);

    it('come to an end', () => {
      for (const { title, stuck } of edits()) expect.soft(stuck, title).toBeUndefined();
    });

    keepAll(edits);
  });

  /** What an edit has to leave as it was. */
  function keepAll(edits: () => readonly Edit[]): void {
    it('keep every comment', () => {
      for (const { given, title, code } of edits()) {
        expect.soft(lostComments(given.code, code), title).toEqual([]);
      }
    });

    it('parse, and type-check beside Nest where the case did', () => {
      for (const edit of edits()) expect.soft(errors.get(edit), edit.title).toEqual([]);
    });
  }
}

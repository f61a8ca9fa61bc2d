import { describe, expect, it } from 'vitest';

import { lint, type ParserName } from './lint.ts';
import {
  nestedExpressions,
  nestedPatterns,
  nestedStatements,
  nestedTypes,
  type Nesting,
} from './nesting.ts';
import { isWhole, pairs } from './pairs.ts';
import { expressionPlaces, parameterPlaces, statementPlaces, typePlaces } from './places.ts';

const DEPTH = 1000;

/** How many times its parse a file may take in the rules; what hangs takes millions. */
const BOUND = 100;

const deep = (forms: Readonly<Record<string, Nesting>>) =>
  Object.entries(forms).map(([name, form]) => [name, form(DEPTH)] as const);

describe.each([
  ['expressions', pairs(deep(nestedExpressions), expressionPlaces, 42)],
  ['statements', pairs(deep(nestedStatements), statementPlaces, 14)],
  ['types', pairs(deep(nestedTypes), typePlaces, 14)],
  ['patterns', pairs(deep(nestedPatterns), parameterPlaces, 4)],
])(`%s that nest ${DEPTH} levels deep`, (_, files) => {
  it.each<[ParserName, number]>([
    ['typescript', 1],
    ['babel', 6],
  ])('are linted as %s reads them', (parser, share) => {
    let read = 0;
    const tried = files.filter((_, index) => isWhole || index % share === 0);
    for (const { form, place, code } of tried) {
      const { crash, refused, parsing, linting } = lint(code, parser);
      expect.soft(crash, `${form} as ${place}`).toBeUndefined();
      if (refused !== undefined) continue;
      read++;
      expect.soft(linting, `${form} as ${place}`).toBeLessThan(BOUND * (parsing + 10));
    }
    // The others are too deep for the parser, or for ESLint.
    expect(read).toBeGreaterThan(tried.length * 0.3);
  });
});

import { describe, expect, it } from 'vitest';

import { lint, parsers } from './lint.ts';
import { pairs } from './pairs.ts';
import {
  expressionPlaces,
  memberPlaces,
  modulePlaces,
  parameterPlaces,
  statementPlaces,
  typePlaces,
} from './places.ts';
import * as syntax from './syntax.ts';

const named = (codes: readonly string[]) => codes.map((code) => [code, code] as const);

describe.each([
  ['expressions', pairs(named(syntax.expressions), expressionPlaces, 42)],
  ['statements', pairs(named(syntax.statements), statementPlaces, 14)],
  ['members', pairs(named(syntax.members), memberPlaces, 9)],
  ['parameters', pairs(named(syntax.parameters), parameterPlaces, 9)],
  ['types', pairs(named(syntax.types), typePlaces, 14)],
  ['modules', pairs(named(syntax.modules), modulePlaces, 2)],
])('%s', (_, files) => {
  it.each(parsers)('are linted as %s reads them', (parser) => {
    const refused: string[] = [];
    for (const { form, place, code } of files) {
      const outcome = lint(code, parser);
      expect.soft(outcome.crash, `${form} as ${place}`).toBeUndefined();
      if (outcome.refused !== undefined) refused.push(form);
    }
    // What a parser refuses tests nothing: most of the forms must be read.
    expect(refused.length).toBeLessThan(files.length * 0.2);
  });
});

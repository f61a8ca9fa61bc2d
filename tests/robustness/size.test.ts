import { expect, it } from 'vitest';

import { lint } from './lint.ts';
import { isWhole } from './pairs.ts';
import { shapes } from './shapes.ts';

/** How many times its parse a file may take in the rules, however long it is. */
const BOUND = 8;

/** A quick run tries a fifth of them: how the work grows is counted in `growth.test.ts`. */
const share = isWhole ? 1 : 5;

it.each<[shape: string, count: number]>([
  ['handlers', 10_000],
  ['members of an object that handlers name', 10_000],
  ['consts', 10_000],
  ['imports', 10_000],
  ['statements of a handler', 20_000],
  ['branches that throw', 5_000],
  ['branches that return', 5_000],
  ['methods that call one another in a chain', 1_000],
  ['methods that call one another in a cycle', 1_000],
  ['tries in a row', 2_000],
  ['timers', 2_000],
  ['fields that the hooks fill', 2_000],
])('%s, %i of them, take a few times their parse at most', (name, count) => {
  const { crash, refused, linting, parsing } = lint(shapes[name]?.(count / share) ?? '');
  expect({ crash, refused }).toEqual({});
  expect(linting).toBeLessThan(BOUND * parsing);
});

if (isWhole) {
  it('a gateway of 5 MB takes a few times its parse at most', () => {
    const code = shapes['handlers']?.(23_000) ?? '';
    expect(code.length).toBeGreaterThan(5_000_000);
    const { crash, refused, linting, parsing } = lint(code);
    expect({ crash, refused }).toEqual({});
    expect(linting).toBeLessThan(BOUND * parsing);
  });
}

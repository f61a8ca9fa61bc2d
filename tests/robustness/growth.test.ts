import { describe, expect, it } from 'vitest';

import { doublings } from './doubling.ts';
import { shapes } from './shapes.ts';
import { workIn, type Work } from './work.ts';

const SIZE = 60;
const FACTOR = 4;

/**
 * Lists whose growth is bounded elsewhere: a parser gives up on a chain of some thousand links, the
 * suggestion to wrap a call in a `try` moves ten thousand characters at most, and a gateway that
 * extends hundreds, a handler with as many parameters or a class with as many decorators is nobody's.
 */
const BOUNDED = new Set([
  'links of a chain of calls',
  'links of a chain of promises',
  'operands of a choice',
  'operands of a concatenation',
  'bases of a gateway',
  'calls of one method',
  'methods that the hook calls',
  'decorators of the class, handlers below',
  'parameters',
]);

function total(work: Work): number {
  return [...work.values()].reduce((sum, looks) => sum + looks, 0);
}

/** The power of its size that the work in a file grows with: 1 is linear. */
function exponent(small: number, large: number): number {
  return Math.log(large / small) / Math.log(FACTOR);
}

describe('the work in a file grows with its length', () => {
  it.each(Object.entries(shapes))('%s', (name, shape) => {
    const small = workIn(shape(SIZE));
    const large = workIn(shape(SIZE * FACTOR));
    const limit = BOUNDED.has(name) ? 2.1 : 1.25;
    expect(exponent(total(small), total(large))).toBeLessThan(limit);
    for (const [rule, looks] of large) {
      // What a rule does in any file hides how the rest of it grows.
      if (looks < 50 * SIZE) continue;
      expect.soft(exponent(small.get(rule) ?? 0, looks), rule).toBeLessThan(limit + 0.2);
    }
  });
});

describe('names that hold one another three times over are followed once', () => {
  it.each(Object.entries(doublings))('%s', (_, shape) => {
    // To follow each of them would take 81 times as long, then ten thousand times.
    expect(total(workIn(shape(8))) / total(workIn(shape(4)))).toBeLessThan(4);
    expect(total(workIn(shape(16))) / total(workIn(shape(8)))).toBeLessThan(12);
  });
});

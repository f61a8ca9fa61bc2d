import type { Place } from './places.ts';

/** Whether every pair is tried, or one of so many: `ROBUSTNESS=all`. */
export const isWhole = process.env['ROBUSTNESS'] === 'all';

/** A file, and what stands where in it. */
export interface Pair {
  readonly form: string;
  readonly place: string;
  readonly code: string;
}

/**
 * Forms in places. Of all their pairs one in `share` is taken, so that each form comes to several
 * places and each place gets several forms; with `ROBUSTNESS=all` it is each of them.
 *
 * @param forms - the code of each form, by its name
 */
export function pairs(
  forms: readonly (readonly [name: string, code: string])[],
  places: Readonly<Record<string, Place>>,
  share: number,
): readonly Pair[] {
  const entries = Object.entries(places);
  return forms.flatMap(([form, code], index) =>
    entries
      .filter(
        (_, position) => isWhole || (index + position) % Math.min(share, entries.length) === 0,
      )
      .map(([place, put]) => ({ form, place, code: put(code) })),
  );
}

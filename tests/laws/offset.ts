/** Tells where in the text a place stands that a linter gives by line and column, both from 1. */
export function offsetsIn(code: string): (line?: number, column?: number) => number {
  const starts = [
    0,
    ...Array.from(
      code.matchAll(/\r\n|[\n\r\u2028\u2029]/g),
      ({ index, 0: end }) => index + end.length,
    ),
  ];
  return (line = NaN, column = NaN) => (starts[line - 1] ?? NaN) + column - 1;
}

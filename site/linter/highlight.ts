import { classHighlighter, highlightCode } from '@lezer/highlight';
import { parser } from '@lezer/javascript';

import type { Range } from './source.ts';

export const typescript = parser.configure({ dialect: 'ts' });

export interface Piece {
  readonly text: string;
  /** The classes of its syntax, `tok-keyword` for one. */
  readonly syntax: string;
  /** The indexes of the ranges that it lies in. */
  readonly ranges: readonly number[];
  /** Whether one of them begins here. */
  readonly begins: boolean;
}

/** The lines of the code in pieces, so that no piece lies in a range by half. */
export function highlight(code: string, ranges: readonly Range[] = []): Piece[][] {
  const lines: Piece[][] = [[]];
  const bounds = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  let position = 0;
  const put = (text: string, syntax: string) => {
    const end = position + text.length;
    const cuts = [position, ...bounds.filter((at) => at > position && at < end), end];
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const inside = [...ranges.keys()].filter((range) => contains(ranges[range], from));
      const piece = text.slice(from - position, (cuts[index + 1] ?? end) - position);
      const begins = inside.some((range) => ranges[range]?.from === from);
      lines.at(-1)?.push({ text: piece, syntax, ranges: inside, begins });
    }
    position = end;
  };
  const putBreak = () => {
    lines.push([]);
    position++;
  };
  highlightCode(code, typescript.parse(code), classHighlighter, put, putBreak);
  return lines;
}

function contains(range: Range | undefined, at: number): boolean {
  return range !== undefined && range.from <= at && at < range.to;
}

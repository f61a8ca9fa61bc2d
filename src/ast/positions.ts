import type { TSESTree } from '@typescript-eslint/utils';

/** Places in the source, to ask whether an expression or statement holds one of them; by halving. */
export class Positions {
  readonly #ranges: readonly (readonly [start: number, end: number])[];

  constructor(nodes: Iterable<TSESTree.Node>) {
    this.#ranges = Array.from(nodes, ({ range }) => range).sort((a, b) => a[0] - b[0]);
  }

  get isEmpty(): boolean {
    return this.#ranges.length === 0;
  }

  /** Whether one of the places lies in a node, or is that node. */
  isIn({ range: [start, end] }: TSESTree.Node): boolean {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ranges[middle]?.[0] ?? end) < start) low = middle + 1;
      else high = middle;
    }
    // What starts where the node does may end behind it: `a.b` is not in `a`.
    for (let index = low; index < this.#ranges.length; index++) {
      const range = this.#ranges[index];
      if (!range || range[0] >= end) return false;
      if (range[1] <= end) return true;
    }
    return false;
  }
}

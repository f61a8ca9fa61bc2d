import type { TSESTree } from '@typescript-eslint/utils';

/** Nodes by where they stand, to ask which of them an expression or statement holds; by halving. */
export class Positions<T extends TSESTree.Node = TSESTree.Node> {
  readonly #nodes: readonly T[];

  constructor(nodes: Iterable<T>) {
    this.#nodes = [...nodes].sort(byPosition);
  }

  get isEmpty(): boolean {
    return this.#nodes.length === 0;
  }

  /** Whether one of the nodes begins at a position or behind it. */
  isFrom(position: number): boolean {
    const last = this.#nodes.at(-1);
    return last !== undefined && last.range[0] >= position;
  }

  /** Whether one of the nodes lies in another node, or is that node. */
  isIn(node: TSESTree.Node): boolean {
    return this.#find(node, () => true);
  }

  /** The first of the nodes that lie in another node, or that node. */
  firstIn(node: TSESTree.Node): T | undefined {
    let first: T | undefined;
    this.#find(node, (inner) => {
      first = inner;
      return true;
    });
    return first;
  }

  /** The nodes that lie in another node, that node included. */
  in(node: TSESTree.Node): readonly T[] {
    const found: T[] = [];
    this.#find(node, (inner) => {
      found.push(inner);
      return false;
    });
    return found;
  }

  #find({ range: [start, end] }: TSESTree.Node, isEnough: (node: T) => boolean): boolean {
    for (let index = firstAt(this.#nodes, start); ; index++) {
      const node = this.#nodes[index];
      if (!node || node.range[0] >= end) return false;
      // What starts where the other does may end behind it: `a.b` is not in `a`.
      if (node.range[1] <= end && isEnough(node)) return true;
    }
  }
}

/** Compares two nodes by where they begin, to sort with. */
export function byPosition(a: TSESTree.Node, b: TSESTree.Node): number {
  return a.range[0] - b.range[0];
}

/** The first place in a list, sorted by where its nodes begin, at a position or behind it. */
export function firstAt(nodes: readonly TSESTree.Node[], position: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const node = nodes[middle];
    if (node && node.range[0] < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one node stands within the text of another, or is it. */
export function contains(outer: TSESTree.Node, inner: TSESTree.Node | TSESTree.Token): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

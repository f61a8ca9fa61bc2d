import type { TSESTree } from '@typescript-eslint/utils';

/** Keeps of which nodes an expression or statement holds one; a growing set, each climb made once. */
export class Holders {
  readonly #holding = new Set<TSESTree.Node>();

  add(node: TSESTree.Node): void {
    for (
      let current: TSESTree.Node | undefined = node;
      current && !this.#holding.has(current);
      current = current.parent
    ) {
      this.#holding.add(current);
    }
  }

  /** Whether one of the nodes lies in another node, or is that node. */
  isIn(node: TSESTree.Node): boolean {
    return this.#holding.has(node);
  }
}

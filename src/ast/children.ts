import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './types.ts';

/**
 * Calls `visit` for every child of a node, in the order of the source.
 *
 * @param visitorKeys - the parser's own keys, from `sourceCode.visitorKeys`
 */
export function forEachChild(
  node: TSESTree.Node,
  visitorKeys: SourceCode['visitorKeys'],
  visit: (child: TSESTree.Node, key: string) => void,
): void {
  for (const key of visitorKeys[node.type] ?? []) {
    const value: unknown = Reflect.get(node, key);
    if (Array.isArray(value)) {
      for (const child of value) if (isNode(child)) visit(child, key);
    } else if (isNode(value)) {
      visit(value, key);
    }
  }
}

/** Whether a property that visitor keys name holds a child; they name nothing but nodes. */
export function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null;
}

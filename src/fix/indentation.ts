import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/types.ts';

/** The white space that a node's line begins with. */
export function indentationOf(node: TSESTree.Node, { lines }: SourceCode): string {
  return /^\s*/.exec(lines[node.loc.start.line - 1] ?? '')?.[0] ?? '';
}

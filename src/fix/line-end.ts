import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/types.ts';

/** Where a node ends, or the last of the comments that begin behind it on its line. */
export function endWithComments(
  node: TSESTree.Node | TSESTree.Token,
  sourceCode: SourceCode,
): number {
  const own = sourceCode
    .getCommentsAfter(node)
    .filter(({ loc }) => loc.start.line === node.loc.end.line);
  return (own.at(-1) ?? node).range[1];
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/types.ts';

/** The white space that a node's line begins with. */
export function indentationOf(node: TSESTree.Node, sourceCode: SourceCode): string {
  const before = beforeOnLine(node, sourceCode);
  return before.slice(0, before.length - before.trimStart().length);
}

/** The white space that a line has more of than the one around it. */
export function stepOf(margin: string): string {
  return margin.includes('\t') ? '\t' : '  ';
}

/** What stands before a node on its line. */
export function beforeOnLine({ range, loc }: TSESTree.Node, { text }: SourceCode): string {
  return text.slice(range[0] - loc.start.column, range[0]);
}

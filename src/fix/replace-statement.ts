import type { TSESTree } from '@typescript-eslint/utils';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';
import { beforeOnLine, indentationOf, stepOf } from './indentation.ts';

/**
 * Puts other statements in the place of one: each on a line of its own, in braces where there is room
 * for one statement only. Null where that would lose a comment.
 *
 * @param kept - what of the statement stands in the others as it is
 */
export function replaceStatement(
  node: TSESTree.Statement,
  statements: readonly string[],
  fixer: Fixer,
  sourceCode: SourceCode,
  kept: TSESTree.Node = node,
): Fix | null {
  const isLost = sourceCode
    .getCommentsInside(node)
    .some(({ range }) => kept === node || range[0] < kept.range[0] || kept.range[1] < range[1]);
  if (isLost) return null;
  const { parent } = node;
  if (parent.type === 'BlockStatement' || parent.type === 'SwitchCase') {
    const isFirst = beforeOnLine(node, sourceCode).trim() === '';
    const between = isFirst ? `\n${indentationOf(node, sourceCode)}` : ' ';
    return fixer.replaceText(node, statements.join(between));
  }
  const before = sourceCode.getTokenBefore(node, { includeComments: true });
  if (!before || before.type === 'Line' || before.type === 'Block') return null;
  const margin = indentationOf(parent, sourceCode);
  const step = stepOf(margin);
  const lines = statements.map((statement) => `\n${margin}${step}${statement}`).join('');
  return fixer.replaceTextRange([before.range[1], node.range[1]], ` {${lines}\n${margin}}`);
}

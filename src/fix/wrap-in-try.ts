import type { TSESTree } from '@typescript-eslint/utils';
import type { Fix, Fixer, FunctionNode, SourceCode } from '../ast/types.ts';
import { indentationOf } from './indentation.ts';

/**
 * Puts a `try` around the statement of a function's body that holds a node and all that follow it,
 * so that what it declares stays in reach.
 *
 * @param recovery - the statement of the `catch`
 */
export function wrapInTry(
  node: TSESTree.Node,
  { body }: FunctionNode,
  recovery: string,
  fixer: Fixer,
  sourceCode: SourceCode,
): Fix | null {
  if (body.type !== 'BlockStatement') return null;
  const first = body.body.find(
    ({ range }) => range[0] <= node.range[0] && node.range[1] <= range[1],
  );
  const last = body.body.at(-1);
  if (!first || !last) return null;
  const [start] = (sourceCode.getCommentsBefore(first)[0] ?? first).range;
  const [, end] = (sourceCode.getCommentsAfter(last).at(-1) ?? last).range;
  const margin = indentationOf(first, sourceCode);
  const text = sourceCode.text.slice(start, end);
  // The lines inside a template are text: moving them would change it.
  const inner = text.includes('`') ? text : text.replaceAll('\n', '\n  ');
  return fixer.replaceTextRange(
    [start, end],
    `try {\n${margin}  ${inner}\n${margin}} catch {\n${margin}  ${recovery}\n${margin}}`,
  );
}

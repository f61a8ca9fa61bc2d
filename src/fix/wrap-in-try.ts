import type { TSESTree } from '@typescript-eslint/utils';
import type { Fix, Fixer, FunctionNode, SourceCode } from '../ast/types.ts';
import { indentationOf, stepOf } from './indentation.ts';

/** ESLint works every suggestion out, so that a long function with many would take its time. */
const LONGEST = 10_000;

/**
 * Puts a `try` around the statement of a function's body that holds a node and all that follow it,
 * so that what it declares stays in reach. Not done where that would take a function declaration out
 * of the reach of what stands above it, or move more than anybody reads.
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
  const last = body.body.at(-1);
  if (!last || last.range[1] - node.range[0] > LONGEST) return null;
  const index = body.body.findLastIndex(({ range }) => range[0] <= node.range[0]);
  const first = body.body[index];
  if (!first) return null;
  const statements = body.body.slice(index);
  if (statements.some(({ type }) => type === 'FunctionDeclaration')) return null;
  const start = startWithComments(first, sourceCode);
  const [, end] = (sourceCode.getCommentsAfter(last).at(-1) ?? last).range;
  if (end - start > LONGEST) return null;
  const margin = indentationOf(first, sourceCode);
  const step = stepOf(margin);
  const text = indented([start, end], step, sourceCode);
  return fixer.replaceTextRange(
    [start, end],
    `try {\n${margin}${step}${text}\n${margin}} catch {\n${margin}${step}${recovery}\n${margin}}`,
  );
}

/** Where a statement begins, or the first of the comments that stand on the lines above it. */
function startWithComments(node: TSESTree.Node, sourceCode: SourceCode): number {
  const before = sourceCode.getTokenBefore(node);
  const own = sourceCode
    .getCommentsBefore(node)
    .find(({ loc }) => loc.start.line !== before?.loc.end.line);
  return (own ?? node).range[0];
}

/**
 * The text of a range with its lines moved one step to the right. Lines that begin inside
 * a template or a comment stay, since their white space is text.
 */
function indented([start, end]: [number, number], step: string, sourceCode: SourceCode): string {
  const { text } = sourceCode;
  const spans: TSESTree.Token[] = [];
  let token = sourceCode.getTokenByRangeStart(start, { includeComments: true });
  for (; token && token.range[1] <= end; token = after(token)) {
    if (token.loc.start.line < token.loc.end.line) spans.push(token);
  }
  const isText = (position: number) =>
    spans.some(({ range }) => range[0] < position && position < range[1]);
  return text
    .slice(start, end)
    .replaceAll(/\n(?!\r?\n)/g, (line, offset: number) =>
      isText(start + offset + 1) ? line : line + step,
    );

  function after(node: TSESTree.Token): TSESTree.Token | null {
    return sourceCode.getTokenAfter(node, { includeComments: true });
  }
}

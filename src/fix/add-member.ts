import type { ClassNode, Fix, Fixer, SourceCode } from '../ast/types.ts';
import { endWithComments } from './line-end.ts';
import { indentationOf } from './indentation.ts';

/**
 * Adds a member at the end of a class.
 *
 * @param lines - the member's lines, indented from its own margin on
 */
export function addMember(
  { body }: ClassNode,
  lines: readonly string[],
  fixer: Fixer,
  sourceCode: SourceCode,
): Fix {
  const last = body.body.at(-1);
  const outer = indentationOf(body, sourceCode);
  const inner = last ? indentationOf(last, sourceCode) : `${outer}  `;
  const text = lines.map((line) => inner + line).join('\n');
  if (last) {
    return fixer.insertTextAfterRange([0, endWithComments(last, sourceCode)], `\n\n${text}`);
  }
  const end = body.range[1] - 1;
  return fixer.insertTextBeforeRange([end, end], `\n${text}\n${outer}`);
}

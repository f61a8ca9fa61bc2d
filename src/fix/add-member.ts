import type { ClassNode, Fix, Fixer, SourceCode } from '../ast/types.ts';
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
  const text = lines.map((line) => (line === '' ? '' : inner + line)).join('\n');
  return last
    ? fixer.insertTextAfter(last, `\n\n${text}`)
    : fixer.replaceText(body, `{\n${text}\n${outer}}`);
}

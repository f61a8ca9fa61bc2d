import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/types.ts';

/** How much of a type a message shows, which an editor puts on one line. */
const LONGEST = 60;

/** The text of a node as a message shows it: on one line, and cut off behind a word if it is long. */
export function textInMessage(node: TSESTree.Node, sourceCode: SourceCode): string {
  const text = sourceCode.getText(node).replace(/\s+/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/ [^ ]*$/, '')} …` : text;
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/types.ts';

/** How many tokens of a type a message shows, which an editor puts on one line. */
const MOST = 20;

/** The text of a node as a message shows it: on one line, without comments, a long one cut off. */
export function textInMessage(node: TSESTree.Node, sourceCode: SourceCode): string {
  const tokens = sourceCode.getTokens(node);
  const words = tokens.slice(0, MOST).map(({ value, range: [start] }) => {
    return /\s/.test(sourceCode.text.charAt(start - 1)) ? ` ${value}` : value;
  });
  return words.join('').trim() + (tokens.length > MOST ? ' …' : '');
}

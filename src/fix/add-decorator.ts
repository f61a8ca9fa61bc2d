import type { ClassNode, Fix, Fixer, SourceCode } from '../ast/types.ts';
import { indentationOf } from './indentation.ts';
import { endWithComments } from './line-end.ts';

/** Adds a decorator on a line of its own below the last decorator of a class, if it has any. */
export function addClassDecorator(
  node: ClassNode,
  decorator: string,
  fixer: Fixer,
  sourceCode: SourceCode,
): Fix {
  const last = node.decorators.at(-1);
  return last
    ? fixer.insertTextAfterRange(
        [0, endWithComments(last, sourceCode)],
        `\n${indentationOf(last, sourceCode)}${decorator}`,
      )
    : fixer.insertTextBefore(node, `${decorator}\n${indentationOf(node, sourceCode)}`);
}

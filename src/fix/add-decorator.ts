import type { ClassNode, Fix, Fixer, SourceCode } from '../ast/types.ts';
import { indentationOf } from './indentation.ts';

/** Adds a decorator on a line of its own below the last decorator of a class. */
export function addClassDecorator(
  node: ClassNode,
  decorator: string,
  fixer: Fixer,
  sourceCode: SourceCode,
): Fix {
  const last = node.decorators.at(-1);
  return last
    ? fixer.insertTextAfter(last, `\n${indentationOf(last, sourceCode)}${decorator}`)
    : fixer.insertTextBefore(node, `${decorator}\n${indentationOf(node, sourceCode)}`);
}

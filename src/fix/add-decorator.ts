import type { ClassNode, Fix, Fixer, SourceCode } from '../ast/types.ts';
import { indentationOf } from './indentation.ts';
import { endWithComments } from './line-end.ts';

/** Adds a decorator to a class that has some, on a line of its own below the last one. */
export function addClassDecorator(
  node: ClassNode,
  decorator: string,
  fixer: Fixer,
  sourceCode: SourceCode,
): readonly Fix[] {
  return node.decorators
    .slice(-1)
    .map((last) =>
      fixer.insertTextAfterRange(
        [0, endWithComments(last, sourceCode)],
        `\n${indentationOf(last, sourceCode)}${decorator}`,
      ),
    );
}

import { implementsOf } from '../ast/implements.ts';
import type { ClassNode, Fix, Fixer, SourceCode } from '../ast/types.ts';

/** Adds an interface to what a class implements. */
export function addInterface(
  node: ClassNode,
  name: string,
  fixer: Fixer,
  sourceCode: SourceCode,
): readonly Fix[] {
  const last = implementsOf(node).at(-1);
  if (last) return [fixer.insertTextAfter(last, `, ${name}`)];
  return sourceCode
    .getTokensBefore(node.body, 1)
    .map((before) => fixer.insertTextAfter(before, ` implements ${name}`));
}

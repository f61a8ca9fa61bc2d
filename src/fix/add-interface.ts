import { implementsOf } from '../ast/implements.ts';
import type { ClassNode, Fix, Fixer, SourceCode } from '../ast/types.ts';

/** Adds an interface to what a class implements. */
export function addInterface(
  node: ClassNode,
  name: string,
  fixer: Fixer,
  sourceCode: SourceCode,
): Fix {
  const last = implementsOf(node).at(-1);
  if (last) return fixer.insertTextAfter(last, `, ${name}`);
  const before = sourceCode.getTokenBefore(node.body);
  return before
    ? fixer.insertTextAfter(before, ` implements ${name}`)
    : fixer.insertTextBefore(node.body, `implements ${name} `);
}

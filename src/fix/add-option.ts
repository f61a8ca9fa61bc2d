import type { TSESTree } from '@typescript-eslint/utils';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';
import { indentationOf } from './indentation.ts';
import { endWithComments } from './line-end.ts';

/**
 * Adds a property to the options object that `new X({ … })` is handed, or hands it one. Null where
 * the first argument is no object literal.
 */
export function addOption(
  created: TSESTree.NewExpression,
  property: string,
  fixer: Fixer,
  sourceCode: SourceCode,
): Fix | null {
  const { arguments: args, callee, range } = created;
  const [first] = args;
  if (first) {
    return first.type === 'ObjectExpression'
      ? addProperty(first, property, fixer, sourceCode)
      : null;
  }
  if (callee.range[1] === range[1]) return fixer.insertTextAfter(created, `({ ${property} })`);
  return sourceCode.getTokenAfter(callee)?.value === '('
    ? fixer.insertTextBeforeRange([range[1] - 1, 0], `{ ${property} }`)
    : null;
}

/** Adds a property at the end, on a line of its own where the last one has one. */
function addProperty(
  object: TSESTree.ObjectExpression,
  property: string,
  fixer: Fixer,
  sourceCode: SourceCode,
): Fix {
  const last = object.properties.at(-1);
  if (last === undefined) {
    return fixer.insertTextBeforeRange([object.range[1] - 1, 0], ` ${property} `);
  }
  if (last.loc.start.line === object.loc.start.line) {
    return fixer.insertTextAfter(last, `, ${property}`);
  }
  const line = `\n${indentationOf(last, sourceCode)}${property}`;
  const next = sourceCode.getTokenAfter(last);
  return next?.value === ','
    ? fixer.insertTextAfterRange([0, endWithComments(next, sourceCode)], `${line},`)
    : fixer.insertTextAfter(last, `,${line}`);
}

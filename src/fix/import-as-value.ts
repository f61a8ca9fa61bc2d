import type { TSESTree } from '@typescript-eslint/utils';
import { importsOf } from '../ast/imports.ts';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';

type Imported = TSESTree.ImportClause | TSESTree.TSImportEqualsDeclaration;

/**
 * Takes the `type` out of imports, so that their names are there at run time. Where one declaration
 * imports more than these, the others keep a `type` of their own.
 */
export function importAsValue(
  names: ReadonlySet<Imported>,
  fixer: Fixer,
  sourceCode: SourceCode,
): readonly Fix[] {
  const fixes: Fix[] = [];
  for (const name of names) {
    if (name.type === 'TSImportEqualsDeclaration') {
      fixes.push(...dropType(name, 1, fixer, sourceCode));
    } else if (name.type === 'ImportSpecifier' && name.importKind === 'type') {
      fixes.push(...dropType(name, 0, fixer, sourceCode));
    }
  }
  for (const declaration of importsOf(sourceCode.ast).all) {
    const { importKind, specifiers } = declaration;
    if (importKind !== 'type' || !specifiers.some((specifier) => names.has(specifier))) continue;
    const others = specifiers.filter((specifier) => !names.has(specifier));
    fixes.push(
      ...dropType(declaration, 1, fixer, sourceCode),
      ...others.map((specifier) => fixer.insertTextBefore(specifier, 'type ')),
    );
  }
  return fixes;
}

/** Removes the word `type`, the token of a node at an index, and the space after it. */
function dropType(
  node: Imported | TSESTree.ImportDeclaration,
  index: number,
  fixer: Fixer,
  sourceCode: SourceCode,
): readonly Fix[] {
  return sourceCode
    .getFirstTokens(node, index + 1)
    .slice(index)
    .map(({ range: [start, end] }) => {
      const behind = sourceCode.text.slice(end);
      return fixer.removeRange([start, end + behind.length - behind.trimStart().length]);
    });
}

import type { TSESTree } from '@typescript-eslint/utils';
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
  const declarations = new Set<TSESTree.ImportDeclaration>();
  const fixes: Fix[] = [];
  for (const name of names) {
    if (name.type === 'ImportSpecifier' && name.importKind === 'type') {
      fixes.push(...dropType(sourceCode.getFirstToken(name), fixer, sourceCode));
    } else if (name.type === 'TSImportEqualsDeclaration') {
      fixes.push(...dropType(sourceCode.getFirstToken(name, 1), fixer, sourceCode));
    } else if (name.parent.type === 'ImportDeclaration') {
      declarations.add(name.parent);
    }
  }
  for (const declaration of declarations) {
    const others = declaration.specifiers.filter((specifier) => !names.has(specifier));
    fixes.push(
      ...dropType(sourceCode.getFirstToken(declaration, 1), fixer, sourceCode),
      ...others.map((specifier) => fixer.insertTextBefore(specifier, 'type ')),
    );
  }
  return fixes;
}

/** Removes the word `type`, and the space after it. */
function dropType(
  token: TSESTree.Token | null,
  fixer: Fixer,
  sourceCode: SourceCode,
): readonly Fix[] {
  if (token?.value !== 'type') return [];
  const next = sourceCode.getTokenAfter(token, { includeComments: true });
  return [fixer.removeRange([token.range[0], next?.range[0] ?? token.range[1]])];
}

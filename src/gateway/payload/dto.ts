import type { SourceCode } from '../../ast/types.ts';

/**
 * The names under which a file uses the DTO classes that it imports as values. Which imports are
 * DTO classes only their names tell here, so no rule reports on the strength of this.
 */
export function importedDtos({ ast }: SourceCode): readonly string[] {
  return ast.body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') return [];
    return statement.specifiers.flatMap((specifier) => {
      if (specifier.type === 'ImportNamespaceSpecifier') return [];
      const { local } = specifier;
      if (specifier.type === 'ImportDefaultSpecifier')
        return isDtoName(local.name) ? local.name : [];
      const { imported, importKind } = specifier;
      const name = imported.type === 'Identifier' ? imported.name : imported.value;
      return importKind !== 'type' && isDtoName(name) ? local.name : [];
    });
  });
}

/** Whether a name is one that projects give to DTO classes. */
function isDtoName(name: string): boolean {
  return /(?:^|[a-z\d])Dto$|DTO$/.test(name);
}

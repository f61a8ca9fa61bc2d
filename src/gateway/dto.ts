import type { SourceCode } from '../ast/types.ts';

/** The names that a file imports as values, under which it uses them. */
export function valueImports({ ast }: SourceCode): readonly string[] {
  return ast.body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') return [];
    return statement.specifiers.flatMap((specifier) =>
      specifier.type === 'ImportSpecifier' && specifier.importKind === 'type'
        ? []
        : [specifier.local.name],
    );
  });
}

/** Whether a name is one that projects give to DTO classes. */
export function isDtoName(name: string): boolean {
  return /[a-z]Dto$|DTO$/.test(name);
}

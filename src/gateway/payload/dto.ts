import type { TSESTree } from '@typescript-eslint/utils';
import { importsOf } from '../../ast/imports.ts';
import { once } from '../../ast/once.ts';

/**
 * The names under which a file uses the DTO classes that it imports as values. Which imports are
 * DTO classes only their names tell here, so no rule reports on the strength of this.
 */
export const importedDtos = once((program: TSESTree.Program): readonly string[] =>
  importsOf(program).all.flatMap(dtosIn),
);

function dtosIn({ importKind: kind, specifiers }: TSESTree.ImportDeclaration): readonly string[] {
  if (kind === 'type') return [];
  return specifiers.flatMap((specifier) => {
    if (specifier.type === 'ImportNamespaceSpecifier') return [];
    const { local } = specifier;
    if (specifier.type === 'ImportDefaultSpecifier') return isDtoName(local.name) ? local.name : [];
    const { imported, importKind } = specifier;
    const name = imported.type === 'Identifier' ? imported.name : imported.value;
    return importKind !== 'type' && isDtoName(name) ? local.name : [];
  });
}

/** Whether a name is one that projects give to DTO classes. */
function isDtoName(name: string): boolean {
  return /(?:^|[a-z\d])Dto$|DTO$/.test(name);
}

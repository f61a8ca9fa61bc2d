import type { TSESTree } from '@typescript-eslint/utils';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';

/** A name that a fix wants to use, and what it takes to have it. */
export interface NeededImport {
  /** What to write where the name is used: `OnGatewayInit`, `ws.OnGatewayInit`. */
  readonly text: string;
  /** Imports the name, unless the file does already. */
  apply(fixer: Fixer): readonly Fix[];
}

/**
 * Prepares the import of a name as a value. It joins the file's import of that module where there
 * is one. Undefined where the file uses the name for something else.
 */
export function importName(
  module: string,
  name: string,
  { ast, scopeManager }: SourceCode,
): NeededImport | undefined {
  const imports = ast.body.filter((statement) => statement.type === 'ImportDeclaration');
  const own = imports.filter(
    ({ source, importKind }) => source.value === module && importKind !== 'type',
  );
  for (const { specifiers } of own) {
    for (const specifier of specifiers) {
      const text = importedAs(specifier, name);
      if (text !== undefined) return { text, apply: () => [] };
    }
  }
  if (scopeManager?.scopes.some(({ set }) => set.has(name))) return undefined;

  const last = own.flatMap(({ specifiers }) => specifiers).findLast(isNamed);
  if (last) return { text: name, apply: (fixer) => [fixer.insertTextAfter(last, `, ${name}`)] };

  const neighbour = imports.at(-1);
  const quote = neighbour?.source.raw[0] ?? "'";
  const line = `import { ${name} } from ${quote}${module}${quote};`;
  return {
    text: name,
    apply: (fixer) => [
      neighbour
        ? fixer.insertTextAfter(neighbour, `\n${line}`)
        : fixer.insertTextBeforeRange([0, 0], `${line}\n`),
    ],
  };
}

function isNamed(specifier: TSESTree.ImportClause): specifier is TSESTree.ImportSpecifier {
  return specifier.type === 'ImportSpecifier';
}

function importedAs(specifier: TSESTree.ImportClause, name: string): string | undefined {
  const local = specifier.local.name;
  if (specifier.type === 'ImportNamespaceSpecifier') return `${local}.${name}`;
  if (specifier.type === 'ImportDefaultSpecifier' || specifier.importKind === 'type') {
    return undefined;
  }
  const { imported } = specifier;
  return imported.type === 'Identifier' && imported.name === name ? local : undefined;
}

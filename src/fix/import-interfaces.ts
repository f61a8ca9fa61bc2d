import type { TSESTree } from '@typescript-eslint/utils';
import { declaresAnywhere, importsOf } from '../ast/imports.ts';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';

/** Interfaces that a fix wants to use, and what it takes to have them. */
export interface NeededInterfaces {
  /** What to write for each: `OnGatewayInit`, `ws.OnGatewayInit`. */
  readonly texts: readonly string[];
  /** Imports those that the file does not import already. */
  apply(fixer: Fixer): readonly Fix[];
}

/**
 * Prepares the import of interfaces, which need not exist at run time. It uses the imports there
 * are, type-only ones included, and writes new ones the way the file does: with `type` where the
 * file imports anything so. Undefined where the file uses one of the names for something else.
 */
export function importInterfaces(
  module: string,
  names: readonly string[],
  sourceCode: SourceCode,
): NeededInterfaces | undefined {
  const imports = importsOf(sourceCode.ast);
  const specifiers = imports.from(module).flatMap((declaration) => declaration.specifiers);

  const texts: string[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const text = specifiers.map((specifier) => writtenAs(specifier, name)).find(Boolean);
    if (text === undefined) {
      if (declaresAnywhere(name, sourceCode)) return undefined;
      missing.push(name);
    }
    texts.push(text ?? name);
  }
  return { texts, apply: (fixer) => (missing.length > 0 ? [addMissing(fixer)] : []) };

  function addMissing(fixer: Fixer): Fix {
    const last = specifiers.findLast(({ type }) => type === 'ImportSpecifier');
    if (last) {
      const isTyped = last.parent.type === 'ImportDeclaration' && last.parent.importKind === 'type';
      const added = isTyped ? missing : missing.map(marked);
      return fixer.insertTextAfter(last, `, ${added.join(', ')}`);
    }
    const neighbour = imports.all.at(-1);
    const quote = neighbour?.source.raw[0] ?? "'";
    const line = `import { ${missing.map(marked).join(', ')} } from ${quote}${module}${quote};`;
    return neighbour
      ? fixer.insertTextAfter(neighbour, `\n${line}`)
      : fixer.insertTextBeforeRange([0, 0], `${line}\n`);
  }

  function marked(name: string): string {
    return imports.all.some(importsType) ? `type ${name}` : name;
  }
}

function importsType({ importKind, specifiers }: TSESTree.ImportDeclaration): boolean {
  return (
    importKind === 'type' ||
    specifiers.some(
      (specifier) => specifier.type === 'ImportSpecifier' && specifier.importKind === 'type',
    )
  );
}

function writtenAs(specifier: TSESTree.ImportClause, name: string): string | undefined {
  const local = specifier.local.name;
  switch (specifier.type) {
    case 'ImportNamespaceSpecifier':
      return `${local}.${name}`;
    case 'ImportSpecifier': {
      const { imported } = specifier;
      return imported.type === 'Identifier' && imported.name === name ? local : undefined;
    }
    default:
      return undefined;
  }
}

import type { TSESTree } from '@typescript-eslint/utils';
import { declaresAnywhere, importsOf } from '../ast/imports.ts';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';
import { endWithComments } from './line-end.ts';

/** A name that a fix wants to use, and what it takes to have it. */
export interface NeededImport {
  /** What to write where the name is used: `OnGatewayInit`, `ws.OnGatewayInit`. */
  readonly text: string;
  /** Imports the name, unless the file does already. */
  apply(fixer: Fixer): readonly Fix[];
}

/** Several names of a module, and what it takes to have them. */
export interface NeededImports {
  /** What to write where each name is used. */
  readonly texts: readonly string[];
  /** Imports those names that the file does not import already. */
  apply(fixer: Fixer): readonly Fix[];
}

/** Prepares the import of one name; see `importNames`. */
export function importName(
  module: string,
  name: string,
  sourceCode: SourceCode,
): NeededImport | undefined {
  const needed = importNames(module, [name], sourceCode);
  const text = needed?.texts[0];
  return needed && text !== undefined ? { text, apply: (fixer) => needed.apply(fixer) } : undefined;
}

/**
 * Prepares the import of names as values. They join the file's import of that module where there
 * is one, or else follow its last import, written the way that one is. Undefined where the file
 * uses one of the names for something else.
 */
export function importNames(
  module: string,
  names: readonly string[],
  sourceCode: SourceCode,
): NeededImports | undefined {
  const imports = importsOf(sourceCode.ast);
  const own = imports
    .from(module)
    .filter(({ importKind }) => importKind !== 'type')
    .flatMap(({ specifiers }) => specifiers);

  const known = names.map((name) => own.map((specifier) => textOf(specifier, name)).find(Boolean));
  const missing = names.filter((_, index) => known[index] === undefined);
  if (missing.some((name) => declaresAnywhere(name, sourceCode))) return undefined;
  const texts = names.map((name, index) => known[index] ?? name);
  return {
    texts,
    apply: (fixer) => (missing.length === 0 ? [] : [add(missing.join(', '), fixer)]),
  };

  function add(list: string, fixer: Fixer): Fix {
    const last = own.findLast(({ type }) => type === 'ImportSpecifier');
    if (last) return fixer.insertTextAfter(last, `, ${list}`);
    const neighbour = imports.all.at(-1);
    const quote = neighbour?.source.raw[0] ?? "'";
    const end = neighbour && sourceCode.getLastToken(neighbour)?.value !== ';' ? '' : ';';
    const line = `import { ${list} } from ${quote}${module}${quote}${end}`;
    return neighbour
      ? fixer.insertTextAfterRange([0, endWithComments(neighbour, sourceCode)], `\n${line}`)
      : fixer.insertTextBeforeRange([0, 0], `${line}\n`);
  }
}

/** How a specifier lets the file write a name of its module. */
function textOf(specifier: TSESTree.ImportClause, name: string): string | undefined {
  const local = specifier.local.name;
  if (specifier.type === 'ImportNamespaceSpecifier') return `${local}.${name}`;
  if (specifier.type === 'ImportDefaultSpecifier' || specifier.importKind === 'type') {
    return undefined;
  }
  const { imported } = specifier;
  return imported.type === 'Identifier' && imported.name === name ? local : undefined;
}

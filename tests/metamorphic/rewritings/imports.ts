import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type MagicString from 'magic-string';

import type { Draft } from '../source.ts';

/** What an alias and a namespace begin with. */
const ALIAS = 'r_';
const NAMESPACE = 'namespace_';

const INTRODUCED = new RegExp(`\\b${ALIAS}(\\w+)|\\b${NAMESPACE}\\d+\\.`, 'g');

/** The text with the names that its imports had before. */
export function withoutAliases(text: string): string {
  return text.replaceAll(INTRODUCED, (_, alias: string | undefined) => reversed(alias ?? ''));
}

/**
 * `import { Guard } from 'a'` becomes `import { Guard as r_drauG } from 'a'`: nothing tells any more
 * what it is but where it comes from. A default import has no other name than its own.
 */
export function aliased({ source, text }: Draft): void {
  for (const specifier of importsOf(source).flatMap(({ specifiers }) => specifiers)) {
    if (specifier.type === 'ImportDefaultSpecifier' || isTwofold(specifier, source)) continue;
    const { local } = specifier;
    const name = ALIAS + reversed(local.name);
    const isShort =
      specifier.type === 'ImportSpecifier' && specifier.imported.range[0] === local.range[0];
    renameUses(specifier, name, { source, text });
    if (isShort) text.appendLeft(local.range[1], ` as ${name}`);
    else text.overwrite(...local.range, name);
  }
}

function reversed(name: string): string {
  return [...name].toReversed().join('');
}

/** `import { A } from 'a'` becomes `import * as namespace_0 from 'a'`. */
export function asNamespace({ source, text }: Draft): void {
  for (const [index, declaration] of importsOf(source).entries()) {
    const { specifiers } = declaration;
    const [first] = specifiers;
    const last = specifiers.at(-1);
    if (!first || !last || !specifiers.every((one) => mayBecomeMember(one, source))) continue;
    const namespace = `${NAMESPACE}${index}`;
    for (const specifier of specifiers) {
      renameUses(specifier, `${namespace}.${importedName(specifier)}`, { source, text });
    }
    const opening = source.getTokenBefore(first);
    const closing = source.getTokenAfter(last, { filter: ({ value }) => value === '}' });
    if (opening && closing) {
      text.overwrite(opening.range[0], closing.range[1], `* as ${namespace}`);
    }
  }
}

function importsOf({ ast }: Draft['source']): readonly TSESTree.ImportDeclaration[] {
  return ast.body.filter((statement) => statement.type === 'ImportDeclaration');
}

/** What has another name here stays out, a type among values, and what is exported again. */
function mayBecomeMember(specifier: TSESTree.ImportClause, source: Draft['source']): boolean {
  return (
    specifier.type === 'ImportSpecifier' &&
    specifier.importKind !== 'type' &&
    importedName(specifier) === specifier.local.name &&
    !isTwofold(specifier, source) &&
    usesOf(specifier, source).every(({ parent }) => parent?.type !== 'ExportSpecifier')
  );
}

/** Whether the file declares the name once more, so that its uses may mean either. */
function isTwofold(specifier: TSESTree.ImportClause, source: Draft['source']): boolean {
  return variablesOf(specifier, source).some(({ defs }) => defs.length > 1);
}

function importedName(specifier: TSESTree.ImportClause): string {
  return specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
    ? specifier.imported.name
    : 'default';
}

function renameUses(
  specifier: TSESTree.ImportClause,
  name: string,
  { source, text }: { source: Draft['source']; text: MagicString },
): void {
  for (const node of usesOf(specifier, source)) {
    const { parent } = node;
    if (parent?.type === 'Property' && parent.shorthand) {
      text.appendLeft(node.range[1], `: ${name}`);
    } else if (
      parent?.type === 'ExportSpecifier' &&
      parent.exported.range[0] === parent.local.range[0]
    ) {
      text.overwrite(...node.range, `${name} as ${specifier.local.name}`);
    } else {
      text.overwrite(...node.range, name);
    }
  }
}

/** Where a name is used, each place once: a class may be used as a value and a type at once. */
function usesOf(
  specifier: TSESTree.ImportClause,
  source: Draft['source'],
): readonly TSESTree.Node[] {
  const nodes = variablesOf(specifier, source)
    .flatMap(({ references }) => references.map(({ identifier }) => identifier))
    .map((node) => [node.range[0], node] as const);
  return [...new Map(nodes).values()];
}

function variablesOf(
  specifier: TSESTree.ImportClause,
  source: Draft['source'],
): readonly TSESLint.Scope.Variable[] {
  return source.getDeclaredVariables?.(specifier) ?? [];
}

import type { TSESTree } from '@typescript-eslint/utils';
import { once } from './once.ts';
import type { SourceCode } from './types.ts';

/** The import declarations of a file. */
export interface Imports {
  readonly all: readonly TSESTree.ImportDeclaration[];
  /** Those of a module, as it is written. */
  from(module: string): readonly TSESTree.ImportDeclaration[];
}

/** The import declarations of a file, looked for once: each finding may want to import something. */
export const importsOf = once((program: TSESTree.Program): Imports => {
  const all = program.body.filter((statement) => statement.type === 'ImportDeclaration');
  const byModule = new Map<string, TSESTree.ImportDeclaration[]>();
  for (const declaration of all) {
    const { value } = declaration.source;
    const others = byModule.get(value);
    if (others) others.push(declaration);
    else byModule.set(value, [declaration]);
  }
  return { all, from: (module) => byModule.get(module) ?? [] };
});

/** Whether a file declares a name in any of its scopes. */
export function declaresAnywhere(name: string, { ast, scopeManager }: SourceCode): boolean {
  return declaredNames(ast, scopeManager).has(name);
}

const declaredNames = once(
  (_: TSESTree.Program, scopeManager: SourceCode['scopeManager']): ReadonlySet<string> =>
    new Set(scopeManager?.scopes.flatMap(({ set }) => [...set.keys()])),
);

import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './types.ts';

/** The import declarations of a file. */
export interface Imports {
  readonly all: readonly TSESTree.ImportDeclaration[];
  /** Those of a module, as it is written. */
  from(module: string): readonly TSESTree.ImportDeclaration[];
}

const known = new WeakMap<TSESTree.Program, Imports>();

/** The import declarations of a file, looked for once: each finding may want to import something. */
export function importsOf(program: TSESTree.Program): Imports {
  let imports = known.get(program);
  if (imports === undefined) {
    const all = program.body.filter((statement) => statement.type === 'ImportDeclaration');
    const byModule = new Map<string, TSESTree.ImportDeclaration[]>();
    for (const declaration of all) {
      const { value } = declaration.source;
      const others = byModule.get(value);
      if (others) others.push(declaration);
      else byModule.set(value, [declaration]);
    }
    imports = { all, from: (module) => byModule.get(module) ?? [] };
    known.set(program, imports);
  }
  return imports;
}

const names = new WeakMap<TSESTree.Program, ReadonlySet<string>>();

/** Whether a file declares a name in any of its scopes. */
export function declaresAnywhere(name: string, { ast, scopeManager }: SourceCode): boolean {
  let declared = names.get(ast);
  if (declared === undefined) {
    declared = new Set(scopeManager?.scopes.flatMap(({ set }) => [...set.keys()]));
    names.set(ast, declared);
  }
  return declared.has(name);
}

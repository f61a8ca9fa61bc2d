import { join } from 'node:path';

import ts from 'typescript';

import type { Edit } from './edits.ts';

/** A file's text, and what the file is called. */
interface Source {
  readonly file: string;
  readonly code: string;
}

const ROOT = join(import.meta.dirname, '../runtime/nest11/virtual');
const STUBS = join(ROOT, 'stubs');

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  rewriteRelativeImportExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
};

/** The errors that each edit brings into its case; see `newErrors`. */
export function newTypeErrors(edits: readonly Edit[]): ReadonlyMap<Edit, readonly string[]> {
  const sources = new Map<string, Source>();
  for (const { given, code } of edits) {
    for (const source of [given, { file: given.file, code }]) sources.set(keyOf(source), source);
  }
  const found = typeErrors([...sources.values()]);
  const errors = new Map([...sources.keys()].map((key, index) => [key, found[index]]));
  return new Map(
    edits.map((edit) => {
      const { given, code } = edit;
      const before = errors.get(keyOf(given)) ?? new Set();
      const after = errors.get(keyOf({ file: given.file, code })) ?? new Set();
      return [edit, newErrors(before, after)];
    }),
  );
}

function keyOf({ file, code }: Source): string {
  return `${file}\n${code}`;
}

/**
 * The errors that TypeScript finds in each of the sources, `code: message`. They stand next to
 * Nest 11 in one program, each as a module of its own. A module that is not installed is made up:
 * it has every name that a source imports from it, as a value and as a type, and both are `any`.
 */
function typeErrors(sources: readonly Source[]): ReadonlySet<string>[] {
  const paths = sources.map(({ file }, index) => join(ROOT, String(index), file));
  const files = new Map(
    sources.map(({ code }, index) => {
      const path = paths[index] ?? '';
      return [path, ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true)];
    }),
  );
  const resolve = createResolver([...files.values()], files);
  const host = ts.createCompilerHost(OPTIONS);
  const program = ts.createProgram(paths, OPTIONS, {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    getSourceFile: (path, ...rest) => files.get(path) ?? host.getSourceFile(path, ...rest),
    resolveModuleNameLiterals: (literals, containing, _, options, sourceFile) =>
      literals.map((literal) => ({
        resolvedModule: resolve(
          literal.text,
          containing,
          ts.getModeForUsageLocation(sourceFile, literal, options),
        ),
      })),
  });
  return paths.map((path) => {
    const file = program.getSourceFile(path);
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    return new Set(found.map(describe));
  });
}

/**
 * The errors that were not there before. Where the edit has explained a name that nothing did,
 * TypeScript looks at what it has let pass until then, so only the syntax counts.
 */
function newErrors(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  const explains = [...before].some((error) => error.startsWith(UNKNOWN_NAME) && !after.has(error));
  return [...after].filter((error) => !before.has(error) && (!explains || SYNTAX.test(error)));
}

const UNKNOWN_NAME = '2304: ';
const SYNTAX = /^1\d{3}: /;

/** What TypeScript calls by several names: with and without a suggestion, of a name and a value. */
const SAME: Readonly<Record<number, number>> = {
  2551: 2339,
  2552: 2304,
  2531: 2533,
  2532: 2533,
  18047: 2533,
  18048: 2533,
  18049: 2533,
};

function describe({ code, messageText }: ts.Diagnostic): string {
  const same = SAME[code] ?? code;
  if (same === 2533) return '2533: Something is possibly null or undefined.';
  const message = ts
    .flattenDiagnosticMessageText(messageText, '\n')
    .replaceAll(/virtual\/\d+/g, 'virtual')
    .replace(/ Did you mean (?:the instance member )?'[^']*'\?$/, '');
  return `${same}: ${message}`;
}

type Resolve = (
  name: string,
  containing: string,
  mode: ts.ResolutionMode,
) => ts.ResolvedModuleFull | undefined;

/** Resolves from the sources to what is installed, or else to a stub, which joins the files. */
function createResolver(
  sources: readonly ts.SourceFile[],
  files: Map<string, ts.SourceFile>,
): Resolve {
  const imported = importedNames(sources);
  const cache = ts.createModuleResolutionCache(ROOT, (path) => path, OPTIONS);
  const known = new Map<string, ts.ResolvedModuleFull | undefined>();

  return (name, containing, mode) => {
    if (!containing.startsWith(ROOT)) return installed(name, containing, mode);
    const key = `${mode} ${name}`;
    if (!known.has(key)) {
      const isOwn = name.startsWith('.');
      known.set(
        key,
        (isOwn ? undefined : installed(name, join(ROOT, 'main.ts'), mode)) ?? stub(name),
      );
    }
    return known.get(key);
  };

  function installed(name: string, containing: string, mode: ts.ResolutionMode) {
    return ts.resolveModuleName(name, containing, OPTIONS, ts.sys, cache, undefined, mode)
      .resolvedModule;
  }

  function stub(name: string): ts.ResolvedModuleFull {
    const path = join(STUBS, `${encodeURIComponent(name)}.ts`);
    const exports = [...(imported.get(name) ?? [])].map((exported) =>
      exported === 'default'
        ? 'declare const it: any; type it = any; export { it as default };'
        : `export declare const ${exported}: any; export type ${exported}<A = any, B = any> = any;`,
    );
    const text = [...exports, 'export {};'].join('\n');
    files.set(path, ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
    return { resolvedFileName: path, extension: ts.Extension.Ts, isExternalLibraryImport: false };
  }
}

/** The names that the files import, by the module they import them from. */
function importedNames(files: readonly ts.SourceFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const statement of files.flatMap((file) => [...file.statements])) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
      continue;
    }
    const { text } = statement.moduleSpecifier;
    const own = names.get(text) ?? new Set();
    names.set(text, own);
    const { name, namedBindings } = statement.importClause ?? {};
    if (name) own.add('default');
    if (namedBindings && ts.isNamedImports(namedBindings)) {
      for (const element of namedBindings.elements)
        own.add((element.propertyName ?? element.name).text);
    }
  }
  return names;
}

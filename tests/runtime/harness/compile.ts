import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { AppSources } from './assemble.ts';
import { workspaceOf, type Major } from './majors.ts';

export interface CompiledApp {
  /** The compiled files, absolute. */
  readonly files: readonly string[];
  readonly setup?: string;
}

export interface Compiled {
  /** Where it all is. */
  readonly folder: string;
  /** The program that hosts applications. */
  readonly host: string;
  readonly apps: ReadonlyMap<AppSources, CompiledApp>;
}

const HOST_SOURCES = join(import.meta.dirname, 'host');

/** As `nest build` with tsc compiles an application; NodeNext asks the workspace's `type`. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  rewriteRelativeImportExtensions: true,
  skipLibCheck: true,
  types: ['node'],
};

/** A name that does not resolve loses its runtime type: that would prove something else. */
const UNRESOLVED = new Set([2304, 2305, 2307, 2552, 2614, 2724, 2834, 2835]);

const FORMAT: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: ts.sys.getCurrentDirectory,
  getNewLine: () => '\n',
};

const cachingHost = createCachingHost();

/**
 * Compiles every application, and the program that hosts them, in one go: a whole program, because
 * only that emits the decorator metadata that `tsc` does (`import type` gives `Function`).
 */
export function compile(major: Major, lab: string, sources: readonly AppSources[]): Compiled {
  // A folder of this process' own: another one may run the same proofs.
  const out = join(workspaceOf(major), 'dist', `${lab}-${process.pid}`);
  const hostFiles = readdirSync(HOST_SOURCES).map((name) => {
    return write(join(out, 'host', name), readFileSync(join(HOST_SOURCES, name), 'utf8'));
  });
  const appFiles = sources.flatMap(({ folder, files }) => {
    return [...files].map(([path, source]) => write(join(out, folder, path), source));
  });
  const rootNames = [...hostFiles, ...appFiles];
  const program = ts.createProgram({ rootNames, options: OPTIONS, host: cachingHost });
  const broken = brokenCode(program, appFiles);
  if (broken.length > 0) {
    rmSync(out, { recursive: true });
    throw new Error(ts.formatDiagnostics(broken, FORMAT));
  }
  program.emit();

  const apps = sources.map((source) => [source, compiledApp(source, out)] as const);
  return { folder: out, host: join(out, 'host/main.js'), apps: new Map(apps) };
}

function compiledApp({ folder, files, setup }: AppSources, out: string): CompiledApp {
  const compiled = (path: string): string => join(out, folder, path.replace(/\.ts$/u, '.js'));
  const paths = [...files.keys()].filter((path) => path !== setup);
  return { files: paths.map(compiled), ...(setup !== undefined && { setup: compiled(setup) }) };
}

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Types may disagree across majors; text that does not parse or resolve is a broken page. */
function brokenCode(program: ts.Program, files: readonly string[]): ts.Diagnostic[] {
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const unresolved = program
      .getSemanticDiagnostics(source)
      .filter(({ code }) => UNRESOLVED.has(code));
    return [...program.getSyntacticDiagnostics(source), ...unresolved];
  });
}

/** The majors share most declaration files; each is parsed once. */
function createCachingHost(): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  const parsed = new Map<string, ts.SourceFile | undefined>();
  return {
    ...host,
    getSourceFile(fileName, ...rest) {
      if (!fileName.includes('/node_modules/')) return host.getSourceFile(fileName, ...rest);
      if (!parsed.has(fileName)) parsed.set(fileName, host.getSourceFile(fileName, ...rest));
      return parsed.get(fileName);
    },
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { readDocsBlocks, type DocsBlock } from '../../docs-blocks.ts';
import type { Claim, Proof } from './proof.ts';

export const SIDES = ['incorrect', 'correct'] as const;
export type SideName = (typeof SIDES)[number];

/** The sources of one application, before any major has compiled them. */
export interface AppSources {
  /** A folder of its own, so that no module is shared between two applications. */
  readonly folder: string;
  /** Source text by the file's path inside the folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly setup?: string;
}

const SUPPORT = join(import.meta.dirname, '../support');
const RELATIVE_IMPORT =
  /(?<=\bfrom\s+|\bimport\s*\(?\s*)(?<quote>['"])(?<path>\.{1,2}\/[^'"]+)\k<quote>/gu;

/**
 * Puts blocks of a rule page beside the support files they import. A block that imports
 * `./auth.service` gets `support/<rule>/auth.service.ts`, or else `support/auth.service.ts`.
 */
export function assemble(proof: Proof, claim: Claim, side: SideName, pages?: string): AppSources {
  const files = new Map<string, string>();
  const add = (path: string, source: string): void => {
    files.set(path, withExtensions(source));
    for (const imported of relativeImports(source)) {
      const importedPath = posix.join(posix.dirname(path), imported);
      if (!files.has(importedPath)) add(importedPath, supportFile(proof.rule, importedPath));
    }
  };

  const blocks = [claim[side].block].flat().map((name) => findBlock(proof.rule, name, side, pages));
  for (const { file, code } of blocks) files.set(posix.join('app', file), code);
  for (const { file, code } of blocks) add(posix.join('app', file), code);

  const folder = `${proof.rule}/${proof.claims.indexOf(claim) + 1}-${side}`;
  if (claim.setup === undefined) return { folder, files };
  const setup = `app/setup/${claim.setup}.ts`;
  add(setup, readFileSync(join(SUPPORT, 'setup', `${claim.setup}.ts`), 'utf8'));
  return { folder, files, setup };
}

function findBlock(rule: string, name: string, side: SideName, pages?: string): DocsBlock {
  const block = readDocsBlocks(rule, pages).find((candidate) => candidate.name === name);
  if (block === undefined) throw new Error(`docs/rules/${rule}.md has no block named '${name}'`);
  if (block.kind !== side) {
    throw new Error(`docs/rules/${rule}.md calls the block '${name}' ${block.kind}, not ${side}`);
  }
  return block;
}

function supportFile(rule: string, path: string): string {
  const name = basename(path);
  const found = [join(SUPPORT, rule, name), join(SUPPORT, name)].find((file) => existsSync(file));
  if (found === undefined) {
    throw new Error(`docs/rules/${rule}.md imports ${name}, which tests/runtime/support lacks`);
  }
  return readFileSync(found, 'utf8');
}

function relativeImports(source: string): string[] {
  return [...source.matchAll(RELATIVE_IMPORT)].map(({ groups }) => toSourceFile(groups?.['path']));
}

/** ECMAScript modules need the extension that a page leaves out; the compiler turns it to `.js`. */
function withExtensions(source: string): string {
  return source.replaceAll(RELATIVE_IMPORT, (_match, quote: string, path: string) => {
    return quote + toSourceFile(path) + quote;
  });
}

function toSourceFile(specifier = ''): string {
  return specifier.replace(/\.[jt]s$/u, '') + '.ts';
}

// @ts-check
/** Folders outside of the repository, which are gone when the run is over. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = fileURLToPath(new URL('../node_modules', import.meta.url));

/**
 * The url of a module, for a file elsewhere that imports it.
 * @param {string} path - from this folder
 */
export function moduleUrl(path) {
  return new URL(path, import.meta.url).href;
}

/**
 * An empty project that has the packages of this repository, and these files.
 * @param {Readonly<Record<string, string>>} files - texts by path
 */
export function project(files) {
  const path = folder(files);
  symlinkSync(PACKAGES, join(path, 'node_modules'));
  return path;
}

/** @param {Readonly<Record<string, string>>} files - texts by path */
export function folder(files) {
  const root = mkdtempSync(join(tmpdir(), 'bench-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');
const entry = join(dist, 'index.js');

const PROBE = `
  const { createRequire } = await import('node:module');
  const [path, url] = process.argv.slice(1);
  const require = createRequire(path);
  const { default: imported } = await import(url);
  console.log(JSON.stringify({
    same: imported === require(path),
    others: Object.keys(require.cache).filter((module) => module !== path),
  }));
`;

/** The modules that a file imports, requires or refers to. */
function imports(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(join(dist, file), 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

describe('the built package', () => {
  it('is one module and its types, which import nothing', () => {
    expect(readdirSync(dist).toSorted()).toEqual(['index.d.ts', 'index.js', 'index.ts5.5.d.ts']);
    expect(imports('index.js')).toEqual([]);
    expect(imports('index.d.ts')).toEqual([]);
  });

  it('loads neither ESLint nor TypeScript, and is the same plugin imported and required', () => {
    const argv = ['--input-type=module', '--eval', PROBE, entry, pathToFileURL(entry).href];
    const output = execFileSync(process.execPath, argv, { encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual({ same: true, others: [] });
  });
});

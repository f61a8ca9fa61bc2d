import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** What `npm publish` would upload. */
    tarball: string;
    /** The paths of the files in it. */
    packed: readonly string[];
  }
}

/** Packs the built package once for all tests of a project. */
export default async function pack(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  const argv = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await promisify(execFile)('npm', argv, { cwd: project.config.root });
  const [{ filename, files }] = JSON.parse(stdout);
  project.provide('tarball', join(folder, filename));
  project.provide(
    'packed',
    files.map(({ path }: { path: string }) => path),
  );
  return () => rm(folder, { recursive: true });
}

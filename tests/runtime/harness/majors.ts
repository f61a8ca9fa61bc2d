import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Major = 10 | 11 | 12;

/** The majors of Nest that every proof runs on. */
export const MAJORS: readonly Major[] = [10, 11, 12];

/** The workspace a major is installed in; its `type` says whether an application is CommonJS or ESM. */
export function workspaceOf(major: Major): string {
  return join(import.meta.dirname, '..', `nest${major}`);
}

/** The version of a package that the workspace pins. */
export function pinnedVersion(major: Major, name: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(workspaceOf(major), 'package.json'), 'utf8'),
  );
  const { dependencies } = manifest as { dependencies: Record<string, string> };
  const version = dependencies[name];
  if (version === undefined) throw new Error(`nest${major}/package.json has no ${name}`);
  return version;
}

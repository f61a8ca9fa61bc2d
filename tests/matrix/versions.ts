import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The version that this repository has installed, so that npm finds it in its cache. */
export function installed(name: string): string {
  return `${name}@${require(`${name}/package.json`).version}`;
}

import { type Remote, wrap } from 'comlink';

import type { LintService } from './worker.ts';

let service: Remote<LintService> | undefined;

/** The linter in its worker, which the first caller starts. */
export function linter(): Remote<LintService> {
  service ??= wrap(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'linter' }),
  );
  return service;
}

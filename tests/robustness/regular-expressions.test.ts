import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseForESLint } from '@typescript-eslint/parser';
import { checkSync } from 'recheck';
import { describe, expect, it, vi } from 'vitest';

import { shapes } from './shapes.ts';

/** The regular expressions that are written in src, by where they stand. */
const literals = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => {
    const code = readFileSync(join('src', path), 'utf8');
    const { ast } = parseForESLint(code, { tokens: true, range: true, loc: true });
    return (ast.tokens ?? []).flatMap((token) =>
      'regex' in token ? [[`${path}:${token.loc.start.line}`, token.regex as Regex] as const] : [],
    );
  });

interface Regex {
  readonly pattern: string;
  readonly flags: string;
}

/** Those that src puts together, as it is loaded and while it lints. */
async function constructed(): Promise<readonly Regex[]> {
  const found = new Map<string, Regex>();
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct(target, [pattern, flags]: [string, string?]) {
        const regex = new target(pattern, flags);
        if (/\/src\//.test(new Error().stack?.split('\n')[2] ?? '')) {
          found.set(String(regex), { pattern: regex.source, flags: regex.flags });
        }
        return regex;
      },
    }),
  );
  vi.resetModules();
  const fresh = await import('./lint.ts');
  for (const shape of Object.values(shapes)) fresh.lint(shape(12));
  vi.unstubAllGlobals();
  return [...found.values()];
}

function complexityOf({ pattern, flags }: Regex): string {
  const diagnostics = checkSync(pattern, flags, { timeout: 20_000 });
  return diagnostics.status === 'unknown' ? 'unknown' : diagnostics.complexity.type;
}

describe('no regular expression takes more than linear time', () => {
  it.each(literals)('%s', (_, regex) => {
    expect(['safe', 'linear'], regex.pattern).toContain(complexityOf(regex));
  });

  it('put together from parts', async () => {
    const built = await constructed();
    expect(built.length).toBeGreaterThan(4);
    for (const regex of built) {
      expect.soft(['safe', 'linear'], regex.pattern).toContain(complexityOf(regex));
    }
  });
});

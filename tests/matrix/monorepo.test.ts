import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import type { ESLint } from 'eslint';
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { type Finding, findingsOf, Scratch } from './scratch.ts';

const EXAMPLE = 'examples/monorepo';
const CACHED = ['--cache', '--stats', '.'];

let project: Scratch;

beforeAll(async () => {
  project = await Scratch.create({});
  await cp(EXAMPLE, project.folder, {
    recursive: true,
    filter: (path) => !/node_modules|\.turbo|package-lock/.test(relative(EXAMPLE, path)),
  });
  // A tarball is to a scratch project what the repository around it is to the example.
  await edit('package.json', (manifest) =>
    manifest.replace('file:../..', `file:${inject('tarball')}`),
  );
  await project.install();
});

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(project.folder, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

/** The findings in the apps by file, whichever run they come from. */
function byFile(results: readonly ESLint.LintResult[]): Record<string, readonly Finding[]> {
  const files: Record<string, readonly Finding[]> = {};
  for (const result of results) {
    const file = relative(project.folder, result.filePath);
    if (file.startsWith('apps/')) files[file] = findingsOf([result]);
  }
  return files;
}

/** What Turborepo prints of a run, and how many of its tasks it took from its cache. */
async function turbo(...argv: string[]) {
  const { stdout } = await project.run('turbo', 'run', 'lint', '--log-prefix=none', ...argv);
  const cached = /Cached:\s+(?<cached>\d+) cached, (?<total>\d+) total/.exec(stdout)?.groups;
  return { stdout, cached: Number(cached?.['cached']), total: Number(cached?.['total']) };
}

describe('three apps', () => {
  it('have the same findings in every way to lint them', async () => {
    const whole = byFile(await project.eslint('.'));
    expect(Object.values(whole).flat()).not.toEqual([]);

    expect(byFile(await project.eslint('--concurrency', '2', '.'))).toEqual(whole);
    expect(byFile(await project.eslint(...CACHED)), 'written to the cache').toEqual(whole);
    expect(byFile(await project.eslint(...CACHED)), 'read from the cache').toEqual(whole);

    const files = Object.keys(whole);
    const halves = [0, 1].map((half) => files.filter((_, index) => index % 2 === half));
    const byHalves: ESLint.LintResult[] = [];
    for (const half of halves) byHalves.push(...(await project.eslint(...half)));
    expect(byFile(byHalves), 'split between two machines').toEqual(whole);

    for (const run of ['run', 'replayed']) {
      const { stdout } = await turbo('--', '--format', 'json');
      const results = stdout.split('\n').filter((line) => line.startsWith('[{'));
      expect(byFile(results.flatMap((line) => JSON.parse(line))), run).toEqual(whole);
    }
  });
});

describe("Turborepo's cache", () => {
  beforeEach(() => turbo());

  it('lints nothing twice', async () => {
    expect(await turbo()).toMatchObject({ cached: 3, total: 3 });
  });

  it('replays the warnings of an app that it does not lint again', async () => {
    expect((await turbo()).stdout).toContain('nestjs-gateway/no-any-message-body');
  });

  it('lints an app again when a file of it changes', async () => {
    await edit('apps/orders/src/main.ts', (text) => `${text}\n`);
    expect(await turbo()).toMatchObject({ cached: 2, total: 3 });
  });

  it('lints all apps again when the configuration changes', async () => {
    await edit('eslint.config.mjs', (text) => `${text}\n`);
    expect(await turbo()).toMatchObject({ cached: 0, total: 3 });
  });
});

describe("ESLint's cache", () => {
  /** The files that are linted, and not taken from the cache, by their timings. */
  async function relinted(change: () => Promise<void>): Promise<string[]> {
    const before = new Map((await project.eslint(...CACHED)).map(timing));
    await change();
    const after = (await project.eslint(...CACHED)).map(timing);
    return after.filter(([file, times]) => before.get(file) !== times).map(([file]) => file);
  }

  function timing({ filePath, stats }: ESLint.LintResult): [string, string] {
    return [relative(project.folder, filePath), JSON.stringify(stats)];
  }

  it('lints nothing twice', async () => {
    expect(await relinted(async () => undefined)).toEqual([]);
  });

  it('lints a changed file alone', async () => {
    const gateway = 'apps/chat/src/chat.gateway.ts';
    const change = () => edit(gateway, (text) => `${text}\n`);
    expect(await relinted(change)).toEqual([gateway]);
  });
});

describe('another version of the plugin', () => {
  /** Packs and installs the plugin under the version, which is all that is new in it. */
  async function update(version: string): Promise<void> {
    const folder = join(project.folder, 'node_modules/.updated');
    const installed = join(project.folder, 'node_modules/eslint-plugin-nestjs-gateway');
    await cp(installed, folder, { recursive: true });
    for (const file of ['package.json', 'dist/index.js']) {
      const text = await readFile(join(folder, file), 'utf8');
      await writeFile(join(folder, file), text.replace(/("?version"?: )"[^"]+"/, `$1"${version}"`));
    }
    const argv = ['pack', folder, '--ignore-scripts', '--pack-destination', project.folder];
    const { stdout } = await project.run('npm', ...argv);
    await project.install('--save-dev', `./${stdout.trim()}`);
  }

  it('is not answered from either cache', async () => {
    const before = (await project.eslint(...CACHED)).map(({ stats }) => JSON.stringify(stats));
    await turbo();
    expect(await turbo()).toMatchObject({ cached: 3 });

    await update('99.0.0');

    expect(await turbo()).toMatchObject({ cached: 0, total: 3 });
    const after = (await project.eslint(...CACHED)).map(({ stats }) => JSON.stringify(stats));
    expect(before.filter((stats) => after.includes(stats))).toEqual([]);
  });
});

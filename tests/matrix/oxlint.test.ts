import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, inject, it } from 'vitest';

import { block } from './guide.ts';
import { GATEWAY, NAMED_RULES, Scratch } from './scratch.ts';
import { installed } from './versions.ts';

const PAGE = 'docs/oxlint.md';

let project: Scratch;

beforeAll(async () => {
  const files = {
    '.gitignore': 'node_modules\n',
    'src/chat.gateway.ts': GATEWAY,
    'src/realtime/chat.ts': GATEWAY,
  };
  project = await Scratch.create(files, [inject('tarball'), installed('oxlint')]);
});

/** What Oxlint finds by the page's configuration that holds these words: `file: rule`. */
async function lintBy(words: string): Promise<string[]> {
  await project.write({ '.oxlintrc.json': block(PAGE, 'json', words) });
  const { stdout } = await project.run('oxlint', '--format', 'json');
  return JSON.parse(stdout).diagnostics.map(
    ({ filename, code }: { filename: string; code: string }) =>
      `${filename}: ${code.replace(/^nestjs-gateway\((.*)\)$/, '$1')}`,
  );
}

function named(file: string): string[] {
  return NAMED_RULES.map((rule) => `${file}: ${rule}`);
}

it('has neither ESLint nor TypeScript nor anything else installed', async () => {
  const packages = await readdir(join(project.folder, 'node_modules'));
  expect(packages.filter((name) => !name.startsWith('.'))).toEqual([
    '@oxlint',
    'eslint-plugin-nestjs-gateway',
    'oxlint',
  ]);
});

it('reports each of the five named mistakes by the preset, in the files of the preset', async () => {
  const found = await lintBy('settings');
  expect(found).toEqual(expect.arrayContaining(named('src/chat.gateway.ts')));
  expect(found.filter((finding) => finding.startsWith('src/realtime/'))).not.toEqual(
    expect.arrayContaining(named('src/realtime/chat.ts')),
  );
});

it('turns a rule off in an override', async () => {
  const found = await lintBy('"off"');
  expect(found).toContain('src/chat.gateway.ts: require-validation-pipe');
  expect(found).not.toContain('src/chat.gateway.ts: no-any-message-body');
});

it('lints other files without a preset', async () => {
  const found = await lintBy('jsPlugins');
  expect(found).toContain('src/realtime/chat.ts: require-validation-pipe');
  expect(found).not.toContain('src/chat.gateway.ts: require-validation-pipe');
});

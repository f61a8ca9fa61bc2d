import { describe, expect, inject, it } from 'vitest';

import { block } from './guide.ts';
import { GATEWAY, NAMED_RULES, Scratch } from './scratch.ts';

const PAGE = 'docs/typescript-7.md';

/** A project whose manifest is the block of the page that holds these words. */
async function install(words: string, files: Record<string, string>): Promise<Scratch> {
  const { devDependencies, ...manifest } = JSON.parse(block(PAGE, 'json', words));
  devDependencies['eslint-plugin-nestjs-gateway'] = `file:${inject('tarball')}`;
  const project = await Scratch.create({
    'package.json': JSON.stringify({ type: 'module', private: true, ...manifest, devDependencies }),
    '.gitignore': 'node_modules\n',
    'tsconfig.json':
      '{ "compilerOptions": { "noEmit": true, "skipLibCheck": true }, "files": ["a.ts"] }',
    'a.ts': 'export const answer: number = 42;\n',
    'chat.gateway.ts': GATEWAY,
    ...files,
  });
  await project.install();
  return project;
}

describe('with TypeScript 6 beside TypeScript 7', () => {
  it('builds with 7 and lints by way of 6', async () => {
    const config = block('README.md', 'js', 'defineConfig');
    const project = await install('typescript6', { 'eslint.config.mjs': config });

    const tsc = 'node_modules/typescript-7/bin/tsc';
    const { stdout } = await project.run('node', tsc, '--version');
    expect(stdout).toMatch(/^Version 7\./);
    expect((await project.run('tsc', '--version')).stdout).toMatch(/^Version 6\./);
    expect(await project.run('npm', 'run', 'build')).toMatchObject({ code: 0 });

    const { code, stdout: report } = await project.run('npm', 'run', 'lint');
    expect(code).toBe(1);
    for (const rule of NAMED_RULES) expect(report).toContain(`nestjs-gateway/${rule}`);
  });
});

describe('with Oxlint', () => {
  it('builds and lints with no other TypeScript than 7', async () => {
    const config = block('docs/oxlint.md', 'json', 'settings');
    const project = await install('oxlint', { '.oxlintrc.json': config });

    expect((await project.run('tsc', '--version')).stdout).toMatch(/^Version 7\./);
    expect(await project.run('npm', 'run', 'build')).toMatchObject({ code: 0 });

    const { code, stdout: report } = await project.run('npm', 'run', 'lint');
    expect(code).toBe(1);
    for (const rule of NAMED_RULES) expect(report).toContain(`nestjs-gateway(${rule})`);
  });
});

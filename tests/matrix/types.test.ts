import { beforeAll, describe, expect, inject, it } from 'vitest';

import { Scratch } from './scratch.ts';
import { installed } from './versions.ts';

const IMPORTS = `
import gateway from 'eslint-plugin-nestjs-gateway';
import tseslint from 'typescript-eslint';
`;

const FILES = {
  'assigned.ts': `
import type { TSESLint } from '@typescript-eslint/utils';
import type { ESLint, Linter, Rule } from 'eslint';
import gateway, { type RuleName } from 'eslint-plugin-nestjs-gateway';

const { recommended, strict } = gateway.configs;
export const plugins: [ESLint.Plugin, TSESLint.FlatConfig.Plugin] = [gateway, gateway];
export const configs: [Linter.Config, TSESLint.FlatConfig.Config] = [recommended, strict];
export const rule: Rule.RuleModule = gateway.rules['no-any-message-body'];
export const name: RuleName = 'no-any-message-body';
// @ts-expect-error -- there is no such rule
export const none = gateway.rules['no-such-rule'];
`,
  'by-name.config.mjs': `// @ts-check
import { defineConfig } from 'eslint/config';
${IMPORTS}
export default defineConfig({
  plugins: { 'nestjs-gateway': gateway },
  extends: ['nestjs-gateway/recommended'],
  languageOptions: { parser: tseslint.parser },
});
`,
  'by-object.config.ts': `
import { defineConfig } from 'eslint/config';
${IMPORTS}
export default defineConfig([tseslint.configs.base, { extends: [gateway.configs.strict] }]);
`,
  'tseslint.config.ts': `${IMPORTS}
export default tseslint.config(tseslint.configs.base, {
  extends: [gateway.configs.recommended],
  plugins: { 'nestjs-gateway': gateway },
});
`,
  'plain.config.mjs': `// @ts-check
${IMPORTS}
/** @type {import('eslint').Linter.Config[]} */
export default [{ ...gateway.configs.recommended, languageOptions: { parser: tseslint.parser } }];
`,
};

/** What only newer compilers know to be the plugin and not a namespace around it. */
const REQUIRED = `// @ts-check
const gateway = require('eslint-plugin-nestjs-gateway');

/** @type {import('eslint').Linter.Config[]} */
module.exports = [gateway.configs.recommended];
`;

const FLAGS = '--noEmit --allowJs --strict --exactOptionalPropertyTypes --target es2022'.split(' ');
const COMPILERS = {
  'TypeScript 5.5': 'typescript-5.5@npm:typescript@5.5.4',
  'TypeScript 5.9': 'typescript-5.9@npm:typescript@5.9.3',
  'TypeScript 6': `typescript-6@npm:${installed('typescript')}`,
  'TypeScript 7': 'typescript-7@npm:typescript@7.0.2',
};

describe.each(['eslint@9.39.5', installed('eslint')])('with %s', (eslint) => {
  let project: Scratch;

  beforeAll(async () => {
    const packages = [
      inject('tarball'),
      eslint,
      ...['typescript', 'typescript-eslint'].map(installed),
    ];
    const files = { ...FILES, 'required.config.cjs': REQUIRED };
    project = await Scratch.create(files, [...packages, ...Object.values(COMPILERS)]);
  });

  /** What the compiler has to say of the files. */
  async function check(compiler: string, ...argv: string[]): Promise<string> {
    const [alias = ''] = compiler.split('@');
    const tsc = `node_modules/${alias}/bin/tsc`;
    const { stdout } = await project.run('node', tsc, ...FLAGS, ...argv);
    return stdout;
  }

  it.each(Object.entries(COMPILERS))('%s accepts the plugin', async (_, compiler) => {
    const flags = ['--module', 'nodenext', '--skipLibCheck'];
    expect(await check(compiler, ...flags, ...Object.keys(FILES))).toBe('');
  });

  it.each(Object.entries(COMPILERS))('%s accepts it in a bundler', async (_, compiler) => {
    const flags = ['--module', 'esnext', '--moduleResolution', 'bundler', '--skipLibCheck'];
    expect(await check(compiler, ...flags, ...Object.keys(FILES))).toBe('');
  });

  it.each(['TypeScript 5.9', 'TypeScript 6', 'TypeScript 7'] as const)(
    '%s knows what require gives',
    async (name) => {
      const flags = ['--module', 'nodenext', '--skipLibCheck', 'required.config.cjs'];
      expect(await check(COMPILERS[name], ...flags)).toBe('');
    },
  );

  it('finds nothing wrong in the types themselves', async () => {
    await project.write({ 'own.ts': `export { default } from 'eslint-plugin-nestjs-gateway';` });
    const flags = ['--module', 'nodenext', '--skipLibCheck', 'false', 'own.ts'];
    expect(await check(COMPILERS['TypeScript 7'], ...flags)).toBe('');
  });
});

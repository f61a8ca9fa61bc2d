import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, inject, it } from 'vitest';

import { GATEWAY, NAMED_RULES, Scratch, type Finding } from './scratch.ts';
import { installed } from './versions.ts';

/** The configuration that the README gives. */
const README = /```js\n(\/\/ eslint\.config\.mjs\n[^`]*)```/.exec(
  readFileSync('README.md', 'utf8'),
)?.[1];

const IMPORTS = `
import gateway from 'eslint-plugin-nestjs-gateway';
import tseslint from 'typescript-eslint';
`;

const PLAIN = `${IMPORTS}
export default [{ ...gateway.configs.recommended, languageOptions: { parser: tseslint.parser } }];
`;

/** Each way to write the configuration, by the name of its file. */
const CONFIGS = {
  'eslint.config.js': PLAIN,
  'apart.config.js': `${IMPORTS}
export default [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  gateway.configs.recommended,
];
`,
  'required.config.cjs': `
const gateway = require('eslint-plugin-nestjs-gateway');
const tseslint = require('typescript-eslint');

module.exports = [
  { ...gateway.configs.recommended, languageOptions: { parser: tseslint.parser } },
];
`,
  'tseslint.config.js': `${IMPORTS}
export default tseslint.config(tseslint.configs.base, {
  extends: [gateway.configs.recommended],
});
`,
  'readme.config.js': README ?? '',
  'object.config.js': `${IMPORTS}
import { defineConfig } from 'eslint/config';

export default defineConfig({
  files: ['**/*.ts'],
  extends: [gateway.configs.recommended],
  languageOptions: { parser: tseslint.parser },
});
`,
  'eslint.config.ts': `import type { Linter } from 'eslint';${PLAIN.replace('];', '] satisfies Linter.Config[];')}`,
};

const ALIAS = `${IMPORTS}
import { defineConfig } from 'eslint/config';

export default defineConfig({
  plugins: { sockets: gateway },
  extends: ['sockets/recommended'],
  languageOptions: { parser: tseslint.parser },
});
`;

type ConfigName = keyof typeof CONFIGS;

const FLAT: ConfigName[] = ['apart.config.js', 'required.config.cjs', 'tseslint.config.js'];
const DEFINED: ConfigName[] = ['readme.config.js', 'object.config.js', 'eslint.config.ts'];

describe.each([
  // The range that package.json declares, from its first version to the newest of each major.
  { eslint: 'eslint@9.0.0', configs: FLAT, defines: false },
  { eslint: 'eslint@9.39.5', configs: [...FLAT, ...DEFINED], defines: true },
  { eslint: installed('eslint'), configs: [...FLAT, ...DEFINED], defines: true },
  // Not declared, so npm has to be told to install it; and yet it works.
  { eslint: 'eslint@8.57.1', flags: ['--legacy-peer-deps'], configs: FLAT, defines: false },
])('with $eslint', ({ eslint, flags = [], configs, defines }) => {
  let project: Scratch;
  let findings: Finding[];

  beforeAll(async () => {
    const others = ['typescript', 'typescript-eslint'].map(installed);
    const files = { ...CONFIGS, 'alias.config.js': ALIAS, 'chat.gateway.ts': GATEWAY };
    const packages = [inject('tarball'), eslint, ...others, 'jiti@2.7.0'];
    project = await Scratch.create(files, [...flags, ...packages]);
    findings = await project.lint('chat.gateway.ts');
  });

  it('reports each of the five named mistakes', () => {
    const found = findings.map(({ ruleId }) => ruleId);
    expect(found).toEqual(expect.arrayContaining(NAMED_RULES.map(prefixed)));
  });

  it.each(configs)('finds the same by %s', async (config) => {
    expect(await project.lint('--config', config, 'chat.gateway.ts')).toEqual(findings);
  });

  if (!defines) return;

  it('renames the rules under an alias', async () => {
    const found = await project.lint('--config', 'alias.config.js', 'chat.gateway.ts');
    expect(found.map(({ ruleId }) => ruleId)).toEqual(
      findings.map(({ ruleId }) => ruleId?.replace('nestjs-gateway/', 'sockets/')),
    );
  });

  it('fails without a parser in the words of the README', async () => {
    const espree = README?.replace(/\n.*languageOptions.*/, '') ?? '';
    await project.write({ 'espree.config.js': espree });
    const [failure, ...others] = await project.lint('--config', 'espree.config.js', '.');
    expect(failure?.message).toBe("Parsing error: Unexpected character '@'");
    expect(others).toEqual([]);
  });
});

function prefixed(rule: string): string {
  return `nestjs-gateway/${rule}`;
}

// @ts-check
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/**
 * The folders of src, and what each may import from its siblings: imports go one way.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const layers = {
  ast: [],
  fix: ['ast'],
  gateway: ['ast'],
  rule: ['ast', 'gateway'],
  rules: ['ast', 'fix', 'gateway', 'rule'],
  configs: ['rule'],
};

const typesOnly = {
  regex: '^[^.]',
  allowTypeImports: true,
  message: 'The plugin loads nothing but itself: import the types alone.',
};

/** @type {import('eslint').Linter.Config[]} */
const oneWay = Object.entries(layers).map(([folder, below]) => {
  const above = Object.keys(layers).filter((other) => other !== folder && !below.includes(other));
  return {
    files: [`src/${folder}/**`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            typesOnly,
            {
              regex: `\\.\\./(?:${above.join('|')})/`,
              message: `src/${folder} imports from ${below.join(', ') || 'no other folder'}.`,
            },
          ],
        },
      ],
    },
  };
});

export default defineConfig([
  globalIgnores(['**/coverage/', '**/dist/', 'examples/', 'docs/assets/', 'tests/**/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        structuredClone: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$' }],
    },
  },
  {
    files: ['src/**'],
    extends: [tseslint.configs.strictTypeCheckedOnly],
    plugins: { regexp },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // An unchecked cast is how a rule crashes on the file that nobody thought of.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [typesOnly] }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `node.type === 'ClassDeclaration'`: the enum behind it is a type here and no more.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // `let model = this` begins a walk from here upwards.
      '@typescript-eslint/no-this-alias': 'off',
      // Names and texts of any length meet them.
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': ['error', { ignorePartial: false }],
      // A linter may run in a browser.
      'no-restricted-globals': ['error', 'Buffer', 'console', 'global', 'process', 'require'],
    },
  },
  oneWay,
  {
    // The presets hold the plugin and the plugin holds the presets: the one place that casts.
    files: ['src/index.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "Property[key.name='only'], CallExpression[callee.property.name='only']",
          message: 'The other tests should run as well.',
        },
      ],
    },
  },
  {
    files: ['src/rule/**', 'src/rules/**'],
    extends: [eslintPlugin.configs['rules-recommended']],
  },
  {
    files: ['tests/rules/**'],
    extends: [eslintPlugin.configs['tests-recommended']],
  },
]);

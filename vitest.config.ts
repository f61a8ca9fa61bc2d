import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'coverage/tests.json' },
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['html'],
      thresholds: { 100: true },
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [
            'tests/fixes/**',
            'tests/integration/**',
            'tests/matrix/**',
            'tests/metamorphic/**',
            'tests/robustness/**',
            'tests/runtime/**',
            'tests/site/**',
          ],
          setupFiles: 'tests/setup.ts',
          // Some laws lint every page with every rule.
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          // Apart from the unit tests, since it replaces the rule tester.
          name: 'fixes',
          include: ['tests/fixes/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // Apart from the unit tests, since it replaces the rule tester as well.
          name: 'metamorphic',
          include: ['tests/metamorphic/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'robustness',
          include: ['tests/robustness/**/*.test.ts'],
          globalSetup: 'tests/integration/pack.ts',
          // The parsers themselves take a thousand levels with more of a stack only.
          execArgv: ['--stack-size=4000'],
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'runtime',
          include: ['tests/runtime/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/integration/pack.ts',
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'matrix',
          include: ['tests/matrix/**/*.test.ts'],
          globalSetup: 'tests/integration/pack.ts',
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/serve.ts',
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

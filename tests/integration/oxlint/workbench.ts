import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import * as parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';

import type { Plugin } from '../../../src/index.ts';
import type { Case } from './cases.ts';

/** A folder of files, and what either linter is told of it. */
export interface Workbench {
  readonly folder: string;
  /** The paths of the cases in the folder, in their order. */
  readonly paths: readonly string[];
  /** The configuration for ESLint. The one for Oxlint lies in the folder. */
  readonly config: Linter.Config[];
}

/**
 * Writes the cases to the folder, to be linted with every rule. A case's settings choose the
 * folder it lies in, its options the folder in that one.
 *
 * @param entry - the plugin's entry, as Oxlint is told of it
 */
export function layOut(
  folder: string,
  cases: readonly Case[],
  plugin: Plugin<string>,
  entry: string,
): Workbench {
  const settings = new Distinct();
  const options = new Distinct();
  const paths = cases.map((given, index) =>
    join(
      `settings-${settings.indexOf(given.settings ?? {})}`,
      `options-${options.indexOf(optionsOf(given))}`,
      // A linter that crashes names the file: the place of the case should be in its path.
      `${index}-${given.place.replace(/\W+/g, '-')}`,
      given.file,
    ),
  );
  for (const [index, path] of paths.entries()) write(join(folder, path), cases[index]?.code ?? '');

  const rules = Object.fromEntries(
    Object.keys(plugin.rules).map((rule) => [`nestjs-gateway/${rule}`, 'error' as const]),
  );
  const overrides = options.values.map((given, index) => ({
    files: [`**/options-${index}/**`],
    rules: given as Linter.RulesRecord,
  }));
  for (const [index, given] of settings.values.entries()) {
    const config = {
      plugins: [],
      jsPlugins: [entry],
      categories: { correctness: 'off' },
      settings: { 'nestjs-gateway': given },
      rules,
      overrides,
    };
    write(join(folder, `settings-${index}`, '.oxlintrc.json'), JSON.stringify(config));
  }
  const config: Linter.Config[] = [
    {
      files: ['**/*.ts'],
      plugins: { 'nestjs-gateway': plugin },
      languageOptions: { parser },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules,
    },
    ...settings.values.map((given, index) => ({
      files: [`settings-${index}/**`],
      settings: { 'nestjs-gateway': given },
    })),
    ...overrides,
  ];
  return { folder, paths, config };
}

function optionsOf({ rule, options }: Case): object {
  return options === undefined ? {} : { [`nestjs-gateway/${rule}`]: ['error', options] };
}

/** The values that differ, in the order in which they came. */
class Distinct {
  readonly values: unknown[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(value: unknown): number {
    const key = JSON.stringify(value);
    const index = this.#indices.get(key) ?? this.values.push(value) - 1;
    this.#indices.set(key, index);
    return index;
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

import { ObjectSchema } from '@eslint/object-schema';

import { EVERY_FILE } from '../linter/every-file.ts';

/*
 * In place of `@eslint/config-array`, most of which finds the configurations for a path. Here those
 * that name no files, or every file, are for all of them, and the others for none.
 */

export { ObjectSchema };

export const ConfigArraySymbol = {
  preprocessConfig: Symbol('preprocessConfig'),
  finalizeConfig: Symbol('finalizeConfig'),
};

interface Config {
  readonly files?: readonly unknown[];
  readonly ignores?: readonly unknown[];
}

interface Options {
  readonly schema: ConstructorParameters<typeof ObjectSchema>[0];
}

export class ConfigArray extends Array<Config> {
  readonly #schema: ObjectSchema;

  constructor(configs: readonly Config[], { schema }: Options) {
    super(...configs);
    this.#schema = new ObjectSchema(schema);
  }

  // What `filter` and the like make of it is a plain array.
  static override get [Symbol.species]() {
    return Array;
  }

  normalizeSync(): this {
    return this;
  }

  getConfig(): unknown {
    const merged = this.filter(({ files }) => files?.includes(EVERY_FILE) ?? true)
      .map((config) => Object.entries(config).filter(([key]) => !/^(?:files|ignores)$/.test(key)))
      .reduce((all, config) => this.#schema.merge(all, Object.fromEntries(config)), {});
    const finalize: unknown = Reflect.get(this, ConfigArraySymbol.finalizeConfig);
    return typeof finalize === 'function' ? finalize.call(this, merged) : merged;
  }
}

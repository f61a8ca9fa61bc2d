import { once } from '../ast/once.ts';

/** What a project tells the plugin about itself, under the `nestjs-gateway` key of `settings`. */
export interface Settings {
  /** Enhancers that are registered globally *and* reach gateways, which they do from Nest 12 on. */
  readonly globalEnhancers: readonly GlobalEnhancer[];
  /** The platform all gateways run on; when absent, each class is looked at. */
  readonly platform: Platform | undefined;
  /** The project's own decorators that stand for Nest's. */
  readonly decorators: {
    readonly gateway: readonly string[];
    readonly validates: readonly string[];
    readonly guards: readonly string[];
  };
  /** Modules that re-export Nest's packages, as they are written in the import. */
  readonly modules: readonly string[];
  /** The words of which a file holds one that has a gateway by these settings alone. */
  readonly words: readonly string[];
}

export type GlobalEnhancer = 'pipes' | 'guards';
export type Platform = 'socket.io' | 'ws';

const KEY = 'nestjs-gateway';

const noSettings: Settings = {
  globalEnhancers: [],
  platform: undefined,
  decorators: { gateway: [], validates: [], guards: [] },
  modules: [],
  words: [],
};

/**
 * Reads and checks the plugin's settings, once per settings object.
 *
 * @param all - ESLint's `context.settings`
 * @throws an error that names the key and the repair, for an unknown key or a value of another type
 */
export function readSettings(all: Readonly<Record<string, unknown>>): Settings {
  const own = all[KEY];
  if (own === undefined || own === null) return noSettings;
  if (!isRecord(own)) throw invalid('', 'must be an object');
  return checked(own);
}

const checked = once((own: Record<string, unknown>): Settings => {
  known(own, ['globalEnhancers', 'platform', 'decorators', 'modules'], '');
  const decorators = own['decorators'] ?? {};
  if (!isRecord(decorators)) throw invalid('.decorators', 'must be an object');
  known(decorators, ['gateway', 'validates', 'guards'], '.decorators');
  const modules = names(own['modules'], '.modules');
  const gateway = names(decorators['gateway'], '.decorators.gateway');
  return {
    globalEnhancers: names(own['globalEnhancers'], '.globalEnhancers').map((enhancer) => {
      if (enhancer === 'pipes' || enhancer === 'guards') return enhancer;
      throw invalid('.globalEnhancers', `takes 'pipes' and 'guards', not '${enhancer}'`);
    }),
    platform: platform(own['platform']),
    decorators: {
      gateway,
      validates: names(decorators['validates'], '.decorators.validates'),
      guards: names(decorators['guards'], '.decorators.guards'),
    },
    modules,
    words: [...modules, ...gateway],
  };
});

function platform(value: unknown): Platform | undefined {
  if (value === undefined || value === null) return undefined;
  if (value === 'socket.io' || value === 'ws') return value;
  throw invalid('.platform', "must be 'socket.io' or 'ws'");
}

function names(value: unknown, path: string): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid(path, 'must be an array of strings');
  return value.map((name: unknown) => {
    if (typeof name === 'string') return name;
    throw invalid(path, 'must be an array of strings');
  });
}

function known(value: Record<string, unknown>, keys: string[], path: string): void {
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) {
      throw invalid(`${path}.${key}`, `is not known; the known keys are ${keys.join(', ')}`);
    }
  }
}

function invalid(path: string, problem: string): Error {
  return new Error(`eslint-plugin-nestjs-gateway: settings['${KEY}']${path} ${problem}.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

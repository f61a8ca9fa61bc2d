import { describe, expect, it } from 'vitest';

import manifest from '../../package.json' with { type: 'json' };
import * as entry from '../../src/index.ts';
import plugin from '../../src/index.ts';
import { ruleNames, rules } from './corpus.ts';

const { recommended, strict } = plugin.configs;

const recommendedNames = rules
  .filter(({ meta }) => meta.docs.recommended === 'recommended')
  .map(({ name }) => `nestjs-gateway/${name}`);

describe('the plugin', () => {
  it('has the name and the version of its package, and a namespace', () => {
    expect(plugin.meta).toEqual({
      name: manifest.name,
      version: manifest.version,
      namespace: manifest.name.replace('eslint-plugin-', ''),
    });
  });

  it('is what both import and require give', () => {
    expect(entry['module.exports']).toBe(plugin);
  });

  it('recommends the rules that say so, and no other', () => {
    expect(Object.keys(recommended.rules)).toEqual(recommendedNames);
  });

  it('is strict with every rule', () => {
    expect(Object.keys(strict.rules)).toEqual(ruleNames.map((name) => `nestjs-gateway/${name}`));
  });

  it.each(Object.entries(plugin.configs))(
    'has one named object as its preset %s',
    (name, config) => {
      expect(config.name).toBe(`nestjs-gateway/${name}`);
      expect(config.plugins['nestjs-gateway']).toBe(plugin);
    },
  );
});

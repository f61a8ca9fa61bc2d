import manifest from '../package.json' with { type: 'json' };

/** Who the plugin is: ESLint's cache is keyed by name and version, string-extends by namespace. */
export const meta = {
  name: manifest.name,
  version: manifest.version,
  namespace: 'nestjs-gateway',
};

/** Where gateways live, by convention. */
const GATEWAYS = ['**/*.gateway', '**/gateways/**/*', '**/websocket/**/*'];

/** Where the guards, pipes, filters, adapters and bootstraps live that some rules read as well. */
const COMPANIONS = ['**/*.guard', '**/*.pipe', '**/*.filter', '**/*.adapter', '**/main'];

const EXTENSIONS = ['ts', 'mts', 'cts'];

/** The globs of both presets. */
export const files = [...GATEWAYS, ...COMPANIONS].flatMap((glob) =>
  EXTENSIONS.map((extension) => `${glob}.${extension}`),
);

import { defineConfig } from 'tsdown';

import { writeDerivedFiles } from './tools/derived-files.mjs';

export default defineConfig({
  entry: 'src/index.ts',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  sourcemap: false,
  deps: { neverBundle: /^@typescript-eslint\// },
  // Who imports the plugin waits for all of its text to be read and parsed.
  outputOptions: { comments: { jsdoc: false } },
  plugins: [
    { name: 'ascii', generateBundle: (_, bundle) => escapeNonAscii(bundle) },
    { name: 'derived-files', writeBundle: writeDerivedFiles },
  ],
  publint: { strict: true },
});

/** One character beyond Latin-1 makes V8 keep the whole text in two bytes a character. */
function escapeNonAscii(bundle: Record<string, { fileName: string; code?: string }>): void {
  for (const file of Object.values(bundle)) {
    if (!file.fileName.endsWith('.js') || file.code === undefined) continue;
    file.code = file.code.replace(
      /[^\0-\x7f]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }
}

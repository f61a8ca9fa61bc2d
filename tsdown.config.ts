import { defineConfig } from 'tsdown';

import { writeDerivedFiles } from './tools/derived-files.mjs';

export default defineConfig({
  entry: 'src/index.ts',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  sourcemap: false,
  deps: { neverBundle: /^@typescript-eslint\// },
  plugins: [{ name: 'derived-files', writeBundle: writeDerivedFiles }],
  publint: { strict: true },
});

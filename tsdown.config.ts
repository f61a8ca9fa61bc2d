import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: 'src/index.ts',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  sourcemap: false,
  deps: { neverBundle: /^@typescript-eslint\// },
  publint: { strict: true },
});

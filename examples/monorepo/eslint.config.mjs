import gateway from 'eslint-plugin-nestjs-gateway';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The recommended rules as warnings: an app that adopts them step by step still passes. */
const asWarnings = Object.fromEntries(
  Object.keys(gateway.configs.recommended.rules).map((rule) => [rule, 'warn']),
);

export default defineConfig([
  {
    plugins: { 'nestjs-gateway': gateway },
    extends: ['nestjs-gateway/recommended'],
    languageOptions: { parser: tseslint.parser },
  },
  { files: ['apps/support/**/*.gateway.ts'], rules: asWarnings },
]);

import gateway from 'eslint-plugin-nestjs-gateway';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig([
  globalIgnores(['dist/']),
  {
    files: ['**/*.ts'],
    // The line people forget: without a TypeScript parser ESLint stops at the first decorator.
    languageOptions: { parser: tseslint.parser },
    plugins: { 'nestjs-gateway': gateway },
    // Every rule, to show them all. Start with 'nestjs-gateway/recommended' in your own project.
    extends: ['nestjs-gateway/strict'],
  },
]);

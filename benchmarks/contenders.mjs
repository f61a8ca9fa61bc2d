// @ts-check
/** Who is measured: this plugin and its peers, each with as many empty rules as it has rules. */
import { plugin as nestjsTyped } from '@darraghor/eslint-plugin-nestjs-typed';
import tseslint from 'typescript-eslint';

import gateway from '../dist/index.js';
import { emptyRules } from './empty-rules.mjs';

/** @typedef {import('eslint').Linter.Config} Config */
/** @typedef {{ name: string, count: number, config: Config[] }} Contender */

const TYPESCRIPT_ESLINT = tseslint.configs.recommended.map((config) => ({ ...config }));

/** The rules of its recommended set that need types, and the one that reads the whole project. */
const NOT_OF_ONE_FILE = new Set([
  '@darraghor/nestjs-typed/all-properties-have-explicit-defined',
  '@darraghor/nestjs-typed/api-enum-property-best-practices',
  '@darraghor/nestjs-typed/injectable-should-be-provided',
  '@darraghor/nestjs-typed/validated-non-primitive-property-needs-type-decorator',
]);

const { recommended: nestjsTypedRecommended } =
  /** @type {{ recommended: { rules: Record<string, import('eslint').Linter.RuleEntry> } }} */ (
    nestjsTyped.configs
  );
const NESTJS_TYPED = {
  plugins: { '@darraghor/nestjs-typed': nestjsTyped },
  rules: Object.fromEntries(
    Object.entries(nestjsTypedRecommended.rules).filter(([name]) => !NOT_OF_ONE_FILE.has(name)),
  ),
};

export const strict = contender('nestjs-gateway, `strict`', [gateway.configs.strict]);

export const contenders = [
  strict,
  contender('nestjs-gateway, `recommended`', [gateway.configs.recommended]),
  contender('typescript-eslint, `recommended`', TYPESCRIPT_ESLINT),
  contender('@darraghor/nestjs-typed, untyped rules of `recommended`', [NESTJS_TYPED]),
];

/**
 * As many empty rules as a contender has rules.
 * @param {Contender} of
 * @returns {Contender}
 */
export function floorOf({ count }) {
  return { name: `ESLint with ${count} empty rules`, count, config: [emptyRules(count)] };
}

/**
 * @param {string} name
 * @param {readonly object[]} parts
 * @returns {Contender}
 */
function contender(name, parts) {
  const config = parts.map((part) => /** @type {Config} */ ({ ...part, files: ['**/*.ts'] }));
  const entries = new Map(config.flatMap(({ rules = {} }) => Object.entries(rules)));
  const count = [...entries.values()].filter((entry) => entry !== 'off').length;
  return { name, count, config };
}

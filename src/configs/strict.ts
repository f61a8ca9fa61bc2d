import type { GatewayRule } from '../rule/create-rule.ts';

/** Strict is every rule, each with what it asks beyond its defaults. */
export function strict(rule: GatewayRule): 'error' | ['error', object] {
  return rule.strictOptions ? ['error', rule.strictOptions] : 'error';
}

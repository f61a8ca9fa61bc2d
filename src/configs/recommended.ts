import type { GatewayRule } from '../rule/create-rule.ts';

/** A rule is recommended when its finding is a hole, a crash or dead code at run time. */
export function recommended(rule: GatewayRule) {
  return rule.meta.docs.recommended === 'recommended' ? 'error' : undefined;
}

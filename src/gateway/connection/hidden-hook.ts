import { keyName } from '../../ast/names.ts';
import type { Gateway } from '../gateway.ts';
import type { HookName } from '../hook.ts';

/**
 * Whether a gateway may have a hook that is no function to be read here: a field or accessor of that
 * name gives it a value.
 */
export function mayHideHook({ class: { lineage } }: Gateway, name: HookName): boolean {
  return lineage.some(
    ({ node: { body }, methods }) =>
      body.body.some((member) => 'key' in member && !member.static && keyName(member) === name) &&
      !methods.some((method) => method.name === name && !method.isStatic),
  );
}

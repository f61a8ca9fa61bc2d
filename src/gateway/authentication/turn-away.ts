import type { LifecycleHook } from '../hook.ts';

/**
 * The call that turns the client of `handleConnection` away, on the platform of its gateway.
 * Undefined for the other hooks, and where the client has no name of its own.
 */
export function turnAway({ name, subject, gateway }: LifecycleHook): string | undefined {
  if (name !== 'handleConnection' || subject?.pattern.type !== 'Identifier') return undefined;
  return `${subject.pattern.name}.${gateway.platform === 'ws' ? 'close' : 'disconnect'}()`;
}

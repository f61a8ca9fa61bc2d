import { ruleOf, type Expected, type FindingId, type RuleName } from './marks.ts';
import type { GatewayPlan } from './plan.ts';

/** What is true of Socket.IO alone, and so not said where settings name another platform. */
const OF_SOCKET_IO: ReadonlySet<string> = new Set<RuleName>([
  'consistent-error-event',
  'no-client-chosen-room',
  'no-connection-auth-race',
  'no-in-memory-connection-state',
  'no-namespace-server-misuse',
  'no-reserved-event',
  'no-state-before-disconnect',
  'no-unscoped-broadcast',
  'prefer-client-data',
  'prefer-user-room',
  'require-connection-auth',
  'require-gateway-cors-from-env',
  'require-gateway-namespace',
  'require-origin-check',
  'require-redis-adapter',
  'require-room-prefix',
  'require-websocket-server',
]);

/** What such rules say beside what holds for `ws` too. */
const SAID_OF_SOCKET_IO: ReadonlySet<FindingId> = new Set<FindingId>([
  'no-dead-subscription/reserved',
  'no-invalid-gateway-arguments/portInOptions',
  'require-disconnect-on-auth-failure/silent',
]);

/** What a base class may have, or do otherwise. */
const MAY_BE_INHERITED = new RegExp(
  `^(?:${[
    'no-connection-auth-race',
    'no-misspelled-lifecycle-hook',
    'no-mixed-handler-parameters',
    'no-state-before-disconnect',
    'require-connection-auth',
    'require-disconnect-on-auth-failure/connected',
    'require-handle-disconnect',
    'require-lifecycle-interface',
    'require-origin-check',
    'require-validation-pipe/uncovered',
    'require-websocket-server/neverSet',
    'require-ws-guard',
  ].join('|')})(?:/|$)`,
);

/** What a global guard or pipe makes up for, since from Nest 12 on it reaches gateways. */
const MADE_UP_FOR: Readonly<Record<'pipes' | 'guards', readonly FindingId[]>> = {
  pipes: ['require-validation-pipe/uncovered', 'no-unsupported-scope/request'],
  guards: [
    'no-connection-auth-race/race',
    'no-unsupported-scope/request',
    'require-connection-auth/open',
    'require-disconnect-on-auth-failure/connected',
    'require-ws-guard/unguarded',
  ],
};

/** Whether the preset, the settings or what cannot be seen keep a rule from saying something. */
export function isSilenced(
  { id, isStrict }: Expected,
  { preset, settings, hasUnseenBase }: GatewayPlan,
): boolean {
  return (
    (isStrict && preset === 'bare') ||
    (hasUnseenBase && MAY_BE_INHERITED.test(id)) ||
    (settings.globalEnhancers ?? []).some((kind) => MADE_UP_FOR[kind].includes(id)) ||
    (settings.platform === 'ws' && (OF_SOCKET_IO.has(ruleOf(id)) || SAID_OF_SOCKET_IO.has(id)))
  );
}

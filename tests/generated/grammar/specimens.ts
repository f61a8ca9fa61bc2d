import { cors, namespaces, ports } from './arguments.ts';
import { companions } from './companions.ts';
import type { GatewayPlan, HandlerPlan } from './plan.ts';
import { connections, disconnects, inits } from './hooks.ts';
import type { RuleName } from './marks.ts';
import { members } from './members.ts';
import { payloads, type PayloadPiece } from './payloads.ts';
import { statements } from './statements.ts';

/** A gateway with one piece in it that is about a rule. */
export interface Specimen {
  readonly about: RuleName;
  readonly name: string;
  readonly plan: GatewayPlan;
}

const HANDLER: HandlerPlan = {
  parameters: 'decorated',
  payload: first(payloads),
  event: 'plain',
  hasGuard: false,
  hasSchemaPipe: false,
  hasFilter: false,
  isAudited: false,
  statements: [],
};

/** A gateway in which nothing is to be found. */
const PLAIN: GatewayPlan = {
  arguments: {
    cors: first(cors),
    namespace: first(namespaces),
    port: first(ports),
    checksOrigin: false,
  },
  hasGuard: true,
  pipe: 'answering',
  hasFilter: true,
  isController: false,
  hasUnseenBase: false,
  scope: 'none',
  connection: undefined,
  disconnect: undefined,
  init: undefined,
  isHookGuarded: false,
  declaresHooks: true,
  handlers: [HANDLER],
  members: [],
  companions: [],
  preset: 'strict',
  settings: {},
  style: {
    imports: 'named',
    quote: "'",
    newline: '\n',
    indentation: '  ',
    client: 'client',
    body: 'payload',
    server: 'server',
    className: 'ChatGateway',
    exported: 'named',
    isHoisted: false,
    arrowHooks: false,
    comments: false,
    rotation: 0,
  },
};

const GUARDED = { ...HANDLER, hasGuard: true };
const STRANGERS = { hasGuard: false, handlers: [HANDLER] };

/** Every piece of the grammar, and every choice about a whole gateway, in a plain gateway. */
export const specimens: readonly Specimen[] = [
  ...cors.map((piece) => argument(piece, { cors: piece })),
  ...namespaces.map((piece) => argument(piece, { namespace: piece })),
  ...ports.map((piece) => argument(piece, { port: piece })),
  ...payloads.map((piece) => payload(piece, { payload: piece })),
  ...payloads.map((piece) => ({
    ...payload(piece, { payload: piece }),
    name: `without a pipe: ${piece.name}`,
    plan: { ...PLAIN, pipe: 'none' as const, handlers: [{ ...HANDLER, payload: piece }] },
  })),
  ...statements.flatMap((piece) =>
    [true, false].map((isKnown) => ({
      ...specimen(piece.about, piece.name, {
        hasFilter: isKnown,
        disconnect: isKnown ? first(disconnects) : undefined,
        handlers: [{ ...HANDLER, statements: [piece] }],
      }),
    })),
  ),
  ...connections.flatMap((piece) =>
    [STRANGERS, { disconnect: first(disconnects) }].map((change) =>
      specimen(piece.about, piece.name, { ...change, connection: piece }),
    ),
  ),
  ...disconnects.map((piece) => specimen(piece.about, piece.name, { disconnect: piece })),
  ...inits.map((piece) => specimen(piece.about, piece.name, { ...STRANGERS, init: piece })),
  ...members.map((piece) => specimen(piece.about, piece.name, { members: [piece] })),
  ...companions.map((piece) => specimen(piece.about, piece.name, { companions: [piece] })),

  ...(['none', 'answering', 'mute', 'untransformed', 'own'] as const).map((pipe) =>
    specimen('require-validation-pipe', `pipe: ${pipe}`, { pipe }),
  ),
  ...(['answering', 'mute'] as const).map((pipe) =>
    specimen('require-ws-exception-filter', `pipe: ${pipe}`, { pipe, hasFilter: false }),
  ),
  ...(['none', 'DEFAULT', 'REQUEST', 'TRANSIENT'] as const).map((scope) =>
    specimen('no-unsupported-scope', `scope: ${scope}`, { scope }),
  ),
  ...(['bare', 'decorated', 'body', 'mixed', 'swapped', 'lone'] as const).map((parameters) =>
    payload({ about: 'no-mixed-handler-parameters', name: parameters }, { parameters }),
  ),
  ...(['body', 'bare', 'ack'] as const).map((parameters) =>
    payload({ about: 'no-misapplied-pipe', name: parameters }, { parameters, hasSchemaPipe: true }),
  ),
  ...(['plain', 'reserved', 'stacked'] as const).map((event) =>
    payload({ about: 'no-dead-subscription', name: event }, { event }),
  ),
  payload({ about: 'no-http-in-gateway', name: 'a query' }, { parameters: 'query' }),
  specimen('no-http-in-gateway', 'a controller', { isController: true }),
  specimen('no-unapplied-enhancer', 'a guarded hook', {
    isHookGuarded: true,
    disconnect: first(disconnects),
  }),
  ...[true, false].map((declaresHooks) =>
    specimen('require-lifecycle-interface', `declared: ${declaresHooks}`, {
      declaresHooks,
      connection: first(connections),
      disconnect: first(disconnects),
    }),
  ),
  ...[HANDLER, GUARDED].flatMap((handler) =>
    (['require-ws-guard', 'require-connection-auth'] as const).map((about) =>
      specimen(about, handler === GUARDED ? 'guarded' : 'open', {
        hasGuard: false,
        handlers: [handler],
      }),
    ),
  ),
];

function specimen(about: RuleName, name: string, change: Partial<GatewayPlan>): Specimen {
  return { about, name, plan: { ...PLAIN, ...change } };
}

function argument(
  { about, name }: Pick<Specimen, 'about' | 'name'>,
  change: Partial<GatewayPlan['arguments']>,
): Specimen {
  return specimen(about, name, { arguments: { ...PLAIN.arguments, ...change } });
}

function payload(
  { about, name }: Pick<PayloadPiece, 'about' | 'name'>,
  change: Partial<HandlerPlan>,
): Specimen {
  return specimen(about, name, { handlers: [{ ...HANDLER, ...change }] });
}

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('The grammar has no such piece.');
  return one;
}

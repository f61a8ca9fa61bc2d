import fc from 'fast-check';

import { cors, namespaces, ports, type ArgumentsPlan } from './arguments.ts';
import { companions } from './companions.ts';
import { connections, disconnects, inits, type ConnectionPiece, type InitPiece } from './hooks.ts';
import { members } from './members.ts';
import { payloads, type PayloadPiece } from './payloads.ts';
import type { TextPiece } from './piece.ts';
import { statements, type Statement } from './statements.ts';
import { style, type Style } from './style.ts';

const PARAMETERS = [
  'bare',
  'decorated',
  'body',
  'ack',
  'query',
  'mixed',
  'swapped',
  'lone',
] as const;
const CLASS_PIPES = ['none', 'answering', 'mute', 'untransformed', 'own'] as const;
const SCOPES = ['none', 'DEFAULT', 'REQUEST', 'TRANSIENT'] as const;
const EVENTS = ['plain', 'reserved', 'stacked'] as const;

/** A message handler, before its gateway is known. */
export interface HandlerPlan {
  readonly parameters: (typeof PARAMETERS)[number];
  readonly payload: PayloadPiece;
  readonly event: (typeof EVENTS)[number];
  readonly hasGuard: boolean;
  readonly hasSchemaPipe: boolean;
  readonly hasFilter: boolean;
  /** Whether a decorator of another file stands on it, which may do anything. */
  readonly isAudited: boolean;
  readonly statements: readonly Statement[];
}

/** What a gateway is made of. */
export interface GatewayPlan {
  readonly arguments: ArgumentsPlan;
  readonly hasGuard: boolean;
  readonly pipe: (typeof CLASS_PIPES)[number];
  readonly hasFilter: boolean;
  readonly isController: boolean;
  /** Whether it extends a class of another file, which may have what is missing here. */
  readonly hasUnseenBase: boolean;
  readonly scope: (typeof SCOPES)[number];
  readonly connection: ConnectionPiece | undefined;
  readonly disconnect: TextPiece | undefined;
  readonly init: InitPiece | undefined;
  readonly isHookGuarded: boolean;
  readonly declaresHooks: boolean;
  readonly handlers: readonly HandlerPlan[];
  readonly members: readonly TextPiece[];
  readonly companions: readonly TextPiece[];
  readonly preset: 'bare' | 'strict';
  readonly settings: Settings;
  readonly style: Style;
}

/** What stands under `nestjs-gateway` in the settings. */
export interface Settings {
  readonly platform?: 'ws';
  readonly globalEnhancers?: readonly ('pipes' | 'guards')[];
  readonly modules?: readonly string[];
}

const SETTINGS: readonly Settings[] = [
  {},
  { globalEnhancers: ['pipes'] },
  { globalEnhancers: ['guards'] },
  { platform: 'ws' },
];

const rarely = often([false, true]);

/** Up to two pieces, about different rules. */
function oneOfAKind<T extends TextPiece>(pieces: readonly T[]): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.constantFrom(...pieces), {
    maxLength: 2,
    selector: ({ about }) => about,
  });
}

/** The first value three times out of four. */
function often<T>(values: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...values.slice(0, 1)), weight: 3 },
    { arbitrary: fc.constantFrom(...values.slice(1)), weight: 1 },
  );
}

const handler: fc.Arbitrary<HandlerPlan> = fc.record({
  parameters: fc.constantFrom(...PARAMETERS),
  payload: fc.constantFrom(...payloads),
  event: often(EVENTS),
  hasGuard: fc.boolean(),
  hasSchemaPipe: rarely,
  hasFilter: fc.boolean(),
  isAudited: rarely,
  statements: fc.array(fc.constantFrom(...statements), { maxLength: 4 }),
});

/** Gateways, the smallest first; a failing one shrinks to what makes it fail. */
export const gateway: fc.Arbitrary<GatewayPlan> = fc.record({
  arguments: fc.record({
    cors: fc.constantFrom(...cors),
    namespace: fc.constantFrom(...namespaces),
    port: often(ports),
    checksOrigin: fc.boolean(),
  }),
  hasGuard: fc.boolean(),
  pipe: fc.constantFrom(...CLASS_PIPES),
  hasFilter: fc.boolean(),
  isController: rarely,
  hasUnseenBase: rarely,
  scope: often(SCOPES),
  connection: fc.option(fc.constantFrom(...connections), { nil: undefined }),
  disconnect: fc.option(fc.constantFrom(...disconnects), { nil: undefined }),
  init: fc.option(fc.constantFrom(...inits), { nil: undefined }),
  isHookGuarded: rarely,
  declaresHooks: fc.boolean(),
  handlers: fc.array(handler, { maxLength: 3 }),
  members: oneOfAKind(members),
  companions: oneOfAKind(companions),
  preset: fc.constantFrom('bare', 'strict'),
  settings: often(SETTINGS),
  style,
});

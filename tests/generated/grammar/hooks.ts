import { fires, firesIf, firesStrictly } from './marks.ts';
import type { Piece, Surroundings, TextPiece } from './piece.ts';

const THROW = 'no-throw-in-lifecycle-hook';
const REFUSE =
  "%client.emit('exception', { status: 'error', message: 'refused' });\n  %client.disconnect();";
const VERIFY = 'this.jwt.verifyAsync(token)';
const TOKEN = 'const token = %client.handshake.auth.token;';
const DISCONNECT = 'require-disconnect-on-auth-failure';
const MEMORY = 'no-in-memory-connection-state/inMemory';

/** What `handleConnection` does. */
export interface ConnectionPiece extends Piece {
  readonly isAsync?: boolean;
  code(around: Surroundings): string;
  member?(around: Surroundings): string;
  readonly cleanup?: string;
  /** Whether it looks at who connects. */
  readonly authenticates: boolean;
  /** Whether the client goes to code that is not seen, which may clean up for it. */
  readonly handsOn?: boolean;
  /** Whether it leaves something behind that `require-handle-disconnect` names. */
  readonly leaves?: boolean;
  /** Whether it cleans up in a listener, for the whole gateway. */
  readonly cleansUp?: boolean;
}

function race(text: string, { isOpen }: Surroundings): string {
  return firesIf(isOpen, 'no-connection-auth-race/race', text);
}

export const connections: readonly ConnectionPiece[] = [
  {
    name: 'greets',
    about: 'require-connection-auth',
    authenticates: false,
    code: () => "%client.emit('welcome', 1);",
  },
  {
    name: 'hands the client on',
    about: 'require-connection-auth',
    authenticates: true,
    handsOn: true,
    code: () => 'this.chat.welcome(%client);',
  },
  {
    name: 'refuses a client without token',
    about: DISCONNECT,
    authenticates: true,
    code: () => `${TOKEN}\nif (!token) {\n  ${REFUSE}\n}`,
  },
  {
    name: 'lets in a client without token',
    about: DISCONNECT,
    authenticates: true,
    code: ({ isOpen }) =>
      `${TOKEN}\nif (${firesIf(isOpen, `${DISCONNECT}/connected`, '!token')}) return;\nthis.chat.count();`,
  },
  {
    name: 'disconnects without a word',
    about: DISCONNECT,
    authenticates: true,
    code: () =>
      `${TOKEN}\nif (!token) ${firesStrictly(`${DISCONNECT}/silent`, '%client.disconnect()')};`,
  },
  {
    name: 'verifies at once',
    about: 'no-connection-auth-race',
    authenticates: true,
    code: () =>
      `try {\n  %client.data.user = this.jwt.verify(%client.handshake.auth.token);\n} catch {\n  ${REFUSE}\n}`,
  },
  {
    name: 'verifies while handlers run',
    about: 'no-connection-auth-race',
    authenticates: true,
    isAsync: true,
    code: (around) =>
      `${TOKEN}\ntry {\n  %client.data.user = ${race(`await ${VERIFY}`, around)};\n} catch {\n  ${REFUSE}\n}`,
  },
  {
    name: 'lets a bad token end the process',
    about: THROW,
    authenticates: true,
    isAsync: true,
    code: (around) =>
      `${TOKEN}\n%client.data.user = ${race(`await ${fires(`${THROW}/verify`, 'this.jwt.verifyAsync')}(token)`, around)};`,
  },
  {
    name: 'throws',
    about: THROW,
    authenticates: true,
    code: () =>
      `${TOKEN}\nif (!token) ${fires(`${THROW}/throw`, "throw new $WsException('no token');")}`,
  },
  {
    name: 'catches what it throws',
    about: THROW,
    authenticates: true,
    code: () =>
      `${TOKEN}\ntry {\n  if (!token) throw new $WsException('no token');\n} catch {\n  ${REFUSE}\n}`,
  },
  {
    name: 'reads what a stranger lacks',
    about: THROW,
    authenticates: true,
    code: ({ hasMiddleware }) =>
      `this.chat.keep(${firesIf(!hasMiddleware, `${THROW}/read`, '%client.handshake.headers.authorization.split')}(' '));`,
  },
  {
    name: 'reads with care',
    about: THROW,
    authenticates: true,
    code: () => "this.chat.keep(%client.handshake.headers.authorization?.split(' '));",
  },
  {
    name: 'waits for what may reject',
    about: THROW,
    authenticates: false,
    isAsync: true,
    code: () => `${fires(`${THROW}/await`, 'await this.chat.load')}(%client.id);`,
  },
  {
    name: 'waits and catches',
    about: THROW,
    authenticates: false,
    isAsync: true,
    code: () => 'await this.chat.load(%client.id).catch(() => undefined);',
  },
  {
    name: 'stores before it refuses',
    about: 'no-state-before-disconnect',
    authenticates: true,
    member: () => `private readonly ${fires(MEMORY, 'online#')} = new Set<string>();`,
    cleanup: 'this.online#.delete(%client.id);',
    leaves: true,
    code: (around) =>
      `${TOKEN}\n${firesIf(around.hasDisconnect, 'no-state-before-disconnect/disconnected', `${around.hasDisconnect ? 'this.online#.add' : around.leak('this.online#.add')}(%client.id)`)};\nif (!token) {\n  ${REFUSE}\n}`,
  },
  {
    name: 'stores once it has not refused',
    about: 'no-state-before-disconnect',
    authenticates: true,
    member: () => `private readonly ${fires(MEMORY, 'online#')} = new Set<string>();`,
    cleanup: 'this.online#.delete(%client.id);',
    leaves: true,
    code: (around) =>
      `${TOKEN}\nif (!token) {\n  ${REFUSE}\n  return;\n}\n${around.hasDisconnect ? 'this.online#.add' : around.leak('this.online#.add')}(%client.id);`,
  },
  {
    name: 'stores what may have gone',
    about: 'no-state-before-disconnect',
    authenticates: false,
    isAsync: true,
    member: () => `private readonly ${fires(MEMORY, 'online#')} = new Set<string>();`,
    cleanup: 'this.online#.delete(%client.id);',
    leaves: true,
    code: ({ hasDisconnect, leak }) =>
      `await this.chat.ready();\n${firesIf(hasDisconnect, 'no-state-before-disconnect/gone', `${hasDisconnect ? 'this.online#.add' : leak('this.online#.add')}(%client.id)`)};`,
  },
  {
    name: 'stores what is still there',
    about: 'no-state-before-disconnect',
    authenticates: false,
    isAsync: true,
    member: () => `private readonly ${fires(MEMORY, 'online#')} = new Set<string>();`,
    cleanup: 'this.online#.delete(%client.id);',
    leaves: true,
    code: ({ hasDisconnect, leak }) =>
      `await this.chat.ready();\nif (%client.disconnected) return;\n${hasDisconnect ? 'this.online#.add' : leak('this.online#.add')}(%client.id);`,
  },
  {
    name: 'reads a cookie',
    about: 'require-origin-check',
    authenticates: true,
    code: ({ checksOrigin }) =>
      `if (!this.chat.knows(${firesIf(!checksOrigin, 'require-origin-check/unchecked', '%client.handshake.headers.cookie')})) {\n  ${REFUSE}\n}`,
  },
  {
    name: 'reads a cookie and its origin',
    about: 'require-origin-check',
    authenticates: true,
    code: () =>
      `if (%client.handshake.headers.origin !== process.env.ORIGIN || !this.chat.knows(%client.handshake.headers.cookie)) {\n  ${REFUSE}\n}`,
  },
  {
    name: 'starts a timer',
    about: 'require-handle-disconnect',
    authenticates: false,
    leaves: true,
    code: () =>
      `${fires('require-handle-disconnect/neverEnded', 'setInterval')}(() => %client.emit('tick', 1), 1000);`,
  },
  {
    name: 'stops its timer',
    about: 'require-handle-disconnect',
    authenticates: false,
    cleansUp: true,
    code: () =>
      "const timer = setInterval(() => %client.emit('tick', 1), 1000);\n%client.on('disconnect', () => clearInterval(timer));",
  },
];

/** What `handleDisconnect` does. */
export const disconnects: readonly TextPiece[] = [
  { name: 'logs', about: 'require-handle-disconnect', code: () => 'this.logger.log(%client.id);' },
  {
    name: 'throws',
    about: THROW,
    code: () => `if (this.count > 9) ${fires(`${THROW}/throw`, "throw new Error('full');")}`,
  },
  {
    name: 'writes at once',
    about: 'no-sync-in-handler',
    code: () => `${fires('no-sync-in-handler/blocks', '$writeFileSync')}('left.txt', %client.id);`,
  },
];

/** What `afterInit` does. */
export interface InitPiece extends TextPiece {
  readonly isMiddleware?: boolean;
}

export const inits: readonly InitPiece[] = [
  { name: 'logs', about: THROW, code: () => "this.logger.log('ready');" },
  {
    name: 'throws',
    about: THROW,
    code: () =>
      `if (!process.env.SECRET) ${fires(`${THROW}/throw`, "throw new Error('no secret');")}`,
  },
  {
    name: 'installs a middleware',
    about: 'require-connection-auth',
    isMiddleware: true,
    code: () =>
      'server.use((peer, next) => next(this.chat.knows(peer) ? undefined : new Error()));',
  },
  {
    name: 'installs a middleware that throws',
    about: THROW,
    isMiddleware: true,
    code: () =>
      `server.use((peer, next) => {\n  if (!peer.handshake.auth.token) ${fires(`${THROW}/middleware`, "throw new Error('no token');")}\n  next();\n});`,
  },
];

import { fires, firesIf } from './marks.ts';
import type { Piece, Surroundings } from './piece.ts';

/** What the handler decides about the statements in it. */
export interface HandlerSurroundings extends Surroundings {
  /** Whether something on the method may check more than the payload's shape. */
  readonly mayCheck: boolean;
  readonly isFiltered: boolean;
}

/** Statements of a handler, with the members of the class that they need. */
export interface Statement extends Piece {
  readonly needs: readonly ('client' | 'body')[];
  code(around: HandlerSurroundings): string;
  member?(around: HandlerSurroundings): string;
  /** What `handleDisconnect` does for it, where there is one. */
  readonly cleanup?: string;
  readonly throws?: 'http' | 'other';
  /** Whether the client goes to code that is not seen: it may be refused or cleaned up there. */
  readonly handsOn?: boolean;
  readonly isLast?: boolean;
  /** Whether it fills a collection that nothing empties without `handleDisconnect`. */
  readonly leaks?: boolean;
}

const MEMORY = 'no-in-memory-connection-state/inMemory';

export const statements: readonly Statement[] = [
  {
    name: 'emits what Nest emits',
    about: 'consistent-error-event',
    needs: ['client'],
    code: () => "%client.emit('exception', { status: 'error', message: 'refused' });",
  },
  {
    name: 'emits another event',
    about: 'consistent-error-event',
    needs: ['client'],
    code: () =>
      `%client.emit(${fires('consistent-error-event/otherEvent', "'error'")}, { status: 'error', message: 'refused' });`,
  },
  {
    name: 'emits a text',
    about: 'consistent-error-event',
    needs: ['client'],
    code: () =>
      `%client.emit('exception', ${fires('consistent-error-event/otherPayload', "'refused'")});`,
  },
  {
    name: 'joins any room',
    about: 'no-client-chosen-room',
    needs: ['client', 'body'],
    code: ({ mayCheck }) => {
      const room = fires('require-room-prefix/fromClient', '%body.room#');
      return `await %client.join(${firesIf(!mayCheck, 'no-client-chosen-room/chosen', room)});`;
    },
  },
  {
    name: 'joins a room behind a prefix',
    about: 'no-client-chosen-room',
    needs: ['client', 'body'],
    code: () => 'await %client.join(`room:${%body.room#}`);',
  },
  {
    name: 'joins a checked room',
    about: 'no-client-chosen-room',
    needs: ['client', 'body'],
    code: () =>
      `if (await this.chat.mayEnter(%body.room#)) await %client.join(${fires('require-room-prefix/fromClient', '%body.room#')});`,
  },
  {
    name: 'joins any room in a method',
    about: 'no-client-chosen-room',
    needs: ['client', 'body'],
    member: ({ mayCheck }) =>
      `private enter#(peer: $Socket, room: string) {\n  return peer.join(${firesIf(!mayCheck, 'no-client-chosen-room/chosen', 'room')});\n}`,
    code: () => 'this.enter#(%client, %body.room#);',
  },
  {
    name: 'sends to a bare room',
    about: 'require-room-prefix',
    needs: [],
    code: () =>
      `this.%server.to(${fires('require-room-prefix/noPrefix', "'lobby'")}).emit('note', 1);`,
  },
  {
    name: 'sends to a room',
    about: 'require-room-prefix',
    needs: [],
    code: () => "this.%server.to('room:lobby').emit('note', 1);",
  },
  {
    name: 'sends to the client itself',
    about: 'require-room-prefix',
    needs: ['client'],
    code: () => "this.%server.to(%client.id).emit('note', 1);",
  },
  {
    name: 'sends to everyone',
    about: 'no-unscoped-broadcast',
    needs: [],
    code: ({ namespace }) =>
      `${firesIf(namespace !== 'regexp', 'no-unscoped-broadcast/everyone', 'this.%server.emit')}('note', 1);`,
  },
  {
    name: 'sends to everyone else',
    about: 'no-unscoped-broadcast',
    needs: ['client'],
    code: () =>
      `${fires('no-unscoped-broadcast/everyoneElse', '%client.broadcast.emit')}('note', 1);`,
  },
  {
    name: 'sends to all but one room',
    about: 'no-unscoped-broadcast',
    needs: [],
    code: () => "this.%server.except('room:muted').emit('note', 1);",
  },
  {
    name: 'hashes at once',
    about: 'no-sync-in-handler',
    needs: ['body'],
    code: () =>
      `this.chat.keep(${fires('no-sync-in-handler/blocks', '$hashSync')}(%body.text#, 10));`,
  },
  {
    name: 'compares at once',
    about: 'no-sync-in-handler',
    needs: ['body'],
    code: () =>
      `this.chat.keep(${fires('no-sync-in-handler/blocksInEveryForm', '$compareSync')}(%body.text#, 'secret'));`,
  },
  {
    name: 'hashes at once in a method',
    about: 'no-sync-in-handler',
    needs: ['body'],
    member: () =>
      `private digest#(text: string) {\n  return ${fires('no-sync-in-handler/blocks', '$hashSync')}(text, 10);\n}`,
    code: () => 'this.chat.keep(this.digest#(%body.text#));',
  },
  {
    name: 'hashes in the background',
    about: 'no-sync-in-handler',
    needs: ['body'],
    code: () => 'this.chat.keep(await $hash(%body.text#, 10));',
  },
  {
    name: 'hashes with a service',
    about: 'no-sync-in-handler',
    needs: ['body'],
    code: () => 'this.chat.hashSync(%body.text#); this.chat.keep($randomBytes(16));',
  },
  {
    name: 'never ends',
    about: 'no-sync-in-handler',
    needs: [],
    isLast: true,
    code: () => `${fires('no-sync-in-handler/endless', 'while')} (true) { this.count += 1; }`,
  },
  {
    name: 'ends after a while',
    about: 'no-sync-in-handler',
    needs: [],
    code: () => 'while (true) { this.count += 1; if (this.count > 9) break; }',
  },
  {
    name: 'waits in its loop',
    about: 'no-sync-in-handler',
    needs: [],
    isLast: true,
    code: () => 'for (;;) { await this.chat.next(); }',
  },
  {
    name: 'marks the socket',
    about: 'prefer-client-data',
    needs: ['client'],
    code: () => `(${fires('prefer-client-data/property', '(%client as any).nick#')}) = 'x';`,
  },
  {
    name: 'assigns to the socket',
    about: 'prefer-client-data',
    needs: ['client'],
    code: () => `Object.assign(${fires('prefer-client-data/assign', '%client')}, { nick#: 'x' });`,
  },
  {
    name: 'marks the data of the socket',
    about: 'prefer-client-data',
    needs: ['client'],
    code: () => "%client.data.nick# = 'x';",
  },
  {
    name: 'throws for HTTP',
    about: 'prefer-ws-exception',
    needs: [],
    throws: 'http',
    code: ({ isFiltered }) =>
      `if (this.count > 9) throw new ${firesIf(!isFiltered, 'prefer-ws-exception/lost', '$BadRequestException')}('full');`,
  },
  {
    name: 'catches what it throws for HTTP',
    about: 'prefer-ws-exception',
    needs: [],
    code: () => "try { throw new $BadRequestException('full'); } catch { this.count = 0; }",
  },
  {
    name: 'throws an error',
    about: 'require-ws-exception-filter',
    needs: [],
    throws: 'other',
    code: () => "if (this.count > 9) throw new Error('full');",
  },
  {
    name: 'throws for websockets',
    about: 'require-ws-exception-filter',
    needs: [],
    code: () => "if (this.count > 9) throw new $WsException('full');",
  },
  {
    name: 'returns an exception',
    about: 'no-returned-exception',
    needs: [],
    code: () =>
      `if (this.count > 9) return ${fires('no-returned-exception/returned', "new $WsException('full')")};`,
  },
  {
    name: 'returns what a service makes',
    about: 'no-returned-exception',
    needs: [],
    code: () => "if (this.count > 9) return this.chat.refuse('full');",
  },
  {
    name: 'returns a reserved event',
    about: 'no-reserved-event',
    needs: [],
    code: () =>
      `if (this.count > 9) return { event: ${fires('no-reserved-event/returned', "'connect'")}, data: 1 };`,
  },
  {
    name: 'emits a reserved event',
    about: 'no-reserved-event',
    needs: ['client'],
    code: () => `%client.emit(${fires('no-reserved-event/emitted', "'disconnect'")}, 1);`,
  },
  {
    name: 'uses other events',
    about: 'no-reserved-event',
    needs: ['client'],
    code: () =>
      "%client.emit('disconnected', 1); if (this.count > 9) return { event: 'connected', data: 1 };",
  },
  {
    name: 'asks the server of its namespace',
    about: 'no-namespace-server-misuse',
    needs: [],
    code: ({ namespace }) =>
      `this.chat.keep(this.%server.${firesIf(namespace !== 'none', 'no-namespace-server-misuse/missing', 'engine')}.clientsCount);`,
  },
  {
    name: 'asks the server behind its namespace',
    about: 'no-namespace-server-misuse',
    needs: [],
    code: () => 'this.chat.keep(this.%server.server.engine.clientsCount);',
  },
  {
    name: 'keeps clients',
    leaks: true,
    about: 'no-in-memory-connection-state',
    needs: ['client'],
    member: () => `private readonly ${fires(MEMORY, 'seats#')} = new Map<string, number>();`,
    code: ({ leak }) => `${leak('this.seats#.set')}(%client.id, 1);`,
  },
  {
    name: 'keeps clients while they are there',
    leaks: true,
    about: 'require-handle-disconnect',
    needs: ['client'],
    member: () => `private readonly ${fires(MEMORY, 'seats#')} = new Map<string, number>();`,
    code: ({ hasDisconnect, leak }) =>
      `${hasDisconnect ? 'this.seats#.set' : leak('this.seats#.set')}(%client.id, 1);`,
    cleanup: 'this.seats#.delete(%client.id);',
  },
  {
    name: 'keeps clients weakly',
    about: 'no-in-memory-connection-state',
    needs: ['client'],
    member: () => 'private readonly seats# = new WeakMap<$Socket, number>();',
    code: () => 'this.seats#.set(%client, 1);',
  },
  {
    name: 'keeps what is no client',
    about: 'no-in-memory-connection-state',
    needs: ['body'],
    member: () => 'private readonly cache# = new Map<string, number>();',
    code: () => "this.cache#.set('latest', %body.at#);",
  },
  {
    name: 'sends to a stored socket',
    leaks: true,
    about: 'prefer-user-room',
    needs: ['client', 'body'],
    member: () => `private readonly ${fires(MEMORY, 'sockets#')} = new Map<string, $Socket>();`,
    code: ({ leak }) =>
      `${leak('this.sockets#.set')}(%client.id, %client); ${fires('prefer-user-room/storedSocket', 'this.sockets#.get(%body.to#)')}?.emit('note', 1);`,
  },
  {
    name: 'sends to the room of a user',
    about: 'prefer-user-room',
    needs: ['body'],
    code: () => "this.%server.to(`user:${%body.to#}`).emit('note', 1);",
  },
  {
    name: 'hands the client on',
    about: 'require-ws-guard',
    needs: ['client'],
    handsOn: true,
    code: () => 'this.chat.track(%client);',
  },
];

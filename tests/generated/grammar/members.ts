import { fires, firesIf } from './marks.ts';
import type { TextPiece } from './piece.ts';

/** Members that stand for themselves. */
export const members: readonly TextPiece[] = [
  {
    name: 'a hook by another name',
    about: 'no-misspelled-lifecycle-hook',
    code: ({ hasDisconnect }) =>
      `${firesIf(!hasDisconnect, 'no-misspelled-lifecycle-hook/misspelled', 'handleDisconnected')}() {\n  this.count -= 1;\n}`,
  },
  {
    name: 'a method that is no hook',
    about: 'no-misspelled-lifecycle-hook',
    code: () => 'disconnectAll() {\n  this.count = 0;\n}',
  },
  {
    name: 'a static subscription',
    about: 'no-dead-subscription',
    code: () =>
      `${fires('no-dead-subscription/isStatic', "@$SubscribeMessage('static#')")}\nstatic static#() {\n  return 1;\n}`,
  },
  {
    name: 'a subscription of a property',
    about: 'no-dead-subscription',
    code: () =>
      `${fires('no-dead-subscription/isProperty', "@$SubscribeMessage('arrow#')")}\narrow# = () => 1;`,
  },
  {
    name: 'a route',
    about: 'no-http-in-gateway',
    code: ({ isController }) =>
      `${firesIf(!isController, 'no-http-in-gateway/route', "@$Get('route#')")}\nroute#() {\n  return 1;\n}`,
  },
  {
    name: 'a status',
    about: 'no-http-in-gateway',
    code: () =>
      `${fires('no-http-in-gateway/response', '@$HttpCode(204)')}\nstatus#() {\n  return 1;\n}`,
  },
  {
    name: 'a response',
    about: 'no-http-in-gateway',
    code: () => `private response#?: ${fires('no-http-in-gateway/httpType', '$Response')};`,
  },
  {
    name: 'a response to come',
    about: 'no-http-in-gateway',
    code: () => 'private readonly get#?: () => Promise<$Response>;',
  },
  {
    name: 'a guarded method',
    about: 'no-unapplied-enhancer',
    code: () =>
      `${fires('no-unapplied-enhancer/onMethod', '@$UseGuards($WsAuthGuard)')}\nhelp#() {\n  return 1;\n}`,
  },
  {
    name: 'a guarded method with a meaning of its own',
    about: 'no-unapplied-enhancer',
    code: () => '@$Audited()\n@$UseGuards($WsAuthGuard)\nhelp#() {\n  return 1;\n}',
  },
  {
    name: 'a body outside of handlers',
    about: 'no-unapplied-enhancer',
    code: () =>
      `take#(${fires('no-unapplied-enhancer/methodParameter', '@$MessageBody()')} text: string) {\n  return text;\n}`,
  },
  {
    name: 'a server of its own',
    about: 'require-websocket-server',
    code: () =>
      `private readonly own# = ${fires('require-websocket-server/ownServer', 'new $Server()')};`,
  },
  {
    name: 'a server that nothing gives',
    about: 'require-websocket-server',
    code: () =>
      `private ${fires('require-websocket-server/neverSet', 'peers#')}: $Server;\nannounce#() {\n  this.peers#.emit('note', 1);\n}`,
  },
  {
    name: 'a server that a method gives',
    about: 'require-websocket-server',
    code: () =>
      "private peers#: $Server;\nadopt#(server: $Server) {\n  this.peers# = server;\n  this.peers#.emit('note', 1);\n}",
  },
  {
    name: 'a server without a type',
    about: 'require-websocket-server',
    code: () => `@$WebSocketServer() ${fires('require-websocket-server/untyped', 'any#')};`,
  },
];

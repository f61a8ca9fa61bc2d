import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, receiver } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import { isClosedConnection } from '../gateway/connection/closed-connection.ts';
import { isEmit, socketCalls, type SocketCall } from '../gateway/sockets/emit.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { roomNames } from '../gateway/sockets/room-name.ts';
import { socketsOf } from '../gateway/sockets/sockets.ts';
import { storedSocketsOf } from '../gateway/sockets/stored-sockets.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule<'storedSocket' | 'storedId'>({
  name: 'prefer-user-room',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require users to be reached through a room and not through a stored socket',
      recommended: 'strict',
    },
    messages: {
      storedSocket:
        "A stored socket is one connection, on this instance: the user's other tabs are missed. Join the room `user:${id}` on connection, and send to that.",
      storedId:
        "A stored socket id is one connection: the user's other tabs are missed. Join the room `user:${id}` on connection, and send to that.",
    },
  },
  check({ gateway, file, report }) {
    if (gateway.platform === 'ws') return;
    for (const call of socketCalls(gateway.class, file)) {
      const id = storedId(call, gateway, file);
      if (id) {
        if (!isClosedConnection(id, file)) report({ node: id, messageId: 'storedId' });
      } else if (isEmit(call) && call.scopes.length === 0 && isStoredSocket(call.root, gateway)) {
        const socket = receiver(call.node);
        if (socket && !isClosedConnection(socket, file)) {
          report({ node: socket, messageId: 'storedSocket' });
        }
      }
    }
  },
});

/** A stored socket, or the socket that the server has under a stored id. */
function isStoredSocket(root: TSESTree.Node, gateway: Gateway): boolean {
  const stored = storedSocketsOf(gateway);
  if (stored.kindOf(root) === 'socket') return true;
  const lookup = gateway.file.resolve(root);
  if (lookup.type !== 'CallExpression' || calleeName(lookup) !== 'get') return false;
  const sockets = receiver(lookup);
  const [id] = lookup.arguments;
  return (
    sockets !== undefined &&
    socketsOf(gateway.file).of(sockets)?.path[0] === 'sockets' &&
    id !== undefined &&
    stored.kindOf(id) === 'id'
  );
}

/** The first stored id among the rooms that a server or client sends to. */
function storedId(
  { socket, scopes }: SocketCall,
  gateway: Gateway,
  file: NestFile,
): TSESTree.Node | undefined {
  if (!socket) return undefined;
  return scopes
    .filter((scope) => calleeName(scope) !== 'except')
    .flatMap((scope) => roomNames(scope, file))
    .find((name) => storedSocketsOf(gateway).kindOf(skipWrappers(name)) === 'id');
}

import { isEmit, socketCalls, type SocketCall } from '../gateway/sockets/emit.ts';
import { enclosingHandler } from '../gateway/sockets/enclosing-handler.ts';
import { namespaceKind } from '../gateway/arguments/namespace.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'no-unscoped-broadcast',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow handlers that send to every client instead of to a room',
      recommended: 'strict',
      cwe: ['CWE-200'],
    },
    messages: {
      everyone:
        "'{{method}}' on the server reaches every client of the namespace. Choose a room first, with '.to(room)'.",
      everyoneElse:
        "'{{method}}' on 'broadcast' reaches every client of the namespace but the sender. Choose a room first, with '.to(room)'.",
    },
  },
  check({ gateway, file, report }) {
    if (gateway.platform === 'ws') return;
    const kind = namespaceKind(gateway);
    // The namespaces that an expression stands for are rooms of a kind; a partial gateway has none.
    const isRoom = kind === 'regexp' || (kind === 'unknown' && gateway.kind === 'decorated');
    for (const call of socketCalls(gateway.class, file)) {
      const audience = isEmit(call) ? audienceOf(call) : undefined;
      if (audience === undefined || (audience === 'everyone' && isRoom)) continue;
      const { node, method } = call;
      if (!enclosingHandler(node, gateway)) continue;
      report({ node: node.callee, messageId: audience, data: { method } });
    }
  },
});

function audienceOf({ socket, scopes }: SocketCall): 'everyone' | 'everyoneElse' | undefined {
  if (!socket || scopes.length > 0) return undefined;
  const path = socket.path.join();
  if (socket.type === 'client') return path === 'broadcast' ? 'everyoneElse' : undefined;
  return path === '' || path === 'sockets' ? 'everyone' : undefined;
}

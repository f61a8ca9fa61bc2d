import type { TSESTree } from '@typescript-eslint/utils';
import { chosenRooms } from '../gateway/sockets/room-access.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'no-client-chosen-room',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow joining a room under a name that a client sends and nothing checks',
      recommended: 'recommended',
      cwe: ['CWE-639', 'CWE-862'],
      asvs: ['v5.0.0-8.2.2'],
    },
    messages: {
      chosen:
        "The client picks this room's name, so it can join any room, and with another client's socket id for a name it reads that client's private messages. Check that it may join, and put a prefix before the name.",
    },
  },
  check({ gateway, report }) {
    if (gateway.platform === 'ws') return;
    const reported = new Set<TSESTree.Node>();
    for (const { call, node } of gateway.handlers.flatMap((handler) => chosenRooms(handler))) {
      // Two handlers may run the same method.
      if (reported.has(call.node)) continue;
      reported.add(call.node);
      report({ node, messageId: 'chosen' });
    }
  },
});

import { sharedState } from '../gateway/connection/shared-state.ts';
import { createRule } from '../rule/create-rule.ts';
import { GATEWAY_WORDS } from '../rule/create-gateway-rule.ts';

export default createRule<'inMemory'>({
  name: 'no-in-memory-connection-state',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow state of clients, users and rooms in the memory of a gateway',
      recommended: 'strict',
    },
    messages: {
      inMemory:
        "'{{what}}' knows only the clients of its own process, so a second instance misses them, a Redis adapter or not. Keep this in `client.data`, in rooms or in a shared store.",
    },
  },
  mentions: GATEWAY_WORDS,
  concerns: (file) => file.gateways.length > 0,
  check({ file, sourceCode, report }) {
    // Gateways of one file may share a variable of the module or a field of their base class.
    const reported = new Set<object>();
    for (const gateway of file.gateways) {
      if (gateway.platform === 'ws') continue;
      for (const [node, { collection }] of sharedState(gateway)) {
        if (reported.has(node)) continue;
        reported.add(node);
        const name = node.type === 'VariableDeclarator' ? node.id : node.key;
        // Without the type that stands beside a variable's name.
        for (const { loc } of sourceCode.getFirstTokens(name, 1)) {
          report({ loc, messageId: 'inMemory', data: { what: collection.name } });
        }
      }
    }
  },
});

import { earlyState } from '../gateway/early-state.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'no-state-before-disconnect',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow entries for a client that handleDisconnect is never called for',
      recommended: 'recommended',
      cwe: ['CWE-401'],
    },
    messages: {
      disconnected:
        "The disconnect below comes before handleConnection first waits, so handleDisconnect is not called and the entry in '{{what}}' stays. Store it after the checks.",
      gone: "A client that left during the await above has had its handleDisconnect, so its entry in '{{what}}' stays. Test `client.connected` before you store it.",
    },
  },
  check({ gateway, report }) {
    if (gateway.platform === 'ws' || !gateway.isWhole) return;
    for (const { fill, cause } of earlyState(gateway)) {
      report({ node: fill.node, messageId: cause, data: { what: fill.collection.name } });
    }
  },
});

import { earlyState } from '../gateway/connection/early-state.ts';
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
        "The entry in '{{collection}}' stays when handleConnection disconnects the client below, since handleDisconnect is not called for a client that is disconnected before anything waits. Store it after the checks.",
      gone: "A client that left while handleConnection waited has had its handleDisconnect, so its entry in '{{collection}}' stays. Test `client.connected` before you store it.",
    },
  },
  check({ gateway, report }) {
    if (gateway.platform === 'ws' || !gateway.isWhole) return;
    for (const { node, fill, cause } of earlyState(gateway)) {
      report({ node, messageId: cause, data: { collection: fill.collection.name } });
    }
  },
});

import { serverOnlyMembers } from '../gateway/sockets/namespace-members.ts';
import { namespaceKind } from '../gateway/arguments/namespace.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'no-namespace-server-misuse',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow members that the server of a gateway with a namespace does not have',
      recommended: 'recommended',
    },
    messages: {
      missing:
        "The server of a gateway with a namespace is a Namespace, which has no '.{{member}}', so using it throws. Use '.{{instead}}'.",
    },
  },
  check({ gateway, report }) {
    const kind = namespaceKind(gateway);
    if (gateway.platform === 'ws' || (kind !== 'named' && kind !== 'regexp')) return;
    for (const { path, instead, node } of serverOnlyMembers(gateway)) {
      report({ node, messageId: 'missing', data: { member: path, instead } });
    }
  },
});

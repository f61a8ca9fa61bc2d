import { waitBeforeDecision } from '../gateway/authentication/connection-decision.ts';
import { openHandler } from '../gateway/authentication/open-handler.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'no-connection-auth-race',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow handlers that serve a client while it is still being authenticated',
      recommended: 'recommended',
      cwe: ['CWE-362', 'CWE-287'],
      asvs: ['v5.0.0-15.4.2'],
    },
    messages: {
      race: "While this waits, '{{handler}}' already serves the client, whoever it is. Authenticate in a middleware (`server.use` in afterInit), or guard every handler.",
    },
  },
  check({ gateway, report }) {
    if (gateway.platform === 'ws') return;
    const hook = gateway.hook('handleConnection');
    const wait = hook && waitBeforeDecision(hook);
    const handler = wait && openHandler(gateway);
    if (handler) report({ node: wait, messageId: 'race', data: { handler: handler.name } });
  },
});

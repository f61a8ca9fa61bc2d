import { mayAuthenticate } from '../gateway/authentication/authentication.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'require-connection-auth',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a gateway with handlers to be able to tell who its clients are',
      recommended: 'strict',
      cwe: ['CWE-306'],
      asvs: ['v5.0.0-8.3.1'],
    },
    messages: {
      open: 'Nothing here asks a client who it is, so unless an adapter or another gateway of the namespace does, everyone who connects can call its handlers. Verify a token in a middleware (`server.use` in afterInit), or guard the handlers.',
    },
  },
  check({ gateway, report }) {
    if (gateway.platform === 'ws' || gateway.handlers.length === 0) return;
    if (!mayAuthenticate(gateway)) report({ node: gateway.head, messageId: 'open' });
  },
});

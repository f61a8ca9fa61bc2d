import { authFailures } from '../gateway/authentication/auth-failure.ts';
import { openHandler } from '../gateway/authentication/open-handler.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  errorEvent: boolean;
}

export default createGatewayRule<'connected' | 'silent', Options>({
  name: 'require-disconnect-on-auth-failure',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a client that fails authentication to be disconnected',
      recommended: 'recommended',
      cwe: ['CWE-287', 'CWE-636'],
      asvs: ['v5.0.0-16.5.3'],
    },
    options: {
      errorEvent: {
        type: 'boolean',
        description: 'Whether the client must be told why before it is disconnected.',
      },
    },
    defaultOptions: { errorEvent: false },
    strictOptions: { errorEvent: true },
    messages: {
      connected:
        "When this fails the client stays connected, and '{{handler}}' handles its messages. Disconnect it here.",
      silent:
        'The client is disconnected without being told why. Emit an `exception` event to it first.',
    },
  },
  check({ gateway, options, report }) {
    const hook = gateway.hook('handleConnection');
    if (!hook) return;
    const failures = authFailures(hook);
    for (const { node, isSettled } of failures) {
      const handler = isSettled ? undefined : openHandler(gateway);
      if (!handler) continue;
      report({ loc: node.loc, messageId: 'connected', data: { handler: handler.name } });
    }
    if (!options.errorEvent || gateway.platform === 'ws') return;
    const silent = new Set(failures.flatMap((failure) => failure.silentDisconnect() ?? []));
    for (const node of silent) report({ node, messageId: 'silent' });
  },
});

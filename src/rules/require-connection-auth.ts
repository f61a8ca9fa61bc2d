import { handsClientOn } from '../gateway/client-outcome.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { handshakeReads } from '../gateway/handshake-reads.ts';
import { mayHaveMiddleware } from '../gateway/middleware.ts';
import { clientCode } from '../gateway/reach.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'require-connection-auth',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Require a gateway with handlers to have something that can tell its clients apart',
      recommended: 'strict',
      cwe: ['CWE-306'],
      asvs: ['v5.0.0-8.3.1'],
    },
    messages: {
      open: 'Nothing here asks a client who it is, so everyone who connects can call its handlers. Verify a token in a middleware (`server.use` in afterInit), or guard the handlers.',
    },
  },
  check({ gateway, report }) {
    if (gateway.platform === 'ws' || gateway.handlers.length === 0) return;
    if (mayAuthenticate(gateway)) return;
    report({ node: gateway.head, messageId: 'open' });
  },
});

/** Quiet by design: whatever can look at a client may be what authenticates it. */
function mayAuthenticate(gateway: Gateway): boolean {
  return (
    handshakeReads(gateway).length > 0 ||
    mayHaveMiddleware(gateway) ||
    gateway.handlers.some(
      ({ method }) =>
        gateway.mayBeCovered('guards', method) || gateway.enhancers('guards', method).length > 0,
    ) ||
    isHandedOnConnection(gateway)
  );
}

/** Whether `handleConnection` hands the client to a call, logging aside. */
function isHandedOnConnection(gateway: Gateway): boolean {
  const hook = gateway.hook('handleConnection');
  return (hook ? clientCode(hook) : []).some((code) =>
    code.routine.calls.some((call) => handsClientOn(call, code)),
  );
}

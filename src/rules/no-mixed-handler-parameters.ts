import { signatureFault } from '../gateway/payload/handler-signature.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule<'undecorated' | 'socket' | 'swapped'>({
  name: 'no-mixed-handler-parameters',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow handler parameters that Nest leaves undefined or fills with another value',
      recommended: 'recommended',
      cwe: ['CWE-628'],
    },
    messages: {
      undecorated:
        "'{{name}}' is always undefined: once one parameter of a handler has a decorator, Nest fills no parameter without. Decorate it with `@ConnectedSocket()` or `@MessageBody()`.",
      socket:
        "'{{name}}' is the socket, not the message body: that is what Nest passes first to a handler without parameter decorators. Decorate it with `@MessageBody()`.",
      swapped:
        'Nest passes the socket first and the message body second to a handler without parameter decorators. Swap the two parameters, or decorate both.',
    },
  },
  check({ gateway, sourceCode, report }) {
    for (const handler of gateway.handlers) {
      const fault = signatureFault(handler);
      if (!fault) continue;
      const { pattern, annotation, node } = fault.parameter;
      const end = annotation?.range[0] ?? pattern.range[1];
      report({
        loc: { start: pattern.loc.start, end: node.loc.end },
        messageId: fault.kind,
        data: { name: sourceCode.text.slice(pattern.range[0], end) },
      });
    }
  },
});

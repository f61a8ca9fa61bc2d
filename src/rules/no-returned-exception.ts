import { readExceptions } from '../gateway/errors/exception.ts';
import { returnedValues } from '../gateway/errors/returned-values.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'no-returned-exception',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow returning a WsException from a message handler',
      recommended: 'recommended',
      cwe: ['CWE-393'],
    },
    messages: {
      returned:
        "A returned WsException is an answer like any other, so the client's acknowledgement reports success. Throw it.",
    },
  },
  check({ gateway, file, report }) {
    for (const { method } of gateway.handlers) {
      for (const node of returnedValues(method.function, file)) {
        const exceptions = readExceptions(node, file);
        if (exceptions.some(({ kind }) => kind === 'ws')) report({ node, messageId: 'returned' });
      }
    }
  },
});

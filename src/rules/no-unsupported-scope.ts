import { readScope } from '../gateway/declaration/scope.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule<'transient' | 'request'>({
  name: 'no-unsupported-scope',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow injection scopes under which Nest never constructs a gateway',
      recommended: 'recommended',
    },
    messages: {
      transient:
        'Nest never runs the constructor of a transient gateway, so every injected field is undefined in its handlers. Remove the scope.',
      request:
        'Before Nest 12 the constructor of a request-scoped gateway never runs, so every injected field is undefined in its handlers. Remove the scope, and keep what belongs to a client in `client.data`.',
    },
  },
  check({ gateway, file, report }) {
    const scope = readScope(gateway);
    if (scope?.name === 'TRANSIENT') report({ node: scope.node, messageId: 'transient' });
    // Settings that name global enhancers say that the project runs on Nest 12 or later.
    const isNest12 = file.settings.globalEnhancers.length > 0;
    if (scope?.name === 'REQUEST' && !isNest12) report({ node: scope.node, messageId: 'request' });
  },
});

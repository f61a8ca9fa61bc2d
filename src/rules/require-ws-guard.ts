import { guardCoverage } from '../gateway/authentication/guards.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  public: readonly string[];
}

export default createGatewayRule<'unguarded', Options>({
  name: 'require-ws-guard',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a guard on every message handler',
      recommended: 'strict',
      cwe: ['CWE-306', 'CWE-862'],
      asvs: ['v5.0.0-8.2.1'],
    },
    options: {
      public: {
        type: 'array',
        items: { type: 'string' },
        uniqueItems: true,
        description: 'The decorators that open a handler or a gateway to everyone.',
      },
    },
    defaultOptions: { public: ['Public'] },
    messages: {
      unguarded:
        "No guard stands before '{{handler}}', so every client that is connected can call it. Add @UseGuards to the handler or the gateway.",
    },
  },
  check({ gateway, options, report }) {
    for (const handler of gateway.handlers) {
      if (guardCoverage(handler, options.public) !== 'no') continue;
      report({ node: handler.head, messageId: 'unguarded', data: { handler: handler.name } });
    }
  },
});

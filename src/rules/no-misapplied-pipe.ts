import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'no-misapplied-pipe',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow what a gateway does wrong',
      recommended: 'strict',
    },
    messages: {
      wrong: 'This is what happens at run time; this is how to repair it.',
    },
  },
  check({ gateway, report }) {
    report({ node: gateway.head, messageId: 'wrong' });
  },
});

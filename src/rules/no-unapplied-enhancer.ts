import { unappliedDecorators } from '../gateway/declaration/unapplied.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

const EFFECTS: Readonly<Record<string, string>> = {
  UseFilters: 'no filter catches what it throws',
  UseGuards: 'no guard stands before it',
  UseInterceptors: 'no interceptor runs around it',
  UsePipes: 'no pipe checks what it is given',
};

export default createGatewayRule<'onHook' | 'onMethod' | 'hookParameter' | 'methodParameter'>({
  name: 'no-unapplied-enhancer',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow enhancers and parameter decorators where Nest does not apply them',
      recommended: 'recommended',
      cwe: ['CWE-306', 'CWE-1164'],
    },
    messages: {
      onHook:
        "Nest applies no enhancers to '{{method}}', so {{effect}}. Do the work in the hook itself, or in a middleware of the server.",
      onMethod:
        "Nest applies enhancers to message handlers only and '{{method}}' is none, so {{effect}}. Move the decorator to a handler, or remove it.",
      hookParameter:
        "'@{{name}}()' has no effect in '{{method}}', which gets what Nest passes to the hook in its own order. Remove the decorator.",
      methodParameter:
        "'@{{name}}()' has no effect in '{{method}}', which is no message handler and gets what its caller passes. Remove the decorator, or subscribe the method to an event.",
    },
  },
  check({ gateway, report }) {
    for (const { use, name, kind, method, isHook } of unappliedDecorators(gateway)) {
      const data = { name, method: method.name, effect: EFFECTS[name] ?? '' };
      if (kind === 'enhancer') {
        report({ node: use.node, messageId: isHook ? 'onHook' : 'onMethod', data });
      } else {
        const messageId = isHook ? 'hookParameter' : 'methodParameter';
        report({ node: use.node, messageId, data });
      }
    }
  },
});

import { misspelledHooks } from '../gateway/declaration/hook-spelling.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule<'misspelled' | 'rename'>({
  name: 'no-misspelled-lifecycle-hook',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow methods that are named almost as a lifecycle hook',
      recommended: 'recommended',
    },
    hasSuggestions: true,
    messages: {
      misspelled:
        "Nest never calls '{{name}}', and nothing in this file does: the hook is called '{{hook}}'. Rename the method.",
      rename: "Rename '{{name}}' to '{{hook}}'.",
    },
  },
  check({ gateway, report }) {
    for (const { method, hook } of misspelledHooks(gateway)) {
      const { key } = method.node;
      const data = { name: method.name, hook };
      report({
        node: key,
        messageId: 'misspelled',
        data,
        suggest: [
          {
            messageId: 'rename',
            data,
            fix: (fixer) => fixer.replaceText(key, key.type === 'Literal' ? `'${hook}'` : hook),
          },
        ],
      });
    }
  },
});

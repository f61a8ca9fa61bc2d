import type { TSESTree } from '@typescript-eslint/utils';
import type { Fixer, SourceCode } from '../ast/types.ts';
import { socketWrites } from '../gateway/socket-writes.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule<'property' | 'assign' | 'useData'>({
  name: 'prefer-client-data',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require what is kept on a client to be kept in its `data`',
      recommended: 'strict',
    },
    hasSuggestions: true,
    messages: {
      property:
        "Other instances see 'client.data' through an adapter and not 'client.{{name}}'. Keep it in 'client.data.{{name}}'.",
      assign:
        "Other instances see 'client.data' through an adapter and no other property of a client. Assign to 'client.data'.",
      useData: 'Keep it in `data`.',
    },
  },
  check({ gateway, sourceCode, report }) {
    if (gateway.platform === 'ws') return;
    for (const { node, name } of socketWrites(gateway)) {
      report({
        node,
        messageId: name === undefined ? 'assign' : 'property',
        data: { name: name ?? '' },
        suggest: [{ messageId: 'useData', fix: (fixer) => useData(node, fixer, sourceCode) }],
      });
    }
  },
});

/** `client.user` becomes `client.data.user`, `client` in `Object.assign` becomes `client.data`. */
function useData(node: TSESTree.Node, fixer: Fixer, sourceCode: SourceCode) {
  if (node.type !== 'MemberExpression') return fixer.insertTextAfter(node, '.data');
  const before = sourceCode.getTokenBefore(node.property);
  return before && fixer.insertTextBefore(before, '.data');
}

import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Fixer, SourceCode } from '../ast/types.ts';
import { socketWrites } from '../gateway/connection/socket-writes.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { socketsOf } from '../gateway/sockets/sockets.ts';
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
        "Other instances see 'client.data' through an adapter, but not 'client.{{name}}'. Keep it in 'client.data.{{name}}'.",
      assign:
        "Other instances see 'client.data' through an adapter, but no other property of a client. Assign to 'client.data'.",
      useData: 'Keep it in `data`.',
    },
  },
  check({ gateway, file, sourceCode, report }) {
    if (gateway.platform === 'ws') return;
    for (const { node, name, isUsed } of socketWrites(gateway)) {
      const suggestion = {
        messageId: 'useData' as const,
        fix: (fixer: Fixer) => {
          const others = name === undefined ? [] : clientMembers(name, file);
          return [...new Set([node, ...others])].map((one) => useData(one, fixer, sourceCode));
        },
      };
      report({
        node,
        messageId: name === undefined ? 'assign' : 'property',
        data: { name },
        suggest: isUsed ? [] : [suggestion],
      });
    }
  },
});

/** Every place where the file reads or writes a property of a client, so that none is left behind. */
function clientMembers(name: string, file: NestFile): readonly TSESTree.Node[] {
  const sockets = socketsOf(file);
  return file.routine(file.sourceCode.ast).members.filter((member) => {
    if (memberName(member) !== name) return false;
    const value = sockets.of(member);
    return value?.type === 'client' && value.path.length === 1;
  });
}

/** `client.user` becomes `client.data.user`, `client` in `Object.assign` becomes `client.data`. */
function useData(node: TSESTree.Node, fixer: Fixer, sourceCode: SourceCode) {
  if (node.type !== 'MemberExpression') return fixer.insertTextAfter(skipWrappers(node), '.data');
  const before = node.computed ? sourceCode.getTokenAfter(node.object, isBracket) : undefined;
  return before
    ? fixer.insertTextBefore(before, node.optional ? 'data' : '.data')
    : fixer.insertTextBefore(node.property, 'data.');
}

function isBracket({ value }: TSESTree.Token): boolean {
  return value === '[';
}

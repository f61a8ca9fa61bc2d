import type { TSESTree } from '@typescript-eslint/utils';
import { literalString } from '../ast/names.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { isUndefined } from '../gateway/globals.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  pattern: string;
}

export default createGatewayRule<'missing' | 'root' | 'pattern', Options>({
  name: 'require-gateway-namespace',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require each gateway to have a namespace of its own',
      recommended: 'strict',
    },
    options: {
      pattern: {
        type: 'string',
        format: 'regex',
        description: 'A regular expression that each namespace has to match, as it is written.',
      },
    },
    defaultOptions: { pattern: '' },
    messages: {
      missing:
        'Without a namespace this gateway shares its events and broadcasts with every other that has none. Give it one, named after its domain.',
      root: "'{{namespace}}' is the namespace of every gateway that names none, so they share events and broadcasts. Name it after the domain.",
      pattern:
        "The namespace '{{namespace}}' is not named as clients of this project expect. Make it match `{{pattern}}`.",
    },
  },
  check({ gateway, options: { pattern }, report }) {
    const { decorator, file } = gateway;
    if (decorator?.websockets === undefined) return;
    if (gateway.platform === 'ws' || mayHaveServerOfItsOwn(gateway)) return;
    const option = gateway.option('namespace');
    if (option.kind !== 'value' || isUndefined(option.value, file)) {
      report({ node: decorator.node, messageId: 'missing' });
      return;
    }
    const namespace = literalString(option.value);
    if (namespace === undefined) return;
    if (namespace === '' || namespace === '/') {
      report({ node: option.written, messageId: 'root', data: { namespace } });
    } else if (!new RegExp(pattern).test(namespace)) {
      report({ node: option.written, messageId: 'pattern', data: { namespace, pattern } });
    }
  },
});

/** Whether a port or a path of its own sets the gateway apart; options not seen here may hold one. */
function mayHaveServerOfItsOwn(gateway: Gateway): boolean {
  const { port, file } = gateway;
  if (port && isUndefined(port, file)) return false;
  return (port && !isZero(file.resolve(port))) || gateway.option('path').kind !== 'absent';
}

function isZero(node: TSESTree.Node): boolean {
  return node.type === 'Literal' && node.value === 0;
}

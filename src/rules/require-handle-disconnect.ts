import type { Fixer, SourceCode } from '../ast/types.ts';
import { implementsOf } from '../ast/implements.ts';
import { addInterface } from '../fix/add-interface.ts';
import { addMember } from '../fix/add-member.ts';
import { importInterfaces } from '../fix/import-interfaces.ts';
import {
  cleansUpOnSocket,
  handsClientToUnseen,
  leakedResources,
} from '../gateway/connection-resources.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  always: boolean;
}

const KINDS = {
  interval: ['An interval', 'Clear it'],
  listener: ['A listener', 'Remove it'],
  subscription: ['A subscription', 'Unsubscribe'],
} as const;

export default createGatewayRule<
  'leaks' | 'missing' | 'neverShrunk' | 'neverEnded' | 'addHook',
  Options
>({
  name: 'require-handle-disconnect',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require what a gateway keeps per connection to go when the client goes',
      recommended: 'recommended',
      cwe: ['CWE-401', 'CWE-772'],
    },
    hasSuggestions: true,
    options: {
      always: {
        type: 'boolean',
        description: 'Whether `handleConnection` always asks for `handleDisconnect`.',
      },
    },
    defaultOptions: { always: true },
    messages: {
      leaks:
        "'{{what}}' gains entries as clients come and keeps them when they leave, so it grows until the process ends. Add handleDisconnect and remove the entry there.",
      missing:
        'Nothing undoes what handleConnection did when the client leaves. Add handleDisconnect.',
      neverShrunk:
        "'{{what}}' gains entries as clients come and handleDisconnect leaves them there, so it grows until the process ends. Remove the entry in handleDisconnect.",
      neverEnded:
        '{{what}} is started here for each client and outlives its connection, so they add up until the process ends. {{repair}} in handleDisconnect.',
      addHook: 'Add handleDisconnect, its interface and its import.',
    },
  },
  check({ gateway, sourceCode, options, report }) {
    if (!gateway.isWhole || mayHaveOtherHook(gateway) || cleansUpOnSocket(gateway)) return;
    const resources = leakedResources(gateway);
    for (const { kind, node } of resources) {
      const [what, repair] = KINDS[kind];
      report({ node: node.callee, messageId: 'neverEnded', data: { what, repair } });
    }

    const leaks = [...gateway.state.perConnection].filter(([, fill]) => {
      return !gateway.state.isEmptied(fill);
    });
    const hasHook = gateway.hook('handleDisconnect') !== undefined;
    const suggest = [{ messageId: 'addHook' as const, fix: addHook(gateway, sourceCode) }];
    for (const [{ name: what }, { node }] of hasHook ? leaks : leaks.slice(0, 1)) {
      const place = node.type === 'CallExpression' ? node.callee : node.left;
      if (hasHook) report({ node: place, messageId: 'neverShrunk', data: { what } });
      else report({ node: place, messageId: 'leaks', data: { what }, suggest });
    }

    const connection = gateway.hook('handleConnection');
    if (!connection || hasHook || !options.always || leaks.length + resources.length > 0) return;
    if (handsClientToUnseen(gateway)) return;
    const isOwn = gateway.hooks.some(({ method }) => method === connection.method);
    report({ node: isOwn ? connection.head : gateway.head, messageId: 'missing', suggest });
  },
});

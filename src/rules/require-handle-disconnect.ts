import type { Fixer, SourceCode } from '../ast/types.ts';
import { addInterface } from '../fix/add-interface.ts';
import { addMember } from '../fix/add-member.ts';
import { importName } from '../fix/import-name.ts';
import { cleansUpOnSocket, leakedResources } from '../gateway/connection-resources.ts';
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
        "'{{what}}' gains an entry per connection and nothing takes it out, so it grows until the process ends. Add handleDisconnect and remove the entry there.",
      missing:
        'Nest tells this gateway when a client comes and not when it goes. Add handleDisconnect, and undo there what handleConnection did.',
      neverShrunk:
        "'{{what}}' gains an entry per connection and handleDisconnect leaves it there, so it grows until the process ends. Remove the entry in handleDisconnect.",
      neverEnded:
        '{{what}} is started here for each connection and outlives it, so they add up until the process ends. {{repair}} in handleDisconnect.',
      addHook: 'Add handleDisconnect, its interface and its import.',
    },
  },
  check({ gateway, sourceCode, options, report }) {
    if (!gateway.isWhole || cleansUpOnSocket(gateway)) return;
    const disconnect = gateway.hook('handleDisconnect');
    const collections = gateway.state.perConnection;

    for (const { kind, node } of leakedResources(gateway)) {
      const [what, repair] = KINDS[kind];
      report({ node: node.callee, messageId: 'neverEnded', data: { what, repair } });
    }

    if (disconnect) {
      for (const [collection, { node }] of collections) {
        if (gateway.state.isShrunkOnDisconnect(collection)) continue;
        report({ node, messageId: 'neverShrunk', data: { what: collection.name } });
      }
      return;
    }

    const suggest = [{ messageId: 'addHook' as const, fix: addHook(gateway, sourceCode) }];
    const [leak] = collections;
    if (leak) {
      const [collection, { node }] = leak;
      report({ node, messageId: 'leaks', data: { what: collection.name }, suggest });
      return;
    }
    const connection = gateway.hook('handleConnection');
    if (connection && options.always) {
      report({ node: connection.head, messageId: 'missing', suggest });
    }
  },
});

/** The hook with the types that are at hand: `Socket` only where the file imports it. */
function addHook(gateway: Gateway, sourceCode: SourceCode) {
  const subject = gateway.hook('handleConnection')?.subject;
  const type = subject?.annotation ? sourceCode.getText(subject.annotation) : '';
  const name = subject?.pattern.type === 'Identifier' ? subject.pattern.name : 'client';
  const member = [`handleDisconnect(${name}${type}) {`, '}'];
  const needed = importName('@nestjs/websockets', 'OnGatewayDisconnect', sourceCode);
  return (fixer: Fixer) => [
    ...(needed
      ? [
          ...needed.apply(fixer),
          addInterface(gateway.class.node, needed.text, fixer, sourceCode),
        ]
      : []),
    addMember(gateway.class.node, member, fixer, sourceCode),
  ];
}

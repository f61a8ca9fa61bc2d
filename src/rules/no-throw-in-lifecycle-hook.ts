import type { TSESTree } from '@typescript-eslint/utils';
import type { Fixer, SourceCode } from '../ast/types.ts';
import { wrapInTry } from '../fix/wrap-in-try.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { hazardsOf, type Awaits, type Hazard } from '../gateway/hazards.ts';
import type { LifecycleHook } from '../gateway/hook.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  awaits: Awaits;
}

type MessageIds = Hazard['kind'] | 'middleware' | 'listener';
type Suggestion = 'optional' | 'wrap' | 'disconnect';

export default createGatewayRule<MessageIds | Suggestion, Options>({
  name: 'no-throw-in-lifecycle-hook',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow errors that leave a lifecycle hook, which end the process',
      recommended: 'recommended',
      cwe: ['CWE-248', 'CWE-755'],
      asvs: ['v5.0.0-16.5.2'],
    },
    hasSuggestions: true,
    options: {
      awaits: {
        enum: ['auth', 'all'],
        description:
          'Which awaited calls are reported: those that receive something of the client, or all.',
      },
    },
    defaultOptions: { awaits: 'auth' },
    messages: {
      throw: 'A throw in {{hook}} ends the process. {{repair}}.',
      verify: 'A bad token makes this throw, and a throw in {{hook}} ends the process. {{repair}}.',
      await: 'If this rejects, the rejection leaves {{hook}} and ends the process. {{repair}}.',
      read: 'A client that does not send this makes it throw, and a throw in {{hook}} ends the process. Read it with `?.`, or test it first.',
      floating:
        'Nothing awaits this promise inside the `try`, so its rejection ends the process. Await it here.',
      call: "An error leaves '{{method}}', and an error that leaves {{hook}} ends the process. {{repair}}.",
      middleware:
        'An error that leaves a middleware ends the process. Catch it and hand it to `next(error)`.',
      listener:
        'Nest does not catch what a listener of your own throws, so it ends the process. Catch it inside the listener.',
      optional: 'Read it with `?.`.',
      wrap: 'Catch it and disconnect the client.',
      disconnect: 'Disconnect the client and return.',
    },
  },
  check({ gateway, sourceCode, options, report }) {
    for (const hook of gateway.hooks) {
      for (const hazard of hazardsOf(hook, options.awaits)) {
        const { kind, node, place } = hazard;
        report({
          node,
          messageId: place === 'hook' || kind === 'floating' || kind === 'read' ? kind : place,
          data: {
            hook: hook.name,
            repair: repairIn(hook),
            method: node.type === 'CallExpression' ? sourceCode.getText(node.callee) : '',
          },
          suggest: suggestions(hazard, hook, sourceCode),
        });
      }
    }
  },
});

function repairIn({ name }: LifecycleHook): string {
  switch (name) {
    case 'handleConnection':
      return 'Catch it and disconnect the client';
    case 'handleDisconnect':
      return 'Catch and log it';
    case 'afterInit':
      return 'Catch it, or check what it needs before the server starts';
  }
}

function suggestions({ kind, node, place }: Hazard, hook: LifecycleHook, sourceCode: SourceCode) {
  if (kind === 'read' && node.type === 'MemberExpression') {
    return [
      {
        messageId: 'optional' as const,
        fix: (fixer: Fixer) => readOptionally(node, fixer, sourceCode),
      },
    ];
  }
  const disconnect = disconnectStatement(hook);
  if (place !== 'hook' || kind === 'floating' || disconnect === undefined) return [];
  return kind === 'throw'
    ? [
        {
          messageId: 'disconnect' as const,
          fix: (fixer: Fixer) => fixer.replaceText(node, `{ ${disconnect} return; }`),
        },
      ]
    : [
        {
          messageId: 'wrap' as const,
          fix: (fixer: Fixer) =>
            wrapInTry(node, hook.method.function, disconnect, fixer, sourceCode),
        },
      ];
}

/** What turns the client of a `handleConnection` away, on the platform of its gateway. */
function disconnectStatement({ name, subject, gateway }: LifecycleHook): string | undefined {
  if (name !== 'handleConnection' || subject?.pattern.type !== 'Identifier') return undefined;
  return `${subject.pattern.name}.${closing(gateway)}();`;
}

function closing({ platform }: Gateway): string {
  return platform === 'ws' ? 'close' : 'disconnect';
}

function readOptionally(
  { property, computed }: TSESTree.MemberExpression,
  fixer: Fixer,
  sourceCode: SourceCode,
) {
  const before = sourceCode.getTokenBefore(property);
  if (!before) return null;
  return computed ? fixer.insertTextBefore(before, '?.') : fixer.replaceText(before, '?.');
}

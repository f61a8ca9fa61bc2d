import type { TSESTree } from '@typescript-eslint/utils';
import type { Fix, Fixer } from '../ast/types.ts';
import { fallBackToEmpty, readOptionally } from '../fix/read-optionally.ts';
import { replaceStatement } from '../fix/replace-statement.ts';
import { wrapInTry } from '../fix/wrap-in-try.ts';
import { hazardsOf, locOf, type Awaits, type Hazard } from '../gateway/errors/hazards.ts';
import type { LifecycleHook } from '../gateway/hook.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { ownName } from '../gateway/own-name.ts';
import { turnAway } from '../gateway/authentication/turn-away.ts';
import { GATEWAY_WORDS } from '../rule/create-gateway-rule.ts';
import { createRule } from '../rule/create-rule.ts';

interface Options {
  awaits: Awaits;
}

type MessageIds = Hazard['kind'] | 'middleware' | 'listener';
type Suggestion = 'optional' | 'fallback' | 'disconnect' | 'wrap' | 'catch' | 'addAwait' | 'next';

export default createRule<MessageIds | Suggestion, Options>({
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
      throw: 'A throw in {{where}} ends the process. {{repair}}.',
      verify:
        'A bad token makes this fail, and an error that leaves {{where}} ends the process. {{repair}}.',
      await: 'If this rejects, the error leaves {{where}} and ends the process. {{repair}}.',
      read: 'This throws for an anonymous client, and a throw in {{where}} ends the process. Read it with `?.`, or test the value first.',
      unpack:
        'This throws for an anonymous client, and a throw in {{where}} ends the process. Give it a value to fall back on, or test it first.',
      floating:
        'Nothing awaits this promise inside the `try`, so its rejection ends the process. Await it here, or add a `.catch()`.',
      call: "An error leaves '{{call}}', and an error that leaves {{where}} ends the process. {{repair}}.",
      middleware:
        'An error that leaves a middleware ends the process. Catch it and hand it to `next(error)`.',
      listener:
        'Nest does not catch what a listener of your own throws, so it ends the process. Catch it inside the listener.',
      optional: 'Read it with `?.`.',
      fallback: 'Fall back on an empty value.',
      disconnect: 'Disconnect the client and return.',
      wrap: 'Catch it and disconnect the client.',
      catch: 'Add a `.catch()` that disconnects the client.',
      addAwait: 'Await it.',
      next: 'Hand it to `{{next}}()` and return.',
    },
  },
  mentions: GATEWAY_WORDS,
  concerns: (file) => file.gateways.length > 0,
  check({ file, options, report }) {
    // Two hooks may call one method, and two gateways share one middleware.
    const seen = new Set<TSESTree.Node>();
    for (const hook of file.gateways.flatMap((gateway) => gateway.hooks)) {
      for (const hazard of hazardsOf(hook, options.awaits)) {
        if (seen.has(hazard.node)) continue;
        seen.add(hazard.node);
        report({
          loc: locOf(hazard),
          messageId: messageOf(hazard),
          data: {
            where: PLACES[hazard.place] ?? hook.name,
            repair: REPAIRS[hook.name],
            call: hazard.node.type === 'CallExpression' ? ownName(hazard.node) : '',
          },
          suggest: suggestions(hazard, hook, file),
        });
      }
    }
  },
});

const PLACES: Readonly<Record<Hazard['place'], string | undefined>> = {
  hook: undefined,
  middleware: 'a middleware',
  listener: 'a listener',
};

const REPAIRS: Readonly<Record<LifecycleHook['name'], string>> = {
  afterInit: 'Catch it, or check what it needs before the server starts',
  handleConnection: 'Catch it and disconnect the client',
  handleDisconnect: 'Catch and log it',
};

function messageOf({ kind, place }: Hazard): MessageIds {
  const saysItself = kind === 'floating' || kind === 'read' || kind === 'unpack';
  return place === 'hook' || saysItself ? kind : place;
}

type Edit = (fixer: Fixer) => Fix | Fix[] | null;

function suggestions(
  hazard: Hazard,
  hook: LifecycleHook,
  { sourceCode }: NestFile,
): { messageId: Suggestion; fix: Edit; data?: Record<string, string> }[] {
  const { kind, node, place, within, leaves, promise } = hazard;
  const offer = (messageId: Suggestion, fix: Edit) => [{ messageId, fix }];
  if (kind === 'unpack') return offer('fallback', (fixer) => fallBackToEmpty(node, fixer));
  if (kind === 'read' && node.type === 'MemberExpression') {
    return offer('optional', (fixer) => readOptionally(node, fixer, sourceCode));
  }
  if (kind === 'floating' && within.async) {
    return offer('addAwait', (fixer) => fixer.insertTextBefore(promise, 'await '));
  }
  if (node.type === 'ThrowStatement' && place === 'middleware') {
    const [, next] = within.params;
    if (next?.type !== 'Identifier') return [];
    const lines = [`${next.name}(${sourceCode.getText(node.argument)});`, 'return;'];
    const fix: Edit = (fixer) => replaceStatement(node, lines, fixer, sourceCode, node.argument);
    return [{ messageId: 'next', data: { next: next.name }, fix }];
  }
  const disconnect = within === hook.method.function ? turnAway(hook) : undefined;
  if (disconnect === undefined) return [];
  const recovery = `${disconnect};`;
  if (node.type === 'ThrowStatement') {
    const lines = [recovery, 'return;'];
    return offer('disconnect', (fixer) => replaceStatement(node, lines, fixer, sourceCode));
  }
  return leaves === 'thrown'
    ? offer('wrap', (fixer) => wrapInTry(node, within, recovery, fixer, sourceCode))
    : offer('catch', (fixer) => fixer.insertTextAfter(promise, `.catch(() => ${disconnect})`));
}

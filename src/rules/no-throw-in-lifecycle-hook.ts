import type { TSESTree } from '@typescript-eslint/utils';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';
import { fallBackToEmpty, readOptionally } from '../fix/read-optionally.ts';
import { replaceStatement } from '../fix/replace-statement.ts';
import { wrapInTry } from '../fix/wrap-in-try.ts';
import { hazardsOf, locOf, type Awaits, type Hazard } from '../gateway/hazards.ts';
import type { LifecycleHook } from '../gateway/hook.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { ownName } from '../gateway/own-name.ts';
import { promiseFate } from '../gateway/promise-fate.ts';
import { turnAway } from '../gateway/turn-away.ts';
import { gatewayWords } from '../rule/create-gateway-rule.ts';
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
  mentions: gatewayWords,
  concerns: (file) => file.gateways.length > 0,
  check({ file, sourceCode, options, report }) {
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
          suggest: suggestions(hazard, hook, sourceCode, file),
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

type Suggest = {
  messageId: Suggestion;
  data?: Record<string, string>;
  fix: (fixer: Fixer) => Fix | Fix[] | null;
};

function suggestions(
  hazard: Hazard,
  hook: LifecycleHook,
  sourceCode: SourceCode,
  file: NestFile,
): Suggest[] {
  const { kind, node, place, within, leaves } = hazard;
  if (kind === 'unpack') {
    return [{ messageId: 'fallback', fix: (fixer) => fallBackToEmpty(node, fixer) }];
  }
  if (kind === 'read') {
    return node.type === 'MemberExpression'
      ? [{ messageId: 'optional', fix: (fixer) => readOptionally(node, fixer, sourceCode) }]
      : [];
  }
  if (kind === 'throw' && place === 'middleware') return handToNext(hazard, sourceCode);
  if (kind === 'floating' && within.async) {
    const { whole } = promiseFate(node, file);
    return [{ messageId: 'addAwait', fix: (fixer) => fixer.insertTextBefore(whole, 'await ') }];
  }
  const disconnect = within === hook.method.function ? turnAway(hook) : undefined;
  if (disconnect === undefined) return [];
  const recovery = `${disconnect};`;
  if (kind === 'throw' && node.type === 'ThrowStatement') {
    return [
      {
        messageId: 'disconnect',
        fix: (fixer) => replaceStatement(node, [recovery, 'return;'], fixer, sourceCode),
      },
    ];
  }
  if (leaves === 'thrown') {
    return [
      { messageId: 'wrap', fix: (fixer) => wrapInTry(node, within, recovery, fixer, sourceCode) },
    ];
  }
  const { whole } = promiseFate(node, file);
  return [
    {
      messageId: 'catch',
      fix: (fixer) => fixer.insertTextAfter(whole, `.catch(() => ${disconnect})`),
    },
  ];
}

/** `throw error` in a middleware that names its second parameter. */
function handToNext({ node, within }: Hazard, sourceCode: SourceCode): Suggest[] {
  const next = within.params[1];
  if (node.type !== 'ThrowStatement' || next?.type !== 'Identifier') return [];
  const { argument } = node;
  const call = `${next.name}(${sourceCode.getText(argument)});`;
  return [
    {
      messageId: 'next',
      data: { next: next.name },
      fix: (fixer) => replaceStatement(node, [call, 'return;'], fixer, sourceCode, argument),
    },
  ];
}

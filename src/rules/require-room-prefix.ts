import type { TSESTree } from '@typescript-eslint/utils';
import { literalString } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Fixer, SourceCode } from '../ast/types.ts';
import { isMove, socketCalls } from '../gateway/sockets/emit.ts';
import { enclosingHandler } from '../gateway/sockets/enclosing-handler.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { PayloadPaths } from '../gateway/payload/payload-paths.ts';
import { roomNames, roomText } from '../gateway/sockets/room-name.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  pattern: string;
}

export default createGatewayRule<'noPrefix' | 'fromClient' | 'addPrefix', Options>({
  name: 'require-room-prefix',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require the names of rooms to begin with what they name',
      recommended: 'strict',
    },
    hasSuggestions: true,
    options: {
      pattern: {
        type: 'string',
        description:
          'A regular expression that a name has to match; each `${…}` in a name is read as `x`.',
      },
    },
    defaultOptions: { pattern: String.raw`^[a-z][\w-]*:` },
    messages: {
      noPrefix:
        "This name can be that of another kind of room, or of a socket: all share one space of names. Begin it with what it names, as in 'room:42'.",
      fromClient:
        "A name as the client sends it can be that of any room, or of a socket: all share one space of names. Put a prefix before it, as in 'room:42'.",
      addPrefix: "Begin it with '{{prefix}}'.",
    },
  },
  check({ gateway, file, sourceCode, options, report }) {
    if (gateway.platform === 'ws') return;
    const pattern = new RegExp(options.pattern);
    const isPayload = payloadTest(gateway);
    for (const call of socketCalls(gateway.class, file)) {
      if (!call.socket) continue;
      // The chain is read from its end; the first name comes first.
      const scopes = [...(isMove(call) ? [call.node] : []), ...call.scopes].reverse();
      for (const name of scopes.flatMap((scope) => roomNames(scope, file))) {
        const text = roomText(name, file);
        const isFromClient = text === undefined && isPayload(name);
        if (!isFromClient && (text === undefined || pattern.test(text))) continue;
        const edit = prefixed(name, sourceCode);
        report({
          node: name,
          messageId: isFromClient ? 'fromClient' : 'noPrefix',
          suggest: pattern.test(edit.prefix + (text ?? 'x'))
            ? [{ messageId: 'addPrefix', data: { prefix: edit.prefix }, fix: edit.fix }]
            : [],
        });
        break;
      }
    }
  },
});

/** Tells whether a name is a value of the message, as the client sent it. */
function payloadTest(gateway: Gateway): (name: TSESTree.Node) => boolean {
  const pathsOf = new Map<object, PayloadPaths>();
  return (name) => {
    const handler = enclosingHandler(name, gateway);
    if (!handler) return false;
    let paths = pathsOf.get(handler);
    if (paths === undefined) {
      const seeds = handler.payloads.map(({ parameter: { pattern } }) => ({ pattern, path: [] }));
      paths = new PayloadPaths(seeds, gateway.file);
      pathsOf.set(handler, paths);
    }
    return paths.of(name) !== undefined;
  };
}

/**
 * How a name gets a prefix: inside the quotes of a text that begins it, else around the expression.
 * The separator of `user_${id}` becomes a colon.
 */
function prefixed(name: TSESTree.Node, sourceCode: SourceCode) {
  const first = beginning(name);
  const word = first && /^[a-z][a-zA-Z\d]*(?=[-_]$)/.exec(first.text)?.[0];
  if (first && word !== undefined) {
    const { end } = first;
    return {
      prefix: `${word}:`,
      fix: (fixer: Fixer) => fixer.replaceTextRange([end - 1, end], ':'),
    };
  }
  const prefix = 'room:';
  if (first) {
    const { start } = first;
    return {
      prefix,
      fix: (fixer: Fixer) => fixer.insertTextAfterRange([start - 1, start], prefix),
    };
  }
  const text = sourceCode.getText(name);
  const wrapped = name.type === 'Literal' ? `'${prefix}${text}'` : `\`${prefix}\${${text}}\``;
  return { prefix, fix: (fixer: Fixer) => fixer.replaceText(name, wrapped) };
}

/** The text that a name begins with, where it is written out, and where that stands. */
function beginning(
  name: TSESTree.Node,
): { readonly text: string; readonly start: number; readonly end: number } | undefined {
  const value = skipWrappers(name);
  if (value.type === 'BinaryExpression') return beginning(value.left);
  const text = value.type === 'TemplateLiteral' ? value.quasis[0]?.value.raw : literalString(value);
  const start = value.range[0] + 1;
  return text === undefined ? undefined : { text, start, end: start + text.length };
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Fixer, SourceCode } from '../ast/types.ts';
import { importedDtos } from '../gateway/payload/dto.ts';
import type { Parameter } from '../gateway/parameter.ts';
import { opaqueType } from '../gateway/payload/payload-type.ts';
import type { Payload } from '../gateway/payload/payload.ts';
import { mayBeCheckedWithoutType } from '../gateway/payload/pipes.ts';
import { allowsUnknown } from '../gateway/payload/unknown-uses.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';
import { textInMessage } from '../rule/text-in-message.ts';

interface Options {
  allowUnknown: boolean;
}

export default createGatewayRule<'any' | 'untyped' | 'unknown' | 'useUnknown' | 'useDto', Options>({
  name: 'no-any-message-body',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow message bodies whose type gives a pipe nothing to validate against',
      recommended: 'recommended',
      cwe: ['CWE-20'],
      asvs: ['v5.0.0-2.2.1'],
    },
    hasSuggestions: true,
    options: {
      allowUnknown: {
        type: 'boolean',
        description:
          'Whether a payload may be typed `unknown`, which makes the handler narrow it before use.',
      },
    },
    defaultOptions: { allowUnknown: true },
    strictOptions: { allowUnknown: false },
    messages: {
      any: "A ValidationPipe cannot check a payload typed '{{type}}', so the handler must expect anything. Type it as a DTO class with validators.",
      untyped:
        'A ValidationPipe cannot check a payload without a type, so the handler must expect anything. Type it as a DTO class with validators.',
      unknown:
        "A ValidationPipe cannot check a payload typed '{{type}}', so the handler must expect anything. Check it in the handler before use, or type it as a DTO class with validators.",
      useUnknown: "Type it '{{type}}', so that the compiler makes the handler check it.",
      useDto: "Type it '{{type}}', the DTO class that this file imports.",
    },
  },
  check({ gateway, file, sourceCode, options, report }) {
    const payloads = gateway.handlers.flatMap((handler) => handler.payloads);
    let dto: string | undefined | null = null;
    for (const payload of payloads) {
      const { type, pattern } = payload.parameter;
      const kind = type ? opaqueType(type, file) : 'untyped';
      if (kind === undefined || (kind === 'unknown' && options.allowUnknown)) continue;
      if (!payload.isRead || mayBeCheckedWithoutType(payload) || payload.isValidatedInBody) {
        continue;
      }
      if (dto === null) dto = onlyDto(payloads, sourceCode);
      report({
        node: type ?? pattern,
        messageId: kind,
        data: { type: type && textInMessage(type, sourceCode) },
        suggest: [
          // What is taken apart in the parameter list cannot be checked any more.
          ...(kind !== 'unknown' && pattern.type === 'Identifier' && allowsUnknown(payload)
            ? retype('useUnknown', 'unknown', payload.parameter, sourceCode)
            : []),
          ...(dto !== undefined && pattern.type !== 'ArrayPattern'
            ? retype('useDto', dto, payload.parameter, sourceCode)
            : []),
        ],
      });
    }
  },
});

/** The one DTO class that a file imports, unless that is the type of another message already. */
function onlyDto(payloads: readonly Payload[], sourceCode: SourceCode): string | undefined {
  const [dto, ...others] = importedDtos(sourceCode.ast);
  const isTaken = payloads.some(
    ({ parameter: { type } }) => type && sourceCode.getText(type) === dto,
  );
  return others.length > 0 || isTaken ? undefined : dto;
}

/** A suggestion to type a parameter otherwise, unless a comment in its type would be lost. */
function retype<MessageId extends string>(
  messageId: MessageId,
  name: string,
  { type, pattern, node, isRest }: Parameter,
  sourceCode: SourceCode,
) {
  const text = isRest ? `${name}[]` : name;
  const place: TSESTree.Node = isRest ? node : pattern;
  if (type && sourceCode.getCommentsInside(type).length > 0) return [];
  return [
    {
      messageId,
      data: { type: text },
      fix: (fixer: Fixer) =>
        type ? fixer.replaceText(type, text) : fixer.insertTextAfter(place, `: ${text}`),
    },
  ];
}

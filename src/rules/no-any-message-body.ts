import type { Fixer } from '../ast/types.ts';
import { isDtoName, valueImports } from '../gateway/dto.ts';
import { opaqueType } from '../gateway/payload-type.ts';
import type { Payload } from '../gateway/payload.ts';
import { hasExpectedType, isSchemaPipe } from '../gateway/pipes.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  allowUnknown: boolean;
}

export default createGatewayRule<
  'any' | 'untyped' | 'unknown' | 'useUnknown' | 'useDto',
  Options
>({
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
        description: 'Whether a payload may be typed `unknown`, which makes its reader check it.',
      },
    },
    defaultOptions: { allowUnknown: true },
    strictOptions: { allowUnknown: false },
    messages: {
      any: "A ValidationPipe lets every payload typed '{{type}}' through unchecked. Type it as a DTO class with validators.",
      untyped:
        'A ValidationPipe lets every payload without a type through unchecked. Type it as a DTO class with validators.',
      unknown:
        "A ValidationPipe lets every payload typed 'unknown' through unchecked. Type it as a DTO class with validators.",
      useUnknown: "Type it 'unknown', so that the handler has to check it.",
      useDto: "Type it '{{dto}}', which this file imports.",
    },
  },
  check({ gateway, file, sourceCode, options, report }) {
    for (const payload of gateway.handlers.flatMap(({ payloads }) => payloads)) {
      const { type, pattern, annotation } = payload.parameter;
      const kind = type ? opaqueType(type, file) : 'untyped';
      if (kind === undefined || (kind === 'unknown' && options.allowUnknown)) continue;
      if (!payload.isRead || isCheckedElsewhere(payload)) continue;

      const retype = (text: string) => ({
        fix: (fixer: Fixer) =>
          annotation
            ? fixer.replaceText(annotation, `: ${text}`)
            : fixer.insertTextAfter(pattern, `: ${text}`),
      });
      const dtos = valueImports(sourceCode).filter(isDtoName);
      const [dto] = dtos;
      report({
        node: type ?? pattern,
        messageId: kind,
        data: { type: type ? sourceCode.getText(type) : '' },
        suggest: [
          ...(kind !== 'unknown' && pattern.type === 'Identifier'
            ? [{ messageId: 'useUnknown' as const, ...retype('unknown') }]
            : []),
          ...(dto !== undefined && dtos.length === 1
            ? [{ messageId: 'useDto' as const, data: { dto }, ...retype(dto) }]
            : []),
        ],
      });
    }
  },
});

/** A schema, the pipe's own `expectedType` or the body itself may do what the type cannot. */
function isCheckedElsewhere(payload: Payload): boolean {
  const { gateway, method } = payload.handler;
  const pipes = [...gateway.enhancers('pipes', method), ...payload.pipes];
  return (
    pipes.some((pipe) => isSchemaPipe(pipe) || hasExpectedType(pipe, gateway.file)) ||
    payload.isValidatedInBody
  );
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Fixer } from '../ast/types.ts';
import { importAsValue } from '../fix/import-as-value.ts';
import { uncheckedProperties, type UncheckedProperty } from '../gateway/payload/dto-class.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { runtimeType, type RuntimeType } from '../gateway/payload/runtime-type.ts';
import { typePipes, type TypePipes } from '../gateway/payload/type-pipes.ts';
import { GATEWAY_WORDS } from '../rule/create-gateway-rule.ts';
import { createRule } from '../rule/create-rule.ts';
import { textInMessage } from '../rule/text-in-message.ts';

interface Options {
  when: 'piped' | 'always';
}

type MessageId = 'noClass' | 'nullable' | 'array' | 'builtin' | 'erased' | 'undecorated' | 'nested';

export default createRule<MessageId | 'importValue', Options>({
  name: 'require-message-body-dto',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require message bodies to be typed as a DTO class that a pipe can validate',
      recommended: 'recommended',
      cwe: ['CWE-20'],
      asvs: ['v5.0.0-2.2.1'],
    },
    fixable: 'code',
    hasSuggestions: true,
    options: {
      when: {
        enum: ['piped', 'always'],
        description:
          "Whether to look at every payload ('always') or only where a validation pipe stands before it ('piped').",
      },
    },
    defaultOptions: { when: 'piped' },
    strictOptions: { when: 'always' },
    messages: {
      noClass:
        "Nothing is left of the {{what}} '{{type}}' at run time, so a pipe has nothing to check the payload against. Type it as a DTO class with validators.",
      nullable:
        "Under `strictNullChecks` no class is left of '{{type}}' at run time, so a pipe has nothing to check the payload against. Make it an optional parameter of type '{{name}}'.",
      array:
        'A ValidationPipe does not look at the elements of an array. Use `new ParseArrayPipe({ items: … })` on the parameter, or a DTO class that holds the array.',
      builtin:
        "A ValidationPipe has nothing to check a payload typed '{{type}}' against. Use a Parse pipe on the parameter, or type it as a DTO class with validators.",
      erased:
        "`import type` leaves nothing of '{{type}}' at run time, so a pipe has nothing to check the payload against. Import a DTO class, and import it as a value.",
      undecorated:
        "No property of '{{type}}' has a validator, so a pipe has nothing to check the payload against. Decorate its properties with class-validator.",
      nested:
        "A pipe does not look into '{{property}}', so anything gets through there. Decorate it with both `@ValidateNested()` and `@Type(() => {{type}})`.",
      importValue: "Import '{{type}}' as a value.",
    },
  },
  mentions: GATEWAY_WORDS,
  concerns: (file) => file.gateways.length > 0,
  check({ file, sourceCode, options, report }) {
    const payloads = payloadsOf(file, options);
    const classes = new Set(
      payloads.flatMap(({ seen }) =>
        seen.kind === 'erased' && seen.isClass ? [seen.imported.node] : [],
      ),
    );
    const reported = new Set<TSESTree.Node>();

    for (const { node, seen, pipes } of payloads) {
      const type = textInMessage(node, sourceCode);
      switch (seen.kind) {
        case 'none':
          report({ node, messageId: 'noClass', data: { type, what: seen.what } });
          break;
        case 'nullable':
          report({
            node,
            messageId: 'nullable',
            data: { type, name: textInMessage(seen.type, sourceCode) },
          });
          break;
        case 'array':
        case 'builtin':
          report({ node, messageId: seen.kind, data: { type } });
          break;
        case 'erased': {
          const { imported, isClass } = seen;
          const importing = (names: typeof classes) => (fixer: Fixer) =>
            importAsValue(names, fixer, sourceCode);
          report({
            node,
            messageId: 'erased',
            data: { type },
            // An interface stays as unchecked when it is imported so, and is no longer told apart.
            ...(isClass
              ? { fix: importing(classes) }
              : {
                  suggest: [
                    {
                      messageId: 'importValue',
                      data: { type },
                      fix: importing(new Set([imported.node])),
                    },
                  ],
                }),
          });
          break;
        }
        case 'class':
          if (!pipes.classValidator && pipes.any) break;
          if (seen.validates === 'no') report({ node, messageId: 'undecorated', data: { type } });
          if (seen.model) reportNested(uncheckedProperties(seen.model, pipes.mayConvert, file));
          break;
        default:
      }
    }

    /** A DTO that several handlers take is told once about each of its properties. */
    function reportNested(properties: readonly UncheckedProperty[]): void {
      for (const { key, name, type } of properties) {
        if (reported.has(key)) continue;
        reported.add(key);
        report({ node: key, messageId: 'nested', data: { property: name, type } });
      }
    }
  },
});

interface TypedPayload {
  readonly node: TSESTree.Node;
  readonly seen: RuntimeType;
  readonly pipes: TypePipes;
}

/** The payloads that only their type can tell a pipe about, and what a pipe sees of each. */
function payloadsOf(file: NestFile, { when }: Options): readonly TypedPayload[] {
  return file.gateways
    .flatMap(({ handlers }) => handlers.flatMap(({ payloads }) => payloads))
    .flatMap((payload) => {
      const { parameter } = payload;
      const pipes = parameter.type && payload.isRead ? typePipes(payload) : undefined;
      if (!parameter.type || !pipes || (when === 'piped' && !pipes.any)) return [];
      if (payload.isValidatedInBody) return [];
      return [{ node: parameter.type, seen: runtimeType(parameter, file), pipes }];
    });
}

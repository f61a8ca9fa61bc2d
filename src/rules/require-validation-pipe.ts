import type { TSESTree } from '@typescript-eslint/utils';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';
import { addClassDecorator } from '../fix/add-decorator.ts';
import { addOption } from '../fix/add-option.ts';
import { importNames } from '../fix/import-name.ts';
import { enhancerOption, readEnhancers, type Enhancer } from '../gateway/enhancer.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { isBinaryType } from '../gateway/payload/payload-type.ts';
import type { Payload } from '../gateway/payload/payload.ts';
import { isListed, mayBePiped, VALIDATION_PIPES } from '../gateway/payload/pipes.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  pipes: readonly string[];
  transform: boolean;
}

export default createGatewayRule<'uncovered' | 'transform' | 'addPipe', Options>({
  name: 'require-validation-pipe',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a pipe that validates every message body a handler reads',
      recommended: 'recommended',
      cwe: ['CWE-20'],
      asvs: ['v5.0.0-2.2.1'],
    },
    fixable: 'code',
    hasSuggestions: true,
    options: {
      pipes: {
        type: 'array',
        items: { type: 'string' },
        uniqueItems: true,
        description:
          'The pipe classes that validate, by the names their modules export; `*` stands for any text.',
      },
      transform: {
        type: 'boolean',
        description: "Whether every `ValidationPipe` of Nest's must have `transform: true`.",
      },
    },
    defaultOptions: { pipes: VALIDATION_PIPES, transform: false },
    strictOptions: { transform: true },
    messages: {
      uncovered:
        "No pipe of this gateway validates the payload, so '{{handler}}' runs on whatever a client sends. Add a ValidationPipe to the gateway, the handler or the parameter.",
      transform:
        'Without `transform: true` the handler gets a plain object and not an instance of its DTO class. Add the option.',
      addPipe: "Add '{{decorator}}' to the gateway.",
    },
  },
  check({ gateway, file, sourceCode, options, report }) {
    for (const handler of gateway.handlers) {
      for (const payload of handler.payloads) {
        if (!isInNeed(payload, file) || mayBePiped(payload, options.pipes)) continue;
        if (payload.isValidatedInBody) continue;
        const pipe = isListed('ValidationPipe', options.pipes)
          ? classPipe(gateway, sourceCode)
          : undefined;
        report({
          loc: payload.loc,
          messageId: 'uncovered',
          data: { handler: handler.name },
          suggest: pipe
            ? [
                {
                  messageId: 'addPipe',
                  data: { decorator: pipe.decorator },
                  fix: (fixer) => pipe.add(fixer),
                },
              ]
            : [],
        });
      }
    }
    if (!options.transform || gateway !== file.gateways[0]) return;
    for (const [node, pipe] of validationPipes(file)) {
      if (asksForTransform(pipe, file) !== false) continue;
      report({
        node,
        messageId: 'transform',
        fix: (fixer) => setTransform(pipe, file, fixer),
      });
    }
  },
});

/** A payload that nobody reads needs no check, and binary data is checked where it is decoded. */
function isInNeed({ isRead, parameter: { type } }: Payload, file: NestFile): boolean {
  return isRead && !(type && isBinaryType(type, file));
}

/** `@UsePipes(new ValidationPipe({ transform: true }))`, as this file can write it on the class. */
function classPipe(gateway: Gateway, sourceCode: SourceCode) {
  const needed = importNames('@nestjs/common', ['UsePipes', 'ValidationPipe'], sourceCode);
  if (!needed) return undefined;
  const [usePipes = '', pipe = ''] = needed.texts;
  const decorator = `@${usePipes}(new ${pipe}({ transform: true }))`;
  return {
    decorator,
    add: (fixer: Fixer): readonly Fix[] => [
      ...needed.apply(fixer),
      ...addClassDecorator(gateway.class.node, decorator, fixer, sourceCode),
    ],
  };
}

/**
 * Every `ValidationPipe` of Nest's that the gateways of a file use, by where it is made, so that one
 * that several places share comes once.
 */
function validationPipes(file: NestFile): ReadonlyMap<TSESTree.Node, Enhancer> {
  const pipes = file.gateways.flatMap((gateway) => {
    const { handlers } = gateway;
    return [
      ...(mayMakeInstance(
        handlers.flatMap(({ payloads }) => payloads),
        file,
      )
        ? readEnhancers(gateway.class.decorators, 'pipes', file)
        : []),
      ...handlers.flatMap(({ method, payloads }) => [
        ...(mayMakeInstance(payloads, file) ? gateway.methodEnhancers('pipes', method) : []),
        ...payloads.flatMap((payload) => (mayMakeInstance([payload], file) ? payload.pipes : [])),
      ]),
    ];
  });
  return new Map(
    pipes
      .filter(({ isNest, name }) => isNest && name === 'ValidationPipe')
      .map((pipe) => [pipe.created ?? pipe.node, pipe]),
  );
}

/** Whether a pipe before these payloads has a DTO to make an instance of; binary data is none. */
function mayMakeInstance(payloads: readonly Payload[], file: NestFile): boolean {
  return (
    payloads.length === 0 ||
    payloads.some(({ parameter: { type } }) => !(type && isBinaryType(type, file)))
  );
}

/** Whether a pipe is made with `transform: true`; undefined where this file does not show it. */
function asksForTransform(pipe: Enhancer, file: NestFile): boolean | undefined {
  const option = enhancerOption(pipe, 'transform', file);
  if (option.kind === 'absent') return false;
  return option.kind === 'value' && option.value.type === 'Literal'
    ? option.value.value === true
    : undefined;
}

/** Sets the option where the pipe is made; an object kept elsewhere may have other readers. */
function setTransform({ node, created }: Enhancer, file: NestFile, fixer: Fixer): Fix | null {
  const { sourceCode } = file;
  if (!created) {
    return node.type === 'Identifier' || node.type === 'MemberExpression'
      ? fixer.replaceText(node, `new ${sourceCode.getText(node)}({ transform: true })`)
      : null;
  }
  const [first] = created.arguments;
  const own = first?.type === 'ObjectExpression' ? file.option(first, 'transform') : undefined;
  if (own?.kind !== 'value') return addOption(created, 'transform: true', fixer, sourceCode);
  return own.written.type === 'Literal' ? fixer.replaceText(own.written, 'true') : null;
}

import { addClassDecorator } from '../fix/add-decorator.ts';
import { importName } from '../fix/import-name.ts';
import type { Fixer, SourceCode } from '../ast/types.ts';
import { enhancerOption, type Enhancer } from '../gateway/enhancer.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { pipeCoverage, VALIDATION_PIPES } from '../gateway/pipes.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  pipes: readonly string[];
  transform: boolean;
}

const PIPE = 'new ValidationPipe({ transform: true })';

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
        description: 'The pipe classes that validate; `*` stands for any text.',
      },
      transform: {
        type: 'boolean',
        description: 'Whether a `ValidationPipe` must have `transform: true`.',
      },
    },
    defaultOptions: { pipes: VALIDATION_PIPES, transform: false },
    strictOptions: { transform: true },
    messages: {
      uncovered:
        "No pipe validates this payload, so '{{handler}}' runs on whatever a client sends. Add a ValidationPipe to the gateway, the handler or the parameter.",
      transform:
        'Without `transform: true` the handler gets a plain object and not an instance of its DTO class. Add the option.',
      addPipe: `Add '@UsePipes(${PIPE})' to the gateway.`,
    },
  },
  check({ gateway, file, sourceCode, options, report }) {
    for (const handler of gateway.handlers) {
      for (const payload of handler.payloads) {
        if (!payload.isRead || pipeCoverage(payload, options.pipes) !== 'no') continue;
        if (payload.isValidatedInBody) continue;
        const fix = addPipe(gateway, sourceCode);
        report({
          loc: payload.loc,
          messageId: 'uncovered',
          data: { handler: handler.name },
          suggest: fix ? [{ messageId: 'addPipe', fix }] : [],
        });
      }
    }
    if (!options.transform) return;
    for (const pipe of validationPipes(gateway)) {
      if (enhancerOption(pipe, 'transform', file).kind !== 'absent') continue;
      report({
        node: pipe.node,
        messageId: 'transform',
        fix: (fixer) => addTransform(pipe, file, fixer),
      });
    }
  },
});

/** Every use of Nest's own `ValidationPipe` on the class, its handlers and their payloads. */
function validationPipes(gateway: Gateway): readonly Enhancer[] {
  const pipes = [
    ...gateway.classEnhancers('pipes'),
    ...gateway.handlers.flatMap(({ method, payloads }) => [
      ...gateway.methodEnhancers('pipes', method),
      ...payloads.flatMap((payload) => payload.pipes),
    ]),
  ];
  return pipes.filter(({ isNest, name }) => isNest && name === 'ValidationPipe');
}

function addPipe(gateway: Gateway, sourceCode: SourceCode) {
  const usePipes = importName('@nestjs/common', 'UsePipes', sourceCode);
  const pipe = importName('@nestjs/common', 'ValidationPipe', sourceCode);
  if (!usePipes || !pipe) return undefined;
  const decorator = `@${usePipes.text}(${PIPE.replace('ValidationPipe', pipe.text)})`;
  return (fixer: Fixer) => [
    ...usePipes.apply(fixer),
    ...pipe.apply(fixer),
    addClassDecorator(gateway.class.node, decorator, fixer, sourceCode),
  ];
}

function addTransform({ node, args }: Enhancer, { sourceCode }: NestFile, fixer: Fixer) {
  if (args === undefined) {
    return fixer.replaceText(node, `new ${sourceCode.getText(node)}({ transform: true })`);
  }
  if (node.type !== 'NewExpression') return null;
  const [first] = node.arguments;
  if (first === undefined) {
    return fixer.replaceText(node, `new ${sourceCode.getText(node.callee)}({ transform: true })`);
  }
  if (first.type !== 'ObjectExpression') return null;
  const last = first.properties.at(-1);
  return last
    ? fixer.insertTextAfter(last, ', transform: true')
    : fixer.replaceText(first, '{ transform: true }');
}

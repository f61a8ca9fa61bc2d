import type { TSESTree } from '@typescript-eslint/utils';
import { literalString } from '../ast/names.ts';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';
import { isFromPackage } from '../gateway/bindings.ts';
import type { ClassModel } from '../gateway/class-model.ts';
import { isEmit, isToOneClient, socketCalls } from '../gateway/sockets/emit.ts';
import { eventText, isInCatch, lackingIn } from '../gateway/errors/error-emit.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { COMPANION_WORDS } from '../rule/create-gateway-rule.ts';
import { createRule } from '../rule/create-rule.ts';

interface Options {
  event: string;
}

const ERROR_NAME = /error|exception|unauthorized|forbidden/i;

export default createRule<'otherEvent' | 'otherPayload' | 'useEvent' | 'usePayload', Options>({
  name: 'consistent-error-event',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Enforce that errors reach the client as one event with a status and a message',
      recommended: 'strict',
    },
    hasSuggestions: true,
    options: {
      event: { type: 'string', description: 'The event under which errors reach the client.' },
    },
    defaultOptions: { event: 'exception' },
    messages: {
      otherEvent:
        "A client that listens for '{{event}}', as Nest names the errors it sends itself, misses this one. Emit '{{event}}' with a status and a message.",
      otherPayload:
        "A client that reads 'status' and 'message', as in the errors Nest sends itself, does not find both here. Emit an object with the two.",
      useEvent: "Emit '{{event}}'.",
      usePayload: 'Emit an object with a status and a message.',
    },
  },
  mentions: COMPANION_WORDS,
  concerns: (file) => file.gateways.length > 0 || filtersOf(file).length > 0,
  check({ file, sourceCode, options, report }) {
    const gateways = file.gateways.filter(({ platform }) => platform !== 'ws');
    for (const { class: model } of gateways) checkClass(model, isInCatch);
    for (const model of filtersOf(file)) checkClass(model, () => true);

    function checkClass(model: ClassModel, isError: (node: TSESTree.Node) => boolean): void {
      for (const call of socketCalls(model, file)) {
        const [event, payload] = call.node.arguments;
        if (!event || !isEmit(call) || !isToOneClient(call, file)) continue;
        const name = eventText(event, file);
        if (name === undefined || !(ERROR_NAME.test(name) || isError(call.node))) continue;
        const lacking = lackingIn(payload, file);
        if (name !== options.event) {
          report({
            node: event,
            messageId: 'otherEvent',
            data: { event: options.event },
            suggest: [
              {
                messageId: 'useEvent',
                data: { event: options.event },
                fix: (fixer) => [
                  fixer.replaceText(event, quoted(options.event, event, sourceCode)),
                  ...(payload && isText(payload) ? [wrap(payload, fixer, sourceCode)] : []),
                ],
              },
            ],
          });
        } else if (lacking !== undefined) {
          report({
            node: payload ?? event,
            messageId: 'otherPayload',
            suggest:
              payload && (isText(payload) || (lacking === 'status' && isObject(payload)))
                ? [{ messageId: 'usePayload', fix: (fixer) => wrap(payload, fixer, sourceCode) }]
                : [],
          });
        }
      }
    }
  },
});

/** The exception filters of a file, unless it is one for `ws`. */
function filtersOf({ classes, settings, sourceCode }: NestFile): readonly ClassModel[] {
  if (settings.platform === 'ws') return [];
  const isForWs = sourceCode.ast.body.some(
    (node) => node.type === 'ImportDeclaration' && isFromPackage(node.source.value, 'ws'),
  );
  if (isForWs) return [];
  return [...classes].filter(({ decorators }) =>
    decorators.some(({ common }) => common === 'Catch'),
  );
}

function isText(node: TSESTree.Node): boolean {
  return node.type === 'TemplateLiteral' || literalString(node) !== undefined;
}

function isObject(node: TSESTree.Node): boolean {
  return node.type === 'ObjectExpression';
}

/** Makes a text the message of an object, or gives an object its status. */
function wrap(payload: TSESTree.Node, fixer: Fixer, sourceCode: SourceCode): Fix {
  const status = `status: ${quoted('error', payload, sourceCode)}`;
  if (isText(payload)) {
    return fixer.replaceText(payload, `{ ${status}, message: ${sourceCode.getText(payload)} }`);
  }
  const [start] = payload.range;
  return fixer.insertTextAfterRange([start, start + 1], ` ${status},`);
}

/** A text in double quotes where a node is written in those. */
function quoted(text: string, node: TSESTree.Node, sourceCode: SourceCode): string {
  return sourceCode.getText(node).startsWith('"')
    ? JSON.stringify(text)
    : `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}

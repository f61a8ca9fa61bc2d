import type { TSESTree } from '@typescript-eslint/utils';
import type { Fixer, SourceCode } from '../ast/types.ts';
import { calleeName } from '../ast/names.ts';
import { importName } from '../fix/import-name.ts';
import type { DecoratorUse } from '../gateway/decorator.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { readParameter, type Parameter } from '../gateway/parameter.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

const ROUTES = new Set(
  'Get Post Put Patch Delete Options Head All Search Sse HttpCode Header Redirect Render'.split(' '),
);
const NULL_PARAMETERS = new Set(
  'Res Response Next Query Param Headers Session Ip HostParam UploadedFile UploadedFiles RawBody'.split(
    ' ',
  ),
);
/** They carry the same parameter numbers as the websocket ones, and so work. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  Req: 'ConnectedSocket',
  Request: 'ConnectedSocket',
  Body: 'MessageBody',
};
const HTTP_TYPES = new Set(['Request', 'Response', 'FastifyRequest', 'FastifyReply']);

export default createGatewayRule<
  'controller' | 'route' | 'nullParameter' | 'counterpart' | 'httpType' | 'switchToHttp'
>({
  name: 'no-http-in-gateway',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow HTTP decorators, types and contexts in a gateway',
      recommended: 'recommended',
    },
    fixable: 'code',
    messages: {
      controller:
        "Nest makes two instances of a class that is both controller and gateway, and the controller's `server` stays undefined. Split the class in two.",
      route:
        "'@{{name}}()' has no effect in a gateway: no route is made. Move it to a controller.",
      nullParameter:
        "'@{{name}}()' is always null in a gateway. Read what you need from the socket's handshake or from the message body.",
      counterpart:
        "'@{{name}}()' hands over the {{what}} here, not what HTTP calls by that name. Use '@{{counterpart}}()'.",
      httpType:
        'No HTTP request or response reaches a gateway, so this is never a {{type}}. Type it as the Socket, or move the code to a controller.',
      switchToHttp:
        '`switchToHttp()` hands over the socket and the message body here, not a request and a response. Use `switchToWs()`.',
    },
  },
  check({ gateway, file, sourceCode, report }) {
    const { decorators, methods, fields, constructorFunction, node } = gateway.class;
    const controller = decorators.find(({ common }) => common === 'Controller');
    if (controller) report({ node: controller.node, messageId: 'controller' });

    for (const method of methods) {
      // The routes of a controller do work, on the other instance.
      if (controller && !gateway.handlers.some((handler) => handler.method === method)) continue;
      for (const { common, node: decorator } of method.decorators) {
        if (common !== undefined && ROUTES.has(common)) {
          report({ node: decorator, messageId: 'route', data: { name: common } });
        }
      }
      for (const parameter of gateway.parametersOf(method)) checkParameter(parameter, true);
    }

    for (const { node: field } of fields) {
      const type = field.typeAnnotation?.typeAnnotation;
      if (type) checkType(type);
    }
    for (const [index, parameter] of (constructorFunction?.params ?? []).entries()) {
      checkParameter(readParameter(parameter, index, (nodes) => file.readDecorators(nodes)), false);
    }

    for (const call of file.routine(node).calls) {
      if (calleeName(call) === 'switchToHttp') {
        report({ node: call, messageId: 'switchToHttp' });
      }
    }

    function checkParameter({ decorators: uses, type }: Parameter, isOfMethod: boolean): void {
      const use = isOfMethod ? uses.find(({ common }) => common !== undefined) : undefined;
      const name = use?.common;
      if (use && name !== undefined && NULL_PARAMETERS.has(name)) {
        report({ node: use.node, messageId: 'nullParameter', data: { name } });
      } else if (use && name !== undefined && Object.hasOwn(COUNTERPARTS, name)) {
        const counterpart = COUNTERPARTS[name] ?? '';
        report({
          node: use.node,
          messageId: 'counterpart',
          data: { name, counterpart, what: name === 'Body' ? 'message body' : 'socket' },
          fix: (fixer) => useCounterpart(use, counterpart, fixer, sourceCode),
        });
      } else if (type) {
        checkType(type);
      }
    }

    function checkType(type: TSESTree.TypeNode): void {
      const name = httpType(type, file);
      if (name !== undefined) report({ node: type, messageId: 'httpType', data: { type: name } });
    }
  },
});

/** The name of a type that Express or Fastify gives to what it handles. */
function httpType(type: TSESTree.TypeNode, file: NestFile): string | undefined {
  if (type.type !== 'TSTypeReference') return undefined;
  const imported = file.bindings.importOf(type.typeName);
  return imported && /^(?:express|fastify)$/.test(imported.module) && HTTP_TYPES.has(imported.name)
    ? imported.name
    : undefined;
}

/** `@Req('headers')` is left alone: `@ConnectedSocket()` takes no property in every version. */
function useCounterpart(
  { node, callee, args }: DecoratorUse,
  counterpart: string,
  fixer: Fixer,
  sourceCode: SourceCode,
) {
  if (node.expression.type !== 'CallExpression') return null;
  if (counterpart === 'ConnectedSocket' && args.length > 0) return null;
  const needed = importName('@nestjs/websockets', counterpart, sourceCode);
  return needed ? [...needed.apply(fixer), fixer.replaceText(callee, needed.text)] : null;
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Fixer, SourceCode } from '../ast/types.ts';
import { importName } from '../fix/import-name.ts';
import type { Method } from '../gateway/class-model.ts';
import { findPart, type DecoratorUse } from '../gateway/decorator.ts';
import { httpSwitches, httpType } from '../gateway/declaration/http.ts';
import { readParameter } from '../gateway/parameter.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

/** Decorators of a method; without effect there. */
const ROUTES = new Set('Get Post Put Patch Delete Options Head All Search Sse'.split(' '));
const RESPONSES = new Set(['HttpCode', 'Header', 'Redirect', 'Render']);
const NULL_PARAMETERS = new Set(
  'Res Response Next Query Param Headers Session Ip HostParam UploadedFile UploadedFiles RawBody'.split(
    ' ',
  ),
);
/** They carry the same parameter numbers as the websocket ones, and so work. */
const COUNTERPARTS = new Map([
  ['Req', { what: 'socket', counterpart: 'ConnectedSocket' }],
  ['Request', { what: 'socket', counterpart: 'ConnectedSocket' }],
  ['Body', { what: 'message body', counterpart: 'MessageBody' }],
]);
const PARAMETERS = new Set([...NULL_PARAMETERS, ...COUNTERPARTS.keys()]);
const CONTROLLERS = new Set(['Controller']);

export default createGatewayRule<
  | 'controller'
  | 'route'
  | 'response'
  | 'nullParameter'
  | 'ignoredParameter'
  | 'counterpart'
  | 'httpType'
  | 'switchToHttp'
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
        "As controller and as gateway this class has an instance each, and the controller's `server` is undefined. Split the class in two.",
      route:
        "'@{{name}}()' makes no route in a gateway, so a request for it finds nothing. Move the method to a controller.",
      response:
        "'@{{name}}()' is ignored in a gateway. Remove it, or move the method to a controller.",
      nullParameter:
        "'@{{name}}()' is always null in a gateway. Read what you need from the message body or from the socket's handshake.",
      ignoredParameter:
        "Nest ignores '@{{name}}()' on a lifecycle hook, which gets the client or the server. Remove it.",
      counterpart:
        "'@{{name}}()' is the {{what}} here, not what HTTP calls by that name. Write '@{{counterpart}}()'.",
      httpType:
        'Nest hands no {{type}} of Express or Fastify to a gateway. Type this as what arrives, or move the code to a controller.',
      switchToHttp:
        'In a gateway `switchToHttp().getRequest()` is the socket, not a request. Use `switchToWs()`.',
    },
  },
  check({ gateway, file, sourceCode, report }) {
    const { decorators, methods, fields, constructorFunction, node } = gateway.class;
    const handlers = new Set(gateway.handlers.map(({ method }) => method));
    const hooks = new Set(gateway.hooks.map(({ method }) => method));
    const controller = decorators.find((use) => named(use, CONTROLLERS));
    // Whether the rest of a partial gateway serves sockets is decided in another file.
    const isDecorated = gateway.kind === 'decorated';

    if (controller && isDecorated) report({ node: controller.node, messageId: 'controller' });
    for (const method of isDecorated ? methods : handlers) {
      // The routes of a controller do work, on its own instance.
      if (!controller || !method.decorators.some((use) => named(use, ROUTES))) checkMethod(method);
    }
    if (isDecorated) {
      for (const { node: field } of fields) checkType(field.typeAnnotation?.typeAnnotation);
      for (const [index, parameter] of (constructorFunction?.params ?? []).entries()) {
        checkType(readParameter(parameter, index, () => []).type);
      }
    }
    for (const root of isDecorated ? [node] : [...handlers].map((method) => method.node)) {
      for (const place of httpSwitches(root, file)) {
        report({ node: place, messageId: 'switchToHttp' });
      }
    }

    function checkMethod(method: Method): void {
      for (const use of method.decorators) {
        const route = named(use, ROUTES);
        const name = route ?? named(use, RESPONSES);
        if (name === undefined) continue;
        report({ node: use.node, messageId: route ? 'route' : 'response', data: { name } });
      }
      for (const parameter of gateway.parametersOf(method)) {
        const use = parameter.decorators.find(({ common = '' }) => PARAMETERS.has(common));
        const name = use?.common;
        if (use && name !== undefined && handlers.has(method)) checkDecorator(use, name);
        else if (use && hooks.has(method)) {
          report({ node: use.node, messageId: 'ignoredParameter', data: { name } });
        } else checkType(parameter.type);
      }
    }

    function checkDecorator(use: DecoratorUse, name: string): void {
      const replacement = COUNTERPARTS.get(name);
      if (!replacement) {
        report({ node: use.node, messageId: 'nullParameter', data: { name } });
        return;
      }
      report({
        node: use.node,
        messageId: 'counterpart',
        data: { name, ...replacement },
        fix: (fixer) => useCounterpart(use, replacement.counterpart, fixer, sourceCode),
      });
    }

    function checkType(type: TSESTree.TypeNode | undefined): void {
      const name = type && httpType(type, file);
      if (name) report({ node: type, messageId: 'httpType', data: { type: name } });
    }
  },
});

/** The name of a decorator of Nest's, its own or of a part it is put together from. */
function named(use: DecoratorUse, names: Pick<Set<string>, 'has'>): string | undefined {
  return findPart(use, ({ common }) => common !== undefined && names.has(common))?.common;
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

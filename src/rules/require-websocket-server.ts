import type { Fixer, SourceCode } from '../ast/types.ts';
import { thisProperty } from '../ast/names.ts';
import { typeName } from '../fix/type-name.ts';
import type { Field } from '../gateway/class-model.ts';
import { socketCalls } from '../gateway/sockets/emit.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { namespaceKind } from '../gateway/arguments/namespace.ts';
import { serverOnlyMembers } from '../gateway/sockets/namespace-members.ts';
import { holdsServer, isAssigned, serverFieldOf } from '../gateway/sockets/server-property.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule<'neverSet' | 'ownServer' | 'replaced' | 'untyped' | 'useType'>({
  name: 'require-websocket-server',
  meta: {
    type: 'problem',
    docs: {
      description: "Require a gateway's server to be the one that Nest puts into a typed property",
      recommended: 'strict',
    },
    hasSuggestions: true,
    messages: {
      neverSet:
        "Nothing gives '{{name}}' a value, so every use of it throws. Put '@WebSocketServer()' on it.",
      ownServer:
        'A server made here is not the one that Nest serves this gateway with, so it has none of its clients. Take that one from a property with @WebSocketServer().',
      replaced:
        "Nest puts the gateway's server into '{{name}}', so nothing uses the one made here. Declare the property without a value.",
      untyped:
        "Without a type, nothing tells when '{{name}}' is used as what it is not. Type it '{{type}}'.",
      useType: "Type it '{{type}}'.",
    },
  },
  check({ gateway, file, sourceCode, report }) {
    if (gateway.platform === 'ws') return;

    for (const { node, name } of undecoratedServers(gateway)) {
      report({ node: node.key, messageId: 'neverSet', data: { name } });
    }

    for (const node of file.routine(gateway.class.node).news) {
      const imported = file.bindings.importOf(node.callee);
      if (imported?.module === 'socket.io' && imported.name === 'Server') {
        const held = serverFieldOf(node, gateway.class);
        report(
          held
            ? { node, messageId: 'replaced', data: { name: held.name } }
            : { node, messageId: 'ownServer' },
        );
      }
    }

    for (const { node, name, value, decorators } of gateway.class.fields) {
      if (!holdsServer(decorators)) continue;
      const annotation = node.typeAnnotation;
      if (annotation ? annotation.typeAnnotation.type !== 'TSAnyKeyword' : value) continue;
      const kind = namespaceKind(gateway);
      const type = kind === 'named' || kind === 'regexp' ? 'Namespace' : 'Server';
      // What the gateway does with its server may not compile with the type.
      const isHidden = type === 'Namespace' && serverOnlyMembers(gateway).length > 0;
      report({
        node: node.key,
        messageId: 'untyped',
        data: { name, type },
        suggest: value || isHidden ? [] : suggestType(node, type, sourceCode),
      });
    }
  },
});

/** The fields typed as a server that the gateway sends through and that nothing fills. */
function undecoratedServers(gateway: Gateway): readonly Field[] {
  if (!gateway.isWhole) return [];
  const { class: model, file } = gateway;
  const used = new Set<string | undefined>();
  for (const { root, socket } of socketCalls(model, file)) {
    if (socket?.type === 'server' && !socket.isInjected) used.add(thisProperty(root));
  }
  return model.fields.filter(
    ({ name, value, decorators, isStatic, node: { declare } }) =>
      used.has(name) &&
      value === undefined &&
      decorators.length === 0 &&
      !isStatic &&
      !declare &&
      !model.lineage.some((ancestor) => isAssigned(name, ancestor, file)),
  );
}

/** Under `strict`, a type asks for `!` on what only Nest gives a value; elsewhere it does no harm. */
function suggestType(node: Field['node'], type: string, sourceCode: SourceCode) {
  const { key, typeAnnotation, optional, definite } = node;
  const needed = typeName('socket.io', type, sourceCode);
  const name = optional || definite ? sourceCode.getTokenAfter(key) : key;
  if (!needed || !name || node.computed) return [];
  const text = `${optional || definite ? '' : '!'}: ${needed.text}`;
  const fix = (fixer: Fixer) => [
    ...needed.apply(fixer),
    typeAnnotation ? fixer.replaceText(typeAnnotation, text) : fixer.insertTextAfter(name, text),
  ];
  return [{ messageId: 'useType' as const, data: { type }, fix }];
}

import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, keyName } from '../../ast/names.ts';
import type { Fill } from './connection-state.ts';
import type { Gateway } from '../gateway.ts';

/**
 * Whether a place adds an entry for each connection. In handleConnection that is whatever is made
 * from the client, or a list that grows; a handler must put in the socket or something read from it.
 */
export function isPerConnection({ code, node, key, parts }: Fill, { file }: Gateway): boolean {
  const { client, entry, paths } = code;
  const isConstant = isLiteral(file.resolve(key));
  if (entry.method.name === 'handleConnection') {
    return !isConstant && (isListFill(node) || parts.some((part) => client.mentions(part)));
  }
  if (isListFill(node)) return parts.some(isOfSocket);
  return isFromClient(key) || (!isConstant && parts.some(isOfSocket));

  function isFromClient(part: TSESTree.Node): boolean {
    return part.type === 'TemplateLiteral'
      ? part.expressions.some(isFromClient)
      : paths.of(part) !== undefined;
  }

  /** The socket, its id, or an object for it. A message that names its author is none. */
  function isOfSocket(part: TSESTree.Node): boolean {
    const value = file.resolve(part);
    if (value.type !== 'ObjectExpression') return paths.isClient(part) || paths.text(part) === 'id';
    const names = value.properties.map((property) =>
      property.type === 'Property' ? (keyName(property) ?? '') : '...',
    );
    const isMessage = names.some((name) => /^(?:\.\.\.|message|msg|text|content|body)$/.test(name));
    return value.properties.some((property) => {
      if (property.type !== 'Property') return false;
      if (paths.isClient(property.value)) return true;
      return (
        paths.text(property.value) === 'id' &&
        isNamed(
          keyName(property),
          isMessage ? /^(?:socket|client)Id$/ : /^id$|^(?:socket|client)(?:Id)?$/,
        )
      );
    });
  }
}

function isLiteral(node: TSESTree.Node): boolean {
  return (
    node.type === 'Literal' || (node.type === 'TemplateLiteral' && node.expressions.length === 0)
  );
}

function isListFill(node: Fill['node']): boolean {
  if (node.type === 'CallExpression') return isNamed(calleeName(node), /^(?:push|unshift)$/);
  return (
    node.right.type === 'ArrayExpression' &&
    node.left.type === 'MemberExpression' &&
    !node.left.computed
  );
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isNamed, keyName } from '../../ast/names.ts';
import type { Fill } from './connection-state.ts';
import type { Gateway } from '../gateway.ts';

/** What an object has that is a message; `...` stands for a spread. */
const MESSAGE_KEYS = new Set(['...', 'message', 'msg', 'text', 'content', 'body']);
const IDS_IN_MESSAGE = new Set(['socketId', 'clientId']);
const IDS = new Set([...IDS_IN_MESSAGE, 'id', 'socket', 'client']);

/**
 * Whether a place adds an entry for each connection. In handleConnection that is whatever is made
 * from the client, or a list that grows; a handler must put in the socket or something read from it.
 */
export function isPerConnection({ code, form, key, parts }: Fill, { file }: Gateway): boolean {
  const { client, entry, paths } = code;
  const isFixed = isConstant(file.resolve(key));
  if (entry.method.name === 'handleConnection') {
    return !isFixed && (form === 'list' || parts.some((part) => client.mentions(part)));
  }
  if (form === 'list') return parts.some(isOfSocket);
  return isFromClient(key) || (!isFixed && parts.some(isOfSocket));

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
    const isMessage = names.some((name) => MESSAGE_KEYS.has(name));
    return value.properties.some((property) => {
      if (property.type !== 'Property') return false;
      if (paths.isClient(property.value)) return true;
      return (
        paths.text(property.value) === 'id' &&
        isNamed(keyName(property), isMessage ? IDS_IN_MESSAGE : IDS)
      );
    });
  }
}

/** Whether an expression is a literal, or a template without expressions. */
export function isConstant(node: TSESTree.Node): boolean {
  return (
    node.type === 'Literal' || (node.type === 'TemplateLiteral' && node.expressions.length === 0)
  );
}

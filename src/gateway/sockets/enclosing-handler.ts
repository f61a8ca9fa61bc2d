import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { once } from '../../ast/once.ts';
import type { FunctionNode } from '../../ast/types.ts';
import type { Gateway } from '../gateway.ts';
import type { MessageHandler } from '../handler.ts';

const handlersByFunction = once(
  ({ handlers }: Gateway): ReadonlyMap<FunctionNode, MessageHandler> =>
    new Map(handlers.map((handler) => [handler.method.function, handler])),
);

/** The handler in whose body a node stands, callbacks included. */
export function enclosingHandler(
  node: TSESTree.Node,
  gateway: Gateway,
): MessageHandler | undefined {
  const method = enclosingMethod(node);
  return method && handlersByFunction(gateway).get(method);
}

/** The method, or the function in a property, of the innermost class around a node. */
export function enclosingMethod(node: TSESTree.Node): FunctionNode | undefined {
  for (let current: TSESTree.Node | undefined = node; current; current = current.parent) {
    if (!isFunction(current)) continue;
    const { parent } = current;
    if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') return current;
  }
  return undefined;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, receiver, thisProperty } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { FunctionNode } from '../../ast/types.ts';
import type { Gateway } from '../gateway.ts';
import { ownFunction } from '../connection/reach.ts';

/**
 * The function that is handed over as a callback: written there, a method of the class (`this.check`
 * or `this.check.bind(this)`), a function of the file, or what one of these returns when it is
 * called (`this.createMiddleware()`). Undefined for what another file holds.
 */
export function callbackFunction(node: TSESTree.Node, gateway: Gateway): FunctionNode | undefined {
  const target = skipWrappers(node);
  if (isFunction(target)) return target;
  const name = thisProperty(target);
  if (name !== undefined) return gateway.class.findMethod(name)?.function;
  if (target.type === 'Identifier') {
    const definition = gateway.file.bindings.variable(target)?.defs[0]?.node;
    if (definition && isFunction(definition)) {
      return definition.type === 'FunctionDeclaration' ? definition : undefined;
    }
    const value = gateway.file.resolve(target);
    return isFunction(value) ? value : undefined;
  }
  if (target.type !== 'CallExpression') return undefined;
  const object = receiver(target);
  if (object && calleeName(target) === 'bind') return callbackFunction(object, gateway);
  const maker = ownFunction(target, gateway);
  return maker && returnedFunction(maker);
}

function returnedFunction({ body }: FunctionNode): FunctionNode | undefined {
  if (body.type !== 'BlockStatement') return isFunction(body) ? body : undefined;
  const last = body.body.at(-1);
  const value = last?.type === 'ReturnStatement' ? last.argument : undefined;
  return value && isFunction(value) ? value : undefined;
}

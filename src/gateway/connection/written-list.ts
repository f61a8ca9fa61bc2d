import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, memberName, receiver } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import { isGlobalNamed } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';

/** The methods of `Object` that make a list. */
const LISTING = new Set(['keys', 'values']);

/**
 * Whether an expression is a list that the code writes out, so that to be in it is to be one of the
 * values it names: an array, a `new Set([…])` of one, `Object.values()` or `Object.keys()`, in a
 * const of the file, a static field of one of its classes or `Object.freeze()`. What is imported
 * may be one. A `new Set()`, or a list that is filled later, is a store: to be in it says nothing.
 */
export function isWrittenList(node: TSESTree.Node, file: NestFile): boolean {
  if (isFilled(node, file)) return false;
  const list = staticField(node, file) ?? file.resolve(node);
  if (file.bindings.importOf(list)) return true;
  switch (list.type) {
    case 'ArrayExpression':
      return list.elements.length > 0;
    case 'NewExpression':
      return isGlobalNamed(list.callee, 'Set', file) && list.arguments.length > 0;
    case 'CallExpression': {
      const [argument] = list.arguments;
      const object = receiver(list);
      if (!argument || !object || !isGlobalNamed(object, 'Object', file)) return false;
      const name = calleeName(list);
      return name === 'freeze' ? isWrittenList(argument, file) : isNamed(name, LISTING);
    }
    default:
      return false;
  }
}

/** Whether the file puts more into the `Set` of a const. */
function isFilled(node: TSESTree.Node, file: NestFile): boolean {
  const name = skipWrappers(node);
  const variable = name.type === 'Identifier' ? file.bindings.variable(name) : undefined;
  return (variable?.references ?? []).some(({ identifier: { parent } }) => {
    return parent.type === 'MemberExpression' && memberName(parent) === 'add';
  });
}

/** The value of `Gateway.LIST`. */
function staticField(node: TSESTree.Node, file: NestFile): TSESTree.Node | undefined {
  const member = skipWrappers(node);
  if (member.type !== 'MemberExpression') return undefined;
  const field = file.classOf(member.object)?.findField(memberName(member) ?? '');
  return field?.isStatic && field.value ? skipWrappers(field.value) : undefined;
}

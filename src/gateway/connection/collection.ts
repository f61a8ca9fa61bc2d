import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, receiver, thisProperty } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Variable } from '../../ast/types.ts';
import type { Field } from '../class-model.ts';
import { fieldRead } from '../field-read.ts';
import type { Gateway } from '../gateway.ts';
import { isGlobalNamed } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';

/** A Map, Set, array or object in a field of the gateway or in a variable of its module. */
export interface Collection {
  readonly name: string;
  readonly node: TSESTree.PropertyDefinition | TSESTree.VariableDeclarator;
}

const DEPTH = 6;
const WEAK = new Set(['WeakMap', 'WeakSet']);

/**
 * The collection that an expression belongs to: `this.rooms`, an entry of it (`this.rooms.get(id)`,
 * `this.rooms[id]`), or a variable that holds one of the two. Undefined for what the file does not
 * show to be a collection of its own: injected and decorated fields, imports, exported variables.
 */
export function collectionOf(
  node: TSESTree.Node,
  gateway: Gateway,
  depth = DEPTH,
): Collection | undefined {
  if (depth === 0) return undefined;
  const target = skipWrappers(node);
  const name = fieldRead(target, gateway);
  if (name !== undefined) return ofField(name, target, gateway);
  switch (target.type) {
    case 'MemberExpression':
      return collectionOf(target.object, gateway, depth - 1);
    case 'CallExpression': {
      const object = receiver(target);
      return object && collectionOf(object, gateway, depth - 1);
    }
    case 'LogicalExpression':
      return collectionOf(target.left, gateway, depth - 1);
    case 'Identifier': {
      const variable = gateway.file.bindings.variable(target);
      return variable && ofVariable(variable, gateway, depth);
    }
    default:
      return undefined;
  }
}

/**
 * Whether an expression that belongs to a collection is an entry of it or a part of one, and not the
 * collection itself: `this.users.get(id)`, `user.name`, what a loop over it gives.
 */
export function isPartOfCollection(node: TSESTree.Node, gateway: Gateway, depth = DEPTH): boolean {
  const target = skipWrappers(node);
  if (fieldRead(target, gateway) !== undefined) return false;
  switch (target.type) {
    case 'LogicalExpression':
      return isPartOfCollection(target.left, gateway, depth - 1);
    case 'Identifier': {
      const declarator = gateway.file.bindings.variable(target)?.defs[0]?.node;
      if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier')
        return true;
      if (declarator.parent.parent.type === 'Program') return false;
      return (
        !declarator.init || depth === 0 || isPartOfCollection(declarator.init, gateway, depth - 1)
      );
    }
    default:
      return true;
  }
}

function ofField(
  name: string,
  read: TSESTree.Node,
  { class: model, file }: Gateway,
): Collection | undefined {
  const field = model.findField(name);
  if (!field || !holdsCollection(field, file)) return undefined;
  const object = read.type === 'MemberExpression' ? read.object : undefined;
  const isStatic = object?.type === 'Identifier' && file.classOf(object) !== undefined;
  const owner = isStatic ? object.name : 'this';
  return { name: `${owner}.${name}`, node: field.node };
}

function ofVariable(variable: Variable, gateway: Gateway, depth: number): Collection | undefined {
  const [definition] = variable.defs;
  if (definition?.node.type === 'VariableDeclarator') {
    const declarator = definition.node;
    const { init, parent } = declarator;
    if (parent.parent.type === 'Program') {
      return init && isCollection(init, gateway.file)
        ? { name: variable.name, node: declarator }
        : undefined;
    }
    const source = parent.parent.type === 'ForOfStatement' ? parent.parent.right : init;
    return source ? collectionOf(source, gateway, depth - 1) : undefined;
  }
  // A callback's parameter: `this.rooms.forEach((members) => members.delete(id))`
  const callback = definition?.node;
  if (!callback || !isFunction(callback) || callback.parent.type !== 'CallExpression') {
    return undefined;
  }
  const object = receiver(callback.parent);
  return object && collectionOf(object, gateway, depth - 1);
}

/** Whether an expression is a field of the class that holds a WeakMap or a WeakSet. */
export function isWeakField(
  node: TSESTree.Node,
  { class: model, file }: Pick<Gateway, 'class' | 'file'>,
): boolean {
  const field = model.findField(thisProperty(node) ?? '');
  const value = field?.value && skipWrappers(field.value);
  const type = field?.node.typeAnnotation?.typeAnnotation;
  return [
    value?.type === 'NewExpression' ? value.callee : undefined,
    !value && type?.type === 'TSTypeReference' ? type.typeName : undefined,
  ].some((name) => isGlobalNamed(name, WEAK, file));
}

const COLLECTIONS = new Set(['Array', 'Map', 'Set']);
const COLLECTION_TYPES = new Set([...COLLECTIONS, 'Record']);

function holdsCollection({ value, node, decorators }: Field, file: NestFile): boolean {
  if (value) return isCollection(value, file);
  // `private users: Map<string, Socket>;` gets its value in the constructor; a decorator may
  // inject one that others share.
  const type = node.typeAnnotation?.typeAnnotation;
  if (decorators.length > 0) return false;
  switch (type?.type) {
    case 'TSArrayType':
      return true;
    case 'TSTypeLiteral':
      return type.members.every(({ type: member }) => member === 'TSIndexSignature');
    case 'TSTypeReference':
      return isGlobalNamed(type.typeName, COLLECTION_TYPES, file);
    default:
      return false;
  }
}

/** Whether an expression makes a Map, a Set, an array or an empty object. */
export function isCollection(value: TSESTree.Node, file: NestFile): boolean {
  const target = skipWrappers(value);
  switch (target.type) {
    case 'ArrayExpression':
      return true;
    case 'ObjectExpression':
      return target.properties.length === 0;
    case 'NewExpression':
      return isGlobalNamed(target.callee, COLLECTIONS, file);
    case 'CallExpression':
      // `Object.create(null)`
      return calleeName(target) === 'create' && isGlobalNamed(receiver(target), 'Object', file);
    default:
      return false;
  }
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../ast/functions.ts';
import { calleeName, keyName, memberName, receiver, thisProperty } from '../ast/names.ts';
import type { Routine } from '../ast/routine.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Variable } from '../ast/types.ts';
import type { ClassModel, Field } from './class-model.ts';
import type { Gateway } from './gateway.ts';
import { clientCode, reachableFunctions, type ClientCode } from './reach.ts';

/** A Map, Set, array or object in a field of the gateway or in a variable of its module. */
export interface Collection {
  readonly name: string;
  readonly node: TSESTree.PropertyDefinition | TSESTree.VariableDeclarator;
}

/** A place that puts an entry into a collection. */
export interface Fill {
  readonly collection: Collection;
  readonly node: TSESTree.CallExpression | TSESTree.AssignmentExpression;
  readonly code: ClientCode;
  /** The key, or the value where the collection has no keys. */
  readonly key: TSESTree.Node;
  /** Everything that is put in. */
  readonly parts: readonly TSESTree.Node[];
}

const FILLING = new Set(['set', 'add', 'push', 'unshift']);
const SHRINKING = new Set(['delete', 'clear', 'splice', 'pop', 'shift']);
const DEPTH = 6;

/** The collections of a gateway: what fills them for a client, and what empties them again. */
export class ConnectionState {
  readonly #gateway: Gateway;
  #fills: readonly Fill[] | undefined;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Every place in a hook or handler, one class deep, that puts an entry into a collection. */
  get fills(): readonly Fill[] {
    return (this.#fills ??= [...this.#gateway.hooks, ...this.#gateway.handlers]
      .filter(({ method }) => method.name !== 'afterInit')
      .flatMap((entry) => clientCode(entry).flatMap((code) => this.#fillsIn(code))));
  }

  /** The collections with an entry per connection, each with the first place that fills it. */
  get perConnection(): ReadonlyMap<Collection, Fill> {
    const found = new Map<Collection['node'], Fill>();
    for (const fill of this.fills) {
      const { node } = fill.collection;
      if (!found.has(node) && isPerConnection(fill, this.#gateway)) found.set(node, fill);
    }
    return new Map([...found.values()].map((fill) => [fill.collection, fill]));
  }

  /**
   * Whether the code that runs when a client leaves takes entries out of a collection, gives it a
   * new value, or hands it to code that may.
   */
  isShrunkOnDisconnect(collection: Collection): boolean {
    const hook = this.#gateway.hook('handleDisconnect');
    if (!hook) return false;
    return [...reachableFunctions(hook.method.function, this.#gateway)].some(
      (reached) => this.shrinks(collection, this.#gateway.file.routine(reached)).length > 0,
    );
  }

  /** Every place in a routine that takes entries out, gives a new value, or hands it to other code. */
  shrinks({ node }: Collection, { calls, unaries, assignments }: Routine): readonly TSESTree.Node[] {
    const isIt = (target: TSESTree.Node) => this.#collection(target)?.node === node;
    return [
      ...calls.filter((call) => {
        const target = receiver(call);
        return (
          (target && SHRINKING.has(calleeName(call) ?? '') && isIt(target)) ||
          call.arguments.some((argument) => isIt(argument))
        );
      }),
      ...unaries.filter(
        ({ operator, argument }) => operator === 'delete' && isIt(ownerOf(argument)),
      ),
      ...assignments.filter(({ left }) => isIt(left) || isIt(ownerOf(left))),
    ];
  }

  #fillsIn(code: ClientCode): readonly Fill[] {
    const fills: Fill[] = [];
    for (const node of code.routine.calls) {
      const target = receiver(node);
      if (!target || !FILLING.has(calleeName(node) ?? '')) continue;
      const [key] = node.arguments;
      const collection = key && this.#collection(target);
      if (collection) fills.push({ collection, node, code, key, parts: node.arguments });
    }
    for (const node of code.routine.assignments) {
      const left = skipWrappers(node.left);
      if (left.type === 'MemberExpression' && left.computed) {
        const collection = this.#collection(left.object);
        if (!collection) continue;
        const parts = [left.property, node.right];
        fills.push({ collection, node, code, key: left.property, parts });
      } else if (node.right.type === 'ArrayExpression' || node.right.type === 'ObjectExpression') {
        // `this.users = [...this.users, client]`
        const collection = this.#collection(left);
        const parts = collection ? this.#added(node.right, collection) : [];
        const [key] = parts;
        if (collection && key) fills.push({ collection, node, code, key, parts });
      }
    }
    return fills;
  }

  /** What a literal adds to the collection that it spreads; nothing if it does not spread it. */
  #added(
    literal: TSESTree.ArrayExpression | TSESTree.ObjectExpression,
    { node }: Collection,
  ): readonly TSESTree.Node[] {
    const elements = literal.type === 'ArrayExpression' ? literal.elements : literal.properties;
    const added: TSESTree.Node[] = [];
    let isSpread = false;
    for (const element of elements) {
      if (element?.type === 'SpreadElement') {
        isSpread ||= this.#collection(element.argument)?.node === node;
      } else if (element?.type === 'Property') {
        added.push(element.key, element.value);
      } else if (element) {
        added.push(element);
      }
    }
    return isSpread ? added : [];
  }

  /**
   * The collection that an expression belongs to: `this.rooms`, an entry of it
   * (`this.rooms.get(id)`, `this.rooms[id]`), or a variable that holds one of the two.
   */
  #collection(node: TSESTree.Node, depth = DEPTH): Collection | undefined {
    if (depth === 0) return undefined;
    const target = skipWrappers(node);
    switch (target.type) {
      case 'MemberExpression': {
        const name = thisProperty(target);
        return name === undefined
          ? this.#collection(target.object, depth - 1)
          : collectionField(name, this.#gateway.class);
      }
      case 'CallExpression': {
        const object = receiver(target);
        return object && this.#collection(object, depth - 1);
      }
      case 'LogicalExpression':
        return this.#collection(target.left, depth - 1);
      case 'Identifier': {
        const variable = this.#gateway.file.bindings.variable(target);
        return variable && this.#collectionOfVariable(variable, depth);
      }
      default:
        return undefined;
    }
  }

  #collectionOfVariable(variable: Variable, depth: number): Collection | undefined {
    const [definition] = variable.defs;
    if (definition?.node.type === 'VariableDeclarator') {
      const declarator = definition.node;
      const { init, parent } = declarator;
      if (parent.parent.type === 'Program') {
        return init && isCollection(init) ? { name: variable.name, node: declarator } : undefined;
      }
      if (parent.parent.type === 'ForOfStatement') {
        return this.#collection(parent.parent.right, depth - 1);
      }
      return init ? this.#collection(init, depth - 1) : undefined;
    }
    // A callback's parameter: `this.rooms.forEach((members) => members.delete(id))`
    const callback = definition?.node;
    if (!callback || !isFunction(callback)) return undefined;
    const object =
      callback.parent.type === 'CallExpression' ? receiver(callback.parent) : undefined;
    return object && this.#collection(object, depth - 1);
  }
}

function isPerConnection({ code, node, key, parts }: Fill, { file }: Gateway): boolean {
  const { client, entry } = code;
  if (entry.method.name === 'handleConnection') {
    return parts.some((part) => client.mentions(part)) || !isConstant(file.resolve(key));
  }
  if (isListFill(node)) {
    return parts.some((part) => isSocketOrId(part));
  }
  return client.mentions(key) || parts.some((part) => client.is(part, file));

  /** A list of messages names its author and is no state of the connection; a list of sockets is. */
  function isSocketOrId(part: TSESTree.Node): boolean {
    const value = skipWrappers(part);
    if (value.type === 'ObjectExpression') {
      return value.properties.some(
        (property) =>
          property.type === 'Property' &&
          /^(?:socket|client)(?:Id)?$|^id$/i.test(keyName(property) ?? '') &&
          isSocketOrId(property.value),
      );
    }
    if (client.is(value, file)) return true;
    return (
      value.type === 'MemberExpression' &&
      memberName(value) === 'id' &&
      client.is(value.object, file)
    );
  }
}

function isListFill(node: Fill['node']): boolean {
  return node.type === 'CallExpression' && /^(?:push|unshift)$/.test(calleeName(node) ?? '');
}

function isConstant({ type }: TSESTree.Node): boolean {
  return type === 'Literal' || type === 'TemplateLiteral';
}

function collectionField(name: string, model: ClassModel): Collection | undefined {
  const field = model.findField(name);
  return field && holdsCollection(field) ? { name: `this.${name}`, node: field.node } : undefined;
}

function holdsCollection({ value, node }: Field): boolean {
  if (value) return isCollection(value);
  // `private users: Map<string, Socket>;` gets its value in the constructor.
  const type = node.typeAnnotation?.typeAnnotation;
  if (type?.type === 'TSArrayType') return true;
  return (
    type?.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    ['Map', 'Set', 'Array', 'Record'].includes(type.typeName.name)
  );
}

function isCollection(value: TSESTree.Node): boolean {
  const target = skipWrappers(value);
  switch (target.type) {
    case 'ArrayExpression':
      return true;
    case 'ObjectExpression':
      return target.properties.length === 0;
    case 'NewExpression':
      return (
        target.callee.type === 'Identifier' && ['Map', 'Set', 'Array'].includes(target.callee.name)
      );
    default:
      return false;
  }
}

/** What an entry is an entry of: `this.users` of `this.users[id]` and of `this.users.length`. */
function ownerOf(node: TSESTree.Node): TSESTree.Node {
  const target = skipWrappers(node);
  return target.type === 'MemberExpression' ? target.object : target;
}

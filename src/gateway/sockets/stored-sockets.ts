import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, keyName, memberName, receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { pathInPattern } from '../../ast/pattern-path.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Variable } from '../../ast/types.ts';
import { fieldRead } from '../field-read.ts';
import type { Fill } from '../connection/connection-state.ts';
import { Flow } from '../connection/flow.ts';
import type { Gateway } from '../gateway.ts';
import { socketType } from './server-property.ts';
import { socketsOf } from './sockets.ts';

/** What an entry of a collection holds: a socket, or a socket's id. */
export type StoredKind = 'socket' | 'id';

/** What a collection's entries are: one of the two, or objects that hold them under a key. */
type Content = StoredKind | ReadonlyMap<string, StoredKind>;

const DEPTH = 6;
const LOOKUPS = new Set(['at', 'find', 'get']);

export const storedSocketsOf = once(
  (gateway: Gateway): StoredSockets => new StoredSockets(gateway),
);

/**
 * Tells which expressions are an entry that the gateway has kept of a client: `this.users.get(id)`,
 * `this.sockets[id]`, `this.users.get(id).socketId`. What a collection holds is known by what the
 * gateway's hooks and handlers put into it, or by a type that names Socket.IO's `Socket`; of one
 * that is filled elsewhere with text nothing is known, since that may be the name of a room. One that
 * is keyed by what no client has or sends, such as a task, holds no user's socket.
 */
export class StoredSockets {
  readonly #gateway: Gateway;
  readonly #variables = new Map<Variable, Content | undefined>();
  #filled: ReadonlyMap<TSESTree.Node, Content> | undefined;
  #others: ReadonlyMap<TSESTree.Node, boolean> | undefined;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** What an expression is, looked up through casts, fallbacks and the variables that hold it. */
  kindOf(node: TSESTree.Node): StoredKind | undefined {
    const content = this.#content(node, DEPTH);
    return typeof content === 'string' ? content : undefined;
  }

  #content(node: TSESTree.Node, depth: number): Content | undefined {
    const target = skipWrappers(node);
    if (depth === 0) return undefined;
    switch (target.type) {
      case 'LogicalExpression':
        return target.operator === '&&' ? undefined : this.#content(target.left, depth - 1);
      case 'Identifier': {
        const variable = this.#gateway.file.bindings.variable(target);
        return variable && this.#ofVariableOnce(variable, depth);
      }
      case 'CallExpression': {
        const object = receiver(target);
        const [key] = target.arguments;
        return object && key && isNamed(calleeName(target), LOOKUPS) && !this.#isOwnId(key)
          ? this.#ofCollection(object, depth)
          : undefined;
      }
      case 'MemberExpression': {
        const name = memberName(target);
        if (name !== undefined) return partOf(this.#content(target.object, depth - 1), name);
        return this.#isOwnId(target.property)
          ? undefined
          : this.#ofCollection(target.object, depth);
      }
      default:
        return undefined;
    }
  }

  /** Whether a key is the id of a socket: what is found by that belongs to a connection. */
  #isOwnId(key: TSESTree.Node): boolean {
    return this.#kindOfValue(key) === 'id';
  }

  #ofVariableOnce(variable: Variable, depth: number): Content | undefined {
    if (!this.#variables.has(variable)) {
      this.#variables.set(variable, undefined);
      this.#variables.set(variable, this.#ofVariable(variable, depth));
    }
    return this.#variables.get(variable);
  }

  #ofVariable(variable: Variable, depth: number): Content | undefined {
    const [definition] = variable.defs;
    if (definition?.type !== 'Variable' || variable.defs.length !== 1) return undefined;
    const { id, init } = definition.node;
    if (!init || variable.references.some((use) => use.isWrite() && use.init !== true)) {
      return undefined;
    }
    const path = pathInPattern(id, definition.name);
    if (!path) return undefined;
    return path.reduce<Content | undefined>(partOf, this.#content(init, depth - 1));
  }

  /** The entries of a field, or of a variable of the module. */
  #ofCollection(node: TSESTree.Node, depth: number): Content | undefined {
    const { class: model, file } = this.#gateway;
    const target = skipWrappers(node);
    const name = fieldRead(target, this.#gateway);
    if (name !== undefined) {
      const field = model.findField(name);
      if (!field || this.#isKeyedByOther(field.node)) return undefined;
      return (
        this.#filledMap().get(field.node) ??
        this.#ofType(field.node.typeAnnotation?.typeAnnotation) ??
        this.#ofNew(field.value)
      );
    }
    if (target.type !== 'Identifier') return undefined;
    const declarator = file.bindings.variable(target)?.defs[0]?.node;
    if (declarator?.type !== 'VariableDeclarator') return undefined;
    const { id, init, parent } = declarator;
    // `const users = this.users;`
    if (parent.parent.type !== 'Program') {
      return init && depth > 0 ? this.#ofCollection(init, depth - 1) : undefined;
    }
    if (this.#isKeyedByOther(declarator)) return undefined;
    const type = id.type === 'Identifier' ? id.typeAnnotation?.typeAnnotation : undefined;
    return this.#filledMap().get(declarator) ?? this.#ofType(type) ?? this.#ofNew(init);
  }

  /** Whether every key of a collection is something else than what a client is or sends. */
  #isKeyedByOther(node: TSESTree.Node): boolean {
    if (this.#others === undefined) {
      const others = new Map<TSESTree.Node, boolean>();
      for (const fill of this.#gateway.state.fills) {
        const { node: filled } = fill.collection;
        others.set(filled, (others.get(filled) ?? true) && isKeyedByOther(fill));
      }
      this.#others = others;
    }
    return this.#others.get(node) ?? false;
  }

  #filledMap(): ReadonlyMap<TSESTree.Node, Content> {
    if (this.#filled === undefined) {
      const filled = new Map<TSESTree.Node, Content>();
      for (const { collection, parts, isNested } of this.#gateway.state.fills) {
        const value = parts.at(-1);
        // What is put into an entry is one of several that the entry holds.
        const content = value && !isNested ? this.#ofValue(value) : undefined;
        if (content) filled.set(collection.node, content);
      }
      this.#filled = filled;
    }
    return this.#filled;
  }

  /** What a value that is put into a collection is. */
  #ofValue(node: TSESTree.Node): Content | undefined {
    const value = this.#gateway.file.resolve(node);
    if (value.type !== 'ObjectExpression') return this.#kindOfValue(value);
    const kinds = value.properties.flatMap((property): [string, StoredKind][] => {
      if (property.type === 'SpreadElement') return [];
      const name = keyName(property);
      const kind = this.#kindOfValue(property.value);
      return name !== undefined && kind ? [[name, kind]] : [];
    });
    return kinds.length > 0 ? new Map(kinds) : undefined;
  }

  #kindOfValue(node: TSESTree.Node): StoredKind | undefined {
    const value = socketsOf(this.#gateway.file).of(node);
    if (value?.type !== 'client') return undefined;
    const path = value.path.join();
    if (path === '') return 'socket';
    return path === 'id' ? 'id' : undefined;
  }

  /** The entries of `Map<string, Socket>`, `Record<string, Socket>`, `Socket[]` and the like. */
  #ofType(type: TSESTree.TypeNode | undefined): Content | undefined {
    switch (type?.type) {
      case 'TSArrayType':
        return this.#ofEntry(type.elementType);
      case 'TSTypeLiteral': {
        const [member] = type.members;
        return member?.type === 'TSIndexSignature'
          ? this.#ofEntry(member.typeAnnotation?.typeAnnotation)
          : undefined;
      }
      case 'TSTypeReference':
        return this.#ofEntry(type.typeArguments?.params.at(-1));
      default:
        return undefined;
    }
  }

  #ofNew(value: TSESTree.Node | null | undefined): Content | undefined {
    const made = value && skipWrappers(value);
    return made?.type === 'NewExpression'
      ? this.#ofEntry(made.typeArguments?.params.at(-1))
      : undefined;
  }

  #ofEntry(type: TSESTree.TypeNode | undefined): Content | undefined {
    const { file } = this.#gateway;
    if (socketType(type, file) === 'client') return 'socket';
    const kinds = membersOf(type, file).flatMap((member): [string, StoredKind][] => {
      if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') return [];
      const isSocket = socketType(member.typeAnnotation?.typeAnnotation, file) === 'client';
      return isSocket ? [[member.key.name, 'socket']] : [];
    });
    return kinds.length > 0 ? new Map(kinds) : undefined;
  }
}

/** Whether nothing that the code is handed has a part in a key, as with a task that a queue gives. */
function isKeyedByOther({ key, code: { entry, routine } }: Fill): boolean {
  const { file } = entry.gateway;
  const seeds = file.sourceCode.getDeclaredVariables(routine.root);
  return !new Flow(routine, seeds, file).mentions(key);
}

/** What a property of an entry is: a socket's `id`, or what an object holds under that key. */
function partOf(content: Content | undefined, name: string): Content | undefined {
  if (content === 'socket') return name === 'id' ? 'id' : undefined;
  return typeof content === 'object' ? content.get(name) : undefined;
}

function membersOf(
  type: TSESTree.TypeNode | undefined,
  file: Gateway['file'],
): readonly TSESTree.TypeElement[] {
  if (type?.type === 'TSTypeLiteral') return type.members;
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return [];
  const declaration = file.declaration(type.typeName.name);
  if (declaration?.type === 'TSInterfaceDeclaration') return declaration.body.body;
  const alias =
    declaration?.type === 'TSTypeAliasDeclaration' ? declaration.typeAnnotation : undefined;
  return alias?.type === 'TSTypeLiteral' ? alias.members : [];
}

import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, memberName, receiver, thisProperty } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { pathInPattern } from '../../ast/pattern-path.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Variable } from '../../ast/types.ts';
import type { ClassModel } from '../class-model.ts';
import type { Gateway } from '../gateway.ts';
import type { NestFile } from '../nest-file.ts';
import { ownFunction } from '../connection/reach.ts';
import { socketField, socketType, type SocketField, type SocketType } from './server-property.ts';

/** What an expression is to Socket.IO: a server or a client, or something read from one. */
export interface SocketValue {
  readonly type: SocketType;
  /** The server that Nest made for the gateway, and no other. */
  readonly isInjected: boolean;
  /** The properties by which it is read: `['broadcast']`, `['sockets', 'adapter']`, or none. */
  readonly path: readonly string[];
}

const DEPTH = 8;

/** Properties that change how a message is sent, and not by whom or to whom. */
export const MODIFIERS: ReadonlySet<string> = new Set(['local', 'volatile']);

/** What a file knows of its sockets; read once. */
export const socketsOf = once((file: NestFile): Sockets => new Sockets(file));

/**
 * Tells which expressions are Socket.IO servers and clients: what Nest hands to a hook or handler
 * and these hand on to methods of the class, what `@WebSocketServer()` stands on, what
 * `switchToWs().getClient()` returns, and whatever is typed so. A name alone says nothing, and a
 * variable that is assigned to has only its type.
 */
export class Sockets {
  readonly #file: NestFile;
  #parameters: Map<TSESTree.Node, SocketValue> | undefined;
  #classes: ReadonlyMap<TSESTree.Node, ClassModel> | undefined;
  readonly #variables = new Map<Variable, SocketValue | undefined>();
  readonly #fields = new Map<ClassModel, Map<string, SocketField | undefined>>();

  constructor(file: NestFile) {
    this.#file = file;
  }

  /** Reads an expression; undefined for what is no socket, or not known to be one. */
  of(node: TSESTree.Node, depth = DEPTH): SocketValue | undefined {
    const target = skipWrappers(node);
    if (depth === 0) return undefined;
    switch (target.type) {
      case 'MemberExpression': {
        const name = memberName(target);
        if (name === undefined) return undefined;
        const object = skipWrappers(target.object);
        return object.type === 'ThisExpression'
          ? this.#ofField(name, object)
          : at(this.of(object, depth - 1), MODIFIERS.has(name) ? [] : [name]);
      }
      case 'Identifier': {
        const variable = this.#file.bindings.variable(target);
        return variable && this.#ofVariableOnce(variable, depth);
      }
      case 'CallExpression':
        return this.#ofCall(target);
      default:
        return undefined;
    }
  }

  #ofField(name: string, self: TSESTree.Node): SocketValue | undefined {
    const model = this.#classAround(self);
    const field = model && this.#fieldOf(model, name);
    return field && { ...field, path: [] };
  }

  #fieldOf(model: ClassModel, name: string): SocketField | undefined {
    const fields = this.#fields.get(model) ?? new Map<string, SocketField | undefined>();
    this.#fields.set(model, fields);
    if (!fields.has(name)) {
      const field = socketField(name, model, this.#file);
      fields.set(name, field);
      if (!field?.isInjected && this.#isGivenServer(name, model)) {
        fields.set(name, { type: 'server', isInjected: true });
      }
    }
    return fields.get(name);
  }

  /** Whether every value that the class gives to a field is the server that Nest hands to it. */
  #isGivenServer(name: string, model: ClassModel): boolean {
    const given = this.#file
      .routine(model.node)
      .assignments.filter(({ left }) => thisProperty(left) === name);
    return (
      given.length > 0 &&
      given.every(({ right }) => {
        const value = this.of(right);
        return value?.isInjected === true && value.path.length === 0;
      })
    );
  }

  /** `host.switchToWs().getClient()`, through a const that holds the context. */
  #ofCall(call: TSESTree.CallExpression): SocketValue | undefined {
    if (calleeName(call) !== 'getClient') return undefined;
    const context = receiver(call);
    const source = context && this.#file.resolve(context);
    if (source?.type !== 'CallExpression' || calleeName(source) !== 'switchToWs') return undefined;
    return CLIENT;
  }

  #ofVariableOnce(variable: Variable, depth: number): SocketValue | undefined {
    // Known before any variable is, since to know them asks for variables.
    const parameters = this.#parameterMap();
    if (!this.#variables.has(variable)) {
      this.#variables.set(variable, undefined);
      this.#variables.set(variable, this.#ofVariable(variable, depth, parameters));
    }
    return this.#variables.get(variable);
  }

  #ofVariable(
    variable: Variable,
    depth: number,
    parameters: ReadonlyMap<TSESTree.Node, SocketValue>,
  ): SocketValue | undefined {
    const [name] = variable.identifiers;
    const [definition] = variable.defs;
    if (name?.type !== 'Identifier' || variable.defs.length !== 1 || !definition) return undefined;
    const handed = parameters.get(name);
    if (handed) return handed;
    const type = socketType(name.typeAnnotation?.typeAnnotation, this.#file);
    if (type) return { type, isInjected: false, path: [] };
    if (definition.node.type !== 'VariableDeclarator' || !definition.node.init) return undefined;
    if (variable.references.some((use) => use.isWrite() && use.init !== true)) return undefined;
    const path = pathInPattern(definition.node.id, name);
    return path && this.#read(skipWrappers(definition.node.init), path, depth);
  }

  #read(object: TSESTree.Node, path: readonly string[], depth: number): SocketValue | undefined {
    if (object.type !== 'ThisExpression') return at(this.of(object, depth - 1), path);
    const [field, ...rest] = path;
    return field === undefined ? undefined : at(this.#ofField(field, object), rest);
  }

  /** The parameters that receive a socket, by the name they give it. */
  #parameterMap(): ReadonlyMap<TSESTree.Node, SocketValue> {
    if (this.#parameters === undefined) {
      const parameters = new Map<TSESTree.Node, SocketValue>();
      this.#parameters = parameters;
      for (const gateway of this.#file.gateways) {
        for (const { name, subject } of gateway.hooks) {
          if (subject) parameters.set(subject.pattern, name === 'afterInit' ? SERVER : CLIENT);
        }
        for (const { socket } of gateway.handlers)
          if (socket) parameters.set(socket.pattern, CLIENT);
      }
      for (const gateway of this.#file.gateways) this.#followCalls(gateway, parameters);
      this.#variables.clear();
    }
    return this.#parameters;
  }

  /** The parameters of the class's own methods, one class deep. */
  #followCalls(gateway: Gateway, parameters: Map<TSESTree.Node, SocketValue>): void {
    const found: [TSESTree.Node, SocketValue][] = [];
    for (const { method } of [...gateway.hooks, ...gateway.handlers]) {
      for (const call of this.#file.routine(method.function).calls) {
        const callee = ownFunction(call, gateway);
        callee?.params.forEach((parameter, index) => {
          const argument = call.arguments[index];
          const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
          const value = argument && !parameters.has(pattern) ? this.of(argument) : undefined;
          if (value?.path.length === 0) found.push([pattern, value]);
        });
      }
    }
    for (const [pattern, value] of found) parameters.set(pattern, value);
  }

  #classAround(node: TSESTree.Node): ClassModel | undefined {
    this.#classes ??= new Map([...this.#file.classes].map((model) => [model.node, model]));
    for (let current = node.parent; current; current = current.parent) {
      const model = this.#classes.get(current);
      if (model) return model;
    }
    return undefined;
  }
}

const CLIENT: SocketValue = { type: 'client', isInjected: false, path: [] };
const SERVER: SocketValue = { type: 'server', isInjected: true, path: [] };

function at(value: SocketValue | undefined, path: readonly string[]): SocketValue | undefined {
  return value && { ...value, path: [...value.path, ...path] };
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, isWithin } from '../../ast/functions.ts';
import { calleeName, isNamed, memberName, receiver, thisProperty } from '../../ast/names.ts';
import type { Routine } from '../../ast/routine.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { FunctionNode } from '../../ast/types.ts';
import { collectionOf, isCollection, isPartOfCollection, type Collection } from './collection.ts';
import type { Gateway } from '../gateway.ts';
import { isGlobalNamed, isUndefined } from '../globals.ts';
import { isPerConnection } from './per-connection.ts';
import { clientCode, reachableFunctions, type ClientCode } from './reach.ts';

export type { Collection } from './collection.ts';

/** A place that puts an entry into a collection. */
export interface Fill {
  readonly collection: Collection;
  readonly node: TSESTree.CallExpression | TSESTree.AssignmentExpression;
  readonly code: ClientCode;
  /** How the entry is kept: under a key, as a value that is there once, or behind the others. */
  readonly form: 'map' | 'set' | 'list';
  /** The key, or the value where the collection has no keys. */
  readonly key: TSESTree.Node;
  /** Everything that is put in. */
  readonly parts: readonly TSESTree.Node[];
  /**
   * Whether the entries are collections themselves: one of them is filled
   * (`this.rooms.get(id).add(client)`), or put in (`this.rooms.set(id, [client])`).
   */
  readonly isNested: boolean;
}

const FILLING: ReadonlyMap<string | undefined, Fill['form']> = new Map([
  ['set', 'map'],
  ['add', 'set'],
  ['push', 'list'],
  ['unshift', 'list'],
]);
const SHRINKING = new Set(['delete', 'clear', 'splice', 'pop', 'shift']);
/** What bounds a list in passing. */
const TRIMMING = new Set(['splice', 'pop', 'shift']);
/** Calls that take nothing out of what they are handed. */
const READING = /^(?:emit|send|log|debug|info|verbose|warn|error|fatal|trace)$/;
const READERS = new Set(['Array', 'JSON', 'Math', 'Object', 'console']);
/** Calls that run their callback at once; any other may keep it for later. */
const ITERATING = /^(?:every|filter|find\w*|flatMap|forEach|from|map|reduce\w*|some|sort)$/;

const APPLICATION_HOOKS = new Set([
  'afterInit',
  'onModuleInit',
  'onApplicationBootstrap',
  'onModuleDestroy',
  'beforeApplicationShutdown',
  'onApplicationShutdown',
]);

/** The collections of a gateway: what fills them for a client, and what empties them again. */
export class ConnectionState {
  readonly #gateway: Gateway;
  readonly #shrinks = new Map<Routine, ReadonlyMap<TSESTree.Node, TSESTree.Node[]>>();
  #fills: readonly Fill[] | undefined;
  #nested: ReadonlySet<TSESTree.Node> | undefined;
  #leavingFunctions: ReadonlySet<FunctionNode> | undefined;
  #passingFunctions: ReadonlySet<FunctionNode> | undefined;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Every place in a hook or handler, one class deep, that puts an entry into a collection. */
  get fills(): readonly Fill[] {
    return (this.#fills ??= [...this.#gateway.hooks, ...this.#gateway.handlers]
      .filter(({ method }) => method.name !== 'afterInit')
      .flatMap((entry) => clientCode(entry).flatMap((code) => this.#fillsIn(code))));
  }

  /**
   * The collections that grow with the connections, each with the first place that fills it. What
   * handleDisconnect puts in is about a client that is gone, and does not count.
   */
  get perConnection(): ReadonlyMap<Collection, Fill> {
    const found = new Map<TSESTree.Node, Fill>();
    for (const fill of this.fills) {
      const { collection, code } = fill;
      if (code.entry.method.name === 'handleDisconnect' || found.has(collection.node)) continue;
      if (isPerConnection(fill, this.#gateway)) found.set(collection.node, fill);
    }
    return new Map([...found.values()].map((fill) => [fill.collection, fill]));
  }

  /** Whether the code that runs when a client leaves empties a collection or hands it on. */
  isShrunkOnDisconnect(collection: Collection): boolean {
    return [...this.#leaving()].some(
      (reached) => this.shrinks(collection, this.#gateway.file.routine(reached)).length > 0,
    );
  }

  /**
   * Whether a collection is emptied, given a new value or handed to code that may empty it: when a
   * client leaves, in code that neither a handler nor handleConnection runs (a timer, an event, a
   * method for others), in a callback that may run later, or right behind the place that fills it.
   */
  isEmptied({ collection, node, code }: Fill): boolean {
    if (this.isShrunkOnDisconnect(collection)) return true;
    if (this.shrinks(collection, code.routine).some((site) => follows(site, node))) return true;
    const { class: model, file } = this.#gateway;
    const passing = this.#passing();
    const roots =
      collection.node.type === 'VariableDeclarator'
        ? [file.sourceCode.ast]
        : model.lineage.map((owner) => owner.node);
    return roots
      .flatMap((root) => this.shrinks(collection, file.routine(root)))
      .some((site) => !passesBy(site, passing));
  }

  /** The functions that run when a client leaves. */
  #leaving(): ReadonlySet<FunctionNode> {
    const hook = this.#gateway.hook('handleDisconnect');
    return (this.#leavingFunctions ??= hook
      ? reachableFunctions([hook.method.function], this.#gateway)
      : new Set());
  }

  /**
   * The functions in which nothing is taken out for a client that left: those that run for one that
   * is there, and those that run when the application starts and ends.
   */
  #passing(): ReadonlySet<FunctionNode> {
    if (this.#passingFunctions) return this.#passingFunctions;
    const { hooks, handlers, class: model } = this.#gateway;
    const entries = [...hooks.filter(({ name }) => name === 'handleConnection'), ...handlers];
    const functions = entries.map(({ method }) => method.function);
    const passing = new Set(reachableFunctions(functions, this.#gateway));
    for (const { methods, constructorFunction } of model.lineage) {
      if (constructorFunction) passing.add(constructorFunction);
      for (const method of methods) {
        if (APPLICATION_HOOKS.has(method.name)) passing.add(method.function);
      }
    }
    return (this.#passingFunctions = passing);
  }

  /**
   * The places in a routine that take entries out of a collection, give it or an entry of it a new
   * value, or hand it to code that may.
   */
  shrinks({ node }: Collection, routine: Routine): readonly TSESTree.Node[] {
    let shrinks = this.#shrinks.get(routine);
    if (shrinks === undefined) {
      shrinks = this.#readShrinks(routine);
      this.#shrinks.set(routine, shrinks);
    }
    return shrinks.get(node) ?? [];
  }

  /** The places that make something smaller, under the collection that they do it to. */
  #readShrinks({
    calls,
    unaries,
    assignments,
  }: Routine): ReadonlyMap<TSESTree.Node, TSESTree.Node[]> {
    const found = new Map<TSESTree.Node, TSESTree.Node[]>();
    const add = (site: TSESTree.Node, target: TSESTree.Node) => {
      const collection = collectionOf(target, this.#gateway)?.node;
      if (!collection) return;
      const sites = found.get(collection);
      if (sites) sites.push(site);
      else found.set(collection, [site]);
    };
    for (const call of calls) {
      const target = receiver(call);
      const name = calleeName(call);
      const [callback] = call.arguments;
      // What `rooms.forEach(this.leave)` hands each entry to is not followed.
      const isFollowed = name !== 'forEach' || !callback || isFunction(callback);
      if (target && (isNamed(name, SHRINKING) || !isFollowed)) add(call, target);
      else if (!this.#isReading(call)) {
        for (const argument of call.arguments) if (this.#mayShrink(argument)) add(call, argument);
      }
    }
    for (const unary of unaries) if (unary.operator === 'delete') add(unary, unary.argument);
    for (const assignment of assignments) {
      if (this.#isShrinking(assignment)) add(assignment, assignment.left);
    }
    return found;
  }

  /** Whether a new value makes a collection, or an entry of it, smaller. */
  #isShrinking({ left: place, right }: TSESTree.AssignmentExpression): boolean {
    const left = skipWrappers(place);
    const node = collectionOf(left, this.#gateway)?.node;
    if (node === undefined) return false;
    const isLiteral = right.type === 'ArrayExpression' || right.type === 'ObjectExpression';
    if (isLiteral && this.#added(right, node).length > 0) return false;
    if (left.type !== 'MemberExpression' || memberName(left) === 'length') return true;
    if (thisProperty(left) !== undefined) return true;
    const { members, identifiers } = this.#gateway.file.routine(right);
    return (
      isUndefined(right, this.#gateway.file) ||
      [right, ...members, ...identifiers].some(
        (part) => collectionOf(part, this.#gateway)?.node === node,
      )
    );
  }

  /**
   * Whether code that is handed an expression may take something out of the collection it belongs
   * to. An entry of it is enough only where the entries are collections themselves.
   */
  #mayShrink(argument: TSESTree.Node): boolean {
    if (!isPartOfCollection(argument, this.#gateway)) return true;
    this.#nested ??= new Set(
      this.fills.filter(({ isNested }) => isNested).map(({ collection }) => collection.node),
    );
    const node = collectionOf(argument, this.#gateway)?.node;
    return node !== undefined && this.#nested.has(node);
  }

  #isReading(call: TSESTree.CallExpression): boolean {
    const name = calleeName(call);
    if (FILLING.has(name) || isNamed(name, READING)) return true;
    return isGlobalNamed(receiver(call), READERS, this.#gateway.file);
  }

  #fillsIn(code: ClientCode): readonly Fill[] {
    const fills: Fill[] = [];
    for (const node of code.routine.calls) {
      const target = receiver(node);
      const form = FILLING.get(calleeName(node));
      if (!target || !form) continue;
      const parts = node.arguments;
      const [key, value] = parts;
      const collection = key && collectionOf(target, this.#gateway);
      const isNested = this.#isNested(target, value);
      if (collection) fills.push({ collection, node, code, form, key, parts, isNested });
    }
    for (const node of code.routine.assignments) {
      const left = skipWrappers(node.left);
      if (left.type === 'MemberExpression' && left.computed) {
        const collection = collectionOf(left.object, this.#gateway);
        if (!collection) continue;
        const parts = [left.property, node.right];
        const isNested = this.#isNested(left.object, node.right);
        const key = left.property;
        fills.push({ collection, node, code, form: 'map', key, parts, isNested });
      } else if (node.right.type === 'ArrayExpression' || node.right.type === 'ObjectExpression') {
        // `this.users = [...this.users, client]`
        const collection = collectionOf(left, this.#gateway);
        const parts = collection ? this.#added(node.right, collection.node) : [];
        const [key] = parts;
        const isNested = this.#isNested(left);
        const form = node.right.type === 'ArrayExpression' ? 'list' : 'map';
        if (collection && key) fills.push({ collection, node, code, form, key, parts, isNested });
      }
    }
    return fills;
  }

  #isNested(target: TSESTree.Node, entry?: TSESTree.Node): boolean {
    const { file } = this.#gateway;
    return (
      isPartOfCollection(target, this.#gateway) ||
      (entry !== undefined && isCollection(file.resolve(entry), file))
    );
  }

  /** What a literal adds to the collection that it spreads; nothing if it does not spread it. */
  #added(
    literal: TSESTree.ArrayExpression | TSESTree.ObjectExpression,
    node: Collection['node'],
  ): readonly TSESTree.Node[] {
    const elements = literal.type === 'ArrayExpression' ? literal.elements : literal.properties;
    const added: TSESTree.Node[] = [];
    let isSpread = false;
    for (const element of elements) {
      if (element?.type === 'SpreadElement') {
        isSpread ||= collectionOf(element.argument, this.#gateway)?.node === node;
      } else if (element?.type === 'Property') {
        added.push(element.key, element.value);
      } else if (element) {
        added.push(element);
      }
    }
    return isSpread ? added : [];
  }
}

/** Whether a place stands in one of the functions, and in no callback that may run later. */
function passesBy(site: TSESTree.Node, functions: ReadonlySet<TSESTree.Node>): boolean {
  for (let node: TSESTree.Node | undefined = site; node; node = node.parent) {
    if (functions.has(node)) return true;
    if (isFunction(node) && isDeferred(node)) return false;
  }
  return false;
}

function isDeferred(callback: FunctionNode): boolean {
  const { parent } = callback;
  return (
    parent.type === 'CallExpression' &&
    parent.callee !== callback &&
    !isNamed(calleeName(parent), ITERATING)
  );
}

/** Whether what is filled is emptied in passing: trimmed, or emptied behind it unconditionally. */
function follows(site: TSESTree.Node, fill: TSESTree.Node): boolean {
  if (site.type === 'CallExpression' && isNamed(calleeName(site), TRIMMING)) return true;
  if (site.range[0] < fill.range[1]) return false;
  for (let node = site.parent; node && !isWithin(fill, node); node = node.parent) {
    if (CONDITIONAL.has(node.type)) return false;
  }
  return true;
}

const CONDITIONAL: ReadonlySet<string> = new Set([
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'SwitchCase',
  'CatchClause',
]);

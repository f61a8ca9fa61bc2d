import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, isNamed, literalString, memberName, receiver } from '../../ast/names.ts';
import { pathInPattern } from '../../ast/pattern-path.ts';
import { outermostWrapper, skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Variable } from '../../ast/types.ts';
import type { Seed } from '../connection/client-paths.ts';
import { isGlobalNamed } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';

/** The properties that lead from the message to a value. An element has the path of its list. */
export type PayloadPath = readonly string[];

/** A place where code reads a value of the message, or something made from it. */
export interface Mention {
  readonly path: PayloadPath;
  /** A call receives it, there or on the way to the variable that is read. */
  readonly isHandedOn: boolean;
}

const DEPTH = 8;

/** Methods after which a text is still the one that the client sent. */
const KEEPING = new Set(
  'normalize split toLowerCase toString toUpperCase trim trimEnd trimStart valueOf'.split(' '),
);
const ITERATING = new Set(['every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'some']);

/**
 * Tells which expressions are what a client sent, as it sent it: the payload, its properties and
 * elements, the variables these are kept in, `String(x)` and `x.trim()`. A variable that is assigned
 * to, and what any other call returns, is not.
 */
export class PayloadPaths {
  readonly #seeds: readonly Seed[];
  readonly #file: NestFile;
  readonly #variables = new Map<Variable, PayloadPath | undefined>();
  readonly #sources = new Map<Variable, readonly Mention[]>();

  /** @param seeds - the parameters that receive the message or a part of it */
  constructor(seeds: readonly Seed[], file: NestFile) {
    this.#seeds = seeds;
    this.#file = file;
  }

  /** The path of an expression; undefined for what is not the client's own value. */
  of(node: TSESTree.Node, depth = DEPTH): PayloadPath | undefined {
    const target = skipWrappers(node);
    if (depth === 0) return undefined;
    switch (target.type) {
      case 'Identifier': {
        const variable = this.#file.bindings.variable(target);
        return variable && this.#ofVariableOnce(variable, depth);
      }
      case 'MemberExpression': {
        const owner = this.of(target.object, depth - 1);
        const name = memberName(target);
        return owner && (name === undefined ? owner : [...owner, name]);
      }
      case 'LogicalExpression':
        return target.operator === '&&' ? undefined : this.of(target.left, depth - 1);
      case 'ConditionalExpression':
        return shared(this.of(target.consequent, depth - 1), this.of(target.alternate, depth - 1));
      case 'TemplateLiteral':
      case 'BinaryExpression':
        return this.#ofPieces(target, depth);
      case 'CallExpression': {
        const source = sourceOf(target, this.#file);
        return source && this.of(source, depth - 1);
      }
      default:
        return undefined;
    }
  }

  /**
   * Everything an expression reads of the message, directly or through a variable that holds what
   * was made from it.
   */
  mentionsIn(node: TSESTree.Node): readonly Mention[] {
    const { identifiers } = this.#file.routine(node);
    const all = node.type === 'Identifier' ? [node, ...identifiers] : identifiers;
    return all.flatMap((identifier) => {
      const { parent } = identifier;
      if (
        parent.type === 'MemberExpression' &&
        parent.property === identifier &&
        !parent.computed
      ) {
        return [];
      }
      const variable = this.#file.bindings.variable(identifier);
      if (variable === undefined) return [];
      const handed = isHandedOn(identifier, node);
      const own = this.#ofVariableOnce(variable, DEPTH);
      if (own) return [{ path: [...own, ...membersOf(identifier)], isHandedOn: handed }];
      return this.#sourcesOf(variable).map((source) => ({
        path: source.path,
        isHandedOn: source.isHandedOn || handed,
      }));
    });
  }

  /** What a variable is made from that is not the client's own value, each path once. */
  #sourcesOf(variable: Variable): readonly Mention[] {
    const found = this.#sources.get(variable);
    if (found) return found;
    // A variable that is made from itself ends here.
    this.#sources.set(variable, []);
    const sources = new Map<string, Mention>();
    for (const mention of valuesOf(variable).flatMap((value) => this.mentionsIn(value))) {
      sources.set(`${mention.path.join('.')} ${String(mention.isHandedOn)}`, mention);
    }
    this.#sources.set(variable, [...sources.values()]);
    return [...sources.values()];
  }

  #ofVariableOnce(variable: Variable, depth: number): PayloadPath | undefined {
    if (!this.#variables.has(variable)) {
      this.#variables.set(variable, undefined);
      this.#variables.set(variable, this.#ofVariable(variable, depth));
    }
    return this.#variables.get(variable);
  }

  #ofVariable(variable: Variable, depth: number): PayloadPath | undefined {
    const [definition, ...others] = variable.defs;
    if (!definition || others.length > 0) return undefined;
    if (variable.references.some((use) => use.isWrite() && use.init !== true)) return undefined;
    const { name } = definition;
    for (const { pattern, path } of this.#seeds) {
      const inner = pathInPattern(pattern, name);
      if (inner) return [...path, ...inner];
    }
    const holder = holderOf(definition.node);
    const inner = holder && pathInPattern(holder.pattern, name);
    const outer = inner && this.of(holder.value, depth - 1);
    return outer && [...outer, ...inner];
  }

  /** A template or concatenation that adds nothing to one value: `${x}`, `x + ''`. */
  #ofPieces(
    node: TSESTree.TemplateLiteral | TSESTree.BinaryExpression,
    depth: number,
  ): PayloadPath | undefined {
    const pieces =
      node.type === 'TemplateLiteral'
        ? [...node.quasis, ...node.expressions]
        : [node.left, node.right];
    const [piece, ...more] = pieces.filter((part) => !isEmptyText(part));
    return piece && more.length === 0 ? this.of(piece, depth - 1) : undefined;
  }
}

/** What two paths have in common: the value that either form of it is taken from. */
function shared(
  one: PayloadPath | undefined,
  other: PayloadPath | undefined,
): PayloadPath | undefined {
  if (!one || !other || one[0] !== other[0]) return undefined;
  const end = one.findIndex((name, index) => name !== other[index]);
  return end < 0 ? one : one.slice(0, end);
}

/** What a call hands back unchanged: `String(x)`, `JSON.parse(x)`, `x.trim()`, `x.map(…)` of parts. */
function sourceOf(call: TSESTree.CallExpression, file: NestFile): TSESTree.Node | undefined {
  const object = receiver(call);
  const name = calleeName(call);
  const [first] = call.arguments;
  if (object === undefined) return isGlobalNamed(call.callee, 'String', file) ? first : undefined;
  if (isNamed(name, KEEPING)) return object;
  if (name === 'map' && first && isFunction(first)) return first.body;
  const isReader =
    (name === 'parse' && isGlobalNamed(object, 'JSON', file)) ||
    (name === 'from' && isGlobalNamed(object, 'Array', file));
  return isReader && call.arguments.length === 1 ? first : undefined;
}

/** The pattern and the value of a declaration, a loop's variable or a callback's first parameter. */
function holderOf(
  definition: TSESTree.Node,
): { readonly pattern: TSESTree.Node; readonly value: TSESTree.Node } | undefined {
  if (definition.type === 'VariableDeclarator') {
    const { id, init, parent } = definition;
    if (init) return { pattern: id, value: init };
    return parent.parent.type === 'ForOfStatement'
      ? { pattern: id, value: parent.parent.right }
      : undefined;
  }
  if (!isFunction(definition)) return undefined;
  const { params, parent: call } = definition;
  const [pattern] = params;
  if (!pattern || call.type !== 'CallExpression') return undefined;
  const value = isNamed(calleeName(call), ITERATING) ? receiver(call) : undefined;
  return value && { pattern, value };
}

/** The expressions that give a variable its value, the list of its loop included. */
function valuesOf(variable: Variable): readonly TSESTree.Node[] {
  const values = new Set<TSESTree.Node>();
  for (const { writeExpr } of variable.references) if (writeExpr) values.add(writeExpr);
  const definition = variable.defs[0]?.node;
  const held = definition && holderOf(definition);
  if (held) values.add(held.value);
  return [...values];
}

/** The properties that are read of an identifier. */
function membersOf(identifier: TSESTree.Node): readonly string[] {
  const names: string[] = [];
  let whole = outermostWrapper(identifier);
  while (whole.parent?.type === 'MemberExpression' && whole.parent.object === whole) {
    const name = memberName(whole.parent);
    if (name !== undefined) names.push(name);
    whole = outermostWrapper(whole.parent);
  }
  return names;
}

/** Whether a node stands in the arguments of a call, within `root`. */
function isHandedOn(node: TSESTree.Node, root: TSESTree.Node): boolean {
  for (let child = node; child !== root && child.parent; child = child.parent) {
    const { parent } = child;
    if (parent.type === 'CallExpression' || parent.type === 'NewExpression') {
      if (parent.callee !== child) return true;
    }
  }
  return false;
}

function isEmptyText(node: TSESTree.Node): boolean {
  return node.type === 'TemplateElement' ? node.value.raw === '' : literalString(node) === '';
}

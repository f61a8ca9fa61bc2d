import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../../ast/names.ts';
import { pathInPattern } from '../../ast/pattern-path.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Variable } from '../../ast/types.ts';
import type { NestFile } from '../nest-file.ts';

/** The properties that lead from the client's socket to a value: `['handshake', 'auth', 'token']`. */
export type ClientPath = readonly string[];

/** A pattern and the path of what it takes apart: a parameter that receives the client, say. */
export interface Seed {
  readonly pattern: TSESTree.Node;
  readonly path: ClientPath;
}

const DEPTH = 8;

/**
 * Tells by which path an expression is read from the client, through casts, consts and patterns. A
 * variable that is assigned to has no path, nor has what a call returns.
 */
export class ClientPaths {
  /** The patterns that receive something of the client from outside. */
  readonly seeds: readonly Seed[];
  readonly #file: NestFile;
  readonly #variables = new Map<Variable, ClientPath | undefined>();

  constructor(seeds: readonly Seed[], file: NestFile) {
    this.seeds = seeds;
    this.#file = file;
  }

  /** The path of an expression; empty for the client itself, undefined for what is not of it. */
  of(node: TSESTree.Node, depth = DEPTH): ClientPath | undefined {
    const target = skipWrappers(node);
    if (depth === 0) return undefined;
    if (target.type === 'MemberExpression') {
      const name = memberName(target);
      if (name === undefined) return undefined;
      const owner = this.of(target.object, depth - 1);
      return owner && [...owner, name];
    }
    if (target.type !== 'Identifier') return undefined;
    const variable = this.#file.bindings.variable(target);
    return variable && this.#ofVariableOnce(variable, depth);
  }

  /** The path of an expression as text: `handshake.auth.token`. */
  text(node: TSESTree.Node): string | undefined {
    return this.of(node)?.join('.');
  }

  /** Whether an expression is the client's socket itself. */
  isClient(node: TSESTree.Node): boolean {
    return this.of(node)?.length === 0;
  }

  #ofVariableOnce(variable: Variable, depth: number): ClientPath | undefined {
    if (!this.#variables.has(variable)) {
      this.#variables.set(variable, this.#ofVariable(variable, depth));
    }
    return this.#variables.get(variable);
  }

  #ofVariable(variable: Variable, depth: number): ClientPath | undefined {
    const [definition, ...others] = variable.defs;
    if (!definition || others.length > 0) return undefined;
    const { name, node } = definition;
    for (const { pattern, path } of this.seeds) {
      const inner = exactPath(pattern, name);
      if (inner) return [...path, ...inner];
    }
    if (node.type !== 'VariableDeclarator' || !node.init) return undefined;
    if (variable.references.some((use) => use.isWrite() && use.init !== true)) return undefined;
    const inner = exactPath(node.id, name);
    const outer = inner && this.of(node.init, depth - 1);
    return outer && [...outer, ...inner];
  }
}

/** A name with a default has no path: the default stands in where the client sent nothing. */
function exactPath(pattern: TSESTree.Node, name: TSESTree.Node): ClientPath | undefined {
  return pathInPattern(pattern, name, { isExact: true });
}

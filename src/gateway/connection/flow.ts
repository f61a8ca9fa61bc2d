import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { contains, Positions } from '../../ast/positions.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Routine } from '../../ast/routine.ts';
import type { FunctionNode, Variable } from '../../ast/types.ts';
import type { NestFile } from '../nest-file.ts';

/**
 * Where a value goes inside a routine: the variables that it or something made from it is kept in.
 * A call that receives it makes its result, and what its callbacks receive, part of it. What goes
 * through fields and other functions is not followed.
 */
export class Flow {
  readonly #routine: Routine;
  readonly #seeds: readonly Variable[];
  readonly #file: NestFile;
  readonly #endsAt: ((call: TSESTree.CallExpression) => boolean) | undefined;
  #variables: ReadonlySet<Variable> | undefined;
  #references: readonly TSESTree.Node[] | undefined;
  #reads: Positions | undefined;

  constructor(
    routine: Routine,
    seeds: readonly Variable[],
    file: NestFile,
    endsAt?: (call: TSESTree.CallExpression) => boolean,
  ) {
    this.#routine = routine;
    this.#seeds = seeds;
    this.#file = file;
    this.#endsAt = endsAt;
  }

  /** The same value, but what certain calls make of it is no part of it. */
  endingAt(endsAt: (call: TSESTree.CallExpression) => boolean): Flow {
    return new Flow(this.#routine, this.#seeds, this.#file, endsAt);
  }

  get variables(): ReadonlySet<Variable> {
    return (this.#variables ??= this.#follow());
  }

  /** Where the file names one of the variables. */
  get references(): readonly TSESTree.Node[] {
    return (this.#references ??= [...this.variables].flatMap(({ references }) =>
      references.map(({ identifier }) => identifier),
    ));
  }

  /** Whether an expression reads the value, or anything made from it. */
  mentions(node: TSESTree.Node): boolean {
    this.#reads ??= new Positions(this.references);
    return this.#reads.isIn(node);
  }

  /** Whether an expression is a variable that holds the value or something made from it. */
  is(node: TSESTree.Node, file: NestFile): boolean {
    const target = skipWrappers(node);
    if (target.type !== 'Identifier') return false;
    const variable = file.bindings.variable(target);
    return variable !== undefined && this.variables.has(variable);
  }

  #follow(): ReadonlySet<Variable> {
    const found = new Set(this.#seeds);
    const left = new Set<TSESTree.Node>();
    for (const variable of found) {
      for (const { identifier } of variable.references) this.#climb(identifier, found, left);
    }
    return found;
  }

  /**
   * Adds the variables that receive something made from what a reference reads.
   *
   * @param left - the blocks that another reference has left: it went the same way from there
   */
  #climb(reference: TSESTree.Node, found: Set<Variable>, left: Set<TSESTree.Node>): void {
    const { root } = this.#routine;
    if (!contains(root, reference)) return;
    let child = reference;
    for (let { parent } = child; parent && child !== root; { parent } = parent) {
      if (child.type === 'BlockStatement') {
        if (left.has(child)) return;
        left.add(child);
      }
      if (parent.type === 'CallExpression' && this.#endsAt?.(parent)) return;
      for (const target of receivers(parent, child, this.#file)) found.add(target);
      child = parent;
    }
  }
}

/** The variables that hold something made from a child of a node because of what the node is. */
function receivers(node: TSESTree.Node, child: TSESTree.Node, file: NestFile): readonly Variable[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return node.init === child ? file.sourceCode.getDeclaredVariables(node) : [];
    case 'AssignmentExpression': {
      // One that stands on the left itself is known already.
      const { left } = node;
      const variable = left.type === 'Identifier' ? file.bindings.variable(left) : undefined;
      return variable ? [variable] : [];
    }
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.right === child && node.left.type === 'VariableDeclaration'
        ? file.sourceCode.getDeclaredVariables(node.left)
        : [];
    case 'CallExpression':
      return node.callee !== child || receiver(node)
        ? callbacksOf(node).flatMap((callback) =>
            callback === child ? [] : parameterVariables(callback, file),
          )
        : [];
    default:
      return NONE;
  }
}

const NONE: readonly Variable[] = [];

const callbacksOf = once((call: TSESTree.CallExpression): readonly FunctionNode[] =>
  call.arguments.flatMap((argument) => (isFunction(argument) ? [argument] : [])),
);

function parameterVariables(node: FunctionNode, file: NestFile): readonly Variable[] {
  return node.params.flatMap((parameter) => file.variablesOf(node, parameter));
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../ast/functions.ts';
import { receiver } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Routine } from '../ast/routine.ts';
import type { Variable } from '../ast/types.ts';
import type { NestFile } from './nest-file.ts';

/**
 * Where a value goes inside a routine: the variables that it or something made from it is kept in.
 * A call that receives it makes its result, and what its callbacks receive, part of it. What goes
 * through fields and other functions is not followed.
 */
export class Flow {
  readonly variables: ReadonlySet<Variable>;
  /** Where those variables are read, in ascending order. */
  readonly #positions: readonly number[];

  constructor(routine: Routine, seeds: readonly Variable[], file: NestFile) {
    const variables = new Set(seeds);
    let positions = positionsOf(variables);
    const flow = seeds.length > 0 ? transfers(routine, file) : [];
    // Twice, since a loop or a callback may use a variable above the place that fills it.
    for (let round = 0; round < 2; round++) {
      for (const transfer of flow) {
        if (!mentioned(positions, transfer.found)) continue;
        for (const target of transfer.targets()) {
          if (variables.has(target)) continue;
          variables.add(target);
          positions = positionsOf(variables);
        }
      }
    }
    this.variables = variables;
    this.#positions = positions;
  }

  /** Whether an expression reads the value, or anything made from it. */
  mentions(node: TSESTree.Node): boolean {
    return mentioned(this.#positions, node);
  }

  /** Whether an expression is a variable that holds the value or something made from it. */
  is(node: TSESTree.Node, file: NestFile): boolean {
    const target = skipWrappers(node);
    if (target.type !== 'Identifier') return false;
    const variable = file.bindings.variable(target);
    return variable !== undefined && this.variables.has(variable);
  }
}

interface Transfer {
  /** Where the value must stand … */
  readonly found: TSESTree.Node;
  /** … for these variables to hold (something made from) it. */
  targets(): readonly Variable[];
}

function transfers(routine: Routine, file: NestFile): readonly Transfer[] {
  const { sourceCode } = file;
  const transfers: Transfer[] = [];
  for (const declarator of routine.declarators) {
    if (!declarator.init) continue;
    const { init } = declarator;
    transfers.push({ found: init, targets: () => sourceCode.getDeclaredVariables(declarator) });
  }
  for (const { left, right } of routine.assignments) {
    if (left.type !== 'Identifier') continue;
    transfers.push({
      found: right,
      targets: () => {
        const variable = file.bindings.variable(left);
        return variable ? [variable] : [];
      },
    });
  }
  for (const loop of routine.loops) {
    if (loop.type !== 'ForOfStatement' && loop.type !== 'ForInStatement') continue;
    const { left, right } = loop;
    if (left.type !== 'VariableDeclaration') continue;
    transfers.push({ found: right, targets: () => sourceCode.getDeclaredVariables(left) });
  }
  for (const call of routine.calls) {
    for (const callback of call.arguments) {
      if (!isFunction(callback)) continue;
      const sources = [receiver(call), ...call.arguments.filter((other) => other !== callback)];
      for (const found of sources) {
        if (found) transfers.push({ found, targets: () => parameterVariables(callback, file) });
      }
    }
  }
  return transfers;
}

function parameterVariables(node: TSESTree.Node, file: NestFile): readonly Variable[] {
  if (!isFunction(node)) return [];
  return node.params.flatMap((parameter) => file.variablesOf(node, parameter));
}

function positionsOf(variables: ReadonlySet<Variable>): readonly number[] {
  return [...variables]
    .flatMap(({ references }) => references.map(({ identifier }) => identifier.range[0]))
    .sort((a, b) => a - b);
}

/** Whether one of the ascending positions lies in a node; by halving. */
function mentioned(positions: readonly number[], { range: [start, end] }: TSESTree.Node): boolean {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] ?? end) < start) low = middle + 1;
    else high = middle;
  }
  return (positions[low] ?? end) < end;
}

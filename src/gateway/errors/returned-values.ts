import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction } from '../../ast/functions.ts';
import { calleeName, receiver } from '../../ast/names.ts';
import { outcomes } from '../../ast/outcomes.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { FunctionNode } from '../../ast/types.ts';
import type { NestFile } from '../nest-file.ts';
import { isPromiseMethod } from './promise-fate.ts';

/** How many links of a promise chain are followed. */
const DEPTH = 16;

/**
 * The expressions whose value a function may return, or its promise may come to: the sides of a
 * choice, `Promise.resolve(x)`, and what the callbacks of a returned `.then()` or `.catch()` return.
 */
export function returnedValues(node: FunctionNode, file: NestFile): readonly TSESTree.Node[] {
  return ownReturns(node, file).flatMap((value) => settled(value, file));
}

function settled(node: TSESTree.Node, file: NestFile, depth = DEPTH): readonly TSESTree.Node[] {
  return outcomes(node).flatMap((outcome) => {
    const owner = outcome.type === 'CallExpression' ? receiver(outcome) : undefined;
    if (outcome.type !== 'CallExpression' || !owner || depth === 0) return [outcome];
    const given = outcome.arguments;
    switch (calleeName(outcome)) {
      case 'then':
        return given.flatMap((callback) => returnsOf(callback, file));
      case 'catch':
        return [
          ...settled(owner, file, depth - 1),
          ...given.flatMap((callback) => returnsOf(callback, file)),
        ];
      case 'finally':
        return settled(owner, file, depth - 1);
      case 'resolve':
        return isPromiseMethod(outcome) ? given : [];
      default:
        return [outcome];
    }
  });
}

function returnsOf(callback: TSESTree.Node, file: NestFile): readonly TSESTree.Node[] {
  const node = skipWrappers(callback);
  return isFunction(node) ? returnedValues(node, file) : [];
}

function ownReturns(node: FunctionNode, file: NestFile): readonly TSESTree.Node[] {
  if (node.body.type !== 'BlockStatement') return [node.body];
  return file
    .routine(node)
    .returns.flatMap((statement) =>
      statement.argument && enclosingFunction(statement) === node ? [statement.argument] : [],
    );
}

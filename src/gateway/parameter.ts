import type { TSESTree } from '@typescript-eslint/utils';
import type { DecoratorUse } from './decorator.ts';

/** A parameter of a handler or hook. */
export interface Parameter {
  readonly node: TSESTree.Parameter;
  readonly index: number;
  /** The name or pattern it is taken apart by, behind a default value or a rest. */
  readonly pattern: TSESTree.Node;
  readonly type: TSESTree.TypeNode | undefined;
  readonly annotation: TSESTree.TSTypeAnnotation | undefined;
  readonly defaultValue: TSESTree.Expression | undefined;
  readonly isRest: boolean;
  readonly decorators: readonly DecoratorUse[];
}

export function readParameter(
  node: TSESTree.Parameter,
  index: number,
  readDecorators: (nodes: readonly TSESTree.Decorator[]) => readonly DecoratorUse[],
): Parameter {
  let pattern: TSESTree.Node = node;
  let annotation: TSESTree.TSTypeAnnotation | undefined;
  let defaultValue: TSESTree.Expression | undefined;
  let isRest = false;
  const decorators = [...readDecorators(node.decorators)];
  if (pattern.type === 'TSParameterProperty') pattern = pattern.parameter;
  if (pattern.type === 'AssignmentPattern') {
    defaultValue = pattern.right;
    // Babel gives those of a parameter with a default value to what stands before the `=`.
    decorators.push(...readDecorators(pattern.left.decorators));
    pattern = pattern.left;
  }
  if (pattern.type === 'RestElement') {
    isRest = true;
    annotation = pattern.typeAnnotation ?? undefined;
    pattern = pattern.argument;
  }
  if ('typeAnnotation' in pattern && pattern.typeAnnotation?.type === 'TSTypeAnnotation') {
    annotation ??= pattern.typeAnnotation;
  }
  return {
    node,
    index,
    pattern,
    annotation,
    type: annotation?.typeAnnotation,
    defaultValue,
    isRest,
    decorators,
  };
}

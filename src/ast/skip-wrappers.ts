import type { TSESTree } from '@typescript-eslint/utils';

/** Looks through what has no effect at run time: casts, `satisfies`, `!`, optional chains. */
export function skipWrappers(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return skipWrappers(node.expression);
    default:
      return node;
  }
}

/** The outermost cast, `satisfies`, `!` or optional chain around an expression, or itself. */
export function outermostWrapper(node: TSESTree.Node): TSESTree.Node {
  const { parent } = node;
  return parent && skipWrappers(parent) !== parent ? outermostWrapper(parent) : node;
}

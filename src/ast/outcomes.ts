import type { TSESTree } from '@typescript-eslint/utils';
import { skipWrappers } from './skip-wrappers.ts';

/**
 * The expressions that the value of an expression may come from, in the order of the source: both
 * sides of a choice, the last of a sequence, what is awaited.
 */
export function outcomes(node: TSESTree.Node): readonly TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  const pending = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const value = skipWrappers(next);
    switch (value.type) {
      case 'ConditionalExpression':
        pending.push(value.alternate, value.consequent);
        break;
      case 'LogicalExpression':
        pending.push(value.right);
        if (value.operator !== '&&') pending.push(value.left);
        break;
      case 'SequenceExpression':
        pending.push(...value.expressions.slice(-1));
        break;
      case 'AwaitExpression':
        pending.push(value.argument);
        break;
      default:
        found.push(value);
    }
  }
  return found;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { keyName } from './names.ts';

/**
 * The keys under which a pattern binds a name: `['user', 'id']` of `{ user: { id } }`, empty for the
 * plain name itself. Defaults are looked through, and an element of an array has the path of the
 * array; a path that is exact ends at both. Undefined where the pattern does not bind the name, or
 * binds what is left of an object.
 */
export function pathInPattern(
  pattern: TSESTree.Node,
  name: TSESTree.Node,
  { isExact = false } = {},
): readonly string[] | undefined {
  const path: string[] = [];
  // From the name upward: a pattern may have thousands of names.
  for (let child = name; child !== pattern;) {
    const { parent } = child;
    switch (parent?.type) {
      case 'AssignmentPattern':
        if (isExact || parent.left !== child) return undefined;
        break;
      case 'RestElement':
        if (parent.parent.type !== 'ArrayPattern') return undefined;
        break;
      case 'Property': {
        const key = keyName(parent);
        if (parent.value !== child || key === undefined) return undefined;
        path.unshift(key);
        break;
      }
      case 'ArrayPattern':
        if (isExact) return undefined;
        break;
      case 'ObjectPattern':
        break;
      default:
        return undefined;
    }
    child = parent;
  }
  return path;
}

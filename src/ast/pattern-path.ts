import type { TSESTree } from '@typescript-eslint/utils';
import { keyName } from './names.ts';

/**
 * The keys under which a pattern binds a name: `['user', 'id']` of `{ user: { id } }`, empty for the
 * plain name itself. Defaults are looked through, and an element of an array has the path of the
 * array. Undefined where the pattern does not bind the name, or binds what is left of an object.
 */
export function pathInPattern(
  pattern: TSESTree.Node,
  name: TSESTree.Node,
): readonly string[] | undefined {
  if (pattern === name) return [];
  switch (pattern.type) {
    case 'AssignmentPattern':
      return pathInPattern(pattern.left, name);
    case 'ArrayPattern':
      return pathInElements(pattern.elements, name);
    case 'ObjectPattern':
      return pathInProperties(pattern.properties, name);
    default:
      return undefined;
  }
}

function pathInElements(
  elements: readonly (TSESTree.Node | null)[],
  name: TSESTree.Node,
): readonly string[] | undefined {
  for (const element of elements) {
    if (!element) continue;
    const pattern = element.type === 'RestElement' ? element.argument : element;
    const path = pathInPattern(pattern, name);
    if (path) return path;
  }
  return undefined;
}

function pathInProperties(
  properties: TSESTree.ObjectPattern['properties'],
  name: TSESTree.Node,
): readonly string[] | undefined {
  for (const property of properties) {
    if (property.type === 'RestElement') continue;
    const path = pathInPattern(property.value, name);
    const key = keyName(property);
    if (path && key !== undefined) return [key, ...path];
  }
  return undefined;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from './functions.ts';

/** Whether no statement after this one runs: it returns, throws, breaks or continues in any case. */
export function exits(node: TSESTree.Node | null | undefined): boolean {
  switch (node?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'BlockStatement':
      return node.body.some(exits);
    case 'IfStatement':
      return exits(node.consequent) && exits(node.alternate);
    case 'TryStatement':
      return (
        exits(node.finalizer) ||
        (exits(node.block) && (node.handler === null || exits(node.handler.body)))
      );
    default:
      return false;
  }
}

/**
 * The statements that run when a branch is taken, up to the end of the function: its own, then those
 * behind `owner`, the statement that it is a branch of. It ends where a statement always leaves.
 *
 * @param branch - the branch; undefined where there is none, as with an `if` without `else`
 */
export function pathThrough(
  branch: TSESTree.Statement | null | undefined,
  owner: TSESTree.Statement,
): readonly TSESTree.Statement[] {
  if (!branch) return pathAfter(owner);
  return exits(branch) ? [branch] : [branch, ...pathAfter(owner)];
}

/** The statements that run after one, within its function. */
function pathAfter(statement: TSESTree.Statement): readonly TSESTree.Statement[] {
  const path: TSESTree.Statement[] = [];
  let child: TSESTree.Node = statement;
  let parent: TSESTree.Node | undefined = statement.parent;
  for (; parent && !isFunction(child); parent = parent.parent) {
    if (parent.type === 'TryStatement' && parent.finalizer && parent.finalizer !== child) {
      path.push(parent.finalizer);
    }
    for (const sibling of siblingsAfter(child)) {
      path.push(sibling);
      if (exits(sibling)) return path;
    }
    child = parent;
  }
  return path;
}

function siblingsAfter(node: TSESTree.Node): readonly TSESTree.Statement[] {
  const { parent } = node;
  const siblings = parent?.type === 'BlockStatement' ? parent.body : [];
  return siblings.filter(({ range }) => range[0] >= node.range[1]);
}

/**
 * Whether code that ran at `earlier` may have run when `later` is reached, both in one function: no
 * branch that always leaves stands between the two.
 */
export function mayPrecede(earlier: TSESTree.Node, later: TSESTree.Node): boolean {
  if (earlier.range[0] >= later.range[1]) return false;
  for (let node = earlier; node.parent && !isFunction(node); node = node.parent) {
    const { parent } = node;
    if (contains(parent, later)) return !areExclusive(parent, node, later);
    if (parent.type === 'BlockStatement' && exits(parent)) return false;
  }
  return true;
}

/** Whether two parts of one statement never run both: the branches of an `if`. */
function areExclusive(owner: TSESTree.Node, one: TSESTree.Node, other: TSESTree.Node): boolean {
  return (
    (owner.type === 'IfStatement' || owner.type === 'ConditionalExpression') &&
    one === owner.consequent &&
    owner.alternate !== null &&
    contains(owner.alternate, other)
  );
}

function contains(outer: TSESTree.Node, inner: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from './functions.ts';
import { once } from './once.ts';
import { contains } from './positions.ts';

/** What a statement leaves in any case: its function, or only the loop or `switch` around it. */
type Exit = 'function' | 'loop';

/** Whether no statement after this one in its block runs: it returns, throws or breaks in any case. */
export function exits(node: TSESTree.Node | null | undefined): boolean {
  return exitOf(node) !== undefined;
}

function exitOf(node: TSESTree.Node | null | undefined): Exit | undefined {
  switch (node?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return 'function';
    case 'BreakStatement':
    case 'ContinueStatement':
      return 'loop';
    case 'BlockStatement':
    case 'IfStatement':
    case 'TryStatement': {
      const exit = exitOfCompound(node);
      return exit === 'nothing' ? undefined : exit;
    }
    default:
      return undefined;
  }
}

type Compound = TSESTree.BlockStatement | TSESTree.IfStatement | TSESTree.TryStatement;

const exitOfCompound = once((node: Compound) => readExit(node) ?? 'nothing');

function readExit(node: Compound): Exit | undefined {
  switch (node.type) {
    case 'BlockStatement':
      return exitOf(node.body.find(exits));
    case 'IfStatement':
      return both(exitOf(node.consequent), exitOf(node.alternate));
    default: {
      const { block, handler, finalizer } = node;
      const exit = handler ? both(exitOf(block), exitOf(handler.body)) : exitOf(block);
      return exitOf(finalizer) ?? exit;
    }
  }
}

/** What is left by two branches of which one runs; by both of them, or nothing for sure. */
function both(one: Exit | undefined, other: Exit | undefined): Exit | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one === other ? one : 'loop';
}

/**
 * The statements that run when a branch is taken, up to the end of the function: its own, then those
 * behind `owner`, the statement that it is a branch of, or behind the loop that the branch leaves.
 *
 * @param branch - the branch; undefined where there is none, as with an `if` without `else`
 */
export function* pathThrough(
  branch: TSESTree.Statement | null | undefined,
  owner: TSESTree.Statement,
): Generator<TSESTree.Statement, void> {
  if (branch) yield branch;
  if (owner.type === 'TryStatement' && owner.finalizer) yield owner.finalizer;
  const exit = exitOf(branch);
  if (exit === 'function') yield* finalizersAround(owner);
  else yield* pathAfter(owner, exit);
}

/** The statements that run after one, within its function. */
function* pathAfter(
  statement: TSESTree.Statement,
  exit: Exit | undefined,
): Generator<TSESTree.Statement, void> {
  let leaving = exit;
  for (let child: TSESTree.Node = statement; child.parent; child = child.parent) {
    if (isFunction(child)) return;
    if (leaving === 'loop') {
      // What stands behind a `break` is skipped up to the end of what it leaves.
      if (!takesBreak(child)) continue;
      leaving = undefined;
    }
    const parent: TSESTree.Node = child.parent;
    if (parent.type === 'TryStatement' && parent.finalizer && parent.finalizer !== child) {
      yield parent.finalizer;
    }
    for (const sibling of siblingsAfter(child, parent)) {
      yield sibling;
      leaving = exitOf(sibling);
      if (leaving === 'function') {
        yield* finalizersAround(sibling);
        return;
      }
      if (leaving) break;
    }
  }
}

/** The `finally` blocks that run when a function is left from within a `try`. */
export function finalizersAround(node: TSESTree.Node): readonly TSESTree.Statement[] {
  const finalizers: TSESTree.Statement[] = [];
  for (let child = node; child.parent && !isFunction(child); child = child.parent) {
    const parent: TSESTree.Node = child.parent;
    if (parent.type === 'TryStatement' && parent.finalizer && parent.finalizer !== child) {
      finalizers.push(parent.finalizer);
    }
  }
  return finalizers;
}

const BROKEN_OUT_OF: ReadonlySet<string> = new Set([
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'SwitchStatement',
  'WhileStatement',
]);

/** Whether a `break` in a statement leaves that: a loop or a `switch`. */
export function takesBreak({ type }: TSESTree.Node): boolean {
  return BROKEN_OUT_OF.has(type);
}

function siblingsAfter(node: TSESTree.Node, parent: TSESTree.Node): readonly TSESTree.Statement[] {
  const siblings =
    parent.type === 'BlockStatement'
      ? parent.body
      : parent.type === 'SwitchCase'
        ? parent.consequent
        : [];
  const index = siblings.findIndex((sibling) => sibling === node);
  return siblings.slice(index + 1);
}

/**
 * Whether code that ran at `earlier` may have run when `later` is reached, both in one function, or
 * the first in a callback there: no branch that always leaves stands between the two. What is thrown
 * in a `try` leads to its `catch`.
 */
export function mayPrecede(earlier: TSESTree.Node, later: TSESTree.Node): boolean {
  if (earlier.range[0] >= later.range[0] || contains(earlier, later)) return false;
  for (let node = earlier; node.parent && !isFunction(node); node = node.parent) {
    const { parent } = node;
    if (contains(parent, later)) return !areExclusive(parent, node, later);
    if (leavesBefore(parent, later)) return false;
  }
  return true;
}

/** Whether a statement leaves, in any case, the function or the loop that a place behind it is in. */
function leavesBefore(statement: TSESTree.Node, place: TSESTree.Node): boolean {
  const exit = exitOf(statement);
  if (exit === undefined || leadsToCatch(statement, place)) return false;
  return exit === 'function' || contains(loopAround(statement), place);
}

/** What a `break` leaves. */
function loopAround(node: TSESTree.Node): TSESTree.Node {
  let loop = node;
  while (loop.parent && !takesBreak(loop)) loop = loop.parent;
  return loop;
}

/** Whether a node stands in the `catch`, or in the `finally`, of a `try` that a statement is in. */
function leadsToCatch(statement: TSESTree.Node, node: TSESTree.Node): boolean {
  for (let child = statement; child.parent && !isFunction(child); child = child.parent) {
    const parent: TSESTree.Node = child.parent;
    if (
      parent.type === 'TryStatement' &&
      [parent.handler, parent.finalizer].some(
        (part) => part && part !== child && contains(part, node),
      )
    ) {
      return true;
    }
  }
  return false;
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

import type { TSESTree } from '@typescript-eslint/utils';
import { outermostWrapper } from '../ast/skip-wrappers.ts';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';

/**
 * Puts `?.` into the read of a member, so that it gives `undefined` for what has no members. Where a
 * pattern or a spread takes the result apart, that gets an empty value to fall back on.
 *
 * Null where `?.` may not stand (`a.b = c`), or where the result is read on outside the chain all
 * the same (`(a.b() as C).d`).
 */
export function readOptionally(
  member: TSESTree.MemberExpression,
  fixer: Fixer,
  sourceCode: SourceCode,
): Fix[] | null {
  const whole = outermostWrapper(endOfChain(member, sourceCode));
  const before = sourceCode.getTokenBefore(member.property);
  if (!before || isTargetOrReadOn(whole)) return null;
  const empty = emptyFor(whole);
  return [
    member.computed ? fixer.insertTextBefore(before, '?.') : fixer.replaceText(before, '?.'),
    ...(empty === undefined ? [] : [fixer.insertTextAfter(whole, ` ?? ${empty}`)]),
  ];
}

/**
 * Gives what a pattern takes apart or a loop goes through an empty value to fall back on. Null for a
 * list inside a pattern: with an empty one the compiler would find no type for its elements.
 */
export function fallBackToEmpty(node: TSESTree.Node, fixer: Fixer): Fix | null {
  if (node.type === 'ObjectPattern') return fixer.insertTextAfter(node, ' = {}');
  const empty = emptyFor(node);
  return empty !== undefined && MIXES_WELL.has(node.type)
    ? fixer.insertTextAfter(node, ` ?? ${empty}`)
    : null;
}

/** Expressions that `??` may follow without parentheses. */
const MIXES_WELL = new Set([
  'ChainExpression',
  'Identifier',
  'MemberExpression',
  'TSAsExpression',
  'TSNonNullExpression',
]);

/** The last of the members and calls that one `?.` would skip. */
function endOfChain(member: TSESTree.Node, sourceCode: SourceCode): TSESTree.Node {
  let end = member;
  for (let { parent } = member; parent && continues(parent, end); { parent } = parent) {
    // What is read on behind a parenthesis is read all the same.
    if (sourceCode.getTokenAfter(end)?.value === ')') break;
    end = parent;
  }
  return end;
}

function continues(parent: TSESTree.Node, node: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node;
    case 'CallExpression':
      return parent.callee === node;
    default:
      return parent.type === 'TSNonNullExpression';
  }
}

/** Whether an expression is assigned to, or stands where `undefined` fails as well. */
function isTargetOrReadOn(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    case 'MemberExpression':
      return parent.object === node;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node;
    case 'Property':
      return parent.parent.type === 'ObjectPattern';
    default:
      return parent !== undefined && TARGETS.has(parent.type);
  }
}

const TARGETS = new Set([
  'ArrayPattern',
  'RestElement',
  'TaggedTemplateExpression',
  'UpdateExpression',
]);

/** What an expression has to fall back on where it stands, if `undefined` will not do. */
function emptyFor(node: TSESTree.Node): '[]' | '{}' | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return emptyOf(parent.id);
    case 'AssignmentExpression':
      return emptyOf(parent.left);
    case 'ForOfStatement':
      return '[]';
    case 'SpreadElement':
      return parent.parent.type === 'ObjectExpression' ? undefined : '[]';
    default:
      return undefined;
  }
}

function emptyOf(pattern: TSESTree.Node): '[]' | '{}' | undefined {
  if (pattern.type === 'ArrayPattern') return '[]';
  return pattern.type === 'ObjectPattern' ? '{}' : undefined;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, literalString, memberRoot } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { NestFile } from '../nest-file.ts';

/**
 * The names that the argument of a `join`, `to` and the like amounts to, as they are written: the
 * elements of a list, the sides of a choice, what a `map` makes of each element.
 */
export function roomNames(call: TSESTree.CallExpression, file: NestFile): readonly TSESTree.Node[] {
  const [argument] = call.arguments;
  const names: TSESTree.Node[] = [];
  // Each list once: lists may spread one another many times over, or themselves.
  const lists = new Set<TSESTree.Node>();
  const pending: TSESTree.Node[] = argument ? [argument] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const parts = lists.has(node) ? [] : partsOf(node, file);
    lists.add(node);
    if (parts === undefined) names.push(node);
    else for (const part of parts.toReversed()) if (part) pending.push(part);
  }
  return names;
}

/** What an argument names instead of one room; undefined where it names one. */
function partsOf(
  node: TSESTree.Node,
  file: NestFile,
): readonly (TSESTree.Node | null)[] | undefined {
  const target = skipWrappers(node);
  switch (target.type) {
    case 'ArrayExpression':
      return target.elements;
    case 'SpreadElement':
      return [target.argument];
    case 'ConditionalExpression':
      return [target.consequent, target.alternate];
    case 'LogicalExpression':
      return [target.left, target.right];
    case 'CallExpression': {
      const [callback] = target.arguments;
      return calleeName(target) === 'map' &&
        callback &&
        isFunction(callback) &&
        callback.body.type !== 'BlockStatement'
        ? [callback.body]
        : undefined;
    }
    case 'Identifier': {
      const value = file.resolve(target);
      return value.type === 'ArrayExpression' && !isModuleConstant(target, file)
        ? [value]
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Stands for a value that is not known, where a name is matched with a pattern. */
const PLACEHOLDER = 'x';

/**
 * The text of a room's name, each value that is not known read as `x`: a literal, a template or a
 * concatenation, through the consts of a function. Undefined where the beginning is not known: a
 * name that is no text of its own, or that begins with what an import, a constant of the module, a
 * field or a call supplies.
 */
export function roomText(node: TSESTree.Node, file: NestFile): string | undefined {
  if (isModuleConstant(node, file)) return undefined;
  const pieces = piecesOf(node, file);
  const [first, ...more] = pieces.filter((piece) => piece !== '');
  if (first === undefined) return '';
  if (typeof first !== 'string' && (more.length === 0 || !comesFromParameter(first, file))) {
    return undefined;
  }
  return pieces.map((piece) => (typeof piece === 'string' ? piece : PLACEHOLDER)).join('');
}

/** How many pieces of a name are taken apart; consts may hold one another many times over. */
const PIECES = 1000;

/** A name taken apart: the texts it holds, and the expressions between them. */
function piecesOf(name: TSESTree.Node, file: NestFile): readonly (string | TSESTree.Node)[] {
  const pieces: (string | TSESTree.Node)[] = [];
  const pending: (string | TSESTree.Node)[] = [name];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const isOverfull = pieces.length + pending.length > PIECES;
    const parts = typeof next === 'string' || isOverfull ? [next] : takeApart(next, file);
    if (parts.length === 1) pieces.push(...parts);
    else for (const part of parts.toReversed()) pending.push(part);
  }
  return pieces;
}

function takeApart(node: TSESTree.Node, file: NestFile): readonly (string | TSESTree.Node)[] {
  const value = file.resolve(node);
  const text = literalString(value);
  if (text !== undefined) return [text];
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'number' ? [String(value.value)] : [value];
    case 'TemplateLiteral':
      return value.quasis.flatMap(({ value: { cooked } }, index) =>
        [cooked, value.expressions[index]].flatMap((part) => part ?? []),
      );
    case 'BinaryExpression':
      return value.operator === '+' ? [value.left, value.right] : [value];
    default:
      return [value];
  }
}

/** Whether an expression is a constant at the top of the module, or a member of one. */
function isModuleConstant(node: TSESTree.Node, file: NestFile): boolean {
  const root = memberRoot(node);
  if (root.type !== 'Identifier') return false;
  const definition = file.bindings.variable(root)?.defs[0]?.node;
  if (definition?.type === 'TSEnumDeclaration') return true;
  return definition?.type === 'VariableDeclarator' && definition.parent.parent.type === 'Program';
}

/** Whether an expression is read from a parameter, or from a variable that is. */
function comesFromParameter(node: TSESTree.Node, file: NestFile, depth = 4): boolean {
  const root = memberRoot(node);
  if (root.type !== 'Identifier' || depth === 0) return false;
  const definition = file.bindings.variable(root)?.defs[0]?.node;
  if (definition === undefined) return false;
  if (isFunction(definition)) return definition.id?.name !== root.name;
  if (definition.type !== 'VariableDeclarator') return false;
  const { init, parent } = definition;
  if (init) return comesFromParameter(init, file, depth - 1);
  return (
    parent.parent.type === 'ForOfStatement' &&
    comesFromParameter(parent.parent.right, file, depth - 1)
  );
}

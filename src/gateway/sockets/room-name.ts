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
  return argument ? namesIn(argument, file) : [];
}

function namesIn(node: TSESTree.Node, file: NestFile): readonly TSESTree.Node[] {
  const target = skipWrappers(node);
  switch (target.type) {
    case 'ArrayExpression':
      return target.elements.flatMap((element) => (element ? namesIn(element, file) : []));
    case 'SpreadElement':
      return namesIn(target.argument, file);
    case 'ConditionalExpression':
      return [...namesIn(target.consequent, file), ...namesIn(target.alternate, file)];
    case 'LogicalExpression':
      return [...namesIn(target.left, file), ...namesIn(target.right, file)];
    case 'CallExpression': {
      const [callback] = target.arguments;
      return calleeName(target) === 'map' &&
        callback &&
        isFunction(callback) &&
        isExpression(callback.body)
        ? namesIn(callback.body, file)
        : [node];
    }
    case 'Identifier': {
      const value = file.resolve(target);
      return value.type === 'ArrayExpression' && !isModuleConstant(target, file)
        ? namesIn(value, file)
        : [node];
    }
    default:
      return [node];
  }
}

function isExpression(body: TSESTree.Node | null): body is TSESTree.Expression {
  return body !== null && body.type !== 'BlockStatement';
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

/** A name taken apart: the texts it holds, and the expressions between them. */
function piecesOf(node: TSESTree.Node, file: NestFile): readonly (string | TSESTree.Node)[] {
  const value = file.resolve(node);
  const text = literalString(value);
  if (text !== undefined) return [text];
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'number' ? [String(value.value)] : [value];
    case 'TemplateLiteral':
      return value.quasis.flatMap(({ value: { cooked } }, index) => {
        const expression = value.expressions[index];
        return [cooked ?? '', ...(expression ? piecesOf(expression, file) : [])];
      });
    case 'BinaryExpression':
      return value.operator === '+'
        ? [...piecesOf(value.left, file), ...piecesOf(value.right, file)]
        : [value];
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

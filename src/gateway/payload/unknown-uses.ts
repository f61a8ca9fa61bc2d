import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction } from '../../ast/functions.ts';
import { calleeName, receiver } from '../../ast/names.ts';
import { EQUALITY } from '../../ast/operators.ts';
import { isGlobalNamed } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';
import { isLogging } from '../logging.ts';
import type { Payload } from './payload.ts';

/**
 * Whether a handler compiles with a payload typed `unknown`: nothing is read of it, and it goes
 * only where any value may. What a function of elsewhere takes is not known.
 */
export function allowsUnknown({ variables, handler }: Payload): boolean {
  const { file } = handler.gateway;
  return variables.every(({ references }) =>
    references.every(
      (use) => use.init === true || (use.isRead() && takesAny(use.identifier, file)),
    ),
  );
}

/** Operators that take any value. */
const UNARY: ReadonlySet<string> = new Set(['!', 'typeof', 'void']);

/** Globals that make something of any value. */
const CONVERTING = new Set(['Boolean', 'String']);

/** Whether any value may stand where an expression does. */
function takesAny(node: TSESTree.Node, file: NestFile): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'ExpressionStatement':
    case 'TemplateLiteral':
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return true;
    case 'ArrayExpression':
    case 'AwaitExpression':
    case 'ObjectExpression':
    case 'LogicalExpression':
      return takesAny(parent, file);
    case 'Property':
      return parent.value === node && takesAny(parent, file);
    case 'ConditionalExpression':
      return parent.test === node || takesAny(parent, file);
    case 'IfStatement':
      return true;
    case 'UnaryExpression':
      return UNARY.has(parent.operator);
    case 'BinaryExpression':
      return EQUALITY.has(parent.operator);
    case 'ReturnStatement':
      return !enclosingFunction(parent)?.returnType;
    case 'CallExpression':
      return parent.callee !== node && callTakesAny(parent, node, file);
    default:
      return false;
  }
}

function callTakesAny(
  call: TSESTree.CallExpression,
  argument: TSESTree.Node,
  file: NestFile,
): boolean {
  if (isLogging(call)) return true;
  if (calleeName(call) === 'emit') return call.arguments[0] !== argument;
  const object = receiver(call);
  if (object === undefined) return isGlobalNamed(call.callee, CONVERTING, file);
  return calleeName(call) === 'stringify' && isGlobalNamed(object, 'JSON', file);
}

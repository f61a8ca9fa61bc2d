import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, literalString, receiver } from '../../ast/names.ts';
import { isEnv } from '../env.ts';
import type { Gateway } from '../gateway.ts';
import { isGlobal, isUndefined } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';

/** An argument of `@WebSocketGateway()` that Nest does not take as it is meant. */
export interface ArgumentFault {
  readonly kind:
    /** A port that is a text: Nest takes integers only. */
    | 'text-port'
    /** The same, with options after it, which Nest drops with it. */
    | 'text-port-with-options'
    /** `undefined` or `null` with options after it, which Nest drops. */
    | 'no-port-with-options'
    /** A number read from the environment, with options after it that go when it is no integer. */
    | 'env-port-with-options'
    /** `port` inside the options. */
    | 'port-in-options'
    /** Something after the options. */
    | 'after-options';
  readonly node: TSESTree.Node;
}

/**
 * What is wrong with the arguments of a gateway's decorator. Nest asks `Number.isInteger()` of the
 * first one; where that fails it takes it for the options, and never looks at the second. Abstains on
 * a decorator that stands for Nest's, on spread arguments and on values that this file does not hold.
 */
export function argumentFaults(gateway: Gateway): readonly ArgumentFault[] {
  const { file, decorator } = gateway;
  if (decorator?.websockets === undefined) return [];
  const [first, second] = decorator.args;
  if (!first || second?.type === 'SpreadElement') return [];
  const port = file.resolve(first);
  if (port.type === 'ObjectExpression') {
    const after: ArgumentFault[] =
      second && !isUndefined(second, file) ? [{ kind: 'after-options', node: second }] : [];
    return [...portsIn(gateway), ...after];
  }
  const hasOptions = second !== undefined && holdsSomething(file.resolve(second), file);
  const kind = faultOf(port, hasOptions, file);
  return kind ? [{ kind, node: first }] : portsIn(gateway);
}

function faultOf(
  port: TSESTree.Node,
  hasOptions: boolean,
  file: NestFile,
): ArgumentFault['kind'] | undefined {
  if (isText(port, file)) return hasOptions ? 'text-port-with-options' : 'text-port';
  if (!hasOptions) return undefined;
  if (isUndefined(port, file) || (port.type === 'Literal' && port.raw === 'null')) {
    return 'no-port-with-options';
  }
  return isNumberOfEnv(port, file) ? 'env-port-with-options' : undefined;
}

/** `WsAdapter` hands its options to `ws`, which does look at `port`. */
function portsIn(gateway: Gateway): readonly ArgumentFault[] {
  const port = gateway.option('port');
  return port.kind === 'value' && gateway.platform !== 'ws'
    ? [{ kind: 'port-in-options', node: port.property }]
    : [];
}

function holdsSomething(options: TSESTree.Node, file: NestFile): boolean {
  return options.type === 'ObjectExpression'
    ? options.properties.length > 0
    : !isUndefined(options, file);
}

const TEXTS = new Set(['String']);
const NUMBERS = new Set(['Number', 'parseInt', 'parseFloat']);

/** A text, a variable of the environment, or one of them with a fallback. */
function isText(node: TSESTree.Node, file: NestFile): boolean {
  const value = file.resolve(node);
  if (literalString(value) !== undefined || value.type === 'TemplateLiteral') return true;
  switch (value.type) {
    case 'LogicalExpression':
      return value.operator !== '&&' && isText(value.left, file);
    case 'ConditionalExpression':
      return isText(value.consequent, file) && isText(value.alternate, file);
    case 'CallExpression':
      return isCallOf(value, file, TEXTS);
    default:
      return isEnv(value, file.bindings);
  }
}

/**
 * `+env`, `Number(env)`, `parseInt(env, 10)`, and any of them before `??`, which lets `NaN` pass.
 * A fallback inside, or `||` behind, makes it a number.
 */
function isNumberOfEnv(node: TSESTree.Node, file: NestFile): boolean {
  const value = file.resolve(node);
  switch (value.type) {
    case 'UnaryExpression':
      return value.operator === '+' && isEnv(file.resolve(value.argument), file.bindings);
    case 'LogicalExpression':
      return value.operator === '??' && isNumberOfEnv(value.left, file);
    case 'CallExpression': {
      const [argument] = value.arguments;
      return (
        argument !== undefined &&
        isCallOf(value, file, NUMBERS) &&
        isEnv(file.resolve(argument), file.bindings)
      );
    }
    default:
      return false;
  }
}

/** A call of a global function, or of `Number.parseInt()`. */
function isCallOf(
  call: TSESTree.CallExpression,
  file: NestFile,
  names: ReadonlySet<string>,
): boolean {
  if (!isNamed(calleeName(call), names)) return false;
  const root = receiver(call) ?? call.callee;
  return (
    root.type === 'Identifier' &&
    isGlobal(root, file) &&
    (root === call.callee || root.name === 'Number')
  );
}

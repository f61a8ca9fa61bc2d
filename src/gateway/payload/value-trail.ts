import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, isNamed, literalString, receiver } from '../../ast/names.ts';
import { outermostWrapper, skipWrappers } from '../../ast/skip-wrappers.ts';
import type { FunctionNode, Variable } from '../../ast/types.ts';
import { isGlobalNamed } from '../globals.ts';
import { isLogging } from '../logging.ts';
import { isCheck, isConversion } from './check-call.ts';
import type { ClassModel } from '../class-model.ts';
import type { NestFile } from '../nest-file.ts';
import { ownFunction } from '../connection/reach.ts';
import { jwtVerification } from '../authentication/verification.ts';
import { isWrittenList } from '../connection/written-list.ts';

/** Methods that look a value up in a list. */
const LOOKING_UP = new Set(['has', 'includes']);

/** Methods that find the name of a type in a list. */
const FINDING = new Set(['has', 'includes', 'indexOf']);

/** What may stand around a test and is still that test. */
const OPERATIONS: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'LogicalExpression',
  'UnaryExpression',
]);

/** The class whose code handles a value, and the file it stands in. */
export interface Owner {
  readonly class: ClassModel;
  readonly file: NestFile;
}

/**
 * Whether code checks a value before it hands the value to anything that could act on it. What
 * counts as the value: its parts, what it is converted to or put in, the variables these are kept
 * in, and the parameters of the functions of the file that receive it, three calls deep. What counts
 * as a check: `typeof`, `instanceof`, the calls that `isCheck` knows, to be looked up in a list that
 * the code writes out, and the verification of a value that is a token. Truthiness is none.
 */
export function isCheckedFirst(variables: readonly Variable[], owner: Owner, depth = 3): boolean {
  const trail = new Trail(owner, depth);
  trail.follow(variables);
  return trail.firstCheck < trail.firstUse;
}

/** Whether a function checks what its parameter of an index receives, or is declared to. */
export function checksParameter(
  node: FunctionNode,
  index: number,
  owner: Owner,
  depth = 3,
): boolean {
  if (node.returnType?.typeAnnotation.type === 'TSTypePredicate') return true;
  const parameter = node.params[index];
  return (
    parameter !== undefined && isCheckedFirst(owner.file.variablesOf(node, parameter), owner, depth)
  );
}

/** Follows a value through a function, and keeps where it is first checked and first used. */
class Trail {
  readonly #owner: Owner;
  readonly #depth: number;
  readonly #followed = new Set<Variable>();
  firstCheck = Infinity;
  firstUse = Infinity;

  constructor(owner: Owner, depth: number) {
    this.#owner = owner;
    this.#depth = depth;
  }

  follow(variables: readonly Variable[]): void {
    for (const variable of variables) {
      if (this.#followed.has(variable)) continue;
      this.#followed.add(variable);
      for (const { identifier } of variable.references) this.#climb(identifier);
    }
  }

  /** Climbs from a mention of the value to what is done with it. */
  #climb(mention: TSESTree.Node): void {
    let carrier: TSESTree.Node | undefined = mention;
    while (carrier) {
      const node = outermostWrapper(carrier);
      carrier = this.#step(node, node.parent, mention.range[0]);
    }
  }

  /** The expression that carries the value further; undefined where the climb ends. */
  #step(
    node: TSESTree.Node,
    parent: TSESTree.Node | undefined,
    position: number,
  ): TSESTree.Node | undefined {
    switch (parent?.type) {
      case 'ArrayExpression':
      case 'AwaitExpression':
      case 'LogicalExpression':
      case 'NewExpression':
      case 'ObjectExpression':
      case 'SpreadElement':
      case 'TemplateLiteral':
        return parent;
      case 'MemberExpression':
        return parent.object === node ? parent : undefined;
      case 'ConditionalExpression':
        return parent.test === node ? undefined : parent;
      case 'Property':
        return parent.value === node ? parent.parent : undefined;
      case 'BinaryExpression':
        if (parent.operator === 'instanceof' && parent.left === node) this.#check(position);
        return parent.operator === '+' ? parent : undefined;
      case 'UnaryExpression':
        if (
          parent.operator === 'typeof' &&
          isTypeTest(parent) &&
          !isFormChoice(parent, this.#owner.file)
        ) {
          this.#check(position);
        }
        return undefined;
      case 'VariableDeclarator':
        this.follow(this.#owner.file.sourceCode.getDeclaredVariables(parent));
        return undefined;
      case 'ForOfStatement':
        this.follow(this.#owner.file.sourceCode.getDeclaredVariables(parent.left));
        return undefined;
      case 'AssignmentExpression':
        if (parent.right === node && !this.#fill(parent.left)) this.#use(position);
        return undefined;
      case 'CallExpression':
        return parent.callee === node
          ? this.#callOn(parent)
          : this.#callWith(node, parent, position);
      default:
        return undefined;
    }
  }

  /** `value.every((part) => …)`: callbacks receive its parts, and the result is made from it. */
  #callOn(call: TSESTree.CallExpression): TSESTree.Node {
    for (const callback of call.arguments) {
      if (isFunction(callback) && callback.params[0]) {
        this.follow(this.#owner.file.variablesOf(callback, callback.params[0]));
      }
    }
    return call;
  }

  #callWith(
    node: TSESTree.Node,
    call: TSESTree.CallExpression,
    position: number,
  ): TSESTree.Node | undefined {
    const { file } = this.#owner;
    if (isConversion(call, file) && !isCheck(call, file)) {
      // `Object.assign(dto, payload)` fills `dto`.
      const [first = node] = call.arguments;
      this.#fill(first);
      return call;
    }
    const isChecked =
      isCheck(call, file) || this.#isLookedUp(call, node) || this.#isCheckedInside(call, node);
    if (isChecked) {
      if (!isFormChoice(call, file)) this.#check(position);
    } else if (!isLogging(call)) this.#use(position);
    return undefined;
  }

  /** `ALLOWED.has(value)`, or `jwt.verify(value)` of a token that comes alone. */
  #isLookedUp(call: TSESTree.CallExpression, node: TSESTree.Node): boolean {
    if (call.arguments[0] !== node) return false;
    const list = isNamed(calleeName(call), LOOKING_UP) ? receiver(call) : undefined;
    return list
      ? isWrittenList(list, this.#owner.file)
      : jwtVerification(call, this.#owner) !== undefined && this.#isWhole(node);
  }

  /** Whether an expression is all that a parameter receives. */
  #isWhole(node: TSESTree.Node): boolean {
    const name = skipWrappers(node);
    const variable =
      name.type === 'Identifier' ? this.#owner.file.bindings.variable(name) : undefined;
    const parameter = variable?.identifiers[0]?.parent;
    return parameter !== undefined && isFunction(parameter);
  }

  #isCheckedInside(call: TSESTree.CallExpression, node: TSESTree.Node): boolean {
    const callee = this.#depth > 0 ? ownFunction(call, this.#owner) : undefined;
    const index = call.arguments.findIndex((argument) => argument === node);
    return callee !== undefined && checksParameter(callee, index, this.#owner, this.#depth - 1);
  }

  /** Puts the value into a variable of the function, or into a part of what the variable holds. */
  #fill(target: TSESTree.Node): boolean {
    let object = skipWrappers(target);
    while (object.type === 'MemberExpression') object = skipWrappers(object.object);
    const variable =
      object.type === 'Identifier' ? this.#owner.file.bindings.variable(object) : undefined;
    if (!variable || !isLocal(variable)) return false;
    this.follow([variable]);
    return true;
  }

  #check(position: number): void {
    this.firstCheck = Math.min(this.firstCheck, position);
  }

  #use(position: number): void {
    this.firstUse = Math.min(this.firstUse, position);
  }
}

/**
 * Whether a test only chooses between two forms of a value, and so refuses nothing:
 * `Array.isArray(dto) ? dto[0] : dto`, `typeof dto === 'string' ? JSON.parse(dto) : dto`.
 */
function isFormChoice(test: TSESTree.Node, file: NestFile): boolean {
  let node = test;
  while (node.parent && OPERATIONS.has(node.parent.type)) {
    node = node.parent;
  }
  const { parent } = node;
  if (parent?.type !== 'ConditionalExpression' || parent.test !== node) return false;
  const whole = formOf(parent.consequent, file);
  return whole !== undefined && whole === formOf(parent.alternate, file);
}

/** The name of what an expression is, is a part of, or is parsed from. */
function formOf(expression: TSESTree.Node, file: NestFile): string | undefined {
  const node = skipWrappers(expression);
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return formOf(node.object, file);
    case 'CallExpression': {
      const [text] = node.arguments;
      return text && calleeName(node) === 'parse' && isGlobalNamed(receiver(node), 'JSON', file)
        ? formOf(text, file)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a variable is declared in a function, and is none of its parameters. */
function isLocal({ defs, scope }: Variable): boolean {
  return (
    scope.variableScope.type === 'function' &&
    defs.some(({ node }) => node.type === 'VariableDeclarator')
  );
}

/** Whether a `typeof` is compared to the name of a type; `undefined` only asks for presence. */
function isTypeTest({ parent }: TSESTree.UnaryExpression): boolean {
  switch (parent.type) {
    case 'BinaryExpression':
      return ![parent.left, parent.right].some((side) => literalString(side) === 'undefined');
    case 'CallExpression':
      return isNamed(calleeName(parent), FINDING);
    default:
      return parent.type === 'SwitchStatement' || parent.type === 'VariableDeclarator';
  }
}

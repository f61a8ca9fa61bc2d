import type { TSESTree } from '@typescript-eslint/utils';
import { isNode } from './children.ts';
import { once } from './once.ts';
import { byPosition, firstAt } from './positions.ts';
import type { FunctionNode, SourceCode } from './types.ts';

/**
 * What a piece of code does, in the order of its source, callbacks included. It is indexed by one
 * walk, which types do not take part in; whoever asks for more reads parents upward.
 */
export interface Routine {
  readonly root: TSESTree.Node;
  readonly calls: readonly TSESTree.CallExpression[];
  readonly news: readonly TSESTree.NewExpression[];
  readonly throws: readonly TSESTree.ThrowStatement[];
  readonly awaits: readonly TSESTree.AwaitExpression[];
  readonly returns: readonly TSESTree.ReturnStatement[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  readonly declarators: readonly TSESTree.VariableDeclarator[];
  readonly members: readonly TSESTree.MemberExpression[];
  readonly identifiers: readonly TSESTree.Identifier[];
  readonly unaries: readonly TSESTree.UnaryExpression[];
  readonly updates: readonly TSESTree.UpdateExpression[];
  readonly ifs: readonly TSESTree.IfStatement[];
  readonly tries: readonly TSESTree.TryStatement[];
  readonly loops: readonly Loop[];
  readonly functions: readonly FunctionNode[];
}

export type Loop =
  | TSESTree.DoWhileStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement;

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

type Lists = Omit<Routine, 'root'>;

/** What has no part in what code does. */
const TYPE_KEYS = new Set([
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
  'returnType',
  'superTypeArguments',
  'implements',
]);
const TYPE_NODES = new Set([
  'ImportDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
]);

/**
 * Walks a file once and keeps its nodes in the order of the source, so that what lies below any node
 * is a stretch of each list, found by halving.
 */
export class RoutineIndex {
  readonly #lists: Lists;
  readonly #routines = new Map<TSESTree.Node, Routine>();

  constructor(program: TSESTree.Program, visitorKeys: SourceCode['visitorKeys']) {
    this.#lists = walk(program, visitorKeys);
  }

  /** Everything below a node; for a function that is its parameters and its body. */
  below(root: TSESTree.Node): Routine {
    let routine = this.#routines.get(root);
    if (routine === undefined) {
      routine = new Stretches(this.#lists, root);
      this.#routines.set(root, routine);
    }
    return routine;
  }
}

/** The stretch of each list that lies below a node, cut when it is first asked for. */
class Stretches implements Routine {
  readonly root: TSESTree.Node;
  readonly #all: Lists;
  readonly #cut: { -readonly [Kind in keyof Lists]?: Lists[Kind] } = {};

  constructor(all: Lists, root: TSESTree.Node) {
    this.#all = all;
    this.root = root;
  }

  get calls(): Lists['calls'] {
    return (this.#cut.calls ??= below(this.#all.calls, this.root));
  }

  get news(): Lists['news'] {
    return (this.#cut.news ??= below(this.#all.news, this.root));
  }

  get throws(): Lists['throws'] {
    return (this.#cut.throws ??= below(this.#all.throws, this.root));
  }

  get awaits(): Lists['awaits'] {
    return (this.#cut.awaits ??= below(this.#all.awaits, this.root));
  }

  get returns(): Lists['returns'] {
    return (this.#cut.returns ??= below(this.#all.returns, this.root));
  }

  get assignments(): Lists['assignments'] {
    return (this.#cut.assignments ??= below(this.#all.assignments, this.root));
  }

  get declarators(): Lists['declarators'] {
    return (this.#cut.declarators ??= below(this.#all.declarators, this.root));
  }

  get members(): Lists['members'] {
    return (this.#cut.members ??= below(this.#all.members, this.root));
  }

  get identifiers(): Lists['identifiers'] {
    return (this.#cut.identifiers ??= below(this.#all.identifiers, this.root));
  }

  get unaries(): Lists['unaries'] {
    return (this.#cut.unaries ??= below(this.#all.unaries, this.root));
  }

  get updates(): Lists['updates'] {
    return (this.#cut.updates ??= below(this.#all.updates, this.root));
  }

  get ifs(): Lists['ifs'] {
    return (this.#cut.ifs ??= below(this.#all.ifs, this.root));
  }

  get tries(): Lists['tries'] {
    return (this.#cut.tries ??= below(this.#all.tries, this.root));
  }

  get loops(): Lists['loops'] {
    return (this.#cut.loops ??= below(this.#all.loops, this.root));
  }

  get functions(): Lists['functions'] {
    return (this.#cut.functions ??= below(this.#all.functions, this.root));
  }
}

function below<N extends TSESTree.Node>(all: readonly N[], root: TSESTree.Node): readonly N[] {
  const [, end] = root.range;
  const from = firstAt(all, startOf(root));
  const stretch = all.slice(from, firstAt(all, end));
  // What begins where the root begins may lie around it: `a.b()` begins where `a` does.
  let around = 0;
  while (isAround(stretch[around], root)) around++;
  return around === 0 ? stretch : stretch.slice(around);
}

function hasDecorators(
  node: TSESTree.Node,
): node is TSESTree.Node & { decorators: TSESTree.Decorator[] } {
  // Babel leaves the list out where it is empty.
  return 'decorators' in node && Array.isArray(node.decorators) && node.decorators.length > 0;
}

/** Decorators belong to what they decorate, and may stand before where it begins. */
function startOf(node: TSESTree.Node): number {
  const [start] = node.range;
  if (!hasDecorators(node)) return start;
  return Math.min(start, ...node.decorators.map(({ range }) => range[0]));
}

function isAround(node: TSESTree.Node | undefined, root: TSESTree.Node): boolean {
  return node !== undefined && (node === root || node.range[1] > root.range[1]);
}

function walk(program: TSESTree.Program, visitorKeys: SourceCode['visitorKeys']): Lists {
  const lists: Writable<Lists> = {
    calls: [],
    news: [],
    throws: [],
    awaits: [],
    returns: [],
    assignments: [],
    declarators: [],
    members: [],
    identifiers: [],
    unaries: [],
    updates: [],
    ifs: [],
    tries: [],
    loops: [],
    functions: [],
  };
  const keys = childKeysOf(visitorKeys);
  // A stack of its own: a chain of thousands of calls must not exhaust the engine's.
  const pending: TSESTree.Node[] = [program];
  const decorated = new Set<TSESTree.Node>();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'Identifier' && hasDecorators(node) && !decorated.has(node)) {
      // The decorators of a parameter are children of it, and stand before it.
      decorated.add(node);
      pending.push(node);
      pushChildren(node.decorators, pending);
      continue;
    }
    if (visit(node, lists, pending)) continue;
    for (const key of keys.get(node.type) ?? []) pushChildren(Reflect.get(node, key), pending);
  }
  for (const list of Object.values(lists)) {
    if (!isAscending(list)) list.sort(byPosition);
  }
  return lists;
}

/** The keys of the children that have part in what code does, the last first, as a stack wants them. */
const childKeysOf = once(
  (visitorKeys: SourceCode['visitorKeys']) =>
    new Map(
      Object.entries(visitorKeys).map(([type, all]) => [
        type,
        TYPE_NODES.has(type) ? [] : all.filter((key) => !TYPE_KEYS.has(key)).toReversed(),
      ]),
    ),
);

function isAscending(list: readonly TSESTree.Node[]): boolean {
  let last = -1;
  for (const { range } of list) {
    if (range[0] < last) return false;
    [last] = range;
  }
  return true;
}

function pushChildren(value: unknown, pending: TSESTree.Node[]): void {
  if (Array.isArray(value)) {
    for (let index = value.length - 1; index >= 0; index--) pushChildren(value[index], pending);
  } else if (isNode(value)) {
    pending.push(value);
  }
}

/**
 * Records a node and pushes its children, the last first. Nine of ten nodes are of a few types: to
 * spell their children out halves the time of the walk. For any other it returns false.
 */
function visit(node: TSESTree.Node, lists: Writable<Lists>, pending: TSESTree.Node[]): boolean {
  switch (node.type) {
    case 'Identifier':
      lists.identifiers.push(node);
      return true;
    case 'Literal':
    case 'TemplateElement':
    case 'ThisExpression':
      return true;
    case 'MemberExpression':
      lists.members.push(node);
      pending.push(node.property, node.object);
      return true;
    case 'CallExpression':
      lists.calls.push(node);
      pushChildren(node.arguments, pending);
      pending.push(node.callee);
      return true;
    case 'NewExpression':
      lists.news.push(node);
      pushChildren(node.arguments, pending);
      pending.push(node.callee);
      return true;
    case 'ChainExpression':
    case 'ExpressionStatement':
      pending.push(node.expression);
      return true;
    case 'AwaitExpression':
      lists.awaits.push(node);
      pending.push(node.argument);
      return true;
    case 'ReturnStatement':
      lists.returns.push(node);
      if (node.argument) pending.push(node.argument);
      return true;
    case 'SpreadElement':
      pending.push(node.argument);
      return true;
    case 'UnaryExpression':
      lists.unaries.push(node);
      pending.push(node.argument);
      return true;
    case 'UpdateExpression':
      lists.updates.push(node);
      pending.push(node.argument);
      return true;
    case 'AssignmentExpression':
      lists.assignments.push(node);
      pending.push(node.right, node.left);
      return true;
    case 'BinaryExpression':
    case 'LogicalExpression':
      pending.push(node.right, node.left);
      return true;
    case 'BlockStatement':
      pushChildren(node.body, pending);
      return true;
    case 'VariableDeclaration':
      pushChildren(node.declarations, pending);
      return true;
    case 'VariableDeclarator':
      lists.declarators.push(node);
      if (node.init) pending.push(node.init);
      pending.push(node.id);
      return true;
    case 'ObjectExpression':
      pushChildren(node.properties, pending);
      return true;
    case 'Property':
      pending.push(node.value, node.key);
      return true;
    case 'ThrowStatement':
      lists.throws.push(node);
      return false;
    case 'IfStatement':
      lists.ifs.push(node);
      return false;
    case 'TryStatement':
      lists.tries.push(node);
      return false;
    case 'DoWhileStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'ForStatement':
    case 'WhileStatement':
      lists.loops.push(node);
      return false;
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      lists.functions.push(node);
      return false;
    default:
      return false;
  }
}

import type { TSESTree } from '@typescript-eslint/utils';
import { forEachChild } from './children.ts';
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

const TYPE_KEYS = new Set([
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
  'returnType',
  'superTypeArguments',
  'implements',
]);

/** Indexes everything below `root`; for a function that is its parameters and its body. */
export function readRoutine(root: TSESTree.Node, visitorKeys: SourceCode['visitorKeys']): Routine {
  const routine: Writable<Routine> = {
    root,
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
    ifs: [],
    tries: [],
    loops: [],
    functions: [],
  };
  // A stack of its own: a chain of thousands of calls must not exhaust the engine's.
  const pending: TSESTree.Node[] = [root];
  const children: TSESTree.Node[] = [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node !== root) record(node, routine);
    forEachChild(node, visitorKeys, (child, key) => {
      if (!TYPE_KEYS.has(key)) children.push(child);
    });
    for (let child = children.pop(); child; child = children.pop()) pending.push(child);
  }
  return routine;
}

function record(node: TSESTree.Node, routine: Writable<Routine>): void {
  switch (node.type) {
    case 'Identifier':
      routine.identifiers.push(node);
      break;
    case 'MemberExpression':
      routine.members.push(node);
      break;
    case 'CallExpression':
      routine.calls.push(node);
      break;
    case 'NewExpression':
      routine.news.push(node);
      break;
    case 'ThrowStatement':
      routine.throws.push(node);
      break;
    case 'AwaitExpression':
      routine.awaits.push(node);
      break;
    case 'ReturnStatement':
      routine.returns.push(node);
      break;
    case 'AssignmentExpression':
      routine.assignments.push(node);
      break;
    case 'VariableDeclarator':
      routine.declarators.push(node);
      break;
    case 'UnaryExpression':
      routine.unaries.push(node);
      break;
    case 'IfStatement':
      routine.ifs.push(node);
      break;
    case 'TryStatement':
      routine.tries.push(node);
      break;
    case 'DoWhileStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'ForStatement':
    case 'WhileStatement':
      routine.loops.push(node);
      break;
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      routine.functions.push(node);
      break;
    default:
  }
}

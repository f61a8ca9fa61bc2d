import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction } from '../../ast/functions.ts';
import { isNamed, thisProperty } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import { isCaught, isRejectionHandled } from '../../ast/try.ts';
import type { FunctionNode } from '../../ast/types.ts';
import type { ClassModel } from '../class-model.ts';
import type { MessageHandler } from '../handler.ts';
import type { NestFile } from '../nest-file.ts';
import { calledName } from '../own-name.ts';
import { ownFunction } from '../connection/reach.ts';

/** Calls that run a callback later, when nobody waits for it any more. */
const DETACHING = new Set([
  'addListener',
  'nextTick',
  'on',
  'once',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'subscribe',
]);

/**
 * The `throw`s of a handler and, one class deep, of the methods and functions it calls, that leave
 * the handler: Nest answers them with its exception filters. What a `try`, a `.catch()` or a
 * `catchError()` on the way receives is none of them, nor is what a listener or a timer throws.
 */
export function throwsToNest(handler: MessageHandler): readonly TSESTree.ThrowStatement[] {
  const { gateway, method } = handler;
  const { file } = gateway;
  const entry = method.function;
  const called = file.routine(entry).calls.flatMap((call) => {
    const callee = ownFunction(call, gateway);
    return callee && leaves(call, entry, file) ? [callee] : [];
  });
  return [...new Set([entry, ...called])].flatMap((node) => throwsOutOf(node, file));
}

/** The `throw`s in a function, and in callbacks that run as a part of it, that leave it. */
export const throwsOutOf = once(
  (node: FunctionNode, file: NestFile): readonly TSESTree.ThrowStatement[] =>
    file.routine(node).throws.filter((statement) => leaves(statement, node, file)),
);

/**
 * The `throw`s in the methods of a class and of the classes above it, as far as they leave it. A
 * method whose every call in the class is caught throws to nobody else.
 */
export function throwsOutOfClass(
  { lineage }: ClassModel,
  file: NestFile,
): readonly TSESTree.ThrowStatement[] {
  const methods = lineage.flatMap((model) => model.methods);
  const called = new Set<string>();
  const leaving = new Set<string>();
  for (const method of methods) {
    for (const call of file.routine(method.function).calls) {
      const name = thisProperty(call.callee);
      if (name === undefined) continue;
      called.add(name);
      if (leaves(call, method.function, file)) leaving.add(name);
    }
  }
  return methods
    .filter(({ name }) => leaving.has(name) || !called.has(name))
    .flatMap((method) => throwsOutOf(method.function, file));
}

/** Whether what a node throws leaves a function around it. */
function leaves(node: TSESTree.Node, root: FunctionNode, file: NestFile): boolean {
  for (let current = node; ;) {
    if (isCaught(current) || isRejectionHandled(current)) return false;
    const inner = enclosingFunction(current);
    if (inner === root) return true;
    const call = inner && outermostWrapper(inner).parent;
    if (call?.type === 'NewExpression') {
      current = call;
    } else if (call?.type === 'CallExpression' && !isDetached(call, file)) {
      current = call;
    } else {
      return false;
    }
  }
}

/** Whether a callback of this call runs on its own, or as an operator before a `catchError()`. */
function isDetached(call: TSESTree.CallExpression, file: NestFile): boolean {
  const name = calledName(call, file);
  if (isNamed(name, DETACHING)) return true;
  const { parent } = call;
  return (
    parent.type === 'CallExpression' &&
    parent.arguments.some(
      (argument) =>
        argument.type === 'CallExpression' && calledName(argument, file) === 'catchError',
    ) &&
    name !== 'catchError'
  );
}

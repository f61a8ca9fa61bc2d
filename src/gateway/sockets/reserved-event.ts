import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction } from '../../ast/functions.ts';
import { calleeName, isNamed, literalString, receiver } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { FunctionNode } from '../../ast/types.ts';
import { isFromPackage } from '../bindings.ts';
import type { MessageHandler } from '../handler.ts';
import type { NestFile } from '../nest-file.ts';

/** The events that Socket.IO keeps for itself (its `RESERVED_EVENTS`): to emit one throws. */
const RESERVED = new Set([
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
]);

/** The name of an event, where it is one that Socket.IO keeps for itself. */
export function reservedEvent(node: TSESTree.Node | undefined, file: NestFile): string | undefined {
  const event = node && literalString(file.resolve(node));
  return isNamed(event, RESERVED) ? event : undefined;
}

/**
 * The `event` of every `{ event, data }` that a handler returns for Nest to emit, in a promise or an
 * observable as well. What another function makes is not seen.
 */
export function returnedEvents({
  method,
  gateway: { file },
}: MessageHandler): readonly TSESTree.Node[] {
  return responsesIn(returnsOf(method.function, file), file).flatMap((response) => {
    const option = file.option(response, 'event');
    return option.kind === 'value' ? [option.written] : [];
  });
}

/** The object literals that expressions come to. */
function responsesIn(
  nodes: readonly TSESTree.Node[],
  file: NestFile,
): readonly TSESTree.ObjectExpression[] {
  const responses: TSESTree.ObjectExpression[] = [];
  // Each value once: consts may name one another many times over, or themselves.
  const seen = new Set<TSESTree.Node>();
  const pending = nodes.toReversed();
  for (let node = pending.pop(); node; node = pending.pop()) {
    const value = file.resolve(node);
    if (seen.has(value)) continue;
    seen.add(value);
    if (value.type === 'ObjectExpression') responses.push(value);
    else for (const source of sourcesOf(value, file).toReversed()) pending.push(source);
  }
  return responses;
}

/** The expressions of which a value is one. */
function sourcesOf(value: TSESTree.Node, file: NestFile): readonly TSESTree.Node[] {
  switch (value.type) {
    case 'AwaitExpression':
      return [value.argument];
    case 'ConditionalExpression':
      return [value.consequent, value.alternate];
    case 'LogicalExpression':
      return [value.left, value.right];
    case 'CallExpression':
      return sourcesOfCall(value, file);
    default:
      return [];
  }
}

/** `of(response)`, `Promise.resolve(response)`, `source.pipe(map((data) => response))`. */
function sourcesOfCall(call: TSESTree.CallExpression, file: NestFile): readonly TSESTree.Node[] {
  const name = calleeName(call);
  const object = receiver(call);
  if (name === 'pipe') {
    const last = call.arguments.findLast((operator) => isRxjs(operator, 'map', file));
    const callback = last?.type === 'CallExpression' ? last.arguments[0] : undefined;
    return callback && isFunction(callback) ? returnsOf(callback, file) : [];
  }
  const isPromise =
    object?.type === 'Identifier' && object.name === 'Promise' && name === 'resolve';
  return isPromise || isRxjs(call, 'of', file) ? call.arguments : [];
}

/** What a function returns, where it says so. */
function returnsOf(node: FunctionNode, file: NestFile): readonly TSESTree.Node[] {
  if (node.body.type !== 'BlockStatement') return [node.body];
  return file
    .routine(node)
    .returns.flatMap((statement) =>
      statement.argument && enclosingFunction(statement) === node ? [statement.argument] : [],
    );
}

function isRxjs(node: TSESTree.Node, name: string, file: NestFile): boolean {
  if (node.type !== 'CallExpression') return false;
  const imported = file.bindings.importOf(skipWrappers(node.callee));
  return imported?.name === name && isFromPackage(imported.module, 'rxjs');
}

import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction } from '../../ast/functions.ts';
import { calleeName, literalString, receiver } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
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
  return event !== undefined && RESERVED.has(event) ? event : undefined;
}

/**
 * The `event` of every `{ event, data }` that a handler returns for Nest to emit, in a promise or an
 * observable as well. What another function makes is not seen.
 */
export function returnedEvents({
  method,
  gateway: { file },
}: MessageHandler): readonly TSESTree.Node[] {
  return file
    .routine(method.function)
    .returns.filter((statement) => enclosingFunction(statement) === method.function)
    .flatMap(({ argument }) => (argument ? responsesIn(argument, file) : []))
    .flatMap((response) => {
      const option = file.option(response, 'event');
      return option.kind === 'value' ? [option.written] : [];
    });
}

/** The object literals that an expression comes to. */
function responsesIn(node: TSESTree.Node, file: NestFile): readonly TSESTree.ObjectExpression[] {
  const value = file.resolve(node);
  switch (value.type) {
    case 'ObjectExpression':
      return [value];
    case 'AwaitExpression':
      return responsesIn(value.argument, file);
    case 'ConditionalExpression':
      return [...responsesIn(value.consequent, file), ...responsesIn(value.alternate, file)];
    case 'LogicalExpression':
      return [...responsesIn(value.left, file), ...responsesIn(value.right, file)];
    case 'CallExpression':
      return responsesOfCall(value, file);
    default:
      return [];
  }
}

/** `of(response)`, `Promise.resolve(response)`, `source.pipe(map((data) => response))`. */
function responsesOfCall(
  call: TSESTree.CallExpression,
  file: NestFile,
): readonly TSESTree.ObjectExpression[] {
  const name = calleeName(call);
  const object = receiver(call);
  if (name === 'pipe') {
    const last = call.arguments.findLast((operator) => isRxjs(operator, 'map', file));
    const [callback] = last?.type === 'CallExpression' ? last.arguments : [];
    return callback ? responsesOfCallback(callback, file) : [];
  }
  const isPromise =
    object?.type === 'Identifier' && object.name === 'Promise' && name === 'resolve';
  return isPromise || isRxjs(call, 'of', file)
    ? call.arguments.flatMap((argument) => responsesIn(argument, file))
    : [];
}

function responsesOfCallback(
  callback: TSESTree.Node,
  file: NestFile,
): readonly TSESTree.ObjectExpression[] {
  if (!isFunction(callback)) return [];
  if (callback.body.type !== 'BlockStatement') return responsesIn(callback.body, file);
  return file
    .routine(callback)
    .returns.filter((statement) => enclosingFunction(statement) === callback)
    .flatMap(({ argument }) => (argument ? responsesIn(argument, file) : []));
}

function isRxjs(node: TSESTree.Node, name: string, file: NestFile): boolean {
  if (node.type !== 'CallExpression') return false;
  const imported = file.bindings.importOf(skipWrappers(node.callee));
  return imported?.name === name && /^rxjs(?:\/|$)/.test(imported.module);
}

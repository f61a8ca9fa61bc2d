import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, isNamed } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { FunctionNode } from '../../ast/types.ts';
import { isLogging } from '../logging.ts';
import type { Seed } from '../connection/client-paths.ts';
import { isMove, socketCalls, type SocketCall } from './emit.ts';
import { enclosingMethod } from './enclosing-handler.ts';
import type { Gateway } from '../gateway.ts';
import type { MessageHandler } from '../handler.ts';
import { PayloadPaths, type Mention, type PayloadPath } from '../payload/payload-paths.ts';
import { validates } from '../payload/pipes.ts';
import { ownFunction } from '../connection/reach.ts';
import { roomNames } from './room-name.ts';

/** A call that puts a client into a room of the client's choice. */
export interface ChosenRoom {
  readonly call: SocketCall;
  /** The name, as it is written in the call. */
  readonly node: TSESTree.Node;
}

/** Code that runs for a handler, and what it makes of the message. */
interface Region {
  readonly node: FunctionNode;
  readonly paths: PayloadPaths;
  readonly handler: MessageHandler;
}

/**
 * The rooms that a handler lets its client join, one class deep, under a name that the client sent
 * as it is, where nothing has looked at that name before. A guard, a pipe that does more than
 * validate, or an unknown decorator on the handler may have looked.
 */
export function chosenRooms(handler: MessageHandler): readonly ChosenRoom[] {
  const { gateway, method } = handler;
  const { file } = gateway;
  const { joins } = movesOf(gateway);
  if (joins.size === 0 || mayBeChecked(handler)) return [];
  const own = regionOf(method.function, ownSeeds(handler), handler);
  return [
    ...roomsIn(own),
    ...file.routine(method.function).calls.flatMap((call) => {
      const callee = ownFunction(call, gateway);
      if (!callee || callee === method.function || !joins.has(callee)) return [];
      const inner = regionOf(callee, handedSeeds(call, callee, own), handler);
      return roomsIn(inner, (path) => !isChecked(call, path, own));
    }),
  ];
}

interface Moves {
  /** The joins of each method. */
  readonly joins: ReadonlyMap<FunctionNode | undefined, readonly SocketCall[]>;
  /** All calls that move a socket into a room or out of one. */
  readonly calls: ReadonlySet<TSESTree.Node>;
}

const movesOf = once((gateway: Gateway): Moves => {
  const all = socketCalls(gateway.class, gateway.file).filter(
    (call) => call.socket !== undefined && isMove(call),
  );
  const joins = new Map<FunctionNode | undefined, SocketCall[]>();
  for (const call of all.filter(isJoin)) {
    const method = enclosingMethod(call.node);
    joins.set(method, [...(joins.get(method) ?? []), call]);
  }
  return { joins, calls: new Set(all.map(({ node }) => node)) };
});

function isJoin({ method, socket }: SocketCall): boolean {
  if (method === 'socketsJoin') return true;
  return method === 'join' && socket?.type === 'client' && socket.path.length === 0;
}

const MERELY_VALIDATING = ['*ValidationPipe'];

function mayBeChecked({ gateway, method }: MessageHandler): boolean {
  return (
    gateway.methodEnhancers('guards', method).length > 0 ||
    method.decorators.some(({ isKnown }) => !isKnown) ||
    gateway
      .methodEnhancers('pipes', method)
      .some((pipe) => validates(pipe, MERELY_VALIDATING, gateway.file) !== 'yes')
  );
}

/** The payloads, but for those with a pipe of their own that does more than validate. */
function ownSeeds({ payloads, gateway: { file } }: MessageHandler): readonly Seed[] {
  return payloads
    .filter(({ pipes }) =>
      pipes.every((pipe) => validates(pipe, MERELY_VALIDATING, file) === 'yes'),
    )
    .map(({ parameter: { pattern, index } }) => ({ pattern, path: [String(index)] }));
}

function roomsIn(
  region: Region,
  isOpen: (path: PayloadPath) => boolean = () => true,
): readonly ChosenRoom[] {
  const { gateway } = region.handler;
  return (movesOf(gateway).joins.get(region.node) ?? []).flatMap((call) => {
    const node = roomNames(call.node, gateway.file).find((name) => {
      const path = region.paths.of(name);
      if (!path || !isOpen(path)) return false;
      return !isChecked(call.node, path, region) && !isChosenBy(name, path, region);
    });
    return node ? [{ call, node }] : [];
  });
}

/** The parameters of a method that receive a value of the message from the handler. */
function handedSeeds(
  call: TSESTree.CallExpression,
  callee: FunctionNode,
  { paths }: Region,
): readonly Seed[] {
  return callee.params.flatMap((pattern, index) => {
    const argument = call.arguments[index];
    const path = argument && paths.of(argument);
    return path ? [{ pattern, path }] : [];
  });
}

/** Where the values of a message have been looked at, by their paths. */
interface Checks {
  /** The end of the first check that reads a value, or a part of it. */
  readonly read: ReadonlyMap<string, number>;
  /** The end of the first check that a value is handed to as a whole. */
  readonly handed: ReadonlyMap<string, number>;
}

function regionOf(node: FunctionNode, seeds: readonly Seed[], handler: MessageHandler): Region {
  return { node, paths: new PayloadPaths(seeds, handler.gateway.file), handler };
}

const checksIn = once(readChecks);

/**
 * An `if` and an awaited call check what they mention, and so does a method of the class that
 * throws. To join, to leave and to log is no check.
 */
function readChecks({ node, paths, handler: { gateway } }: Region): Checks {
  const { file } = gateway;
  const { ifs, awaits, calls, assignments } = file.routine(node);
  const moves = movesOf(gateway).calls;
  const awaited = awaits
    .map(({ argument }) => skipWrappers(argument))
    .filter((argument) => !moves.has(argument) && !isLog(argument));
  const throwing = calls.filter((call) => {
    const callee = ownFunction(call, gateway);
    return callee !== undefined && file.routine(callee).throws.length > 0;
  });
  const read = new Map<string, number>();
  const handed = new Map<string, number>();
  const tests = ifs.map(({ test }) => test);
  // What is assigned to is no longer as the client sent it.
  const lefts = assignments.map(({ left }) => left);
  const taken = lefts.filter(({ type }) => type === 'ArrayPattern' || type === 'ObjectPattern');
  for (const left of lefts) {
    for (const part of prefixesOf(paths.of(left) ?? [])) keepFirst(read, part, left.range[1]);
  }
  for (const check of [...tests, ...awaited, ...throwing, ...taken]) {
    const [, end] = check.range;
    for (const { path, isHandedOn } of paths.mentionsIn(check)) {
      for (const part of prefixesOf(path)) keepFirst(read, part, end);
      if (isHandedOn) keepFirst(handed, path, end);
    }
  }
  return { read, handed };
}

/** A path and the paths of what contains its value. */
function prefixesOf(path: PayloadPath): readonly PayloadPath[] {
  return path.map((_, index) => path.slice(0, index + 1));
}

function isLog(node: TSESTree.Node): boolean {
  return node.type === 'CallExpression' && isLogging(node);
}

function keepFirst(map: Map<string, number>, path: PayloadPath, end: number): void {
  const key = path.join('.');
  map.set(key, Math.min(end, map.get(key) ?? Infinity));
}

/** Whether a value has been looked at before a call, or is looked at by what stands around it. */
function isChecked(call: TSESTree.CallExpression, path: PayloadPath, region: Region): boolean {
  const { read, handed } = checksIn(region);
  const isBefore = (end = Infinity) => end <= call.range[0];
  if (isBefore(read.get(path.join('.')))) return true;
  if (prefixesOf(path).some((part) => isBefore(handed.get(part.join('.'))))) return true;
  return isChosenBy(call, path, region);
}

/** Whether what stands around a node looks at a value, and decides by it whether the node runs. */
function isChosenBy(start: TSESTree.Node, path: PayloadPath, { node, paths }: Region): boolean {
  let child = start;
  for (
    let parent: TSESTree.Node | undefined = start.parent;
    parent && child !== node;
    parent = parent.parent
  ) {
    if (conditionsOf(parent, child).some((test) => mentions(test, path, paths))) return true;
    child = parent;
  }
  return false;
}

/** What decides in the parent of a node whether, or with what, the node runs; `if` stands apart. */
function conditionsOf(parent: TSESTree.Node, child: TSESTree.Node): readonly TSESTree.Node[] {
  switch (parent.type) {
    case 'ConditionalExpression':
      return parent.test === child ? [] : [parent.test];
    case 'LogicalExpression':
      return parent.right === child ? [parent.left] : [];
    case 'SwitchStatement':
      return parent.discriminant === child ? [] : [parent.discriminant];
    case 'CallExpression': {
      // `rooms.find(id).then(() => client.join(id))`
      if (!isFunction(child) || isNamed(calleeName(parent), PLAIN_CALLBACK)) return [];
      const others = parent.arguments.filter((argument) => argument !== child);
      return [parent.callee, ...others];
    }
    default:
      return [];
  }
}

/** Methods of lists that run their callback for every element. */
const PLAIN_CALLBACK = new Set(['flatMap', 'forEach', 'map']);

function mentions(test: TSESTree.Node, path: PayloadPath, paths: PayloadPaths): boolean {
  return paths.mentionsIn(test).some((mention) => concerns(mention, path));
}

/** Whether a mention reads the value of a path or a part of it, or hands on what contains it. */
function concerns(mention: Mention, path: PayloadPath): boolean {
  const length = mention.isHandedOn ? Math.min(mention.path.length, path.length) : path.length;
  return path.slice(0, length).join('.') === mention.path.slice(0, length).join('.');
}

import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, memberName, receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { ClassModel } from '../class-model.ts';
import type { NestFile } from '../nest-file.ts';
import { MODIFIERS, socketsOf, type SocketValue } from './sockets.ts';

/**
 * A call that sends to sockets or moves them between rooms, with the chain it ends:
 * `this.server.to('room:1').volatile.emit('event', payload)`.
 */
export interface SocketCall {
  readonly node: TSESTree.CallExpression;
  /** The last method of the chain: `emit`, `join`, or `to` where nothing follows that is of interest. */
  readonly method: string;
  /** The calls in the chain that choose or exclude rooms, the last first. */
  readonly scopes: readonly TSESTree.CallExpression[];
  /** What the chain begins with, through the consts that hold a part of it. */
  readonly root: TSESTree.Node;
  /** What the root is to Socket.IO; undefined where the file does not say. */
  readonly socket: SocketValue | undefined;
}

const EMITS = new Set(['emit', 'emitWithAck']);
const SCOPES = new Set(['to', 'in', 'except']);
const MOVES = new Set(['join', 'leave', 'socketsJoin', 'socketsLeave']);
/** What stands in a chain and changes how a message is sent, as `MODIFIERS` do. */
const MODIFIER_CALLS = new Set(['compress', 'timeout']);

/**
 * The calls of a class that emit, join, leave or choose rooms, each chain once, in the order of the
 * source. Those whose root is not known to be a socket are among them.
 */
export const socketCalls = once(readSocketCalls);

function readSocketCalls(model: ClassModel, file: NestFile): readonly SocketCall[] {
  const found: SocketCall[] = [];
  const inChain = new Set<TSESTree.CallExpression>();
  // A chain's last call comes before those it ends.
  for (const node of file.routine(model.node).calls) {
    const method = calleeName(node);
    if (method === undefined || inChain.has(node)) continue;
    if (!EMITS.has(method) && !MOVES.has(method) && !SCOPES.has(method)) continue;
    const start = SCOPES.has(method) ? node : receiver(node);
    if (start === undefined) continue;
    const { scopes, root } = readChain(start, file);
    for (const scope of scopes) inChain.add(scope);
    found.push({ node, method, scopes, root, socket: readSocket(root, file) });
  }
  return found;
}

export function isEmit({ method }: SocketCall): boolean {
  return EMITS.has(method);
}

/** Whether a call moves sockets into a room or out of one. */
export function isMove({ method }: SocketCall): boolean {
  return MOVES.has(method);
}

/** Whether it is sent to one client alone: to its socket, or to the room of its socket's id. */
export function isToOneClient({ socket, scopes }: SocketCall, file: NestFile): boolean {
  if (socket === undefined) return false;
  if (socket.type === 'client' && scopes.length === 0) return socket.path.length === 0;
  return scopes.length === 1 && scopes.every((scope) => isOwnRoom(scope, file));
}

function isOwnRoom(scope: TSESTree.CallExpression, file: NestFile): boolean {
  const [room] = scope.arguments;
  const value = room && socketsOf(file).of(room);
  return calleeName(scope) !== 'except' && value?.type === 'client' && value.path.join() === 'id';
}

/** The properties of a server or client on which the same methods are. */
const SENDERS = new Set(['', 'broadcast', 'nsp', 'sockets']);

function readSocket(root: TSESTree.Node, file: NestFile): SocketValue | undefined {
  const socket = socketsOf(file).of(root);
  return socket && SENDERS.has(socket.path.join()) ? socket : undefined;
}

function readChain(start: TSESTree.Node, file: NestFile): Pick<SocketCall, 'root' | 'scopes'> {
  const scopes: TSESTree.CallExpression[] = [];
  const consts = new Set<string>();
  let current = skipWrappers(start);
  for (let next = before(current); next; next = before(current)) {
    if (current.type === 'CallExpression' && isNamed(calleeName(current), SCOPES)) {
      scopes.push(current);
    }
    current = next;
  }
  return { root: current, scopes };

  /** One step back, or from a const to the chain it holds; from each const once. */
  function before(node: TSESTree.Node): TSESTree.Node | undefined {
    if (node.type !== 'Identifier') return link(node);
    if (consts.has(node.name)) return undefined;
    consts.add(node.name);
    const value = file.resolve(node);
    return value.type === 'CallExpression' || value.type === 'MemberExpression' ? value : undefined;
  }
}

/** What a link of a chain is called on; undefined for what is no link. */
function link(node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case 'CallExpression': {
      const name = calleeName(node);
      return isNamed(name, SCOPES) || isNamed(name, MODIFIER_CALLS) ? receiver(node) : undefined;
    }
    case 'MemberExpression':
      return isNamed(memberName(node), MODIFIERS) ? skipWrappers(node.object) : undefined;
    default:
      return undefined;
  }
}

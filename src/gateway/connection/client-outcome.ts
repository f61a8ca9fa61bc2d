import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { Positions } from '../../ast/positions.ts';
import { outermostWrapper, skipWrappers } from '../../ast/skip-wrappers.ts';
import { isGlobalNamed } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';
import { mayBeLogging } from '../logging.ts';
import { collectionOf, isWeakField } from './collection.ts';
import { socketsOf } from '../sockets/sockets.ts';
import { clientCode, ownFunction, type ClientCode } from './reach.ts';

const CLOSING = /^(?:disconnect|disconnectSockets|close|terminate|destroy|end)$/;
const ENDING = /disconnect|kick|terminate|close|drop|reject|refuse/i;
/** What finds the sockets under an id. */
const ADDRESSING = new Set(['in', 'to', 'get']);
/** What puts something into a Map, Set or array. */
const FILLING = /^(?:set|add|push|unshift)$/;

/** What a socket of Socket.IO, an event emitter, has of its own, `data` included. */
const OWN_MEMBERS = new Set(
  `acks adapter addListener broadcast client compress conn connected data disconnect disconnected emit
  emitWithAck eventNames except fns getMaxListeners handshake id in join leave listenerCount listeners
  listenersAny listenersAnyOutgoing local nsp off offAny offAnyOutgoing on onAny onAnyOutgoing once
  onevent prependAny prependAnyOutgoing prependListener prependOnceListener rawListeners recovered
  removeAllListeners removeListener request rooms send server setMaxListeners timeout to use volatile
  write`.split(/\s+/),
);

/**
 * Whether a call ends this client's connection: `client.disconnect()`, `client.conn.close()`,
 * `server.in(client.id).disconnectSockets()`, `sockets.get(client.id)?.disconnect()`, or that of
 * every client: `server.disconnectSockets()`. That another client is sent away, one found by the
 * user's id, say, does not count.
 */
export function isDisconnect(call: TSESTree.CallExpression, { paths, entry }: ClientCode): boolean {
  const object = receiver(call);
  const name = calleeName(call);
  if (object === undefined || !isNamed(name, CLOSING)) return false;
  if (name === 'disconnectSockets' && socketsOf(entry.gateway.file).of(object)?.type === 'server') {
    return true;
  }
  if (object.type === 'CallExpression') {
    return (
      isNamed(calleeName(object), ADDRESSING) &&
      object.arguments.some((argument) => paths.text(argument) === 'id')
    );
  }
  return /^(?:|conn|client|client\.conn)$/.test(paths.text(object) ?? '?');
}

/** Whether a call hands the client itself on, alone or in a literal, to something but a logger. */
export function handsClientOn(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  code: ClientCode,
): boolean {
  for (const argument of call.arguments) {
    if (holdsClient(argument, code)) return !keepsOrLogs(call, code);
  }
  return false;
}

function holdsClient(node: TSESTree.Node, code: ClientCode): boolean {
  const value = skipWrappers(node);
  switch (value.type) {
    case 'ObjectExpression':
      return value.properties.some(
        (property) => property.type === 'Property' && holdsClient(property.value, code),
      );
    case 'ArrayExpression':
      return value.elements.some((element) => element !== null && holdsClient(element, code));
    default:
      return code.paths.isClient(value);
  }
}

/** A collection of the class that the client is put into does nothing with it. */
function keepsOrLogs(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  { entry }: ClientCode,
): boolean {
  if (call.type === 'NewExpression') return false;
  if (mayBeLogging(call) || assignsInPlace(call, entry.gateway.file)) return true;
  const object = receiver(call);
  return (
    object !== undefined &&
    isNamed(calleeName(call), FILLING) &&
    (collectionOf(object, entry.gateway) !== undefined || isWeakField(object, entry.gateway))
  );
}

/** Whether a statement writes properties: `Object.assign(client, { nick })`. */
function assignsInPlace(call: TSESTree.CallExpression, file: NestFile): boolean {
  return (
    calleeName(call) === 'assign' &&
    isGlobalNamed(receiver(call), 'Object', file) &&
    outermostWrapper(call).parent?.type === 'ExpressionStatement'
  );
}

/** Whether an assignment, or an `Object.assign`, writes to `client.data`. */
export function writesClientData(
  node: TSESTree.AssignmentExpression | TSESTree.CallExpression,
  { paths }: ClientCode,
): boolean {
  if (node.type === 'AssignmentExpression') return paths.of(node.left)?.[0] === 'data';
  const [target] = node.arguments;
  return calleeName(node) === 'assign' && target !== undefined && paths.text(target) === 'data';
}

/** Whether an assignment, or an `Object.assign`, marks a client: in its `data`, or on its socket. */
export function marksClient(
  node: TSESTree.AssignmentExpression | TSESTree.CallExpression,
  code: ClientCode,
): boolean {
  if (writesClientData(node, code)) return true;
  if (node.type === 'AssignmentExpression') {
    const [first] = code.paths.of(node.left) ?? [];
    return first !== undefined && isOwnProperty(first);
  }
  const [target] = node.arguments;
  return calleeName(node) === 'assign' && target !== undefined && code.paths.isClient(target);
}

/** Whether a property of a client's socket is one that the application has put there. */
export function isOwnProperty(name: string): boolean {
  return !OWN_MEMBERS.has(name);
}

/** What calls of the class's own methods run, as far as it is followed: one class deep. */
export function followed(code: ClientCode): ReadonlyMap<TSESTree.Node, ClientCode> {
  return code.call === undefined ? calledFrom(code.entry) : NOTHING;
}

const NOTHING: ReadonlyMap<TSESTree.Node, ClientCode> = new Map();
const calledFrom = once(
  (entry: ClientCode['entry']): ReadonlyMap<TSESTree.Node, ClientCode> =>
    new Map(clientCode(entry).flatMap((code) => (code.call ? [[code.call, code]] : []))),
);

/**
 * The places in a piece of code that settle what becomes of a client: it is disconnected, handed to
 * other code, marked through `client.data`, or something is thrown. A method of the class counts
 * for what it does itself.
 */
export const settlingPlaces = once((code: ClientCode): Positions => {
  const { routine } = code;
  return new Positions([
    ...routine.throws,
    ...routine.assignments.filter((node) => marksClient(node, code)),
    ...routine.news.filter((node) => handsClientOn(node, code)),
    ...routine.calls.filter((call) => settles(call, code)),
  ]);
});

function settles(call: TSESTree.CallExpression, code: ClientCode): boolean {
  const called = followed(code).get(call);
  if (called) return !settlingPlaces(called).isEmpty;
  return handsClientOn(call, code) || marksClient(call, code) || endsAny(call, code);
}

/** More generous than `isDisconnect`: whoever is sent away here may be this client. */
function endsAny(call: TSESTree.CallExpression, code: ClientCode): boolean {
  const name = calleeName(call);
  const isEnding =
    isNamed(name, ENDING) || (receiver(call) !== undefined && isNamed(name, CLOSING));
  return (
    isEnding && !mayBeLogging(call) && (code.client.mentions(call) || isDisconnect(call, code))
  );
}

/** Whether a piece of code may disconnect the client, or hands it to other code that may. */
export function mayEnd(code: ClientCode): boolean {
  const { calls, news } = code.routine;
  return (
    calls.some((call) => handsClientOn(call, code) || endsAny(call, code)) ||
    news.some((node) => handsClientOn(node, code))
  );
}

/** Whether a call of a method of the class receives the client and is not followed any further. */
export function isUnfollowed(call: TSESTree.CallExpression, code: ClientCode): boolean {
  return !followed(code).has(call) && handsClientOn(call, code);
}

/** Whether a call hands the client to code that this file does not show. */
export function handsToUnseen(call: TSESTree.CallExpression, code: ClientCode): boolean {
  return handsClientOn(call, code) && ownFunction(call, code.entry.gateway) === undefined;
}

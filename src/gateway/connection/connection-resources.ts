import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, isWithin } from '../../ast/functions.ts';
import {
  calleeName,
  isNamed,
  literalString,
  memberName,
  receiver,
  thisProperty,
} from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { outermostWrapper, skipWrappers } from '../../ast/skip-wrappers.ts';
import { handsClientOn, isUnfollowed } from './client-outcome.ts';
import { collectionOf } from './collection.ts';
import type { Gateway } from '../gateway.ts';
import { isGlobalNamed } from '../globals.ts';
import { calledName } from '../own-name.ts';
import { clientCode, type ClientCode } from './reach.ts';

/** Something that a hook or handler starts for a client and that outlives the connection. */
export interface ConnectionResource {
  readonly kind: 'interval' | 'listener' | 'subscription';
  readonly node: TSESTree.CallExpression;
}

/** The hooks for which no client is there. */
const WITHOUT_CLIENT = new Set(['afterInit', 'handleDisconnect']);

/** The methods that start one of them; a function may go by any name. */
const STARTS = new Set(['addListener', 'on', 'setInterval', 'subscribe']);

/** What ends each kind, wherever in the class it stands. */
const ENDS: Readonly<Record<ConnectionResource['kind'], RegExp>> = {
  interval: /^clear(?:Interval|Timeout)$/,
  listener: /^(?:off|remove\w*|unsubscribe|destroy|dispose|abort)$/,
  subscription: /^(?:unsubscribe|complete)$/,
};

/** Operators and creators after which an Observable's life is known. */
const ENDING_OPERATORS = /^(?:take|takeUntil|takeUntilDestroyed|takeWhile|first|timeout)$/;
const SIZES = new Set(['size', 'length']);
const LISTENING = new Set(['on', 'once', 'addListener', 'addEventListener']);
/** The events of a socket that goes. */
const LEAVING = new Set(['disconnect', 'disconnecting', 'close']);
const TIMERS = /^(?:node:)?timers$/;
const ENDLESS_SOURCES = new Set(['interval', 'fromEvent', 'fromEventPattern']);

/**
 * The intervals, the listeners on emitters that outlive the client, and the subscriptions that are
 * started per connection, one class deep, and that nothing in the class ends. Not judged is what
 * code of another file may end, and what a field of the gateway keeps from being started twice.
 */
export function leakedResources(gateway: Gateway): readonly ConnectionResource[] {
  const found = new Map<TSESTree.CallExpression, ConnectionResource>();
  for (const entry of [...gateway.hooks, ...gateway.handlers]) {
    if (WITHOUT_CLIENT.has(entry.method.name)) continue;
    for (const code of clientCode(entry)) {
      for (const node of code.routine.calls) {
        const kind = kindOf(node, code, gateway);
        if (!kind || endedKinds(gateway).has(kind) || isHandedOn(node, code, gateway)) continue;
        if (isPerClient(node, code) && !isStartedOnce(node, code, gateway)) {
          found.set(node, { kind, node });
        }
      }
    }
  }
  return [...found.values()];
}

/** A handler that does not involve the client may start something for all of them. */
function isPerClient(node: TSESTree.CallExpression, { entry, client }: ClientCode): boolean {
  return (
    entry.method.name === 'handleConnection' ||
    node.arguments.some((argument) => client.mentions(argument))
  );
}

function kindOf(
  call: TSESTree.CallExpression,
  code: ClientCode,
  gateway: Gateway,
): ConnectionResource['kind'] | undefined {
  const name = calleeName(call);
  const callee = skipWrappers(call.callee);
  if (callee.type === 'MemberExpression' && !isNamed(name, STARTS)) {
    return undefined;
  }
  if (callee.type === 'Identifier' || gateway.file.bindings.importOf(callee)) {
    return isSetInterval(callee, gateway) ? 'interval' : undefined;
  }
  const object = receiver(call);
  if (!object || code.client.mentions(object) || isLocal(object, code, gateway)) return undefined;
  switch (name) {
    case 'on':
    case 'addListener':
      return isCallback(call.arguments[1], gateway) ? 'listener' : undefined;
    case 'subscribe': {
      const [observer] = call.arguments;
      const isObserver = observer && skipWrappers(observer).type === 'ObjectExpression';
      return (isObserver || isCallback(observer, gateway)) && isEndless(object, gateway)
        ? 'subscription'
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Node's own, as a global or from `node:timers`. */
function isSetInterval(callee: TSESTree.Node, { file }: Gateway): boolean {
  const imported = file.bindings.importOf(callee);
  if (imported) return imported.name === 'setInterval' && TIMERS.test(imported.module);
  return isGlobalNamed(callee, 'setInterval', file);
}

/** A function, or a method of the class; the name of a channel is none. */
function isCallback(node: TSESTree.Node | undefined, { file }: Gateway): boolean {
  if (!node) return false;
  const value = file.resolve(node);
  if (isFunction(value) || thisProperty(value) !== undefined) return true;
  if (value.type === 'CallExpression') return calleeName(value) === 'bind';
  return (
    value.type === 'Identifier' &&
    file.bindings.variable(value)?.defs[0]?.node.type === 'FunctionDeclaration'
  );
}

/** Whether an object is made inside the code, and so goes when its connection goes. */
function isLocal(object: TSESTree.Node, { routine }: ClientCode, { file }: Gateway): boolean {
  const root = rootOf(object);
  if (root.type !== 'Identifier') return root.type === 'NewExpression';
  const definition = file.bindings.variable(root)?.defs[0]?.node;
  return definition !== undefined && isWithin(definition, routine.root);
}

/** Whether an Observable is known not to complete of itself: a field, or an endless creator. */
function isEndless(source: TSESTree.Node, gateway: Gateway): boolean {
  const target = skipWrappers(source);
  if (target.type === 'MemberExpression') return rootOf(target).type === 'ThisExpression';
  if (target.type !== 'CallExpression') return false;
  const imported = gateway.file.bindings.importOf(target.callee);
  if (imported) return imported.module === 'rxjs' && ENDLESS_SOURCES.has(imported.name);
  const name = calleeName(target);
  const object = receiver(target);
  if (!object || (name !== 'pipe' && name !== 'asObservable')) return false;
  const ends = target.arguments.some(
    (operator) =>
      operator.type !== 'CallExpression' ||
      isNamed(calledName(operator, gateway.file), ENDING_OPERATORS),
  );
  return !ends && isEndless(object, gateway);
}

/** The kinds of resources that the class ends somewhere. */
const endedKinds = once(({ class: { lineage }, file }: Gateway): ReadonlySet<string> => {
  const calls = lineage.flatMap(({ node }) => file.routine(node).calls);
  const kinds = Object.entries(ENDS).filter(([, ends]) =>
    calls.some((call) => isNamed(calleeName(call), ends)),
  );
  return new Set(kinds.map(([kind]) => kind));
});

/**
 * Whether the result goes to code that is not seen here and may end it: as an argument, or on the
 * client, when that is handed to such code.
 */
function isHandedOn(node: TSESTree.CallExpression, code: ClientCode, gateway: Gateway): boolean {
  const whole = outermostWrapper(node);
  const { parent } = whole;
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee !== whole && isUnseen(parent, gateway);
    case 'ReturnStatement':
      return true;
    case 'AssignmentExpression':
      return code.client.mentions(parent.left) && handsClientToUnseen(gateway);
    case 'VariableDeclarator':
      return gateway.file.sourceCode
        .getDeclaredVariables(parent)
        .some(({ references }) =>
          references.some(
            ({ identifier: { parent: use } }) =>
              use.type === 'CallExpression' && isUnseen(use, gateway),
          ),
        );
    default:
      return false;
  }
}

/** Whether a call is none of a field that the class has, a collection of timers say. */
function isUnseen(call: TSESTree.CallExpression, { class: model }: Gateway): boolean {
  const object = receiver(call);
  const field = object && thisProperty(object);
  return field === undefined || model.findField(field) === undefined;
}

/**
 * Whether a condition on the gateway's own state stands before a call, so that it runs for the first
 * client only: `if (!this.timer) this.timer = setInterval(…)`, `this.timer ??= setInterval(…)`,
 * `if (this.clients.size === 1)`.
 */
function isStartedOnce(
  node: TSESTree.CallExpression,
  { routine, client }: ClientCode,
  gateway: Gateway,
): boolean {
  const { parent } = outermostWrapper(node);
  if (parent?.type === 'AssignmentExpression' && parent.operator !== '=') return true;
  return routine.ifs.some(
    ({ test, range }) =>
      range[0] < node.range[0] &&
      !client.mentions(test) &&
      [test, ...gateway.file.routine(test).members].some((part) => isOwnState(part, gateway)),
  );
}

function isOwnState(member: TSESTree.Node, gateway: Gateway): boolean {
  if (member.type !== 'MemberExpression') return false;
  const name = thisProperty(member);
  if (name === undefined) {
    return isNamed(memberName(member), SIZES) && !!collectionOf(member, gateway);
  }
  return gateway.file
    .routine(gateway.class.node)
    .assignments.some(({ left }) => thisProperty(left) === name);
}

function rootOf(node: TSESTree.Node): TSESTree.Node {
  const target = skipWrappers(node);
  if (target.type === 'MemberExpression') return rootOf(target.object);
  if (target.type === 'CallExpression') return rootOf(target.callee);
  return target;
}

/**
 * Whether the client itself goes to code that is not seen here, which may clean up when it leaves.
 * The gateway's own methods are followed one deep, and its collections are known.
 */
export function handsClientToUnseen(gateway: Gateway): boolean {
  return [...gateway.hooks, ...gateway.handlers].some((entry) =>
    clientCode(entry).some(
      (code) =>
        code.routine.calls.some((call) => isUnfollowed(call, code)) ||
        code.routine.news.some((call) => handsClientOn(call, code)),
    ),
  );
}

/**
 * Whether the gateway cleans up in a listener on the socket itself: `client.on('disconnect', …)`,
 * `socket.onclose = …`. An event whose name is not seen here may be the one.
 */
export function cleansUpOnSocket(gateway: Gateway): boolean {
  return [...gateway.hooks, ...gateway.handlers].some((entry) =>
    clientCode(entry).some(
      ({ routine, client }) =>
        routine.calls.some((call) => {
          const object = receiver(call);
          const [event] = call.arguments;
          return (
            isNamed(calleeName(call), LISTENING) &&
            object !== undefined &&
            client.mentions(object) &&
            event !== undefined &&
            mayBeLeaving(gateway.file.resolve(event))
          );
        }) ||
        routine.assignments.some(
          ({ left }) =>
            left.type === 'MemberExpression' &&
            memberName(left) === 'onclose' &&
            client.mentions(left.object),
        ),
    ),
  );
}

function mayBeLeaving(event: TSESTree.Node): boolean {
  const name = literalString(event);
  return name === undefined || LEAVING.has(name);
}

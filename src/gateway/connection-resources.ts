import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, isWithin } from '../ast/functions.ts';
import { calleeName, literalString, receiver, thisProperty } from '../ast/names.ts';
import { outermostWrapper, skipWrappers } from '../ast/skip-wrappers.ts';
import type { Gateway } from './gateway.ts';
import { clientCode, type ClientCode } from './reach.ts';

/** Something that a hook or handler starts and that outlives the connection. */
export interface ConnectionResource {
  readonly kind: 'interval' | 'listener' | 'subscription';
  readonly node: TSESTree.CallExpression;
}

/** What ends each kind, wherever in the class it stands. */
const ENDS: Readonly<Record<ConnectionResource['kind'], ReadonlySet<string>>> = {
  interval: new Set(['clearInterval', 'clearTimeout']),
  listener: new Set(['off', 'removeListener', 'removeAllListeners']),
  subscription: new Set(['unsubscribe']),
};

/** Operators and creators after which an Observable's life is known. */
const ENDING_OPERATORS = /^(?:take|takeUntil|takeUntilDestroyed|takeWhile|first|timeout)$/;
const ENDLESS_SOURCES = new Set(['interval', 'fromEvent', 'fromEventPattern']);

/**
 * The intervals, the listeners on emitters that outlive the client, and the subscriptions that are
 * started per connection, one class deep, and that nothing in the class ends. What is handed to code
 * of another file is not judged.
 */
export function leakedResources(gateway: Gateway): readonly ConnectionResource[] {
  const found = new Map<TSESTree.CallExpression, ConnectionResource>();
  for (const entry of [...gateway.hooks, ...gateway.handlers]) {
    if (entry.method.name === 'afterInit') continue;
    for (const code of clientCode(entry)) {
      for (const node of code.routine.calls) {
        const kind = kindOf(node, code, gateway);
        if (kind && !isEnded(kind, gateway) && !isHandedOn(node, gateway)) {
          found.set(node, { kind, node });
        }
      }
    }
  }
  return [...found.values()];
}

function kindOf(
  call: TSESTree.CallExpression,
  code: ClientCode,
  gateway: Gateway,
): ConnectionResource['kind'] | undefined {
  const callee = skipWrappers(call.callee);
  if (callee.type === 'Identifier' && callee.name === 'setInterval') {
    return gateway.file.bindings.variable(callee)?.defs.length ? undefined : 'interval';
  }
  const object = receiver(call);
  if (!object || code.client.mentions(object) || isLocal(object, code, gateway)) return undefined;
  switch (calleeName(call)) {
    case 'on':
    case 'addListener':
      return isCallback(call.arguments[1]) ? 'listener' : undefined;
    case 'subscribe':
      return isCallback(call.arguments[0]) && isEndless(object, gateway)
        ? 'subscription'
        : undefined;
    default:
      return undefined;
  }
}

/** A function, a bound method or an observer object; a channel's name is none. */
function isCallback(node: TSESTree.Node | undefined): boolean {
  if (!node) return false;
  const value = skipWrappers(node);
  if (isFunction(value)) return true;
  if (value.type === 'ObjectExpression') return true;
  if (value.type === 'CallExpression') return calleeName(value) === 'bind';
  return thisProperty(value) !== undefined;
}

/** Whether an object is made inside the code, and so goes when its connection goes. */
function isLocal(object: TSESTree.Node, { routine }: ClientCode, { file }: Gateway): boolean {
  const root = rootOf(object);
  if (root.type !== 'Identifier') return false;
  const definition = file.bindings.variable(root)?.defs[0]?.node;
  return definition !== undefined && isWithin(definition, routine.root);
}

/** Whether an Observable is known not to complete of itself: a field, or an endless creator. */
function isEndless(source: TSESTree.Node, gateway: Gateway): boolean {
  const target = skipWrappers(source);
  if (target.type === 'MemberExpression') return rootOf(target).type === 'ThisExpression';
  if (target.type !== 'CallExpression') return false;
  const name = calleeName(target) ?? '';
  if (name === 'pipe') {
    const object = receiver(target);
    return (
      object !== undefined &&
      !target.arguments.some(
        (operator) =>
          operator.type === 'CallExpression' && ENDING_OPERATORS.test(calleeName(operator) ?? ''),
      ) &&
      isEndless(object, gateway)
    );
  }
  if (name === 'asObservable') {
    const object = receiver(target);
    return object !== undefined && isEndless(object, gateway);
  }
  return (
    ENDLESS_SOURCES.has(name) && gateway.file.bindings.importOf(target.callee)?.module === 'rxjs'
  );
}

function isEnded(kind: ConnectionResource['kind'], gateway: Gateway): boolean {
  return gateway.file
    .routine(gateway.class.node)
    .calls.some((call) => ENDS[kind].has(calleeName(call) ?? ''));
}

/** Whether the result goes to a call of unseen code, which may end it. */
function isHandedOn(node: TSESTree.CallExpression, { file, class: model }: Gateway): boolean {
  const whole = outermostWrapper(node);
  const { parent } = whole;
  if (parent?.type === 'CallExpression' && parent.callee !== whole) {
    const object = receiver(parent);
    const field = object && thisProperty(object);
    return field === undefined || model.findField(field) === undefined;
  }
  if (parent?.type !== 'VariableDeclarator') return false;
  return file.sourceCode.getDeclaredVariables(parent).some(({ references }) =>
    references.some(({ identifier: { parent: use } }) => {
      if (use.type !== 'CallExpression') return false;
      const object = receiver(use);
      const field = object && thisProperty(object);
      return field === undefined || model.findField(field) === undefined;
    }),
  );
}

function rootOf(node: TSESTree.Node): TSESTree.Node {
  const target = skipWrappers(node);
  if (target.type === 'MemberExpression') return rootOf(target.object);
  if (target.type === 'CallExpression') return rootOf(target.callee);
  return target;
}

/** Whether the gateway cleans up in a listener on the socket itself. */
export function cleansUpOnSocket(gateway: Gateway): boolean {
  return [...gateway.hooks, ...gateway.handlers].some((entry) =>
    clientCode(entry).some(({ routine, client }) =>
      routine.calls.some((call) => {
        const object = receiver(call);
        const [event] = call.arguments;
        return (
          /^(?:on|once|addListener)$/.test(calleeName(call) ?? '') &&
          object !== undefined &&
          client.mentions(object) &&
          event !== undefined &&
          /^(?:disconnect|disconnecting|close)$/.test(literalString(event) ?? '')
        );
      }),
    ),
  );
}

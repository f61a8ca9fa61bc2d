import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, isWithin } from '../../ast/functions.ts';
import { memberName, thisProperty } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import type { Routine } from '../../ast/routine.ts';
import type { FunctionNode, Variable } from '../../ast/types.ts';
import { ClientPaths, type Seed } from './client-paths.ts';
import { Flow } from './flow.ts';
import type { Gateway } from '../gateway.ts';
import type { MessageHandler } from '../handler.ts';
import type { LifecycleHook } from '../hook.ts';
import type { Parameter } from '../parameter.ts';

/** A piece of code that runs on behalf of one client, with what comes from that client. */
export interface ClientCode {
  /** The hook or handler that Nest calls. */
  readonly entry: LifecycleHook | MessageHandler;
  readonly routine: Routine;
  /** The call in the entry that runs it; undefined for the code of the entry itself. */
  readonly call: TSESTree.CallExpression | undefined;
  /** What the code holds of the client's socket, and what it has made from it. */
  readonly client: Flow;
  /** By which path an expression is read from the client's socket. */
  readonly paths: ClientPaths;
}

/** The code of an entry itself, and that of the methods it calls. */
type EntryCode = readonly [own: ClientCode, ...called: readonly ClientCode[]];

/**
 * The code of a hook or handler and, one class deep, of the methods it calls on `this`, each with
 * the parameters that receive something of the client.
 */
export const clientCode = once(readClientCode);

function readClientCode(entry: LifecycleHook | MessageHandler): EntryCode {
  const { gateway } = entry;
  const subject = 'subject' in entry ? entry.subject : entry.socket;
  const request = 'subject' in entry ? requestOf(entry) : undefined;
  const own = entry.method.function;
  const seeds: Seed[] = [];
  if (subject) seeds.push({ pattern: subject.pattern, path: [] });
  if (request) seeds.push({ pattern: request.pattern, path: ['handshake'] });
  const patterns = seeds.map(({ pattern }) => pattern);
  const first: ClientCode = {
    ...codeOf(entry, own, variablesIn(own, patterns, gateway)),
    call: undefined,
    paths: new ClientPaths(seeds, gateway.file),
  };
  return [first, ...first.routine.calls.flatMap((call) => calledCode(call, first) ?? [])];
}

/** The HTTP request of the handshake, which the ws adapter hands to `handleConnection` as well. */
function requestOf({ name, parameters }: LifecycleHook): Parameter | undefined {
  const second = name === 'handleConnection' ? parameters[1] : undefined;
  return second?.isRest ? undefined : second;
}

/**
 * The code of the class's own method, or the file's own function, that a call runs, with what it is
 * handed of the client. Undefined for any other call, and for one of the calling code itself.
 */
export function calledCode(
  call: TSESTree.CallExpression,
  { entry, routine, client, paths }: Pick<ClientCode, 'entry' | 'routine' | 'client' | 'paths'>,
): ClientCode | undefined {
  const { gateway } = entry;
  const callee = ownFunction(call, gateway);
  if (callee === undefined || callee === routine.root) return undefined;
  const patterns = callee.params.filter((_, index) => {
    const argument = call.arguments[index];
    return argument !== undefined && client.mentions(argument);
  });
  const seeds = callee.params.flatMap((pattern, index) => {
    const argument = call.arguments[index];
    const path = argument && paths.of(argument);
    return path ? [{ pattern, path }] : [];
  });
  return {
    ...codeOf(entry, callee, variablesIn(callee, patterns, gateway)),
    call,
    paths: new ClientPaths(seeds, gateway.file),
  };
}

/**
 * Every function of the file that runs when one of `from` does: local functions it calls, and methods of
 * the class that it calls or hands on as a callback.
 */
export function reachableFunctions(
  from: Iterable<FunctionNode>,
  gateway: Gateway,
): ReadonlySet<FunctionNode> {
  const reached = new Set(from);
  for (const node of reached) {
    const { calls, members } = gateway.file.routine(node);
    for (const call of calls) {
      const callee = ownFunction(call, gateway);
      if (callee) reached.add(callee);
    }
    for (const member of members) {
      const method = gateway.class.findMethod(thisProperty(member) ?? '');
      if (method) reached.add(method.function);
    }
  }
  return reached;
}

/**
 * The method of the class (or, by way of `super`, of a base class seen here), or the function of the
 * file, that a call runs.
 */
export function ownFunction(
  call: TSESTree.CallExpression,
  { class: model, file }: Pick<Gateway, 'class' | 'file'>,
): FunctionNode | undefined {
  const name = thisProperty(call.callee);
  if (name !== undefined) return model.findMethod(name)?.function;
  if (call.callee.type === 'MemberExpression' && call.callee.object.type === 'Super') {
    const owner = model.lineage.find(({ node }) => isWithin(call, node));
    return owner?.base?.findMethod(memberName(call.callee) ?? '')?.function;
  }
  if (call.callee.type !== 'Identifier') return undefined;
  const node = file.bindings.variable(call.callee)?.defs[0]?.node;
  if (node?.type === 'FunctionDeclaration') return node;
  if (node?.type !== 'VariableDeclarator' || !node.init) return undefined;
  return isFunction(node.init) ? node.init : undefined;
}

function codeOf(
  entry: LifecycleHook | MessageHandler,
  node: FunctionNode,
  seeds: readonly Variable[],
): Pick<ClientCode, 'entry' | 'routine' | 'client'> {
  const { file } = entry.gateway;
  const routine = file.routine(node);
  return { entry, routine, client: new Flow(routine, seeds, file) };
}

function variablesIn(
  node: FunctionNode,
  patterns: readonly TSESTree.Node[],
  { file }: Gateway,
): readonly Variable[] {
  return patterns.flatMap((pattern) => file.variablesOf(node, pattern));
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../ast/functions.ts';
import { thisProperty } from '../ast/names.ts';
import type { Routine } from '../ast/routine.ts';
import type { FunctionNode, Variable } from '../ast/types.ts';
import { ClientPaths } from './client-paths.ts';
import { Flow } from './flow.ts';
import type { Gateway } from './gateway.ts';
import type { MessageHandler } from './handler.ts';
import type { LifecycleHook } from './hook.ts';

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

const known = new WeakMap<LifecycleHook | MessageHandler, readonly ClientCode[]>();

/**
 * The code of a hook or handler and, one class deep, of the methods it calls on `this`, each with
 * the parameters that receive something of the client.
 */
export function clientCode(entry: LifecycleHook | MessageHandler): readonly ClientCode[] {
  let code = known.get(entry);
  if (code === undefined) {
    code = readClientCode(entry);
    known.set(entry, code);
  }
  return code;
}

function readClientCode(entry: LifecycleHook | MessageHandler): readonly ClientCode[] {
  const { gateway } = entry;
  const subject = 'subject' in entry ? entry.subject : entry.socket;
  const own = entry.method.function;
  const seeds = subject ? variablesIn(own, [subject.pattern], gateway) : [];
  const first: ClientCode = {
    ...codeOf(entry, own, seeds),
    call: undefined,
    paths: new ClientPaths(subject ? [{ pattern: subject.pattern, path: [] }] : [], gateway.file),
  };
  const called = first.routine.calls.flatMap((call): readonly ClientCode[] => {
    const callee = ownFunction(call, gateway);
    if (callee === undefined || callee === own) return [];
    const patterns = callee.params.filter((_, index) => {
      const argument = call.arguments[index];
      return argument !== undefined && first.client.mentions(argument);
    });
    const paths = callee.params.flatMap((pattern, index) => {
      const argument = call.arguments[index];
      const path = argument && first.paths.of(argument);
      return path ? [{ pattern, path }] : [];
    });
    return [
      {
        ...codeOf(entry, callee, variablesIn(callee, patterns, gateway)),
        call,
        paths: new ClientPaths(paths, gateway.file),
      },
    ];
  });
  return [first, ...called];
}

/** Every function of the file that runs when `from` does: methods of the class, local functions. */
export function reachableFunctions(
  from: FunctionNode,
  gateway: Gateway,
): ReadonlySet<FunctionNode> {
  const reached = new Set([from]);
  for (const node of reached) {
    for (const call of gateway.file.routine(node).calls) {
      const callee = ownFunction(call, gateway);
      if (callee) reached.add(callee);
    }
  }
  return reached;
}

/** The method of the class, or the function of the file, that a call runs. */
export function ownFunction(
  call: TSESTree.CallExpression,
  { class: model, file }: Pick<Gateway, 'class' | 'file'>,
): FunctionNode | undefined {
  const name = thisProperty(call.callee);
  if (name !== undefined) return model.findMethod(name)?.function;
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

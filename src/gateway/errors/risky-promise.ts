import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction } from '../../ast/functions.ts';
import { calleeName, isNamed, memberName, receiver, thisProperty } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { outermostWrapper, skipWrappers } from '../../ast/skip-wrappers.ts';
import { tryAround } from '../../ast/try.ts';
import type { Flow } from '../connection/flow.ts';
import type { Gateway } from '../gateway.ts';
import { isHookName } from '../hook.ts';
import type { NestFile } from '../nest-file.ts';
import { calledName } from '../own-name.ts';
import { handlesRejection, isPromiseMethod } from './promise-fate.ts';
import { ownFunction, type ClientCode } from '../connection/reach.ts';
import { socketsOf } from '../sockets/sockets.ts';
import { jwtVerification } from '../authentication/verification.ts';

type Code = Pick<ClientCode, 'client' | 'paths'>;

/**
 * Whether a promise may reject for what the client sent: a call that makes it, or one of the calls
 * that it is combined from, receives the client, its handshake or something made from them.
 *
 * What handles its own rejection is not risky, nor are the socket's and the server's own calls
 * (`client.join(room)`) or those of a list (`[client].forEach(…)`). Methods of a base class that is not seen here are not known to reject, nor
 * is what they return known to come from the client. Functions of the file and the verification of a token are left out: they
 * are judged by what they do.
 */
export function isRisky(node: TSESTree.Node, code: Code, gateway: Gateway): boolean {
  const target = skipWrappers(node);
  switch (target.type) {
    case 'ConditionalExpression':
      return isRisky(target.consequent, code, gateway) || isRisky(target.alternate, code, gateway);
    case 'LogicalExpression':
      return isRisky(target.left, code, gateway) || isRisky(target.right, code, gateway);
    case 'CallExpression':
      return isRiskyCall(target, code, gateway);
    default:
      return false;
  }
}

function isRiskyCall(call: TSESTree.CallExpression, code: Code, gateway: Gateway): boolean {
  if (isJudgedElsewhere(call, gateway) || handlesItself(call, gateway)) return false;
  const chain = chainOf(call, gateway);
  const combination = chain.find(isPromiseMethod);
  if (combination) return isRiskyCombination(combination, code, gateway);
  if (chain.some((link) => isOfOwner(link) || isOfUnseenClass(link, gateway))) return false;
  return chain.some((link) => receivesClient(link, code, gateway));

  /** Whether a call is one of the socket's, the server's or a list's own. */
  function isOfOwner(link: TSESTree.CallExpression): boolean {
    const object = receiver(link);
    if (!object) return false;
    if (object.type === 'ArrayExpression') return true;
    const path = code.paths.of(object) ?? socketsOf(gateway.file).of(object)?.path;
    return path !== undefined && path[0] !== 'data' && path[0] !== 'handshake';
  }
}

/** Names of methods that say of themselves that they do not fail. */
const CATCHES = /^(?:safe|safely|trap|try)[A-Z]/;
/** What a value that may stand for an error is asked. */
const ASKS_RESULT = /^is(?:Err|Error|Failure|Left|Ok|Right|Success)$/;

/** Whether a promise does not reject: its errors are caught in the chain, or made a value. */
export function handlesItself(node: TSESTree.Node, gateway: Gateway): boolean {
  const { file } = gateway;
  if (givesResult(node, gateway)) return true;
  return chainOf(node, gateway).some(
    (link) =>
      handlesRejection(link, file) ||
      catchesErrors(link, file) ||
      isNamed(calleeName(link), CATCHES) ||
      (isPromiseMethod(link) && calleeName(link) === 'allSettled') ||
      runsForOthers(link, file) ||
      // `const [error, user] = await to(promise)`
      file.bindings.importOf(link.callee)?.module === 'await-to-js',
  );
}

/** `await bestEffort(() => this.users.leave(id))`: what another file does with an error is not seen. */
function runsForOthers(call: TSESTree.CallExpression, { bindings }: NestFile): boolean {
  return call.arguments.some(isFunction) && bindings.importOf(call.callee) !== undefined;
}

/** `const user = await this.users.find(id); if (user.isErr()) return;` */
function givesResult(node: TSESTree.Node, { file }: Gateway): boolean {
  const { parent: waited } = outermostWrapper(node);
  const declarator =
    waited?.type === 'AwaitExpression' ? outermostWrapper(waited).parent : undefined;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier')
    return false;
  return file.sourceCode.getDeclaredVariables(declarator).some(({ references }) =>
    references.some(({ identifier: { parent } }) => {
      const name = parent.type === 'MemberExpression' ? memberName(parent) : undefined;
      return isNamed(name, ASKS_RESULT);
    }),
  );
}

/**
 * Whether a promise is made by a function of the file or by the verification of a token, so that it
 * can be told without what it receives how it ends, or by the hook of a base class, which is looked
 * at where that stands.
 */
export function isJudgedElsewhere(node: TSESTree.Node, gateway: Gateway): boolean {
  return chainOf(node, gateway).some(
    (link) =>
      ownFunction(link, gateway) !== undefined ||
      jwtVerification(link, gateway) !== undefined ||
      (receiver(link)?.type === 'Super' && isHookName(calleeName(link))),
  );
}

/** Methods of `Promise` that reject when one of their promises does. */
const PASSES_ON = new Set(['all', 'any', 'race']);

/** `Promise.all([a(), b()])` rejects if one does; so does `Promise.all(list.map((item) => a(item)))`. */
function isRiskyCombination(call: TSESTree.CallExpression, code: Code, gateway: Gateway): boolean {
  const [list] = call.arguments;
  if (!list || !isNamed(calleeName(call), PASSES_ON)) return false;
  if (list.type !== 'ArrayExpression') return isRiskyMapping(list, code, gateway);
  return list.elements.some(
    (element) =>
      element !== null &&
      (element.type === 'SpreadElement'
        ? isRiskyMapping(element.argument, code, gateway)
        : isRisky(element, code, gateway)),
  );
}

function isRiskyMapping(node: TSESTree.Node, code: Code, gateway: Gateway): boolean {
  const call = skipWrappers(node);
  if (call.type !== 'CallExpression' || calleeName(call) !== 'map') return false;
  const [callback] = call.arguments;
  if (!callback || !isFunction(callback)) return false;
  if (callback.body.type !== 'BlockStatement') return isRisky(callback.body, code, gateway);
  const { awaits, returns } = gateway.file.routine(callback);
  return [...awaits, ...returns].some(
    (statement) =>
      enclosingFunction(statement) === callback &&
      !tryAround(statement) &&
      statement.argument !== null &&
      isRisky(statement.argument, code, gateway),
  );
}

function receivesClient(
  call: TSESTree.CallExpression,
  { client }: Code,
  gateway: Gateway,
): boolean {
  const value = isComplete(gateway) ? client : knownPart(client, gateway);
  return call.arguments.some((argument) => !isFunction(argument) && value.mentions(argument));
}

/** What of the client's is known to be so: not what an unseen method has made of it. */
const knownPart = once((client: Flow, gateway: Gateway): Flow =>
  client.endingAt((call) => isOfUnseenClass(call, gateway)),
);

function isComplete({ class: model }: Gateway): boolean {
  return !model.hasUnseenBase && !model.node.abstract;
}

/** Whether a call runs a method of the gateway's own that a class of another file holds. */
function isOfUnseenClass(call: TSESTree.CallExpression, gateway: Gateway): boolean {
  if (isComplete(gateway) || ownFunction(call, gateway)) return false;
  const name = thisProperty(call.callee);
  return name === undefined
    ? receiver(call)?.type === 'Super'
    : gateway.class.findField(name) === undefined;
}

/** Whether a chain of RxJS operators ends an error: `.pipe(catchError(…))`. */
function catchesErrors(call: TSESTree.CallExpression, file: NestFile): boolean {
  return (
    calleeName(call) === 'pipe' &&
    call.arguments.some(
      (operator) =>
        operator.type === 'CallExpression' && calledName(operator, file) === 'catchError',
    )
  );
}

const VALUE_FROM: ReadonlySet<string> = new Set(['firstValueFrom', 'lastValueFrom']);

/**
 * The calls that a promise comes from, the last one first: `b()` and `a()` of `a().b()`, through
 * RxJS' `firstValueFrom()` and `lastValueFrom()`.
 */
export function chainOf(
  node: TSESTree.Node,
  { file }: Gateway,
): readonly TSESTree.CallExpression[] {
  const chain: TSESTree.CallExpression[] = [];
  for (let target = skipWrappers(node); target.type === 'CallExpression';) {
    chain.push(target);
    const imported = file.bindings.importOf(target.callee);
    const source =
      imported?.module === 'rxjs' && VALUE_FROM.has(imported.name)
        ? target.arguments[0]
        : receiver(target);
    if (!source) break;
    target = skipWrappers(source);
  }
  return chain;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { implementsOf } from '../../ast/implements.ts';
import { keyName, literalString, memberName } from '../../ast/names.ts';
import type { ClassModel, Method } from '../class-model.ts';
import type { Gateway } from '../gateway.ts';
import { HOOK_INTERFACES, isHookName, type HookName } from '../hook.ts';
import type { NestFile } from '../nest-file.ts';

/** Names that are taken for a hook's; the words of its interface among them. */
const MISTAKEN: Readonly<Record<HookName, readonly string[]>> = {
  afterInit: ['onGatewayInit', 'onAfterInit'],
  handleConnection: [
    'handleConnect',
    'handleConnected',
    'onConnect',
    'onConnection',
    'onGatewayConnection',
    'onHandleConnection',
  ],
  handleDisconnect: [
    'handleDisconnected',
    'handleDisconnection',
    'onDisconnect',
    'onDisconnection',
    'onGatewayDisconnect',
    'onHandleDisconnect',
  ],
};

/** A method that looks like a lifecycle hook, and that nothing calls. */
export interface MisspelledHook {
  readonly method: Method;
  readonly hook: HookName;
}

/**
 * The methods of a gateway whose name is one slip from a hook's, or one that is taken for it, and
 * that nobody in the file calls. Abstains where another file may call them or ask for them: an
 * unseen base class, an abstract class, a decorator, an interface of another module; and where the
 * gateway has the hook, so that the method must be something else.
 */
export function misspelledHooks(gateway: Gateway): readonly MisspelledHook[] {
  const { class: model, file } = gateway;
  if (!gateway.isWhole || model.node.abstract) return [];
  return model.methods.flatMap((method) => {
    const hook = hookMeant(method.name);
    return hook !== undefined &&
      !method.isStatic &&
      method.decorators.length === 0 &&
      gateway.hook(hook) === undefined &&
      requiredParameters(method) <= givenTo(hook, gateway) &&
      !isDemanded(method.name, model, file) &&
      !isUsed(method.name, gateway)
      ? [{ method, hook }]
      : [];
  });
}

/** The hook that a name is a slip of; undefined for the hook itself. */
export function hookMeant(name: string): HookName | undefined {
  if (isHookName(name)) return undefined;
  return Object.keys(HOOK_INTERFACES)
    .filter(isHookName)
    .find((hook) => isOneSlipFrom(name, hook) || MISTAKEN[hook].includes(name));
}

/** Whether one character more, less, changed or swapped with its neighbour makes two names one. */
function isOneSlipFrom(a: string, b: string): boolean {
  let start = 0;
  while (a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** How much Nest passes to a hook, the reason of Nest 12 and the request of `ws` included. */
function givenTo(hook: HookName, { platform }: Gateway): number {
  return hook === 'handleDisconnect' || (hook === 'handleConnection' && platform === 'ws') ? 2 : 1;
}

function requiredParameters(method: Method): number {
  return method.function.params.filter(
    (parameter) =>
      parameter.type !== 'RestElement' &&
      parameter.type !== 'AssignmentPattern' &&
      !('optional' in parameter && parameter.optional),
  ).length;
}

/** Whether an interface that the class declares has a member of that name, or may have one. */
function isDemanded(name: string, model: ClassModel, file: NestFile): boolean {
  return model.lineage.some(({ node }) =>
    implementsOf(node).some(({ expression }) => demands(expression, name, file)),
  );
}

function demands(interfaceName: TSESTree.Node, name: string, file: NestFile): boolean {
  const declarations = new Set<TSESTree.Node>();
  const pending = [interfaceName];
  for (let expression = pending.pop(); expression; expression = pending.pop()) {
    const imported = file.bindings.importOf(expression);
    if (imported && file.bindings.isNest(imported)) continue;
    const declaration =
      expression.type === 'Identifier' ? file.declaration(expression.name) : undefined;
    if (declaration?.type !== 'TSInterfaceDeclaration') return true;
    // One that comes back, by a circle say, is not followed again.
    if (declarations.has(declaration)) return true;
    declarations.add(declaration);
    if (declaration.body.body.some((member) => isMember(member, name))) return true;
    for (const base of declaration.extends) pending.push(base.expression);
  }
  return false;
}

function isMember(member: TSESTree.TypeElement, name: string): boolean {
  return (
    (member.type === 'TSMethodSignature' || member.type === 'TSPropertySignature') &&
    signatureName(member) === name
  );
}

function signatureName({ key }: TSESTree.TSMethodSignature | TSESTree.TSPropertySignature) {
  return key.type === 'Identifier' ? key.name : literalString(key);
}

/** Whether the file names the method anywhere but where a class declares it. */
function isUsed(name: string, { file, class: { node } }: Gateway): boolean {
  const { identifiers, members } = file.routine(file.sourceCode.ast);
  return (
    identifiers.some((identifier) => identifier.name === name && !isDeclaredName(identifier)) ||
    members.some((member) => memberName(member) === name) ||
    // `this[event](client)` may call any of them.
    file
      .routine(node)
      .members.some(
        (member) => member.object.type === 'ThisExpression' && memberName(member) === undefined,
      )
  );
}

function isDeclaredName({ name, parent }: TSESTree.Identifier): boolean {
  return (
    (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') &&
    keyName(parent) === name
  );
}

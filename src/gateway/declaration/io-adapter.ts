import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, memberName, receiver, thisProperty } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { FunctionNode, Variable } from '../../ast/types.ts';
import { isFromPackage } from '../bindings.ts';
import type { ClassModel, Method } from '../class-model.ts';
import { Flow } from '../connection/flow.ts';
import type { NestFile } from '../nest-file.ts';

/**
 * The `createIOServer` of each class that extends Nest's `IoAdapter`, where nothing in the class
 * connects the server to other instances: no `server.adapter(…)`, no `adapter` among the options.
 * Abstains where the server or its options come from or go to code that this file does not show, and
 * on a class that another one is to extend.
 */
export function serversWithoutAdapter(file: NestFile): readonly Method[] {
  const bases = new Set([...file.classes].map(({ base }) => base));
  return [...file.classes].flatMap((model) => {
    const method = model.methods.find(
      ({ name, isStatic }) => name === 'createIOServer' && !isStatic,
    );
    return method &&
      isIoAdapter(model, file) &&
      !model.node.abstract &&
      !bases.has(model) &&
      !model.lineage.some(({ node }) => installs(node, file)) &&
      !goesElsewhere(method, model, file)
      ? [method]
      : [];
  });
}

function isIoAdapter({ lineage }: ClassModel, { bindings }: NestFile): boolean {
  const base = lineage.at(-1)?.node.superClass;
  return base ? bindings.nestName(base, '@nestjs/platform-socket.io') === 'IoAdapter' : false;
}

/** `server.adapter(…)`, `{ adapter }`, `options.adapter = …`; a field of the class is none. */
function installs(node: TSESTree.Node, file: NestFile): boolean {
  const { calls, assignments, identifiers } = file.routine(node);
  return (
    calls.some((call) => calleeName(call) === 'adapter') ||
    assignments.some(
      ({ left }) =>
        left.type === 'MemberExpression' &&
        memberName(left) === 'adapter' &&
        thisProperty(left) === undefined,
    ) ||
    identifiers.some(
      ({ name, parent }) =>
        name === 'adapter' &&
        parent.type === 'Property' &&
        !parent.computed &&
        parent.parent.type === 'ObjectExpression',
    )
  );
}

/** Whether code that is not seen here may install an adapter. */
function goesElsewhere({ function: node }: Method, model: ClassModel, file: NestFile): boolean {
  const routine = file.routine(node);
  const options = node.params.slice(1, 2).flatMap((given) => file.variablesOf(node, given));
  const servers = routine.declarators
    .filter(({ init }) => init && isServer(init, file))
    .flatMap((declarator) => file.sourceCode.getDeclaredVariables(declarator));
  const subject = new Flow(routine, [...options, ...servers], file);

  return (
    routine.assignments.some(
      ({ left, right }) => subject.is(left, file) && !isServer(right, file) && !isKnown(right),
    ) ||
    [...routine.calls, ...routine.news].some((call) => {
      if (isServer(call, file)) return call.arguments.slice(1).some((given) => !isKnown(given));
      if (isObjectAssign(call)) return !isKnown(call);
      return call.arguments.some((given) => subject.is(given, file)) && !isSeen(call);
    })
  );

  /** Options of the parameter, or written out here, or put together from both. */
  function isKnown(expression: TSESTree.Node): boolean {
    const value = file.resolve(expression);
    switch (value.type) {
      case 'ObjectExpression':
        return (
          file.option(value, 'adapter').kind !== 'value' &&
          value.properties.every(
            (property) => property.type !== 'SpreadElement' || isKnown(property.argument),
          )
        );
      case 'LogicalExpression':
        return isKnown(value.left) && isKnown(value.right);
      case 'CallExpression':
        return isObjectAssign(value) && value.arguments.every(isKnown);
      case 'Identifier':
        return options.some((variable) => variable === file.bindings.variable(value));
      default:
        return false;
    }
  }

  /** A method of the class, which was looked through, or a function of the file. */
  function isSeen(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
    const method = thisProperty(call.callee);
    if (method !== undefined) return model.findMethod(method) !== undefined;
    const local = localFunction(call.callee, file);
    return local !== undefined && !installs(local, file);
  }
}

/** `super.createIOServer(…)`, `super.create(…)`, `new Server(…)` of Socket.IO. */
function isServer(node: TSESTree.Node, { bindings }: NestFile): boolean {
  const value = skipWrappers(node);
  if (value.type === 'CallExpression') return receiver(value)?.type === 'Super';
  if (value.type !== 'NewExpression') return false;
  const imported = bindings.importOf(value.callee);
  return imported?.name === 'Server' && isFromPackage(imported.module, 'socket.io');
}

function isObjectAssign(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const callee = skipWrappers(call.callee);
  return (
    callee.type === 'MemberExpression' &&
    memberName(callee) === 'assign' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object'
  );
}

function localFunction(callee: TSESTree.Node, file: NestFile): FunctionNode | undefined {
  if (callee.type !== 'Identifier') return undefined;
  const variable: Variable | undefined = file.bindings.variable(callee);
  const node = variable?.defs[0]?.node;
  return node?.type === 'FunctionDeclaration' ? node : undefined;
}

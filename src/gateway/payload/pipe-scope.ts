import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, isNamed } from '../../ast/names.ts';
import type { Routine } from '../../ast/routine.ts';
import { isRejectionHandled, tryAround } from '../../ast/try.ts';
import type { FunctionNode, Variable } from '../../ast/types.ts';
import { isCheck } from './check-call.ts';
import { enhancerOption, type Enhancer } from '../enhancer.ts';
import type { MessageHandler } from '../handler.ts';
import type { NestFile } from '../nest-file.ts';

/** A pipe on a handler or its class that fails on the socket or the ack, which pass it as well. */
export interface MisappliedPipe {
  readonly pipe: Enhancer;
  /** It checks whatever it is handed, or has been told to check the socket too. */
  readonly kind: 'checksAll' | 'checksCustom';
}

/** The pipes of this name take a schema, and their documented forms check every value against it. */
const SCHEMA_PIPE = /^(?:Zod|Joi|Yup|Valibot)|SchemaPipe$/;

/**
 * The pipes on the class and the method of a handler that reject its messages over a value that is
 * no payload: pipes of a class or method run on every parameter that Nest fills. Nest's
 * `ValidationPipe` skips those of the type `custom`; its `Parse…Pipe`s do not. An imported schema
 * pipe that is built with a schema is taken not to look at `metadata.type`, and one of this file is
 * read.
 */
export function misappliedPipes(handler: MessageHandler): readonly MisappliedPipe[] {
  const { gateway, method, socket, ack, isBare } = handler;
  if (!isBare && !socket && !ack) return [];
  const { file } = gateway;
  return gateway.enhancers('pipes', method).flatMap((pipe): MisappliedPipe[] => {
    if (checksAll(pipe, file)) return [{ pipe, kind: 'checksAll' }];
    return checksCustom(pipe, file) && isSocketClass(socket?.type, file)
      ? [{ pipe, kind: 'checksCustom' }]
      : [];
  });
}

function checksAll(pipe: Enhancer, file: NestFile): boolean {
  const { name, isNest, model, args } = pipe;
  if (isNest) return isNamed(name, /^Parse(?!File)\w*Pipe$/);
  if (model) {
    const transform = model.findMethod('transform');
    return transform !== undefined && rejectsAnything(transform.function, file);
  }
  const [schema] = args ?? [];
  return (
    isNamed(name, SCHEMA_PIPE) &&
    schema !== undefined &&
    // Options are no schema: a pipe that has only those goes by the class of the payload.
    file.resolve(schema).type !== 'ObjectExpression'
  );
}

/**
 * Whether a `transform` checks its value against a schema in every case. One that reads its metadata
 * may let the socket pass, and so may one that leaves before the check or checks under a condition.
 */
function rejectsAnything(transform: FunctionNode, file: NestFile): boolean {
  const [value, metadata] = transform.params;
  if (!value) return false;
  if (metadata && file.variablesOf(transform, metadata).some(isRead)) return false;
  const routine = file.routine(transform);
  const variables = file.variablesOf(transform, value);
  const check = routine.calls.find(
    (call) =>
      isNamed(calleeName(call), /^(?:safe)?parse(?:Async)?$|^validate/i) &&
      isCheck(call, file) &&
      call.arguments.some((argument) => isOneOf(argument, variables, file)),
  );
  return (
    check !== undefined &&
    !isConditional(check) &&
    !mayPass(check, routine) &&
    !routine.returns.some(({ range }) => range[1] <= check.range[0])
  );
}

/**
 * Whether a value may pass that fails its check: the check answers with a result, or what it throws
 * is caught, and nothing is thrown after it.
 */
function mayPass(check: TSESTree.CallExpression, { throws }: Routine): boolean {
  const isQuiet =
    isNamed(calleeName(check), /^(?:safe|validate)/i) ||
    tryAround(check) !== undefined ||
    isRejectionHandled(check);
  return isQuiet && !throws.some(({ range }) => range[0] >= check.range[1]);
}

function isRead({ references }: Variable): boolean {
  return references.some((use) => use.isRead());
}

function isOneOf(node: TSESTree.Node, variables: readonly Variable[], file: NestFile): boolean {
  return (
    node.type === 'Identifier' &&
    variables.some((variable) => variable === file.bindings.variable(node))
  );
}

/** Whether a node of a function stands where the function may not come to. */
function isConditional(node: TSESTree.Node): boolean {
  let child = node;
  for (let { parent } = node; parent && !isFunction(child); { parent } = parent) {
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (parent.test !== child) return true;
        break;
      case 'LogicalExpression':
        if (parent.right === child) return true;
        break;
      case 'SwitchCase':
        return true;
      default:
    }
    child = parent;
  }
  return false;
}

/** Whether Nest's `ValidationPipe` is told to validate what other decorators hand over. */
function checksCustom(pipe: Enhancer, file: NestFile): boolean {
  if (!pipe.isNest || pipe.name !== 'ValidationPipe') return false;
  const option = enhancerOption(pipe, 'validateCustomDecorators', file);
  return option.kind === 'value' && option.value.type === 'Literal' && option.value.value === true;
}

/** Only of `Socket` itself is a class left for the pipe to validate: not of `any` or an interface. */
function isSocketClass(type: TSESTree.TypeNode | undefined, file: NestFile): boolean {
  const imported =
    type?.type === 'TSTypeReference' ? file.bindings.importOf(type.typeName) : undefined;
  return imported?.module === 'socket.io' && imported.name === 'Socket';
}

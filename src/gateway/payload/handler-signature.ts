import type { TSESTree } from '@typescript-eslint/utils';
import { literalString } from '../../ast/names.ts';
import { isFromPackage } from '../bindings.ts';
import { hasValidators } from './dto-class.ts';
import type { MessageHandler } from '../handler.ts';
import type { NestFile } from '../nest-file.ts';
import type { Parameter } from '../parameter.ts';
import { runtimeType } from './runtime-type.ts';
import { socketType } from '../sockets/server-property.ts';

/** What is wrong with the parameters of a handler, and the parameter that shows it. */
export interface SignatureFault {
  /**
   * `undecorated`: another parameter has a decorator, so this one is undefined. `socket`: it is typed
   * as a payload and stands where a handler without decorators gets the socket. `swapped`: and the
   * socket is typed where that handler gets the payload.
   */
  readonly kind: 'undecorated' | 'socket' | 'swapped';
  readonly parameter: Parameter;
}

/**
 * What Nest will not pass as the parameters of a handler expect it. Once one of them has a
 * decorator, Nest fills no other; without any it passes the socket, the payload and, from 11, the
 * ack. A base class may have decorated them: Nest inherits that with the method's name.
 */
export function signatureFault(handler: MessageHandler): SignatureFault | undefined {
  if (mayInheritDecorators(handler)) return undefined;
  const { parameters } = handler;
  if (!handler.isBare) {
    if (parameters.every(({ decorators }) => decorators.length === 0)) return undefined;
    const parameter = parameters.find((one, index) => index !== 2 && isLeftOut(one));
    return parameter && { kind: 'undecorated', parameter };
  }
  const { file } = handler.gateway;
  const [first, second] = parameters;
  if (first === undefined || isSocketType(first.type, file)) return undefined;
  if (isSocketType(second?.type, file)) return { kind: 'swapped', parameter: first };
  return isPayloadType(first, file) ? { kind: 'socket', parameter: first } : undefined;
}

/** An optional parameter, one with a default value and a rest say that nothing may be passed. */
function isLeftOut({ decorators, defaultValue, isRest, pattern }: Parameter): boolean {
  const isOptional = 'optional' in pattern && pattern.optional;
  return decorators.length === 0 && !defaultValue && !isRest && !isOptional;
}

function mayInheritDecorators({ gateway, method }: MessageHandler): boolean {
  if (gateway.class.hasUnseenBase) return true;
  return gateway.class.lineage
    .slice(1)
    .flatMap(({ methods }) => methods)
    .some(
      (inherited) =>
        inherited.name === method.name &&
        gateway.parametersOf(inherited).some(({ decorators }) => decorators.length > 0),
    );
}

/** Whether a type is that of a client: of Socket.IO, of its client library, of ws. */
function isSocketType(type: TSESTree.TypeNode | undefined, file: NestFile): boolean {
  if (socketType(type, file) === 'client') return true;
  const imported =
    type?.type === 'TSTypeReference' ? file.bindings.importOf(type.typeName) : undefined;
  return (
    imported !== undefined &&
    (isFromPackage(imported.module, 'ws') || isFromPackage(imported.module, 'socket.io-client'))
  );
}

/** Whether a parameter is typed as no socket can be: names of types and parameters say nothing. */
function isPayloadType(parameter: Parameter, file: NestFile): boolean {
  const type = runtimeType(parameter, file);
  switch (type.kind) {
    case 'array':
    case 'builtin':
      return true;
    case 'class':
      return type.model ? hasValidators(type.model, file) === 'yes' : type.validates === 'yes';
    case 'none':
      return parameter.type !== undefined && isPlainData(parameter.type, file);
    default:
      return false;
  }
}

/** What a socket has, or what projects put on it: a type with one of these may describe a socket. */
const OF_SOCKETS = new Set(
  'adapter client conn connected data disconnected handshake id isAlive nsp readyState recovered request rooms server session url user userId'.split(
    ' ',
  ),
);

/** Whether a type is an object of plain properties, none of which a socket is known to have. */
function isPlainData(type: TSESTree.TypeNode, file: NestFile, depth = 4): boolean {
  if (type.type === 'TSTupleType') return true;
  if (type.type === 'TSTypeLiteral') return type.members.length > 0 && areData(type.members, file);
  if (depth === 0 || type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') {
    return false;
  }
  const [node, ...others] = file.declarationsOf(type.typeName);
  if (others.length > 0) return false;
  if (node?.type === 'TSTypeAliasDeclaration') {
    return isPlainData(node.typeAnnotation, file, depth - 1);
  }
  return (
    node?.type === 'TSInterfaceDeclaration' &&
    node.extends.length === 0 &&
    node.body.body.length > 0 &&
    areData(node.body.body, file)
  );
}

function areData(members: readonly TSESTree.TypeElement[], file: NestFile): boolean {
  return members.every((member) => {
    if (member.type !== 'TSPropertySignature') return false;
    const name = memberKey(member);
    const type = member.typeAnnotation?.typeAnnotation;
    return (
      name !== undefined &&
      !OF_SOCKETS.has(name) &&
      type?.type !== 'TSFunctionType' &&
      socketType(type, file) === undefined
    );
  });
}

function memberKey({ key, computed }: TSESTree.TSPropertySignature): string | undefined {
  return !computed && key.type === 'Identifier' ? key.name : literalString(key);
}

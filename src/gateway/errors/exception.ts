import type { TSESTree } from '@typescript-eslint/utils';
import { outcomes } from '../../ast/outcomes.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import { isGlobalNamed } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';

/** The `HttpException`s of `@nestjs/common`, and what each says when it is made without a message. */
const HTTP_EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['BadGatewayException', 'Bad Gateway'],
  ['BadRequestException', 'Bad Request'],
  ['ConflictException', 'Conflict'],
  ['ForbiddenException', 'Forbidden'],
  ['GatewayTimeoutException', 'Gateway Timeout'],
  ['GoneException', 'Gone'],
  ['HttpException', 'Http Exception'],
  ['HttpVersionNotSupportedException', 'HTTP Version Not Supported'],
  ['ImATeapotException', "I'm a teapot"],
  ['InternalServerErrorException', 'Internal Server Error'],
  ['MethodNotAllowedException', 'Method Not Allowed'],
  ['MisdirectedException', 'Misdirected'],
  ['NotAcceptableException', 'Not Acceptable'],
  ['NotFoundException', 'Not Found'],
  ['NotImplementedException', 'Not Implemented'],
  ['PayloadTooLargeException', 'Payload Too Large'],
  ['PreconditionFailedException', 'Precondition Failed'],
  ['RequestTimeoutException', 'Request Timeout'],
  ['ServiceUnavailableException', 'Service Unavailable'],
  ['UnauthorizedException', 'Unauthorized'],
  ['UnprocessableEntityException', 'Unprocessable Entity'],
  ['UnsupportedMediaTypeException', 'Unsupported Media Type'],
]);

/**
 * What a thrown or returned value is to a gateway: Nest's `WsException`, one of Nest's
 * `HttpException`s, neither, or a value of which this file does not say what it is.
 */
export type ExceptionKind = 'ws' | 'http' | 'other' | 'unknown';

/** An exception that a statement throws, and what it is. */
export interface Exception {
  readonly kind: ExceptionKind;
  /** The expression that makes it, resolved. */
  readonly value: TSESTree.Node;
  /** The class it is made of, as it is written. */
  readonly callee: TSESTree.Node | undefined;
}

/** What an expression may come to, as exceptions: both sides of `throw a ? new X() : new Y()`. */
export function readExceptions(node: TSESTree.Node, file: NestFile): readonly Exception[] {
  return outcomes(node)
    .flatMap((outcome) => outcomes(file.resolve(outcome)))
    .map((value) => {
      if (value.type !== 'NewExpression') {
        return { kind: isPlain(value) ? 'other' : 'unknown', value, callee: undefined };
      }
      const callee = skipWrappers(value.callee);
      return { kind: kindOfClass(callee, file), value, callee };
    });
}

/**
 * What an exception class of Nest's `HttpException` family says when it is made without a message;
 * undefined for any other class.
 */
export function httpMessage(callee: TSESTree.Node, file: NestFile): string | undefined {
  const name = file.bindings.nestName(callee, '@nestjs/common');
  return name === undefined ? undefined : HTTP_EXCEPTIONS.get(name);
}

/** A class of this file is what the last of the classes above it extends. */
function kindOfClass(callee: TSESTree.Node, file: NestFile): ExceptionKind {
  const model = file.classOf(callee);
  const top = model ? model.lineage.at(-1)?.node.superClass : callee;
  if (!top) return 'other';
  if (file.bindings.nestName(top, '@nestjs/websockets') === 'WsException') return 'ws';
  if (httpMessage(top, file) !== undefined) return 'http';
  return isGlobalNamed(top, ERRORS, file) ? 'other' : 'unknown';
}

/** The error classes of the language. */
const ERRORS = new Set([
  'AggregateError',
  'Error',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
]);

function isPlain({ type }: TSESTree.Node): boolean {
  return type === 'Literal' || type === 'TemplateLiteral' || type === 'ObjectExpression';
}

import type { TSESTree } from '@typescript-eslint/utils';
import { literalString } from '../../ast/names.ts';
import { OriginReader, type OriginKind } from './cors-origin.ts';
import { askedForByEnv, isEnv } from '../env.ts';
import type { Gateway } from '../gateway.ts';
import { isUndefined } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';

export type CorsKind =
  | 'absent'
  /** `origin` stands beside `cors`, where Nest does not look for it. */
  | 'origin-outside'
  /** A truthy value that is no object. */
  | 'not-an-object'
  | 'no-origin'
  /** Closed on purpose, taken from elsewhere, or not to be seen. */
  | 'unobjectionable'
  | Exclude<OriginKind, 'closed' | 'elsewhere'>;

/** What the `cors` option of a gateway amounts to. */
export interface Cors {
  readonly kind: CorsKind;
  /** Where that is written. */
  readonly node: TSESTree.Node;
  /** `credentials: true` stands beside the origin. */
  readonly hasCredentials: boolean;
  /** The origins that are written out. */
  readonly literals: readonly string[];
}

/** How many values of `cors` may stand behind one another in tests and fallbacks. */
const DEPTH = 8;

/**
 * Reads the `cors` option of a gateway's decorator as Socket.IO takes it: falsy is closed, and
 * anything truthy without an `origin` opens to every origin. Of several values that the option may
 * have (`a || b`, `test ? a : b`) the first objectionable one counts. An option that may be set by a
 * decorator or a spread from elsewhere is unobjectionable, and so is any where `transports` leaves
 * nobody to poll.
 */
export function readCors(gateway: Gateway): Cors {
  const { file, decorator } = gateway;
  const head = decorator?.callee ?? gateway.head;
  const cors = gateway.option('cors');
  if (cors.kind === 'unknown' || !mayPoll(gateway)) return found('unobjectionable', head);
  if (cors.kind === 'absent' || isUndefined(cors.value, file)) {
    const outside = gateway.option('origin');
    if (outside.kind === 'value') return found('origin-outside', outside.property);
    const isElsewhere = outside.kind === 'unknown' || gateway.hasUnknownDecorator;
    return found(isElsewhere ? 'unobjectionable' : 'absent', head);
  }
  const values = alternatives(cors.written, file, DEPTH).map((value) => readValue(value, file));
  return values.find(({ kind }) => kind !== 'unobjectionable') ?? found('unobjectionable', head);
}

/** Whether clients may poll: the other transports know no CORS. */
function mayPoll(gateway: Gateway): boolean {
  const transports = gateway.option('transports');
  if (transports.kind !== 'value' || transports.value.type !== 'ArrayExpression') return true;
  return transports.value.elements.some((element) => {
    const name = element && literalString(gateway.file.resolve(element));
    return name !== 'websocket' && name !== 'webtransport';
  });
}

/** The values that an expression may have, as they are written. */
function alternatives(written: TSESTree.Node, file: NestFile, depth: number): TSESTree.Node[] {
  const value = file.resolve(written);
  const sides = depth === 0 ? [] : branches(value, file);
  return sides.length === 0
    ? [written]
    : sides.flatMap((side) => alternatives(side, file, depth - 1));
}

function branches(value: TSESTree.Node, file: NestFile): TSESTree.Node[] {
  if (value.type === 'ConditionalExpression') {
    const asked = askedForByEnv(value, file);
    return [value.consequent, value.alternate].filter((branch) => branch !== asked);
  }
  if (value.type !== 'LogicalExpression') return [];
  // The left side of `&&` only comes out when it is falsy, and so closed.
  return value.operator === '&&' ? [value.right] : [value.left, value.right];
}

function readValue(written: TSESTree.Node, file: NestFile): Cors {
  const value = file.resolve(written);
  if (value.type === 'ArrayExpression') return found('no-origin', written);
  if (value.type !== 'ObjectExpression') {
    return found(isTruthyScalar(value, file) ? 'not-an-object' : 'unobjectionable', written);
  }
  const origin = file.option(value, 'origin');
  if (origin.kind === 'unknown') return found('unobjectionable', written);
  if (origin.kind === 'absent') return found('no-origin', written);
  const { kind, node, literals } = new OriginReader(file).read(origin.written);
  if (kind === 'closed' || kind === 'elsewhere') return found('unobjectionable', written);
  const credentials = file.option(value, 'credentials');
  const hasCredentials =
    credentials.kind === 'value' &&
    credentials.value.type === 'Literal' &&
    credentials.value.value === true;
  return { kind, node, hasCredentials, literals };
}

function found(kind: CorsKind, node: TSESTree.Node): Cors {
  return { kind, node, hasCredentials: false, literals: [] };
}

/** `true`, a number, a text that is not empty, or a variable of the environment: text when set. */
function isTruthyScalar(value: TSESTree.Node, file: NestFile): boolean {
  const text = literalString(value);
  if (text !== undefined) return text !== '';
  switch (value.type) {
    case 'Literal':
      return Boolean(value.value);
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return value.operator === '+' && [value.left, value.right].some(isText);
    default:
      return isEnv(value, file.bindings);
  }
}

/** Whether an operand makes a text of a sum. */
function isText(node: TSESTree.Node): boolean {
  return node.type === 'TemplateLiteral' || Boolean(literalString(node));
}

import type { TSESTree } from '@typescript-eslint/utils';
import { literalString } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import { isEnv } from './env.ts';
import type { Gateway } from './gateway.ts';
import type { NestFile } from './nest-file.ts';

/** What the `cors` option of a gateway amounts to, and where that is written. */
export interface Cors {
  readonly kind:
    | 'absent'
    /** `origin` stands beside `cors`, where Nest does not look for it. */
    | 'origin-outside'
    /** A truthy value that is no object. */
    | 'not-an-object'
    | 'no-origin'
    /** Closed on purpose, taken from the environment, decided by a function, or not to be seen. */
    | 'unobjectionable'
    | OriginKind;
  readonly node: TSESTree.Node;
  /** `credentials: true` stands beside the origin. */
  readonly hasCredentials: boolean;
  /** The origins that are written out. */
  readonly literals: readonly string[];
}

export type OriginKind =
  'wildcard' | 'reflected' | 'wildcard-fallback' | 'wildcard-in-list' | 'comma' | 'literal';

interface Origin {
  readonly kind: OriginKind | 'env' | 'unobjectionable';
  readonly literals: readonly string[];
}

const UNOBJECTIONABLE: Origin = { kind: 'unobjectionable', literals: [] };
const ENV: Origin = { kind: 'env', literals: [] };

/**
 * Reads the `cors` option of a gateway's decorator as Socket.IO's `cors` package takes it:
 * everything truthy that is no object, and an object without `origin`, opens to every origin.
 */
export function readCors(gateway: Gateway): Cors {
  const { file, decorator } = gateway;
  const head = decorator?.node ?? gateway.head;
  const cors = gateway.option('cors');
  if (cors.kind === 'unknown' || decorator === undefined) return found('unobjectionable', head);
  if (cors.kind === 'absent' || isUndefined(cors.value, file)) {
    const outside = gateway.option('origin');
    return outside.kind === 'value'
      ? found('origin-outside', outside.property)
      : found('absent', head);
  }
  const { value, written } = cors;
  if (value.type !== 'ObjectExpression') {
    return found(opensAsValue(value, file) ? 'not-an-object' : 'unobjectionable', written);
  }
  const origin = file.option(value, 'origin');
  if (origin.kind === 'unknown') return found('unobjectionable', written);
  if (origin.kind === 'absent') return found('no-origin', written);
  const credentials = file.option(value, 'credentials');
  const { kind, literals } = readOrigin(origin.value, file);
  return {
    kind: kind === 'env' ? 'unobjectionable' : kind,
    node: origin.written,
    hasCredentials:
      credentials.kind === 'value' &&
      credentials.value.type === 'Literal' &&
      credentials.value.value === true,
    literals,
  };
}

function found(kind: Cors['kind'], node: TSESTree.Node): Cors {
  return { kind, node, hasCredentials: false, literals: [] };
}

/** `true`, a text that is not empty, or a variable of the environment, which is text when set. */
function opensAsValue(value: TSESTree.Node, file: NestFile): boolean {
  const text = literalString(value);
  if (text !== undefined) return text !== '';
  if (value.type === 'TemplateLiteral') return true;
  if (value.type === 'Literal') return value.value === true || typeof value.value === 'number';
  return isEnv(value, file.bindings);
}

function readOrigin(node: TSESTree.Node, file: NestFile): Origin {
  const value = file.resolve(node);
  const text = literalString(value);
  if (text !== undefined) return ofText(text);
  switch (value.type) {
    case 'Literal':
      if ('regex' in value) {
        return isMatchAll(value.regex.pattern)
          ? { kind: 'reflected', literals: [] }
          : UNOBJECTIONABLE;
      }
      return value.value === true ? { kind: 'reflected', literals: [] } : UNOBJECTIONABLE;
    case 'ArrayExpression':
      return ofList(value.elements.map((element) => element && readElement(element, file)));
    case 'LogicalExpression':
      return ofFallback(readOrigin(value.left, file), readOrigin(value.right, file));
    case 'ConditionalExpression':
      return ofChoice(readOrigin(value.consequent, file), readOrigin(value.alternate, file));
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return ofPieces(value, file);
    default:
      return mentionsEnv(value, file) ? ENV : UNOBJECTIONABLE;
  }
}

function readElement(element: TSESTree.Node, file: NestFile): Origin {
  return element.type === 'SpreadElement'
    ? readOrigin(element.argument, file)
    : readOrigin(element, file);
}

function ofText(text: string): Origin {
  if (text === '*') return { kind: 'wildcard', literals: [] };
  if (text === '') return UNOBJECTIONABLE;
  return { kind: text.includes(',') ? 'comma' : 'literal', literals: [text] };
}

/** A template or a concatenation: hard-coded unless the environment takes part in it. */
function ofPieces(value: TSESTree.TemplateLiteral | TSESTree.BinaryExpression, file: NestFile) {
  if (mentionsEnv(value, file)) return ENV;
  const parts = value.type === 'TemplateLiteral' ? value.expressions : [value.left, value.right];
  return parts.every((part) => isText(part, file))
    ? { kind: 'literal' as const, literals: [file.sourceCode.getText(value)] }
    : UNOBJECTIONABLE;
}

function isText(node: TSESTree.Node, file: NestFile): boolean {
  const value = file.resolve(node);
  return (
    value.type === 'Literal' ||
    (value.type === 'TemplateLiteral' && value.expressions.every((part) => isText(part, file))) ||
    (value.type === 'BinaryExpression' && isText(value.left, file) && isText(value.right, file))
  );
}

/** An element of the environment does not excuse a literal beside it. */
function ofList(elements: readonly (Origin | null)[]): Origin {
  const kinds = elements.map((element) => element?.kind);
  const literals = elements.flatMap((element) => element?.literals ?? []);
  if (kinds.includes('wildcard')) return { kind: 'wildcard-in-list', literals };
  if (kinds.includes('wildcard-in-list')) return { kind: 'wildcard-in-list', literals };
  if (kinds.includes('reflected')) return { kind: 'reflected', literals };
  return literals.length > 0 ? { kind: 'literal', literals } : UNOBJECTIONABLE;
}

/** `left || right`, `left ?? right`: what stands when the environment is silent. */
function ofFallback(left: Origin, right: Origin): Origin {
  if (isOpen(right) && left.kind !== 'literal') return { kind: 'wildcard-fallback', literals: [] };
  if (left.kind === 'literal' || isOpen(left)) return left;
  return left.kind === 'env' ? ENV : UNOBJECTIONABLE;
}

/** `test ? a : b`: the environment must be in a value, not only in the test. */
function ofChoice(a: Origin, b: Origin): Origin {
  if (isOpen(a) || isOpen(b)) return { kind: 'wildcard-fallback', literals: [] };
  if (a.kind === 'env' || b.kind === 'env') return ENV;
  if (a.literals.length > 0 && b.literals.length > 0) {
    return { kind: 'literal', literals: [...a.literals, ...b.literals] };
  }
  return UNOBJECTIONABLE;
}

function isOpen({ kind }: Origin): boolean {
  return kind === 'wildcard' || kind === 'reflected' || kind === 'wildcard-fallback';
}

/** Whether a variable of the environment stands anywhere in an expression. */
function mentionsEnv(value: TSESTree.Node, file: NestFile): boolean {
  if (isEnv(value, file.bindings)) return true;
  const { members, identifiers } = file.routine(value);
  return (
    members.some((member) => isEnv(member, file.bindings)) ||
    identifiers.some(
      (identifier) =>
        (identifier.parent.type !== 'MemberExpression' ||
          identifier.parent.object === identifier) &&
        (isEnv(identifier, file.bindings) || isConstFromEnv(identifier, file)),
    )
  );
}

function isConstFromEnv(identifier: TSESTree.Identifier, file: NestFile): boolean {
  const value = file.resolve(identifier);
  return value !== identifier && mentionsEnv(value, file);
}

/** Patterns that no origin fails: any text, with or without anchors and a group around it. */
function isMatchAll(pattern: string): boolean {
  const core = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/^\((?:\?:)?(.*)\)$/, '$1');
  return /^(?:\.[*+]\??|\[\\s\\S\][*+]|)$/.test(core);
}

function isUndefined(value: TSESTree.Node, file: NestFile): boolean {
  const target = skipWrappers(value);
  return (
    target.type === 'Identifier' &&
    target.name === 'undefined' &&
    !file.bindings.variable(target)?.defs.length
  );
}

import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction } from '../../ast/functions.ts';
import { literalString } from '../../ast/names.ts';
import type { ClassModel } from '../class-model.ts';
import { findPart, type DecoratorUse } from '../decorator.ts';
import type { Gateway } from '../gateway.ts';
import { isUndefined } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';

/** A `@SubscribeMessage()` that no message reaches, or a class whose subscriptions nothing serves. */
export type DeadSubscription =
  | {
      readonly kind: 'no-gateway' | 'static' | 'property' | 'stacked';
      readonly node: TSESTree.Node;
    }
  | {
      readonly kind: 'pattern' | 'reserved';
      readonly node: TSESTree.Node;
      /** The event that Nest subscribes to. */
      readonly event: string;
    };

/** What Socket.IO itself emits: a client cannot, so a subscription to it never fires. */
const RESERVED = new Set(['connect', 'connection', 'disconnect']);

/** Whether a class of the file subscribes to a message. */
export function hasSubscriptions(file: NestFile): boolean {
  return [...file.classes].some(subscribes);
}

/**
 * The subscriptions of a file that no message reaches. A class that may be a gateway through another
 * file (it extends one, is abstract, is extended here, is made inside a function or handed to one, or
 * carries a decorator that this file does not explain) counts as one.
 */
export function deadSubscriptions(file: NestFile): readonly DeadSubscription[] {
  const bases = new Set([...file.classes].map(({ base }) => base));
  const gateways = new Map(file.gateways.map((gateway) => [gateway.class, gateway]));
  return [...file.classes].filter(subscribes).flatMap((model) => {
    const gateway = gateways.get(model);
    if (gateway || bases.has(model) || mayBecomeGateway(model, file)) {
      return inGateway(model, gateway, file);
    }
    return [{ kind: 'no-gateway' as const, node: model.head }];
  });
}

function inGateway(
  model: ClassModel,
  gateway: Gateway | undefined,
  file: NestFile,
): readonly DeadSubscription[] {
  const { methods, fields } = model;
  return [...methods, ...fields].flatMap(({ node, decorators, isStatic }) => {
    const [bound, ...stacked] = decorators.filter(isSubscription);
    if (!bound) return [];
    if (node.type === 'PropertyDefinition') return [{ kind: 'property', node: bound.node }];
    if (isStatic) return [{ kind: 'static', node: bound.node }];
    return [
      ...ofPattern(bound, gateway, file),
      ...stacked.map((use) => ({ kind: 'stacked' as const, node: use.node })),
    ];
  });
}

/** `WsAdapter` looks events up in a Map, where `undefined` and `'disconnect'` are keys as others. */
function ofPattern(
  bound: DecoratorUse,
  gateway: Gateway | undefined,
  file: NestFile,
): readonly DeadSubscription[] {
  if (gateway?.platform === 'ws') return [];
  const use = findPart(bound, isSubscribeMessage);
  const argument = use?.args[0];
  const node = use === bound && argument ? argument : bound.node;
  if (argument === undefined || isUndefined(argument, file)) {
    return [{ kind: 'pattern', node, event: 'undefined' }];
  }
  const pattern = file.resolve(argument);
  if (pattern.type === 'ObjectExpression') {
    return [{ kind: 'pattern', node, event: '[object Object]' }];
  }
  if (pattern.type === 'ArrayExpression') {
    return [{ kind: 'pattern', node, event: eventOfList(pattern, file) }];
  }
  const event = literalString(pattern);
  return event !== undefined && RESERVED.has(event) ? [{ kind: 'reserved', node, event }] : [];
}

/** What Nest makes of a list of events: one event, its texts joined by commas. */
function eventOfList({ elements }: TSESTree.ArrayExpression, file: NestFile): string {
  return elements
    .map((element) => {
      const text = element ? literalString(file.resolve(element)) : '';
      return text ?? '…';
    })
    .join(',');
}

function subscribes({ methods, fields }: ClassModel): boolean {
  return (
    methods.some(({ decorators }) => decorators.some(isSubscription)) ||
    fields.some(({ decorators }) => decorators.some(isSubscription))
  );
}

function isSubscription(use: DecoratorUse): boolean {
  return findPart(use, isSubscribeMessage) !== undefined;
}

function isSubscribeMessage({ websockets }: DecoratorUse): boolean {
  return websockets === 'SubscribeMessage';
}

function mayBecomeGateway({ node, decorators }: ClassModel, { sourceCode }: NestFile): boolean {
  return (
    node.type === 'ClassExpression' ||
    Boolean(node.superClass) ||
    node.abstract ||
    decorators.some((use) => !use.isKnown) ||
    enclosingFunction(node) !== undefined ||
    sourceCode
      .getDeclaredVariables(node)
      .some(({ references }) => references.some(({ identifier }) => isHandedOn(identifier)))
  );
}

/** `WebSocketGateway()(ChatEvents)`, `class ChatGateway extends Secured(ChatEvents)`. */
function isHandedOn(identifier: TSESTree.Node): boolean {
  return identifier.parent?.type === 'CallExpression';
}

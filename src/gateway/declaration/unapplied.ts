import type { Method } from '../class-model.ts';
import type { DecoratorUse } from '../decorator.ts';
import { findPart, withParts } from '../decorator.ts';
import { subscriptionOf, type Gateway } from '../gateway.ts';
import { isHookName } from '../hook.ts';

/** A decorator that Nest reads on a message handler only, where Nest does not look for it. */
export interface Unapplied {
  readonly use: DecoratorUse;
  /** The name of the enhancer or parameter decorator, as Nest exports it. */
  readonly name: string;
  readonly kind: 'enhancer' | 'parameter';
  readonly method: Method;
  /** Whether Nest calls the method, as a lifecycle hook, or leaves it to the class itself. */
  readonly isHook: boolean;
}

const ENHANCERS = new Set<string | undefined>([
  'UseFilters',
  'UseGuards',
  'UseInterceptors',
  'UsePipes',
]);
const PARAMETERS = new Set(['ConnectedSocket', 'MessageBody']);

/**
 * The enhancers and parameter decorators that stand on a lifecycle hook or on a method that is no
 * handler. A method that carries any decorator from outside Nest's common and websockets packages
 * may be called by another part of the framework, which reads them; it is left alone.
 */
export function unappliedDecorators(gateway: Gateway): readonly Unapplied[] {
  return gateway.class.methods.flatMap((method) => {
    if (subscriptionOf(method) || !method.decorators.every(isPlainNest)) return [];
    if (isRoute(method) && isController(gateway)) return [];
    const isHook = isHookName(method.name) && !method.isStatic;
    const enhancers = method.decorators.flatMap((use): Unapplied[] => {
      const name = findPart(use, ({ common }) => ENHANCERS.has(common))?.common;
      return name === undefined ? [] : [{ use, name, kind: 'enhancer', method, isHook }];
    });
    const parameters = gateway.parametersOf(method).flatMap(({ decorators }) =>
      decorators.flatMap((use): Unapplied[] => {
        const name = use.websockets ?? '';
        return PARAMETERS.has(name) ? [{ use, name, kind: 'parameter', method, isHook }] : [];
      }),
    );
    return [...enhancers, ...parameters];
  });
}

/** Whether a decorator is one of Nest's two packages, or is put together from those alone. */
function isPlainNest({ common, websockets, parts }: DecoratorUse): boolean {
  if (common !== undefined || websockets !== undefined) return true;
  return parts.length > 0 && parts.every(isPlainNest);
}

const ROUTES = new Set<string | undefined>(
  'Get Post Put Patch Delete Options Head All Search Sse'.split(' '),
);

function isRoute({ decorators }: Method): boolean {
  return withParts(decorators).some(({ common }) => ROUTES.has(common));
}

function isController(gateway: Gateway): boolean {
  return withParts(gateway.class.decorators).some(({ common }) => common === 'Controller');
}

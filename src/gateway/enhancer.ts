import type { TSESTree } from '@typescript-eslint/utils';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { ClassModel } from './class-model.ts';
import { withParts, type DecoratorUse } from './decorator.ts';
import type { NestFile } from './nest-file.ts';

export type EnhancerKind = 'pipes' | 'guards' | 'filters' | 'interceptors';

const DECORATOR_OF: Readonly<Record<EnhancerKind, string>> = {
  pipes: 'UsePipes',
  guards: 'UseGuards',
  filters: 'UseFilters',
  interceptors: 'UseInterceptors',
};

/** A pipe, guard, filter or interceptor as it is handed to a decorator. */
export interface Enhancer {
  /** The argument as it is written. */
  readonly node: TSESTree.Node;
  /**
   * The name of its class: as its module exports it, or as this file declares it. Undefined where
   * the argument is no class that can be named: a variable, a call, a member of `this`.
   */
  readonly name: string | undefined;
  /** Whether its class comes from `@nestjs/common` or `@nestjs/websockets`. */
  readonly isNest: boolean;
  /** Its class, where this file declares it. */
  readonly model: ClassModel | undefined;
  /** The arguments of `new X(…)`; undefined for a class that Nest instantiates. */
  readonly args: readonly TSESTree.CallExpressionArgument[] | undefined;
}

/** Reads an argument of `@UsePipes()`, `@MessageBody()` and the like. */
export function readEnhancer(node: TSESTree.Node, file: NestFile): Enhancer {
  const value = file.resolve(node);
  const target = value.type === 'NewExpression' ? skipWrappers(value.callee) : value;
  const model = file.classOf(target);
  const imported = model ? undefined : file.bindings.importOf(target);
  const isUnnamed =
    imported === undefined ||
    // An imported value in lower case is an instance, made somewhere this file does not show.
    (value.type !== 'NewExpression' && !/^[A-Z]/.test(localName(target)));
  const name = imported?.name === 'default' ? localName(target) : imported?.name;
  return {
    node,
    name: model?.name ?? (isUnnamed ? undefined : name),
    isNest: file.bindings.nestName(target, '@nestjs/common', '@nestjs/websockets') !== undefined,
    model,
    args: value.type === 'NewExpression' ? value.arguments : undefined,
  };
}

/** The enhancers of a kind that a list of decorators applies, a composed decorator's included. */
export function readEnhancers(
  decorators: readonly DecoratorUse[],
  kind: EnhancerKind,
  file: NestFile,
): readonly Enhancer[] {
  return withParts(decorators)
    .filter(({ common }) => common === DECORATOR_OF[kind])
    .flatMap(({ args }) => args.map((argument) => readEnhancer(argument, file)));
}

/** The option of a `new X({ … })`: what its first argument says under a key. */
export function enhancerOption({ args }: Enhancer, key: string, file: NestFile) {
  const first = args?.[0];
  if (first === undefined) return { kind: 'absent' } as const;
  const object = file.resolve(first);
  return object.type === 'ObjectExpression'
    ? file.option(object, key)
    : ({ kind: 'unknown' } as const);
}

function localName(node: TSESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && node.property.type === 'Identifier'
    ? node.property.name
    : '';
}

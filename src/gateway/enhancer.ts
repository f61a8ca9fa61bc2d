import type { TSESTree } from '@typescript-eslint/utils';
import { isNamed } from '../ast/names.ts';
import { once } from '../ast/once.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { ImportedName } from './bindings.ts';
import type { ClassModel } from './class-model.ts';
import type { Option } from './constants.ts';
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
  /** The module its class is imported from, as it is written. */
  readonly module: string | undefined;
  /** Whether its class comes from `@nestjs/common` or `@nestjs/websockets`. */
  readonly isNest: boolean;
  /** Its class, where this file declares it. */
  readonly model: ClassModel | undefined;
  /** The `new X(…)` that makes it, here or in a const; undefined for a class that Nest instantiates. */
  readonly created: TSESTree.NewExpression | undefined;
  /** The arguments of that `new X(…)`. */
  readonly args: readonly TSESTree.CallExpressionArgument[] | undefined;
}

/** Reads an argument of `@UsePipes()`, `@MessageBody()` and the like. */
export function readEnhancer(node: TSESTree.Node, file: NestFile): Enhancer {
  const value = file.resolve(node);
  const created = value.type === 'NewExpression' ? value : undefined;
  // A const that holds a class is asked for by its name.
  const target = created
    ? skipWrappers(created.callee)
    : value.type === 'ClassExpression'
      ? skipWrappers(node)
      : value;
  const model = file.classOf(target);
  const imported = model ? undefined : file.bindings.importOf(target);
  return {
    node,
    name: model ? (model.name ?? localName(target)) : importedName(target, created, imported),
    module: imported?.module,
    isNest: file.bindings.nestName(target, '@nestjs/common', '@nestjs/websockets') !== undefined,
    model,
    created,
    args: created?.arguments,
  };
}

/**
 * Reads the arguments of `@UsePipes()` and the like. A spread array of the file is taken apart, once;
 * what another spread holds is one enhancer without a name.
 */
export function readEnhancerList(
  nodes: readonly TSESTree.Node[],
  file: NestFile,
): readonly Enhancer[] {
  const spreads = new Set<TSESTree.Node>();
  return nodes.flatMap((node) => read(node));

  function read(node: TSESTree.Node): readonly Enhancer[] {
    const spread = node.type === 'SpreadElement' ? file.resolve(node.argument) : undefined;
    if (spread?.type !== 'ArrayExpression') return [readEnhancer(node, file)];
    if (spreads.has(spread)) return [];
    spreads.add(spread);
    return spread.elements.flatMap((element) => (element ? read(element) : []));
  }
}

const kindsOf = once<readonly DecoratorUse[], { [Kind in EnhancerKind]?: readonly Enhancer[] }>(
  () => ({}),
);

/**
 * The enhancers of a kind that the decorators of a class or method apply, a composed decorator's
 * included; read once for each list.
 */
export function readEnhancers(
  decorators: readonly DecoratorUse[],
  kind: EnhancerKind,
  file: NestFile,
): readonly Enhancer[] {
  return (kindsOf(decorators)[kind] ??= withParts(decorators)
    .filter(({ common }) => common === DECORATOR_OF[kind])
    .flatMap(({ args }) => readEnhancerList(args, file)));
}

/**
 * The option of a `new X({ … })`: what its first argument says under a key. A class of this file
 * that is made without arguments says it in the `super({ … })` of its constructor.
 */
export function enhancerOption({ args, model }: Enhancer, key: string, file: NestFile): Option {
  const first = args?.[0] ?? (model && superArgument(model, file));
  if (first === undefined) return { kind: 'absent' };
  const object = file.resolve(first);
  if (object.type === 'ObjectExpression') return file.option(object, key);
  return { kind: object.type === 'Literal' ? 'absent' : 'unknown' };
}

function superArgument({ constructorFunction }: ClassModel, file: NestFile) {
  if (constructorFunction === undefined) return undefined;
  const { calls } = file.routine(constructorFunction);
  return calls.find(({ callee }) => callee.type === 'Super')?.arguments[0];
}

/** The name of an imported class, unless what is imported is an instance. */
function importedName(
  target: TSESTree.Node,
  created: TSESTree.NewExpression | undefined,
  imported: ImportedName | undefined,
): string | undefined {
  if (imported === undefined) return undefined;
  const name = imported.name === 'default' ? localName(target) : imported.name;
  return created || isClassName(name) ? name : undefined;
}

/** An imported value in lower case or in capitals alone is an instance, made somewhere unseen. */
function isClassName(name: string | undefined): boolean {
  return isNamed(name, /^[A-Z].*[a-z]/);
}

function localName(node: TSESTree.Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined;
}

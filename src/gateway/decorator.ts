import type { TSESTree } from '@typescript-eslint/utils';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Bindings, ImportedName } from './bindings.ts';
import type { NestFile } from './nest-file.ts';

/** A decorator as it stands on a class, a member or a parameter, or inside a composed one. */
export interface DecoratorUse {
  /** The decorator as it is written on the class, member or parameter. */
  readonly node: TSESTree.Decorator;
  /** What is called, or named without a call. */
  readonly callee: TSESTree.Node;
  readonly args: readonly TSESTree.CallExpressionArgument[];
  /** Where it was imported from, if it was. */
  readonly imported: ImportedName | undefined;
  /** Its name if it is one of `@nestjs/common`. */
  readonly common: string | undefined;
  /** Its name if it is one of `@nestjs/websockets`. */
  readonly websockets: string | undefined;
  /**
   * Whether what it does is known: it comes from a `@nestjs/*` package, or the file declares it and
   * puts it together from known ones.
   */
  readonly isKnown: boolean;
  /** The decorators that a decorator declared in this file is put together from. */
  readonly parts: readonly DecoratorUse[];
}

/** How deep a decorator of the file is taken apart. */
const DEPTH = 3;

/** Reads decorators: `@X`, `@X()`, `@ns.X()`, and those the file composes from others. */
export class DecoratorReader {
  readonly #file: NestFile;
  readonly #bindings: Bindings;
  readonly #uses = new Map<TSESTree.Decorator, DecoratorUse>();

  constructor(file: NestFile) {
    this.#file = file;
    this.#bindings = file.bindings;
  }

  read(node: TSESTree.Decorator): DecoratorUse {
    let use = this.#uses.get(node);
    if (use === undefined) {
      use = this.#use(node, skipWrappers(node.expression), 0, new Map());
      this.#uses.set(node, use);
    }
    return use;
  }

  /** @param taken - how deep each definition was taken apart: they may call one another many times */
  #use(
    node: TSESTree.Decorator,
    expression: TSESTree.Node,
    depth: number,
    taken: Map<TSESTree.Node, number>,
  ): DecoratorUse {
    const [callee, args] =
      expression.type === 'CallExpression'
        ? [skipWrappers(expression.callee), expression.arguments]
        : [expression, []];
    const imported = this.#bindings.importOf(callee);
    const isNest = imported !== undefined && this.#bindings.isNest(imported);
    const definition = imported ? undefined : this.#definition(callee);
    const parts =
      definition && depth < (taken.get(definition) ?? DEPTH)
        ? this.#parts(node, definition, depth, taken)
        : [];
    return {
      node,
      callee,
      args,
      imported,
      common: imported && this.#bindings.nameIn(imported, '@nestjs/common'),
      websockets: imported && this.#bindings.nameIn(imported, '@nestjs/websockets'),
      isKnown: isNest || (definition !== undefined && parts.every((part) => part.isKnown)),
      parts,
    };
  }

  /** The function or the value that a decorator of this file is declared as. */
  #definition(callee: TSESTree.Node): TSESTree.Node | undefined {
    if (callee.type !== 'Identifier') return undefined;
    const node = this.#bindings.variable(callee)?.defs[0]?.node;
    if (node?.type === 'FunctionDeclaration') return node;
    return node?.type === 'VariableDeclarator' ? (node.init ?? undefined) : undefined;
  }

  #parts(
    node: TSESTree.Decorator,
    definition: TSESTree.Node,
    depth: number,
    taken: Map<TSESTree.Node, number>,
  ): DecoratorUse[] {
    taken.set(definition, depth);
    const own = definition.type === 'CallExpression' ? [definition] : [];
    return [...own, ...this.#file.routine(definition).calls]
      .filter(
        (call) => call.callee.type !== 'MemberExpression' || this.#bindings.importOf(call.callee),
      )
      .map((call) => this.#use(node, call, depth + 1, taken));
  }
}

/** The decorators a list amounts to: each one, and what the file's own are put together from. */
export function withParts(uses: readonly DecoratorUse[]): readonly DecoratorUse[] {
  return uses.every((use) => use.parts.length === 0)
    ? uses
    : uses.flatMap((use) => [use, ...withParts(use.parts)]);
}

/** A decorator itself or the first of what it is put together from that passes a test. */
export function findPart(
  use: DecoratorUse,
  test: (part: DecoratorUse) => boolean,
): DecoratorUse | undefined {
  if (test(use)) return use;
  for (const part of use.parts) {
    const found = findPart(part, test);
    if (found) return found;
  }
  return undefined;
}

/** Whether a decorator goes by one of the names that options or settings list. */
export function goesBy(use: DecoratorUse, names: readonly string[]): boolean {
  const name = decoratorName(use);
  return names.some((one) => one === name);
}

/** A decorator's name as its module exports it, or as the file declares it. */
function decoratorName({ callee, imported }: DecoratorUse): string | undefined {
  if (imported && imported.name !== 'default') return imported.name;
  return callee.type === 'Identifier' ? callee.name : undefined;
}

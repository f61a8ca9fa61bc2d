import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction } from '../../ast/functions.ts';
import { calleeName, isNamed, receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import { isCaught, rejectionHandler } from '../../ast/try.ts';
import type { ClassModel, Method } from '../class-model.ts';
import { readCompanions } from './companion.ts';
import { throwsOutOf } from './escaping-throws.ts';
import { ContextUse } from './execution-context.ts';
import { LOG_METHODS } from '../logging.ts';
import type { NestFile } from '../nest-file.ts';

/** Calls that reach the client, or the acknowledgement that it waits for. */
const ANSWERS = new Set(['close', 'emit', 'emitWithAck', 'getArgByIndex', 'getArgs', 'send']);

/** Calls on the host that lead to the client. */
const GIVES_CLIENT = new Set(['getClient', 'switchToWs']);

/** An exception filter that gateways run, and what it does with an exception. */
export class FilterClass {
  readonly class: ClassModel;
  readonly #file: NestFile;
  readonly #context: ContextUse;

  constructor(model: ClassModel, file: NestFile) {
    this.class = model;
    this.#file = file;
    this.#context = new ContextUse(model, file);
  }

  /** The method that Nest calls, its own or that of a base class seen here. */
  get catchMethod(): Method | undefined {
    return this.class.findMethod('catch');
  }

  /** The `switchToHttp()` calls that a websocket message reaches, and no `getType()` test guards. */
  get httpContexts(): readonly TSESTree.CallExpression[] {
    return this.#context.switchesToHttp.filter(
      (call) => this.#context.runsForWs(call) === 'yes' && !this.#context.isTestedLater(call),
    );
  }

  /**
   * The class it extends, where that is the HTTP filter of `@nestjs/core` and a websocket message
   * reaches its `catch`: there is no own one, or the own one calls it.
   */
  get httpBase(): TSESTree.Node | undefined {
    const base = this.class.lineage.at(-1)?.node.superClass;
    if (!base || this.#file.bindings.nestName(base, '@nestjs/core') !== 'BaseExceptionFilter') {
      return undefined;
    }
    const method = this.catchMethod;
    const isReached =
      !method ||
      this.#file
        .routine(method.function)
        .calls.some((call) => isSuperCatch(call) && this.#context.runsForWs(call) === 'yes');
    return isReached ? base : undefined;
  }

  /** The `throw`s that leave `catch` for a websocket message. */
  get throws(): readonly TSESTree.ThrowStatement[] {
    const method = this.catchMethod;
    return method
      ? throwsOutOf(method.function, this.#file).filter(
          (statement) => this.#context.runsForWs(statement) === 'yes',
        )
      : [];
  }

  /** The first `await` of `catch` whose rejection nothing handles. */
  get unguardedAwait(): TSESTree.AwaitExpression | undefined {
    const method = this.catchMethod;
    return method
      ? this.#file
          .routine(method.function)
          .awaits.find(
            (node) =>
              mayReject(node, method) && !isCaught(node) && this.#context.runsForWs(node) === 'yes',
          )
      : undefined;
  }

  /**
   * Whether it may tell the client: it emits, sends or acknowledges, or hands the exception, the
   * client or the host to something that may. A class that extends one not seen here may as well.
   */
  get mayAnswer(): boolean {
    if (this.class.hasUnseenBase || this.class.node.abstract) return true;
    return this.class.lineage.some(({ node }) =>
      this.#file.routine(node).calls.some((call) => this.#mayAnswer(call)),
    );
  }

  #mayAnswer(call: TSESTree.CallExpression): boolean {
    const name = calleeName(call);
    if (isNamed(name, ANSWERS)) return true;
    if (isNamed(name, LOG_METHODS)) return false;
    const owner = receiver(call)?.type;
    const isOwn = owner === 'ThisExpression' || owner === 'Super';
    return !isOwn && call.arguments.some((argument) => this.#isHandedOver(argument));
  }

  /** Whether an argument is, or holds, a parameter other than the exception, or the client itself. */
  #isHandedOver(argument: TSESTree.Node): boolean {
    const value = skipWrappers(argument);
    switch (value.type) {
      case 'CallExpression':
        return isNamed(calleeName(value), GIVES_CLIENT);
      case 'ObjectExpression':
        return value.properties.some(
          (property) => property.type === 'Property' && this.#isHandedOver(property.value),
        );
      case 'Identifier':
        return this.#isHandedName(value);
      default:
        return false;
    }
  }

  #isHandedName(identifier: TSESTree.Identifier): boolean {
    const definition = this.#file.bindings.variable(identifier)?.defs[0];
    const node = definition?.node;
    if (node && isFunction(node)) {
      return definition.name !== this.catchMethod?.function.params[0];
    }
    if (node?.type !== 'VariableDeclarator') return false;
    return this.#file.routine(node).calls.some((call) => isNamed(calleeName(call), GIVES_CLIENT));
  }
}

/** The filters of a file that gateways run: those its gateways use, and those with `switchToWs()`. */
export const readFilters = once((file: NestFile): readonly FilterClass[] => {
  const models = new Set(readSwitchingFilters(file).map((filter) => filter.class));
  for (const gateway of file.gateways) {
    const methods = gateway.handlers.map(({ method }) => method);
    const used = [
      ...gateway.classEnhancers('filters'),
      ...methods.flatMap((method) => gateway.methodEnhancers('filters', method)),
    ];
    for (const { model } of used) if (model) models.add(model);
  }
  return [...models].map((model) => new FilterClass(model, file));
});

/** The `@Catch()` classes of a file with a `switchToWs()`, whoever uses them. */
export function readSwitchingFilters(file: NestFile): readonly FilterClass[] {
  return readCompanions(file)
    .filter(({ kind }) => kind === 'filter')
    .map((companion) => new FilterClass(companion.class, file));
}

function isSuperCatch(call: TSESTree.CallExpression): boolean {
  return receiver(call)?.type === 'Super' && calleeName(call) === 'catch';
}

/** Whether an `await` stands in the method itself, and what it waits for may reject. */
function mayReject(node: TSESTree.AwaitExpression, method: Method): boolean {
  return enclosingFunction(node) === method.function && !isSettled(node.argument);
}

/** Whether a promise is one that handles its own rejection: `x.catch(…)`. */
function isSettled(promise: TSESTree.Node): boolean {
  let first = skipWrappers(promise);
  while (first.type === 'CallExpression') {
    const name = calleeName(first);
    if (name === 'allSettled' || rejectionHandler(first)) return true;
    if (name !== 'then' && name !== 'finally') return false;
    first = receiver(first) ?? first.callee;
  }
  return false;
}

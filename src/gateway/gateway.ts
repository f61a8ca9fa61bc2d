import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed } from '../ast/names.ts';
import type { ClassModel, Method } from './class-model.ts';
import { ConnectionState } from './connection/connection-state.ts';
import type { Option } from './constants.ts';
import { goesBy, withParts, type DecoratorUse } from './decorator.ts';
import { readEnhancers, type Enhancer, type EnhancerKind } from './enhancer.ts';
import { MessageHandler } from './handler.ts';
import { isHookName, LifecycleHook, type HookName } from './hook.ts';
import { isEnv } from './env.ts';
import type { NestFile } from './nest-file.ts';
import { readParameter, type Parameter } from './parameter.ts';
import { readPlatform } from './platform.ts';
import type { Platform } from './settings.ts';

/**
 * A class that Nest serves websocket clients with.
 *
 * It is `decorated` when the class carries Nest's `@WebSocketGateway()`, or a decorator that stands
 * for it. It is `partial` when that is decided elsewhere (a base class, an unknown decorator, a
 * subclass of this file): what stands in it can be judged, what is missing from it can not.
 */
export class Gateway {
  readonly file: NestFile;
  readonly class: ClassModel;
  readonly kind: 'decorated' | 'partial';
  /** Nest's `@WebSocketGateway()` as it stands on the class. */
  readonly decorator: DecoratorUse | undefined;
  #handlers: readonly MessageHandler[] | undefined;
  #hooks: readonly LifecycleHook[] | undefined;
  readonly #inheritedHooks = new Map<HookName, LifecycleHook | undefined>();
  #platform: Platform | undefined;
  #state: ConnectionState | undefined;

  constructor(
    file: NestFile,
    model: ClassModel,
    kind: Gateway['kind'],
    decorator: DecoratorUse | undefined,
  ) {
    this.file = file;
    this.class = model;
    this.kind = kind;
    this.decorator = decorator;
  }

  get name(): string | undefined {
    return this.class.name;
  }

  /** Where a finding about the whole gateway is shown. */
  get head(): TSESTree.Node {
    return this.class.head;
  }

  /**
   * Whether all of the gateway is to be seen in this file: no base class elsewhere, and no subclass
   * that an abstract class waits for. Only then can a rule say that something is missing.
   */
  get isWhole(): boolean {
    const { hasUnseenBase, node } = this.class;
    return this.kind === 'decorated' && !hasUnseenBase && !node.abstract;
  }

  /** Whether a decorator on the class could do anything, a `@WebSocketGateway` with it. */
  get hasUnknownDecorator(): boolean {
    return this.class.lineage.some(({ decorators }) => this.#areUnknown(decorators));
  }

  get platform(): Platform {
    return (this.#platform ??= readPlatform(this));
  }

  /** What it keeps per client between messages. */
  get state(): ConnectionState {
    return (this.#state ??= new ConnectionState(this));
  }

  /** Its own handlers; those of a base class seen here belong to that class. */
  get handlers(): readonly MessageHandler[] {
    return (this.#handlers ??= this.class.methods.flatMap((method) => {
      const subscription = method.isStatic || method.isArrow ? undefined : subscriptionOf(method);
      return subscription ? [new MessageHandler(this, method, subscription)] : [];
    }));
  }

  /** Its own lifecycle hooks, arrow properties included, in the order of the source. */
  get hooks(): readonly LifecycleHook[] {
    return (this.#hooks ??= this.class.methods.flatMap((method) =>
      isHookName(method.name) && !method.isStatic
        ? [new LifecycleHook(this, method, method.name)]
        : [],
    ));
  }

  /** A lifecycle hook of its own or of a base class seen here. */
  hook(name: HookName): LifecycleHook | undefined {
    const own = this.hooks.find((hook) => hook.name === name);
    if (own) return own;
    if (!this.#inheritedHooks.has(name)) {
      const method = this.class.findMethod(name);
      this.#inheritedHooks.set(name, method && new LifecycleHook(this, method, name));
    }
    return this.#inheritedHooks.get(name);
  }

  /** The port: the first argument of the decorator where it is no options object. */
  get port(): TSESTree.Node | undefined {
    const first = this.decorator?.args[0];
    return first && this.file.resolve(first).type !== 'ObjectExpression' ? first : undefined;
  }

  /**
   * The options object of the decorator, resolved: `none` where there is none, `unknown` where it
   * cannot be seen.
   */
  get options(): TSESTree.ObjectExpression | 'none' | 'unknown' {
    if (this.decorator?.websockets === undefined) return this.#heldOptions;
    const { args } = this.decorator;
    if (args.some(({ type }) => type === 'SpreadElement')) return 'unknown';
    const [first, second] = args.map((argument) => this.file.resolve(argument));
    if (first === undefined) return 'none';
    if (first.type === 'ObjectExpression') return first;
    if (second === undefined) return isScalar(first, this.file) ? 'none' : 'unknown';
    return second.type === 'ObjectExpression' ? second : 'unknown';
  }

  /** The options in a decorator that a const of the file holds or chooses: `@Gateway class A {}`. */
  get #heldOptions(): TSESTree.ObjectExpression | 'unknown' {
    if (!this.decorator || this.decorator.node.expression.type === 'CallExpression') {
      return 'unknown';
    }
    const [held, ...others] = withParts(this.decorator.parts).filter(
      ({ websockets }) => websockets === 'WebSocketGateway',
    );
    const first = held?.args[0];
    const options = first && others.length === 0 ? this.file.resolve(first) : undefined;
    return options?.type === 'ObjectExpression' ? options : 'unknown';
  }

  /** What the decorator's options say under a key. */
  option(name: string): Option {
    const { options } = this;
    if (options === 'none') return { kind: 'absent' };
    return options === 'unknown' ? { kind: 'unknown' } : this.file.option(options, name);
  }

  /** The enhancers on the class and on the base classes seen here, which Nest inherits. */
  classEnhancers(kind: EnhancerKind): readonly Enhancer[] {
    return this.class.lineage.flatMap(({ decorators }) =>
      readEnhancers(decorators, kind, this.file),
    );
  }

  methodEnhancers(kind: EnhancerKind, method: Method): readonly Enhancer[] {
    return readEnhancers(method.decorators, kind, this.file);
  }

  /** The enhancers that a method runs behind, in the order in which Nest runs them. */
  enhancers(kind: EnhancerKind, method: Method): readonly Enhancer[] {
    return [...this.classEnhancers(kind), ...this.methodEnhancers(kind, method)];
  }

  /**
   * Whether something that is not an enhancer of this file may stand before a method: an unseen
   * base class or subclass, a decorator that this file does not explain, a global enhancer or a
   * decorator of the project's own, both from settings.
   */
  mayBeCovered(kind: 'pipes' | 'guards', method: Method): boolean {
    const { globalEnhancers, decorators } = this.file.settings;
    if (!this.isWhole || globalEnhancers.includes(kind)) return true;
    const standIns = kind === 'pipes' ? decorators.validates : decorators.guards;
    const uses = [...this.class.lineage.flatMap((model) => model.decorators), ...method.decorators];
    return this.#areUnknown(uses) || uses.some((use) => goesBy(use, standIns));
  }

  /** The parameters of one of its methods, without TypeScript's `this`, which is none at run time. */
  parametersOf(method: Method): readonly Parameter[] {
    return method.function.params
      .filter((node) => node.type !== 'Identifier' || node.name !== 'this')
      .map((node, index) => readParameter(node, index, (nodes) => this.file.readDecorators(nodes)));
  }

  #areUnknown(uses: readonly DecoratorUse[]): boolean {
    const { gateway } = this.file.settings.decorators;
    return uses.some((use) => !use.isKnown && !goesBy(use, gateway));
  }
}

/** The `@SubscribeMessage()` of a method, its own or inside a decorator of this file. */
export function subscriptionOf(method: Method): DecoratorUse | undefined {
  return withParts(method.decorators).find(({ websockets }) => websockets === 'SubscribeMessage');
}

const CONVERSIONS = new Set(['Number', 'parseInt', 'String']);

/** Whether a first argument cannot be an options object. */
function isScalar(node: TSESTree.Node, file: NestFile): boolean {
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'UnaryExpression':
      return true;
    case 'CallExpression':
      return isNamed(calleeName(node), CONVERSIONS);
    case 'LogicalExpression':
      return isScalar(node.left, file) && isScalar(node.right, file);
    default:
      return isEnv(node, file.bindings);
  }
}

import type { TSESTree } from '@typescript-eslint/utils';
import { literalString } from '../../ast/names.ts';
import type { Variable } from '../../ast/types.ts';
import { isValidatedInBody } from './body-validation.ts';
import type { Option } from '../constants.ts';
import type { DecoratorUse } from '../decorator.ts';
import { readEnhancerList, type Enhancer } from '../enhancer.ts';
import type { MessageHandler } from '../handler.ts';
import type { Parameter } from '../parameter.ts';

/** A parameter that receives the message body or one property of it. */
export class Payload {
  readonly handler: MessageHandler;
  readonly parameter: Parameter;
  /** The decorator that binds it; undefined in a bare handler. */
  readonly decorator: DecoratorUse | undefined;
  #pipes: readonly Enhancer[] | undefined;
  #variables: readonly Variable[] | undefined;
  #isValidatedInBody: boolean | undefined;

  constructor(handler: MessageHandler, parameter: Parameter, decorator: DecoratorUse | undefined) {
    this.handler = handler;
    this.parameter = parameter;
    this.decorator = decorator;
  }

  /** Where a finding about the payload is shown: the parameter without its decorators. */
  get loc(): TSESTree.SourceLocation {
    const { pattern, node } = this.parameter;
    return { start: pattern.loc.start, end: node.loc.end };
  }

  /** The property of `@MessageBody('property')`. */
  get property(): string | undefined {
    const [first] = this.#arguments;
    return first && literalString(first);
  }

  /** The pipes of its own: `@MessageBody(pipe)`, `@MessageBody('property', pipe)`. */
  get pipes(): readonly Enhancer[] {
    return (this.#pipes ??= readEnhancerList(
      this.#arguments.flatMap((argument) => {
        if (literalString(argument) !== undefined) return [];
        const pipes = this.#option(argument, 'pipes');
        if (pipes === undefined) return [argument];
        if (pipes.kind !== 'value') return [];
        return pipes.value.type === 'ArrayExpression'
          ? pipes.value.elements.filter((element) => element !== null)
          : [pipes.value];
      }),
      this.handler.gateway.file,
    ));
  }

  /** Whether it names a schema for a pipe to check against: `@MessageBody({ schema })`, from Nest 12. */
  get hasSchema(): boolean {
    return this.#arguments.some((argument) => this.#option(argument, 'schema')?.kind === 'value');
  }

  /** The variables it is bound to: one, or those of its pattern. */
  get variables(): readonly Variable[] {
    const { gateway, method } = this.handler;
    return (this.#variables ??= gateway.file.variablesOf(method.function, this.parameter.pattern));
  }

  /** Whether the body reads it, or anything taken from it. */
  get isRead(): boolean {
    return this.variables.some(({ references }) => references.some((use) => use.isRead()));
  }

  /** Whether the body checks it by hand; see `isValidatedInBody`. */
  get isValidatedInBody(): boolean {
    return (this.#isValidatedInBody ??= isValidatedInBody(this));
  }

  /** The decorator's arguments, resolved where that says more than an import's name. */
  get #arguments(): readonly TSESTree.Node[] {
    const { file } = this.handler.gateway;
    return (this.decorator?.args ?? []).map((argument) => {
      const value = file.resolve(argument);
      return literalString(value) === undefined && value.type !== 'ObjectExpression'
        ? argument
        : value;
    });
  }

  /** What an argument says under a key if it is an object of `pipes` and `schema`, and no pipe. */
  #option(argument: TSESTree.Node, key: 'pipes' | 'schema'): Option | undefined {
    if (argument.type !== 'ObjectExpression') return undefined;
    const { file } = this.handler.gateway;
    const options = ['pipes', 'schema'].map((name) => file.option(argument, name));
    return options.some(({ kind }) => kind === 'value') &&
      options.every(({ kind }) => kind !== 'unknown')
      ? file.option(argument, key)
      : undefined;
  }
}

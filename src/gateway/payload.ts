import type { TSESTree } from '@typescript-eslint/utils';
import { literalString } from '../ast/names.ts';
import type { Variable } from '../ast/types.ts';
import { isValidatedInBody } from './body-validation.ts';
import type { DecoratorUse } from './decorator.ts';
import { readEnhancer, type Enhancer } from './enhancer.ts';
import type { MessageHandler } from './handler.ts';
import type { Parameter } from './parameter.ts';

/** A parameter that receives the message body or one property of it. */
export class Payload {
  readonly handler: MessageHandler;
  readonly parameter: Parameter;
  /** The decorator that binds it; undefined in a bare handler. */
  readonly decorator: DecoratorUse | undefined;
  #pipes: readonly Enhancer[] | undefined;
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
    const first = this.decorator?.args[0];
    return first && literalString(first);
  }

  /** The pipes of its own: `@MessageBody(pipe)`, `@MessageBody('property', pipe)`. */
  get pipes(): readonly Enhancer[] {
    if (this.#pipes === undefined) {
      const { file } = this.handler.gateway;
      this.#pipes = (this.decorator?.args ?? [])
        .filter((argument) => literalString(argument) === undefined)
        .map((argument) => readEnhancer(argument, file));
    }
    return this.#pipes;
  }

  /** The variables it is bound to: one, or those of its pattern. */
  get variables(): readonly Variable[] {
    const { gateway, method } = this.handler;
    return gateway.file.variablesOf(method.function, this.parameter.pattern);
  }

  /** Whether the body reads it, or anything taken from it. */
  get isRead(): boolean {
    return this.variables.some(({ references }) => references.some((use) => use.isRead()));
  }

  /** Whether the body checks it by hand; see `isValidatedInBody`. */
  get isValidatedInBody(): boolean {
    return (this.#isValidatedInBody ??= isValidatedInBody(this));
  }
}

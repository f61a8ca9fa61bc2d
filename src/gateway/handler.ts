import type { TSESTree } from '@typescript-eslint/utils';
import type { Method } from './class-model.ts';
import { withParts, type DecoratorUse } from './decorator.ts';
import type { Gateway } from './gateway.ts';
import type { Parameter } from './parameter.ts';
import { Payload } from './payload/payload.ts';

/** A method that Nest binds to an event through `@SubscribeMessage()`. */
export class MessageHandler {
  readonly gateway: Gateway;
  readonly method: Method;
  /** The `@SubscribeMessage()` that binds it. */
  readonly subscription: DecoratorUse;
  readonly parameters: readonly Parameter[];
  #payloads: readonly Payload[] | undefined;

  constructor(gateway: Gateway, method: Method, subscription: DecoratorUse) {
    this.gateway = gateway;
    this.method = method;
    this.subscription = subscription;
    this.parameters = gateway.parametersOf(method);
  }

  get name(): string {
    return this.method.name;
  }

  /** Where a finding about the whole handler is shown: its name. */
  get head(): TSESTree.Node {
    return this.method.node.key;
  }

  /**
   * No parameter carries a decorator, nor does `@Bind()` give it one: Nest passes the socket, the
   * payload and, from 11, the ack.
   */
  get isBare(): boolean {
    return (
      this.parameters.every(({ decorators }) => decorators.length === 0) &&
      !this.method.decorators.some(({ common }) => common === 'Bind')
    );
  }

  /** The parameters that receive (a part of) the message body. */
  get payloads(): readonly Payload[] {
    return (this.#payloads ??= this.#readPayloads());
  }

  /** The parameter that receives the client's socket. */
  get socket(): Parameter | undefined {
    return this.isBare
      ? this.parameters[0]
      : this.parameters.find(({ decorators }) =>
          decorators.some(
            ({ websockets, common }) =>
              websockets === 'ConnectedSocket' || common === 'Req' || common === 'Request',
          ),
        );
  }

  /** The parameter that receives the acknowledgement callback: the third of a bare handler. */
  get ack(): Parameter | undefined {
    return this.isBare
      ? this.parameters[2]
      : this.parameters.find(({ decorators }) =>
          decorators.some(({ websockets }) => websockets === 'Ack'),
        );
  }

  /** Whether a decorator that this file does not explain, and that sees the client, fills a parameter. */
  get hasUnknownParameter(): boolean {
    return this.parameters.some(({ decorators }) => decorators.some(({ isKnown }) => !isKnown));
  }

  #readPayloads(): readonly Payload[] {
    if (this.isBare) {
      const second = this.parameters[1];
      return second ? [new Payload(this, second, undefined)] : [];
    }
    return this.parameters.flatMap((parameter) => {
      const body = withParts(parameter.decorators).find(isBodyDecorator);
      return body ? [new Payload(this, parameter, body)] : [];
    });
  }
}

/** `@MessageBody()`, or `@Body()`, which carries the same parameter number and works as well. */
export function isBodyDecorator({ websockets, common }: DecoratorUse): boolean {
  return websockets === 'MessageBody' || common === 'Body';
}

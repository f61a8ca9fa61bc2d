import type { TSESTree } from '@typescript-eslint/utils';
import type { Method } from './class-model.ts';
import type { Gateway } from './gateway.ts';
import type { Parameter } from './parameter.ts';

export type HookName = 'afterInit' | 'handleConnection' | 'handleDisconnect';

/** The interface of `@nestjs/websockets` that declares each lifecycle hook. */
export const HOOK_INTERFACES: Readonly<Record<HookName, string>> = {
  afterInit: 'OnGatewayInit',
  handleConnection: 'OnGatewayConnection',
  handleDisconnect: 'OnGatewayDisconnect',
};

/** A method or arrow property that Nest calls when the server starts or a client comes and goes. */
export class LifecycleHook {
  readonly gateway: Gateway;
  readonly method: Method;
  readonly name: HookName;
  readonly parameters: readonly Parameter[];

  constructor(gateway: Gateway, method: Method, name: HookName) {
    this.gateway = gateway;
    this.method = method;
    this.name = name;
    this.parameters = gateway.parametersOf(method);
  }

  /** Where a finding about the whole hook is shown: its name. */
  get head(): TSESTree.Node {
    return this.method.node.key;
  }

  /** The client of a connection hook, the server of `afterInit`. */
  get subject(): Parameter | undefined {
    return this.parameters[0];
  }
}

export function isHookName(name: string | undefined): name is HookName {
  return name !== undefined && Object.hasOwn(HOOK_INTERFACES, name);
}

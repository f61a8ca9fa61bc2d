import type { Gateway } from '../gateway/gateway.ts';
import type { Settings } from '../gateway/settings.ts';
import {
  createRule,
  type FileCheck,
  type GatewayRule,
  type RuleDefinition,
} from './create-rule.ts';

/** What a rule's check is handed for each gateway of a file. */
export interface GatewayCheck<MessageIds extends string, Options extends object> extends FileCheck<
  MessageIds,
  Options
> {
  readonly gateway: Gateway;
}

export interface GatewayRuleDefinition<
  MessageIds extends string,
  Options extends object,
> extends RuleDefinition<MessageIds, Options> {
  check(context: GatewayCheck<MessageIds, Options>): void;
}

/** Makes a rule that looks at one gateway after another; a file without any costs it nothing. */
export function createGatewayRule<MessageIds extends string, Options extends object = object>(
  definition: GatewayRuleDefinition<MessageIds, Options>,
): GatewayRule {
  return createRule<MessageIds, Options>({
    ...definition,
    mentions: gatewayWords,
    concerns: (file) => file.gateways.length > 0,
    check({ file, sourceCode, options, report }) {
      for (const gateway of file.gateways) {
        definition.check({ file, sourceCode, options, report, gateway });
      }
    },
  });
}

/** The words of which a file with a gateway holds at least one. */
export function gatewayWords({ modules, decorators }: Settings): readonly string[] {
  return modules.length + decorators.gateway.length === 0
    ? NEST
    : [...NEST, ...modules, ...decorators.gateway];
}

const NEST = ['@nestjs/websockets'];

import type { Gateway } from '../gateway/gateway.ts';
import { COMPANION_WORD } from '../gateway/errors/companion.ts';
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
    mentions: GATEWAY_WORDS,
    concerns: (file) => file.gateways.length > 0,
    check({ file, sourceCode, options, report }) {
      for (const gateway of file.gateways) {
        definition.check({ file, sourceCode, options, report, gateway });
      }
    },
  });
}

/** What a file with a gateway holds, unless settings name a barrel or a decorator that stands in. */
export const GATEWAY_WORDS: readonly string[] = ['@nestjs/websockets'];
/** What a file with a gateway, or with a guard, pipe or filter for one, holds. */
export const COMPANION_WORDS: readonly string[] = [COMPANION_WORD, ...GATEWAY_WORDS];

import type { Config } from '../plugin-types.ts';
import type { GatewayRule } from '../rule/create-rule.ts';
import { files } from './files.ts';

type Entry = 'error' | ['error', object];

/**
 * A preset as one flat config object, its rules taken from what each rule says of itself.
 *
 * @param choose - the rule's entry, or undefined where the preset leaves it off
 * @param own - the plugin object that the preset enables, which must be the one users import
 */
export function preset<RuleName extends string>(
  name: string,
  own: Config<RuleName>['plugins'],
  rules: Readonly<Record<RuleName, GatewayRule>>,
  choose: (rule: GatewayRule) => Entry | undefined,
): Config<RuleName> {
  const entries: Config<RuleName>['rules'] = {};
  for (const rule in rules) {
    const entry = choose(rules[rule]);
    if (entry !== undefined) entries[`nestjs-gateway/${rule}`] = entry;
  }
  return { name: `nestjs-gateway/${name}`, files, plugins: own, rules: entries };
}

import { preset } from './configs/preset.ts';
import { recommended } from './configs/recommended.ts';
import { strict } from './configs/strict.ts';
import { meta } from './meta.ts';
import type { Plugin } from './plugin-types.ts';
import { rules } from './rules/index.ts';

export type { Config, Plugin, RuleDocs, RuleMeta, RuleModule, Severity } from './plugin-types.ts';
export type RuleName = keyof typeof rules;

// The presets name the plugin and the plugin holds the presets: the one knot that needs a cast.
const configs = {} as Plugin<RuleName>['configs'];
const plugin: Plugin<RuleName> = { meta, rules, configs };
const own = { 'nestjs-gateway': plugin };
configs.recommended = preset('recommended', own, rules, recommended);
configs.strict = preset('strict', own, rules, strict);

export { plugin as default, plugin as 'module.exports' };

import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';

import plugin, { type RuleModule } from '../../src/index.ts';
import { ruleNames, type Sample } from './corpus.ts';

const linter = new Linter();

/** What to lint; a sample fits. */
export type Source = Pick<Sample, 'code'> & Partial<Pick<Sample, 'file' | 'settings'>>;

/** The rules to enable, each bare or with its options. */
export type Enabled = Readonly<Record<string, Linter.RuleEntry>>;

/** Every rule of the plugin, bare. */
export const everyRule: Enabled = Object.fromEntries(ruleNames.map((name) => [name, 'error']));

/** Every rule of the plugin, as the preset `strict` enables it. */
export const strictRules: Enabled = Object.fromEntries(
  Object.entries(plugin.configs.strict.rules).map(([name, entry]) => [
    name.replace('nestjs-gateway/', ''),
    entry,
  ]),
);

/** The sample's own rule, with the options that the page gives it. */
export function ownRule({ rule, options }: Pick<Sample, 'rule' | 'options'>): Enabled {
  return { [rule]: options === undefined ? 'error' : ['error', options] };
}

/** The findings of the rules in the source. A source that does not parse is an error. */
export function lint(source: Source, enabled: Enabled): Linter.LintMessage[] {
  return parsed(linter.verify(source.code, ...configure(source, enabled)));
}

/** The source after ESLint's passes of fixing, at most ten, and the findings in it. */
export function fixAll(source: Source, enabled: Enabled) {
  const { messages, output } = linter.verifyAndFix(source.code, ...configure(source, enabled));
  return { code: output, findings: parsed(messages) };
}

/** The names of the nodes that the rule listens to in the source. */
export function listeners(source: Source, rule: RuleModule): string[] {
  const names: string[] = [];
  const overheard: RuleModule = {
    meta: rule.meta,
    create(context) {
      const listener: object = rule.create(context);
      names.push(...Object.keys(listener));
      return listener;
    },
  };
  const [config, file] = configure(source, {});
  const plugins = { overheard: { rules: { rule: overheard } } };
  linter.verify(source.code, { ...config, plugins, rules: { 'overheard/rule': 'error' } }, file);
  return names;
}

/** What a fix or a suggestion makes of the code. */
export function apply(code: string, { range, text }: { range: [number, number]; text: string }) {
  return code.slice(0, range[0]) + text + code.slice(range[1]);
}

/** What is the same of two findings when they are the same finding. */
export function summary({ ruleId, message, line, column, endLine, endColumn }: Linter.LintMessage) {
  return { ruleId, message, line, column, endLine, endColumn };
}

function configure(source: Source, enabled: Enabled): [Linter.Config, string] {
  const { file = 'chat.gateway.ts', settings } = source;
  const rules = Object.entries(enabled).map(([name, entry]) => [`nestjs-gateway/${name}`, entry]);
  const config = {
    files: ['**/*.{js,ts,mts,cts}'],
    plugins: { 'nestjs-gateway': plugin },
    languageOptions: file.endsWith('js') ? {} : { parser },
    settings: settings === undefined ? {} : { 'nestjs-gateway': settings },
    rules: Object.fromEntries(rules),
  };
  return [config, file];
}

function parsed(messages: Linter.LintMessage[]): Linter.LintMessage[] {
  const failure = messages.find(({ fatal }) => fatal);
  if (failure) throw new SyntaxError(`${failure.message} (${failure.line}:${failure.column})`);
  return messages;
}

import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';

import plugin, { type RuleModule } from '../../src/index.ts';

/** How often each rule looked at a node or a reference: a clock that no load disturbs. */
export type Work = ReadonlyMap<string, number>;

let looks = 0;

/** typescript-eslint's parser, with nodes and references that count who looks at them. */
const countingParser = {
  meta: { name: 'counting-parser' },
  parseForESLint(text: string, options: parser.ParserOptions) {
    const result = parser.parseForESLint(text, options);
    const pending: object[] = [result.ast];
    for (let node = pending.pop(); node; node = pending.pop()) {
      for (const key of result.visitorKeys[Reflect.get(node, 'type')] ?? []) {
        for (const child of [Reflect.get(node, key)].flat()) if (child) pending.push(child);
      }
      count(node, 'type');
      count(node, 'range');
    }
    for (const { references } of result.scopeManager.scopes) {
      for (const reference of references) count(reference, 'identifier');
    }
    return result;
  },
};

function count(target: object, key: string): void {
  const value: unknown = Reflect.get(target, key);
  const get = () => {
    looks++;
    return value;
  };
  Object.defineProperty(target, key, { get, enumerable: true, configurable: true });
}

const linter = new Linter();

/** What each rule of `strict` does in a file that parses. */
export function workIn(code: string): Work {
  const work = new Map<string, number>();
  const rules = Object.entries(plugin.rules).map(([name, rule]) => [
    name,
    counted(name, rule, work),
  ]);
  const [failure] = linter
    .verify(
      code,
      {
        files: ['**/*.ts'],
        plugins: { 'nestjs-gateway': { rules: Object.fromEntries(rules) } },
        languageOptions: { parser: countingParser },
        rules: plugin.configs.strict.rules as Linter.RulesRecord,
      },
      'chat.gateway.ts',
    )
    .filter(({ fatal }) => fatal);
  if (failure) throw new SyntaxError(failure.message);
  return work;
}

/** The rule, adding what it looks at to its account. */
function counted(name: string, rule: RuleModule, work: Map<string, number>): RuleModule {
  function account<T>(run: () => T): T {
    const before = looks;
    const result = run();
    work.set(name, (work.get(name) ?? 0) + looks - before);
    return result;
  }
  return {
    meta: rule.meta,
    create(context) {
      const listener: { Program?(node: unknown): void } = account(() => rule.create(context));
      return listener.Program
        ? { Program: (node: unknown) => account(() => listener.Program?.(node)) }
        : listener;
    },
  };
}

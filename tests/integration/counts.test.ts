import { readFileSync } from 'node:fs';

import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter, SourceCode } from 'eslint';
import { afterEach, expect, it, vi } from 'vitest';

import { corpus, giant, plainFiles } from '../../benchmarks/corpus.mjs';
import { readGateways } from '../../src/gateway/read-gateways.ts';
import plugin from '../../src/index.ts';

// What a run costs, counted rather than timed: a count is the same on every machine.

vi.mock('../../src/gateway/read-gateways.ts', { spy: true });

afterEach(() => vi.restoreAllMocks());

type Source = ReturnType<typeof corpus>[number];

const gateways = corpus(6, 0);
const withoutGateways = [...corpus(0, 6), ...plainFiles(6)];

/** Lints with all rules, as `strict` has them, and hands back what each rule listens to. */
function lint({ name, code }: Source, sourceCode = parse(code)): string[][] {
  const heard: string[][] = [];
  const rules = Object.entries(plugin.rules).map(([rule, { meta, create }]) => {
    const overheard = (context: Parameters<typeof create>[0]) => {
      const listener: object = create(context);
      heard.push(Object.keys(listener));
      return listener;
    };
    return [rule, { meta, create: overheard }];
  });
  const config = {
    files: ['**/*.ts'],
    plugins: { 'nestjs-gateway': { rules: Object.fromEntries(rules) } },
    rules: plugin.configs.strict.rules,
  };
  const messages = new Linter().verify(sourceCode, config, name);
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return heard;
}

function parse(text: string): SourceCode {
  const options = { comment: true, loc: true, range: true, tokens: true } as const;
  const { ast, scopeManager, services, visitorKeys } = parser.parseForESLint(text, options);
  const parts = { text, ast, scopeManager, parserServices: services, visitorKeys };
  return new SourceCode(parts as unknown as SourceCode.Config);
}

/** Keeps the words that a text is searched for, whoever does it. */
function watchText(text: string): string[] {
  const words: string[] = [];
  for (const method of ['includes', 'indexOf', 'search'] as const) {
    const original = String.prototype[method] as (...argv: unknown[]) => never;
    vi.spyOn(String.prototype, method).mockImplementation(function (
      this: string,
      ...argv: unknown[]
    ) {
      if (this.length === text.length && String(this) === text) words.push(String(argv[0]));
      return original.apply(this, argv);
    });
  }
  return words;
}

/** Counts the nodes of a file, and from now on the looks at their types, places and parents. */
function watchNodes(sourceCode: SourceCode): { readonly nodes: number; readonly looks: number } {
  const count = { nodes: 0, looks: 0 };
  const watch = (node: TSESTree.Node): void => {
    count.nodes++;
    for (const key of ['type', 'range', 'parent'] as const) {
      let value: unknown = node[key];
      Object.defineProperty(node, key, {
        get: () => (count.looks++, value),
        set: (replaced) => (value = replaced),
        enumerable: true,
      });
    }
  };
  // ESLint sets the parents while it lists the nodes.
  for (const step of [...sourceCode.traverse()]) {
    if ('phase' in step && step.phase === 1) watch(step.target as TSESTree.Node);
  }
  count.looks = 0;
  return count;
}

it('a file without Nest, or without a gateway, has no listener', () => {
  expect(withoutGateways.flatMap((file) => lint(file)).flat()).toEqual([]);
});

it('a gateway has at most one listener a rule, for the whole file', () => {
  const heard = gateways.flatMap((file) => lint(file));
  expect(new Set(heard.map((names) => names.join()))).toEqual(new Set(['', 'Program']));
});

it('the gateways of a file are read once, whatever rules ask, and not where there are none', () => {
  vi.mocked(readGateways).mockClear();
  for (const file of gateways) lint(file);
  expect(readGateways).toHaveBeenCalledTimes(gateways.length);

  vi.mocked(readGateways).mockClear();
  for (const file of withoutGateways) lint(file);
  expect(readGateways).not.toHaveBeenCalled();
});

it.each([...gateways.slice(0, 2), ...withoutGateways])(
  'a text is searched for a word by the gate of all rules and once by the model: $name',
  (file) => {
    const sourceCode = parse(file.code);
    const words = watchText(file.code);
    lint(file, sourceCode);
    vi.restoreAllMocks();
    expect(words).toContain('@nestjs/websockets');
    expect(words.length).toBeLessThanOrEqual(8);
    for (const word of words) {
      expect(words.filter((other) => other === word).length, word).toBeLessThanOrEqual(2);
    }
  },
);

it('the rules look at each node a bounded number of times, however long the file', () => {
  const [short = NaN, ...longer] = [200, 800, 3200].map((lines) => {
    const file = giant(lines);
    const sourceCode = parse(file.code);
    const count = watchNodes(sourceCode);
    lint(file, sourceCode);
    return count.looks / count.nodes;
  });
  expect(short).toBeLessThan(20);
  for (const looks of longer) expect(looks).toBeLessThan(1.1 * short);
});

it('the bundle is text of one byte a character, which the engine reads fastest', () => {
  const bundle = readFileSync('dist/index.js', 'latin1');
  expect(bundle).not.toMatch(/[\x80-\xff]/);
});

import { expect, it } from 'vitest';

import { isWrittenList } from '../../../src/gateway/connection/written-list.ts';
import { readFile } from '../read.ts';

/** Whether the list that `log(…)` is handed is one that the code writes out. */
function isWritten(list: string, before = ''): boolean {
  const file = readFile(`import { KINDS, config } from './kinds'; ${before}; log(${list});`);
  const statement = file.sourceCode.ast.body.at(-1);
  const call = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  const node = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
  if (!node) throw new Error('no list');
  return isWrittenList(node, file);
}

it('takes lists that name their values', () => {
  expect(isWritten(`['a']`)).toBe(true);
  expect(isWritten('list', `const list = ['a'] as const`)).toBe(true);
  expect(isWritten(`new Set(['a'])`)).toBe(true);
  expect(isWritten('Object.values(Kind)', 'enum Kind { A }')).toBe(true);
  expect(isWritten('Object.keys(table)')).toBe(true);
  expect(isWritten(`Object.freeze(['a'])`)).toBe(true);
  expect(isWritten('Chat.KINDS', `class Chat { static readonly KINDS = new Set(['a']) }`)).toBe(
    true,
  );
  expect(isWritten('KINDS')).toBe(true);
});

it('takes no store, and nothing that it cannot see', () => {
  expect(isWritten('[]')).toBe(false);
  expect(isWritten('new Set()')).toBe(false);
  expect(isWritten(`new Map([['a', 1]])`)).toBe(false);
  expect(isWritten('seen', `const seen = new Set(['a']); seen.add(x)`)).toBe(false);
  expect(isWritten('list', `const list = ['a']; list.push(x)`)).toBe(false);
  expect(isWritten(`new Set(['a'])`, 'class Set {}')).toBe(false);
  expect(isWritten('Object.values()')).toBe(false);
  expect(isWritten('Object.entries(Kind)')).toBe(false);
  expect(isWritten('Object[name](Kind)')).toBe(false);
  expect(isWritten('values(Kind)')).toBe(false);
  expect(isWritten('store.values(Kind)')).toBe(false);
  expect(isWritten('config.kinds')).toBe(false);
  expect(isWritten('this.kinds')).toBe(false);
  expect(isWritten('Chat[name]', `class Chat { static KINDS = ['a'] }`)).toBe(false);
  expect(isWritten('Chat.KINDS', 'class Chat { static KINDS: Set<string> }')).toBe(false);
  expect(isWritten('Chat.KINDS', `class Chat { KINDS = ['a'] }`)).toBe(false);
});

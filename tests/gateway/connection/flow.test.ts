import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';

import { isFunction } from '../../../src/ast/functions.ts';
import { calleeName } from '../../../src/ast/names.ts';
import { Flow } from '../../../src/gateway/connection/flow.ts';
import { readFile } from '../read.ts';

/** The names that hold something made from the function's first parameter. */
function held(code: string): string[] {
  const { flow } = flowOf(code);
  return [...flow.variables].map(({ name }) => name).sort();
}

function flowOf(code: string) {
  const file = readFile(code);
  const node = file.sourceCode.ast.body.at(-1);
  if (!node || !isFunction(node)) throw new Error('The last is no function');
  const routine = file.routine(node);
  const [first] = node.params;
  const seeds = first ? file.variablesOf(node, first) : [];
  return { file, routine, flow: new Flow(routine, seeds, file) };
}

describe('where a value goes', () => {
  it.each([
    ['declarations', 'const a = client.id; let b = a; const c = other;', 'a b client'],
    ['patterns', 'const { a, b: [c] } = client;', 'a c client'],
    ['assignments', 'let a; a = client; other.b = client;', 'a client'],
    ['what calls return', 'const a = await f(client); const b = f(c);', 'a client'],
    ['loops', 'for (const a of client.rooms) {} for (const b in client) {}', 'a b client'],
    ['loops over others', 'for (const a of rooms) {} for (a of client) {} for (;;) {}', 'client'],
    ['what callbacks receive', 'client.f((a, { b }) => {}); f(client, (c) => {});', 'a b c client'],
    ['what callbacks of others receive', 'other.f((a) => {}, 1); f((b) => {});', 'client'],
    [
      'what stands above',
      'f(() => b); let a; for (;;) { b = a; a = client; } var b;',
      'a b client',
    ],
    ['declarations without a value', 'let a; var b;', 'client'],
    ['globals', 'a = client;', 'client'],
    ['what a block gives', 'const a = list.map(() => { return client.id; });', 'a client'],
    ['loops whose body reads it', 'for (const a of rooms) { f(client); }', 'client'],
    ['the other names of a pattern', 'let { a, b } = other; a = client;', 'a client'],
    ['callbacks that read it', 'f((a) => client.g(a));', 'client'],
    ['calls of the value itself', 'client((a) => {});', 'client'],
  ])('%s', (_, body, names) => {
    expect(held(`async function f(client) { ${body} }`).join(' ')).toBe(names);
  });

  it('is nowhere without a value', () => {
    expect(held('function f() { const a = b; }')).toEqual([]);
  });

  it('is not followed through a variable that other code reads', () => {
    const other = 'let last; function g() { const copy = last; }';
    expect(held(`${other} function f(client) { last = client; const mine = last; }`)).toEqual([
      'client',
      'last',
      'mine',
    ]);
  });

  it('ends at the calls it is told to', () => {
    const { flow } = flowOf('function f(client) { const a = g(client.id); const b = h(g(a)); }');
    const names = ({ variables }: Flow) => [...variables].map(({ name }) => name);
    const endsAt = (call: TSESTree.CallExpression) => calleeName(call) === 'h';
    expect(names(flow.endingAt(endsAt))).toEqual(['client', 'a']);
    expect(names(flow)).toEqual(['client', 'a', 'b']);
  });

  it('begins at the names of a pattern', () => {
    expect(held('function f({ id, data: { user } }) { const a = user.name; }')).toEqual([
      'a',
      'id',
      'user',
    ]);
  });
});

describe('whether an expression', () => {
  const { file, routine, flow } = flowOf(
    `function f(client) { const a = client; const other = 1; use(client.id, a, (a as any), other, { b: [a] }, 1); }`,
  );
  const args = routine.calls.flatMap((call) => call.arguments);

  it('mentions the value', () => {
    expect(args.map((node) => flow.mentions(node))).toEqual([true, true, true, false, true, false]);
  });

  it('is a variable that holds it', () => {
    expect(args.map((node) => flow.is(node, file))).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

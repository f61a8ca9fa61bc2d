import type { TSESTree } from '@typescript-eslint/utils';
import { expect, it } from 'vitest';

import { isReached, promiseOf, waitsBefore } from '../../../src/gateway/connection/waits.ts';
import { readBody, textOf } from '../read-hook.ts';

/** What was waited for when the body comes to `here(…)`. */
function waits(body: string): string[] | undefined {
  const code = readBody(body);
  return waitsBefore(here(code.routine.calls), code)?.map((node) => textOf(node, code));
}

function reached(body: string): boolean {
  const code = readBody(body);
  return isReached(here(code.routine.calls), code);
}

function here(calls: readonly TSESTree.CallExpression[]): TSESTree.CallExpression {
  const call = calls.find(({ callee }) => callee.type === 'Identifier' && callee.name === 'here');
  if (!call) throw new Error('no here()');
  return call;
}

it('gives what is awaited before a place or in it', () => {
  expect(waits('here();')).toEqual([]);
  expect(waits('await a(); await b(); here(); await c();')).toEqual(['await a()', 'await b()']);
  expect(waits('here(await a());')).toEqual(['await a()']);
  expect(waits('if (x) { await a(); return; } here();')).toEqual([]);
  expect(waits('try { await a(); return; } catch { here(); }')).toEqual(['await a()']);
});

it('leaves out what waits for the place, and what goes over no network', () => {
  expect(waits('await here();')).toEqual([]);
  expect(waits("await client.join('a'); await client; here();")).toEqual(['await client']);
});

it('counts the promise that a callback waits for', () => {
  expect(waits('a().then(() => here());')).toEqual(['a()']);
  expect(waits('await a(); b.then(async () => { await c(); here(); });')).toEqual([
    'await a()',
    'b',
    'await c()',
  ]);
  expect(waits('a().then(f).catch(() => here()).finally(g);')).toEqual(['a()']);
});

it('knows nothing of other callbacks', () => {
  expect(waits('await a(); client.on("x", () => here());')).toBeUndefined();
  expect(waits('const later = async () => { await a(); here(); };')).toBeUndefined();
  expect(reached('client.on("x", () => here());')).toBe(false);
  expect(reached('a().then(() => { b().catch(() => here()); });')).toBe(true);
  expect(reached('client.on("x", () => { a().then(() => here()); });')).toBe(false);
  expect(reached('here();')).toBe(true);
});

it('does not know where the place stands in other code', () => {
  const code = readBody('here();');
  expect(waitsBefore(code.entry.gateway.class.node, code)).toBeUndefined();
  expect(isReached(code.entry.gateway.class.node, code)).toBe(false);
});

it('finds what a chain begins with', () => {
  const code = readBody('a(); then(); b.c().then(d)?.catch(e);');
  const [a, then, chain] = code.routine.calls;
  const texts = [a, then, chain].map((call) => call && textOf(promiseOf(call), code));
  expect(texts).toEqual(['a()', 'then()', 'b.c()']);
});

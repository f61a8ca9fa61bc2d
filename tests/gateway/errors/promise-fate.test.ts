import { describe, expect, it } from 'vitest';

import {
  handlesRejection,
  isPromiseMethod,
  promiseFate,
} from '../../../src/gateway/errors/promise-fate.ts';
import { readBody, textOf } from '../read-hook.ts';

/** The fate of the promise of `p()`, and the whole of it. */
function fateOf(body: string): [fate: string, whole: string] {
  const code = readBody(body);
  const call = code.routine.calls.find((node) => textOf(node, code) === 'p()');
  if (!call) throw new Error('no p()');
  const { fate, whole } = promiseFate(call, code.entry.gateway.file);
  return [fate, textOf(whole, code)];
}

describe('promiseFate', () => {
  it.each([
    ['await p();', 'awaited', 'p()'],
    ['return p();', 'returned', 'p()'],
    ['const f = () => p();', 'returned', 'p()'],
    ['p();', 'floating', 'p()'],
    ['void p();', 'floating', 'p()'],
    ['p().catch(fail);', 'handled', 'p()'],
    ['p().then(next, fail);', 'handled', 'p()'],
    ['await p().then(next).catch(fail);', 'handled', 'p().then(next)'],
    ['await p().then(next).finally(end);', 'awaited', 'p().then(next).finally(end)'],
    ['await p().catch();', 'awaited', 'p().catch()'],
    ['await (p() as Promise<A>)!.then(next);', 'awaited', '(p() as Promise<A>)!.then(next)'],
    ['await Promise.all([p()]);', 'awaited', 'Promise.all([p()])'],
    ['Promise.race([p(), q()]).catch(fail);', 'handled', 'Promise.race([p(), q()])'],
    ['await Promise.allSettled([p()]);', 'handled', 'p()'],
    ['await (a ? p() : null);', 'awaited', 'p()'],
    ['a && p();', 'floating', 'p()'],
    ['return p() || a;', 'returned', 'p()'],
    ['return (a, p());', 'returned', 'p()'],
    ['return (a, b, p());', 'returned', 'p()'],
  ])('%s', (body, fate, whole) => {
    expect(fateOf(body)).toEqual([fate, whole]);
  });

  it.each([
    'const kept = p();',
    'consume(p());',
    'p().pipe(next);',
    'p().length;',
    'p().thenable(next);',
    'p().recatch(next);',
    'collect([p()]);',
    'const list = [p()];',
    '!p();',
    'p() && a;',
    'if (p() ? a : b) {}',
    'await (p() ? a : b);',
    'return (p(), a);',
    'const f = (a = p()) => a;',
  ])('does not know what becomes of it in %s', (body) => {
    expect(fateOf(body)[0]).toBe('unknown');
  });
});

describe('handlesRejection', () => {
  it.each([
    ['p().catch(() => {})', true],
    ['p().catch(fail)', true],
    ['p().then(a, b)', true],
    ['p().catch((e) => { try { throw e; } catch {} })', true],
    ['p().catch((e) => { later(() => { throw e; }); })', true],
    ['p().catch()', false],
    ['p().then(a)', false],
    ['p().catch((e) => { throw e; })', false],
    ['p().then(a, () => { if (b) throw c; })', false],
    ['p().finally(a)', false],
    ['p()', false],
  ])('%s: %s', (body, expected) => {
    const { routine, entry } = readBody(`${body};`);
    const [call] = routine.calls;
    expect(call && handlesRejection(call, entry.gateway.file)).toBe(expected);
  });
});

it('knows the methods of Promise', () => {
  const { routine } = readBody('Promise.all([]); promise.all([]); all([]);');
  expect(routine.calls.map(isPromiseMethod)).toEqual([true, false, false]);
});

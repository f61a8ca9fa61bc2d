import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';

import { exits, mayPrecede, pathThrough } from '../../src/ast/control-flow.ts';
import { readFile } from '../gateway/read.ts';

/** A function with this body, and what it does. */
function read(body: string) {
  const file = readFile(`async function f() { ${body} }`);
  return { routine: file.routine(file.sourceCode.ast), file };
}

/** Whether nothing behind the statement runs. */
function leaves(statement: string): boolean {
  const { functions } = read(statement).routine;
  const { body } = functions[0] ?? {};
  return body?.type === 'BlockStatement' && exits(body.body[0]);
}

/** What runs when the one `if` of the body is taken, or when it is not. */
function path(body: string, branch: 'consequent' | 'alternate' = 'consequent'): string[] {
  const { routine, file } = read(body);
  const statement = routine.ifs.find(({ test }) => file.sourceCode.getText(test) === 'bad');
  if (!statement) throw new Error('no if (bad)');
  return [...pathThrough(statement[branch], statement)].map((part) =>
    file.sourceCode.getText(part),
  );
}

/** Whether the call of `a` may have run when that of `b` is reached. */
function precedes(body: string): boolean {
  const { calls } = read(body).routine;
  const [a, b] = ['a', 'b'].map((name) => calls.find((call) => isCallOf(call, name)));
  if (!a || !b) throw new Error('no a() or no b()');
  return mayPrecede(a, b);
}

function isCallOf({ callee }: TSESTree.CallExpression, name: string): boolean {
  return callee.type === 'Identifier' && callee.name === name;
}

describe('a statement leaves', () => {
  it.each([
    'return;',
    'throw x;',
    '{ a(); return; b(); }',
    'if (x) return; else { throw y; }',
    'if (x) return; else if (y) return; else throw z;',
    'try { return; } catch { throw y; }',
    'try { return; } finally { a(); }',
    'try { a(); } catch { b(); } finally { return; }',
  ])('%s', (statement) => expect(leaves(statement)).toBe(true));

  it.each([
    'a();',
    ';',
    'if (x) return;',
    'if (x) return; else a();',
    'try { return; } catch { b(); }',
    'try { a(); } catch { return; }',
    'for (;;) { return; }',
  ])('not: %s', (statement) => expect(leaves(statement)).toBe(false));

  it('or its loop', () => {
    const [loop] = read('for (;;) { if (x) break; else return; }').routine.loops;
    expect(loop && 'body' in loop && exits(loop.body)).toBe(true);
  });
});

describe('the path through a branch', () => {
  it('ends with what leaves', () => {
    expect(path('if (bad) return; a();')).toEqual(['return;']);
    expect(path('if (bad) a(); b(); return; c();')).toEqual(['a();', 'b();', 'return;']);
    expect(path('if (bad) {} { a(); throw x; } b();')).toEqual(['{}', '{ a(); throw x; }']);
  });

  it('goes on behind the statement, and behind those around it', () => {
    expect(path('if (x) { if (bad) a(); b(); } c();')).toEqual(['a();', 'b();', 'c();']);
    expect(path('if (bad) a(); b();', 'alternate')).toEqual(['b();']);
    expect(path('if (bad) a(); else c(); b();', 'alternate')).toEqual(['c();', 'b();']);
    expect(path('switch (x) { case 1: if (bad) a(); b(); case 2: c(); } d();')).toEqual([
      'a();',
      'b();',
      'd();',
    ]);
  });

  it('goes on behind the loop that it leaves', () => {
    expect(path('for (;;) { if (bad) break; a(); } b();')).toEqual(['break;', 'b();']);
    expect(path('for (;;) { if (bad) a(); continue; c(); } b();')).toEqual([
      'a();',
      'continue;',
      'b();',
    ]);
    expect(path('while (x) { if (y) { if (bad) { a(); break; } } c(); } b();')).toEqual([
      '{ a(); break; }',
      'b();',
    ]);
  });

  it('ends, or goes on behind the loop, as two branches of its own do', () => {
    const branches = (text: string) => path(`for (;;) { if (bad) { ${text} } a(); } b();`).slice(1);
    expect(branches('if (x) return; else throw y;')).toEqual([]);
    expect(branches('if (x) return; else break;')).toEqual(['b();']);
    expect(branches('if (x) break; else return;')).toEqual(['b();']);
    expect(branches('if (x) break; else continue;')).toEqual(['b();']);
    expect(branches('if (x) return;')).toEqual(['a();', 'b();']);
  });

  it('goes through finally', () => {
    expect(path('try { if (bad) return; a(); } finally { b(); } c();')).toEqual([
      'return;',
      '{ b(); }',
    ]);
    expect(path('try { if (bad) a(); } finally { b(); } c();')).toEqual([
      'a();',
      '{ b(); }',
      'c();',
    ]);
    expect(path('try { if (bad) a(); throw x; } finally { b(); } c();')).toEqual([
      'a();',
      'throw x;',
      '{ b(); }',
    ]);
    expect(path('try { a(); } finally { if (bad) b(); } c();')).toEqual(['b();', 'c();']);
    expect(path('try { a(); } finally { if (bad) return; b(); } c();')).toEqual(['return;']);
  });

  it('goes from a catch through its finally', () => {
    const { routine, file } = read('try { a(); } catch { b(); } finally { c(); } d();');
    const [statement] = routine.tries;
    const parts = statement ? [...pathThrough(statement.handler?.body, statement)] : [];
    expect(parts.map((part) => file.sourceCode.getText(part))).toEqual([
      '{ b(); }',
      '{ c(); }',
      'd();',
    ]);
  });

  it('stays in its function', () => {
    expect(path('const g = () => { if (bad) a(); b(); }; c();')).toEqual(['a();', 'b();']);
  });
});

describe('what ran before', () => {
  it.each([
    'a(); b();',
    'if (x) a(); b();',
    'if (x) { a(); } else { c(); } b();',
    'x ? a() : c(); b();',
    'if (a()) { b(); }',
    'if (a()) {} else { b(); }',
    'if (x) { c(() => a()); return; } b();',
    'for (;;) { if (x) { a(); break; } } b();',
    'switch (x) { case 1: { a(); break; } } b();',
    'try { a(); return; } catch { b(); }',
    'try { if (x) return a(); } catch { b(); }',
    'try { c(); } catch { a(); return; } finally { b(); }',
    'try { if (x) { a(); return; } } catch { b(); }',
    'try { a(); return; } finally { b(); }',
    'try { a(); } catch {} b();',
    'c(a(), b());',
    'c(() => a()); b();',
  ])('%s', (body) => expect(precedes(body)).toBe(true));

  it.each([
    'b(); a();',
    'if (x) { a(); return; } b();',
    'if (x) return a(); b();',
    'for (;;) { if (x) { a(); return; } } b();',
    'for (;;) { if (x) { a(); break; } b(); }',
    'switch (x) { case 1: { a(); break; } default: b(); }',
    'try { c(); } catch { if (x) { a(); return; } b(); }',
    'try { c(); } finally { if (x) { a(); return; } b(); }',
    'if (x) { a(); } else { b(); }',
    'x ? a() : b();',
    'try { a(); return; } catch {} b();',
    'a(b());',
    'a(() => b());',
  ])('not: %s', (body) => expect(precedes(body)).toBe(false));
});

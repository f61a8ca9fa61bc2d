import { describe, expect, it } from 'vitest';

import { catchingTry, isCaught, isRejectionHandled } from '../../src/ast/try.ts';
import { outcomes } from '../../src/ast/outcomes.ts';
import { readFile } from './read.ts';

/** The calls of a piece of code, by the text of their callee. */
function callsIn(code: string) {
  const file = readFile(code);
  const { calls } = file.routine(file.sourceCode.ast);
  return calls.map((call) => ({ call, name: file.sourceCode.getText(call.callee) }));
}

/** The names of the called functions whose exceptions a `try` catches. */
function caught(code: string): string[] {
  return callsIn(code).flatMap(({ call, name }) => (isCaught(call) ? [name] : []));
}

describe('which exceptions a try catches', () => {
  it('takes its block, and neither its catch nor its finally', () => {
    expect(caught('a(); try { b(); } catch { c(); } finally { d(); } e();')).toEqual(['b']);
    expect(caught('try { if (x) { for (;;) a(b()); } } catch {}')).toEqual(['a', 'b']);
  });

  it('does not take a try with nothing but finally, but the one around it', () => {
    expect(caught('try { a(); } finally {}')).toEqual([]);
    expect(caught('try { try { a(); } finally {} } catch {}')).toEqual(['a']);
  });

  it('ends at the function', () => {
    expect(caught('try { run(() => a(), function () { b(); }); } catch {}')).toEqual(['run']);
    expect(caught('function f() { a(); } try { f(); } catch {}')).toEqual(['f']);
  });

  it('takes no try that throws everything on', () => {
    expect(caught('try { a(); } catch (e) { throw e; }')).toEqual([]);
    expect(caught('try { a(); } catch (e) { log(e); const f = e; throw e as Error; }')).toEqual([]);
    expect(caught('try { try { a(); } catch (e) { throw e; } } catch {}')).toEqual(['a']);
  });

  it('takes one that throws something else, or may end otherwise', () => {
    expect(caught('try { a(); } catch (e) { throw new Error(e); }')).toEqual(['a']);
    expect(caught('try { a(); } catch (e) { throw f; }')).toEqual(['a']);
    expect(caught('try { a(); } catch (e) { if (f) throw g; throw e; }')).toEqual(['a']);
    expect(caught('try { a(); } catch ({ code }) { throw code; }')).toEqual(['a']);
    expect(caught('try { a(); } catch { throw e; }')).toEqual(['a']);
    expect(caught('try { a(); } catch (e) {}')).toEqual(['a']);
  });

  it('gives the innermost', () => {
    const [first] = callsIn('try { try { a(); } catch {} } catch {}');
    expect(first && catchingTry(first.call)?.range).toEqual([6, 27]);
  });
});

describe('whether a rejection is handled in the chain', () => {
  function handled(code: string): boolean {
    const calls = callsIn(code);
    return calls.some(({ call, name }) => name === 'a' && isRejectionHandled(call));
  }

  it.each([
    'a().catch(f)',
    'a().then(f, g)',
    'a().then(f).catch(g)',
    'a().finally(f).then(g).catch(h)',
    'a()?.catch(f)',
    '(a() as Promise<void>)!.catch(f)',
    `a()['catch'](f)`,
    '(a().catch)(f)',
  ])('is in %s', (code) => expect(handled(code)).toBe(true));

  it.each([
    'a()',
    'await a()',
    'a().then(f)',
    'a().catch()',
    'a().finally(f)',
    'a().catch',
    'f(a()).catch(g)',
    'f[a()].catch(g)',
    'f(a().then).catch(g)',
    'b[a()].catch(c);',
    'f(a()).catch(c);',
    'new (a().catch)(f);',
    'f(a())().catch(g)',
    'f[a()]().catch(g)',
  ])('is not in %s', (code) => expect(handled(code)).toBe(false));
});

describe('the outcomes of an expression', () => {
  it.each([
    ['a', ['a']],
    ['a ? b : c', ['b', 'c']],
    ['a ? b : c ? d : e', ['b', 'd', 'e']],
    ['a ?? b', ['a', 'b']],
    ['a || b', ['a', 'b']],
    ['a && b', ['b']],
    ['(a, b ? c : d)', ['c', 'd']],
    ['(a, b, c)', ['c']],
    ['(await (a as B))!', ['a']],
    ['a<B> || c', ['a', 'c']],
  ])('of %s are %j', (code, expected) => {
    const { sourceCode } = readFile(`${code}; export {};`);
    const [statement] = sourceCode.ast.body;
    const found = statement?.type === 'ExpressionStatement' ? outcomes(statement.expression) : [];
    expect(found.map((node) => sourceCode.getText(node))).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';

import { readFile } from './read.ts';

/** The texts of what the expressions of the code come from. */
function allResolved(code: string): string[] {
  const file = readFile(code);
  return file.sourceCode.ast.body
    .filter((statement) => statement.type === 'ExpressionStatement')
    .map(({ expression }) => file.sourceCode.getText(file.resolve(expression)));
}

/** The text of what the last expression of the code comes from. */
function resolved(code: string): string {
  const text = allResolved(code).at(-1);
  if (text === undefined) throw new Error('There is no expression');
  return text;
}

/** What the object that the code ends in says under `cors`. */
function optionOf(code: string): string {
  const file = readFile(code);
  const statement = file.sourceCode.ast.body.at(-1);
  if (statement?.type !== 'ExpressionStatement') throw new Error('The last is no expression');
  const object = file.resolve(statement.expression);
  if (object.type !== 'ObjectExpression') throw new Error('It is no object');
  const option = file.option(object, 'cors');
  return option.kind === 'value' ? file.sourceCode.getText(option.value) : option.kind;
}

describe('what a value comes from', () => {
  it('is looked for through consts, casts and members of object consts', () => {
    expect(resolved('const a = 1; a')).toBe('1');
    expect(resolved('const a = 1; const b = a; b!')).toBe('1');
    expect(resolved('const a = { b: { c: 1 } } as const; a.b.c')).toBe('1');
    expect(resolved('const a = { b: 1 }; const c = "b"; a["b"]')).toBe('1');
    expect(resolved('const a = { ...b }; const b = { c: 1 }; a.c')).toBe('1');
    expect(resolved('a; function f() {} const a = f; a')).toBe('f');
    expect(resolved('const a = { b: 1 } as const; type a = typeof a; a.b')).toBe('1');
    expect(resolved('type a = string; const a = 1; a')).toBe('1');
    expect(allResolved('const a = { b: 1, c: 2 }; const d = { ...a }; d.b; d.c')).toEqual([
      '1',
      '2',
    ]);
  });

  it('is the value as written where it is not a const of the file', () => {
    expect(resolved('let a = 1; a')).toBe('a');
    expect(resolved('var a = 1; a')).toBe('a');
    expect(resolved('const { a } = b; a')).toBe('a');
    expect(resolved('const [a] = b; a')).toBe('a');
    expect(resolved('declare const a: number; a')).toBe('a');
    expect(resolved('for (const a of b) {} a')).toBe('a');
    expect(resolved('import { a } from "./a"; a')).toBe('a');
    expect(resolved('function a() {} a')).toBe('a');
    expect(resolved('a')).toBe('a');
    expect(resolved('a.b')).toBe('a.b');
    expect(resolved('const a = { b: 1 }; a.c')).toBe('a.c');
    expect(resolved('const a = { b: 1 }; a[c]')).toBe('a[c]');
    expect(resolved('const a = { ...b }; a.c')).toBe('a.c');
    expect(resolved('f(1)')).toBe('f(1)');
  });

  it.each([
    'a.b = 2;',
    'a.b.c = 2;',
    'a["b"] = 2;',
    'delete a.b;',
    'a.list.push(1);',
    'a.list[method](1);',
    'Object.assign(a, other);',
    'Object.assign(a.b, other);',
    '_.assign(a, other);',
  ])('is not followed into an object that is changed: %s', (change) => {
    expect(resolved(`const a = { b: 1 }; ${change} a`)).toBe('a');
  });

  it.each(['a.push(1);', 'a[0] = 1;', 'a.length = 0;', 'a.splice(0);'])(
    'is not followed into a list that is changed: %s',
    (change) => {
      expect(resolved(`const a = []; ${change} a`)).toBe('a');
    },
  );

  it('is followed into what keeps its changes to itself', () => {
    expect(resolved('const a = new Map(); a.set(1, 2); a')).toBe('new Map()');
  });

  it.each([
    'use(a);',
    'Object.assign({}, a);',
    'Object.keys(a);',
    'assign(a);',
    'const copy = a.b;',
    'other[a] = 1;',
    'a.find(1);',
    'void a.b;',
    'a();',
    'x = a;',
  ])('is followed into what is only read: %s', (use) => {
    expect(resolved(`const a = { b: 1 }; ${use} a`)).toBe('{ b: 1 }');
  });

  it('is what an enum of the file gives to its member', () => {
    expect(resolved("enum E { Gone = 'disconnect' } E.Gone")).toBe("'disconnect'");
    expect(resolved("enum E { 'is-gone' = 'x' } E['is-gone']")).toBe("'x'");
    expect(resolved('enum E { Gone } E.Gone')).toBe('E.Gone');
    expect(resolved('enum E { Gone = 1 } E.Other')).toBe('E.Other');
    expect(resolved('enum E { Gone = 1, Gone = 2 } E.Gone')).toBe('1');
    expect(allResolved('enum E { Gone = 1, Left = 2 } E.Left; E.Gone')).toEqual(['2', '1']);
    expect(resolved('enum E { A = 1 } enum E { B = 2 } E.A')).toBe('E.A');
    expect(resolved('class E { static A = 1 } E.A')).toBe('E.A');
  });

  it('ends where consts stand for one another', () => {
    expect(resolved('const a = b; const b = a; a')).toMatch(/^[ab]$/);
    expect(resolved('const a = { ...b }; const b = { ...a }; a.c')).toBe('a.c');
    expect(resolved('const a = { b: a.b }; a.b')).toBe('a.b');
    expect(resolved('const a = a.b; a')).toBe('a.b');
    expect(resolved('const a = { ...a.b }; a.c')).toBe('a.c');
  });
});

describe('what an object says under a key', () => {
  it('is the last that is written', () => {
    expect(optionOf('({ cors: 1, cors: 2 })')).toBe('2');
    expect(optionOf('({ "cors": 1 })')).toBe('1');
    expect(optionOf('({ ["cors"]: 1 })')).toBe('1');
    expect(optionOf('const cors = 1; ({ cors })')).toBe('1');
    expect(optionOf('const a = { cors: 1 }; ({ ...a, b: 1 })')).toBe('1');
    expect(optionOf('const a = { cors: 1 }; ({ ...a, cors: 2 })')).toBe('2');
    expect(optionOf('const a = { b: 1 }; ({ cors: 1, ...a })')).toBe('1');
    expect(optionOf('({ ...a, cors: 1 })')).toBe('1');
  });

  it('is absent, or unknown', () => {
    expect(optionOf('({})')).toBe('absent');
    expect(optionOf('const a = { b: 1 }; ({ ...a })')).toBe('absent');
    expect(optionOf('({ cors: 1, ...a })')).toBe('unknown');
    expect(optionOf('({ cors: 1, [a]: 2 })')).toBe('unknown');
    expect(optionOf('const a = { ...b }; const b = { ...a }; a')).toBe('unknown');
    const spread = (times: number) => `({ ${'...{ '.repeat(times)}cors: 1${' }'.repeat(times)} })`;
    expect(optionOf(spread(3))).toBe('1');
    expect(optionOf(spread(9))).toBe('unknown');
  });
});

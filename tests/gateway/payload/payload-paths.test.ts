import { expect, it } from 'vitest';

import { PayloadPaths } from '../../../src/gateway/payload/payload-paths.ts';
import { readFile } from '../read.ts';

function read(parameter: string, body: string) {
  const file = readFile(`function f(${parameter}) { ${body} }`);
  const { calls } = file.routine(file.sourceCode.ast);
  const [statement] = file.sourceCode.ast.body;
  const patterns = statement?.type === 'FunctionDeclaration' ? statement.params : [];
  if (patterns.length === 0) throw new Error('no parameter');
  const seeds = patterns.map((pattern, index) => ({ pattern, path: [index === 0 ? 'p' : 'r'] }));
  const paths = new PayloadPaths(seeds, file);
  const logged = calls
    .filter(({ callee }) => callee.type === 'Identifier' && callee.name === 'log')
    .flatMap((call) => call.arguments);
  return { paths, logged };
}

/** The path of each argument of `log(…)`. */
function pathsOf(parameter: string, body: string): (string | undefined)[] {
  const { paths, logged } = read(parameter, body);
  return logged.map((argument) => paths.of(argument)?.join('.'));
}

/** What the arguments of `log(…)` mention; with `!` where a call receives it. */
function mentions(body: string): string[][] {
  const { paths, logged } = read('p', body);
  return logged.map((argument) =>
    paths
      .mentionsIn(argument)
      .map(({ path, isHandedOn }) => path.join('.') + (isHandedOn ? '!' : '')),
  );
}

it('reads members, elements and patterns', () => {
  expect(pathsOf('p', 'log(p, p.a, p?.a.b!, p["a"], p[0], p[key], q.a)')).toEqual([
    'p',
    'p.a',
    'p.a.b',
    'p.a',
    'p',
    'p',
    undefined,
  ]);
  expect(pathsOf('{ a: { b }, c = 1, ...rest }', 'log(b, c, rest)')).toEqual([
    'p.a.b',
    'p.c',
    undefined,
  ]);
  expect(pathsOf('[, a, ...b]', 'log(a, b)')).toEqual(['p', 'p']);
  expect(pathsOf('p = 1', 'const { a } = p; const { [key]: b } = p; log(a, b)')).toEqual([
    'p.a',
    undefined,
  ]);
});

it('reads what keeps a value as it is', () => {
  expect(pathsOf('p', 'log(String(p.a), p.a.trim(), JSON.parse(p), Array.from(p.a))')).toEqual([
    'p.a',
    'p.a',
    'p',
    'p.a',
  ]);
  expect(pathsOf('p', "log(`${p.a}`, '' + p.a, p.a + '', p.a ?? 'x', p.a || 'x')")).toEqual(
    Array.from({ length: 5 }, () => 'p.a'),
  );
  expect(
    pathsOf('p', "log(`${p.a}${p.b}`, 'x' + p.a, ``, p.a && p.b, f(p), String(), ...p)"),
  ).toEqual(Array.from({ length: 7 }, () => undefined));
  expect(
    pathsOf('p', 'log(Array.from(p, f), p.a.slice(1), p.map(f), p.map(), (() => p)())'),
  ).toEqual(Array.from({ length: 5 }, () => undefined));
  expect(
    pathsOf('p', 'log(JSON.stringify(p), Date.parse(p), Array.of(p), Object.from(p), q.JSON(p))'),
  ).toEqual(Array.from({ length: 5 }, () => undefined));
  expect(
    pathsOf('p', 'log(p.map((a) => a.b), p.map((a) => { a.b; }), p.filter((a) => a.b))'),
  ).toEqual(['p.b', undefined, undefined]);
  expect(pathsOf('p', 'const String = f; const JSON = f; log(String(p), JSON.parse(p))')).toEqual([
    undefined,
    undefined,
  ]);
});

it('reads of a choice what its sides have in common', () => {
  expect(
    pathsOf('p', "log(q ? p.a.x : p.b.x, q ? p.a : p.a.x, q ? p.a : 'x', q ? 'x' : p)"),
  ).toEqual(['p', 'p.a', undefined, undefined]);
  expect(pathsOf('p, r', 'log(q ? p : p.a, q ? p.a : r.a)')).toEqual(['p', undefined]);
});

it('reads seven members, and no more', () => {
  expect(pathsOf('p', 'log(p.a.b.c.d.e.f.g, p.a.b.c.d.e.f.g.h)')).toEqual([
    'p.a.b.c.d.e.f.g',
    undefined,
  ]);
});

it.each([
  ['fallbacks', (text: string) => `(${text} || q)`],
  ['choices', (text: string) => `(q ? ${text} : p)`],
  ['alternatives', (text: string) => `(q ? p : ${text})`],
  ['calls', (text: string) => `${text}.trim()`],
  ['templates', (text: string) => `\`\${${text}}\``],
])('reads seven %s in one another, and no more', (_, wrap) => {
  const nested = (depth: number): string => (depth === 0 ? 'p' : wrap(nested(depth - 1)));
  expect(pathsOf('p', `log(${nested(7)}, ${nested(8)})`)).toEqual(['p', undefined]);
});

it('reads seven variables that stand for one another, and no more', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, index) => `const v${index + 1} = ${index ? `v${index}` : 'p'};`);
  expect(pathsOf('p', `${chain(7).join('')} log(v7)`)).toEqual(['p']);
  expect(pathsOf('p', `${chain(8).join('')} log(v8)`)).toEqual([undefined]);
});

it('reads variables, loops and callbacks', () => {
  expect(pathsOf('p', 'const a = p.a; let b = a; log(a, b)')).toEqual(['p.a', 'p.a']);
  expect(pathsOf('p', 'let a = p.a; a = 1; log(a)')).toEqual([undefined]);
  expect(pathsOf('p', 'p = f(p); log(p.a)')).toEqual([undefined]);
  expect(pathsOf('p', 'var p = f(); log(p)')).toEqual([undefined]);
  expect(pathsOf('p', 'class A {} log(A, arguments)')).toEqual([undefined, undefined]);
  expect(pathsOf('p', 'let a; log(a); for (const k in p) log(k)')).toEqual([undefined, undefined]);
  expect(pathsOf('p', 'for (const a of p.a) log(a); for (const { b } of p) log(b)')).toEqual([
    'p.a',
    'p.b',
  ]);
  expect(pathsOf('p', 'p.a.forEach((a, i) => log(a, i)); run(p, (a) => log(a))')).toEqual([
    'p.a',
    undefined,
    undefined,
  ]);
  expect(pathsOf('p', 'forEach((a) => log(a)); p.map(() => log(x)); ((a) => log(a))(p)')).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(pathsOf('p', 'const a = b; const b = a; log(a)')).toEqual([undefined]);
});

it('tells what an expression mentions', () => {
  expect(mentions('log(p, !p.a, p.a.b > 1, f(p.a), q.p, f(x.p))')).toEqual([
    ['p'],
    ['p.a'],
    ['p.a.b'],
    ['p.a!'],
    [],
    [],
  ]);
  expect(mentions('log(p.a.startsWith("x"), new A({ b: p }), p[p.a])')).toEqual([
    ['p.a.startsWith'],
    ['p!'],
    ['p', 'p.a'],
  ]);
  expect(mentions('log(q[p].b, q[p.a].b)')).toEqual([['p'], ['p.a']]);
});

it('tells what a variable is made from', () => {
  expect(mentions('const a = find(p.a); log(a, a.b)')).toEqual([['p.a!'], ['p.a!']]);
  expect(mentions('const a = f(p.a, p.a); const b = f(a, a); log(f(b, b))')).toEqual([
    ['p.a!', 'p.a!'],
  ]);
  expect(mentions('const a = [p.a, p.a, f(p.a)]; log(a)')).toEqual([['p.a', 'p.a!']]);
  expect(mentions('const a = [p.a.b, p.ab, p.c]; log(a)')).toEqual([['p.a.b', 'p.ab', 'p.c']]);
  expect(mentions('find(p.a).forEach((a) => log(a))')).toEqual([['p.a!']]);
  expect(mentions('let a; a = find(p.a); log(a)')).toEqual([['p.a!']]);
  expect(mentions('for (const a of find(p.a)) log(a)')).toEqual([['p.a!']]);
  expect(mentions('let a = 1; a = a + p.a; log(a); function g() {} log(g, undefined)')).toEqual([
    ['p.a'],
    [],
    [],
  ]);
});

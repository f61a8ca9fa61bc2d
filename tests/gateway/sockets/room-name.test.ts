import { expect, it } from 'vitest';

import { roomNames, roomText } from '../../../src/gateway/sockets/room-name.ts';
import { readFile } from '../read.ts';

/** The first `join(…)` in a function of two parameters. */
function readJoin(join: string, body = '', above = '') {
  const file = readFile(`${above}\nfunction f(id, user) { ${body}; join(${join}); }`);
  const call = file
    .routine(file.sourceCode.ast)
    .calls.find(({ callee }) => callee.type === 'Identifier' && callee.name === 'join');
  if (!call) throw new Error('no join');
  return { call, file };
}

/** The text of each name of the `join(…)`. */
function texts(join: string, body = '', above = ''): (string | undefined)[] {
  const { call, file } = readJoin(join, body, above);
  return roomNames(call, file).map((name) => roomText(name, file));
}

/** Each name of the `join(…)` as it is written. */
function written(join: string): string[] {
  const { call, file } = readJoin(join);
  return roomNames(call, file).map((name) => file.sourceCode.getText(name));
}

it('takes lists and choices apart', () => {
  expect(texts('')).toEqual([]);
  expect(texts("['a', , ...['b', `c`]]")).toEqual(['a', 'b', 'c']);
  expect(texts("id ? 'a' : id || 'b'")).toEqual(['a', undefined, 'b']);
  expect(texts('id.map((x) => `a:${x}`)')).toEqual(['a:x']);
  expect(texts('id.map((x) => { return x; })')).toEqual([undefined]);
  expect(texts('id.map(f)')).toEqual([undefined]);
  expect(texts('id.filter((x) => `a:${x}`)')).toEqual([undefined]);
  expect(written('id.map((x) => x)')).toEqual(['x']);
  expect(written('id.map((x) => { return x; })')).toEqual(['id.map((x) => { return x; })']);
  expect(texts('all', "const all = ['a', 'b']")).toEqual(['a', 'b']);
  expect(texts('[...all, ...all]', "const all = ['a', 'b']")).toEqual(['a', 'b']);
  expect(texts('all', '', "const all = ['a', 'b'];")).toEqual([undefined]);
});

it('reads what is not known as x', () => {
  expect(texts("'a'")).toEqual(['a']);
  expect(texts("''")).toEqual(['']);
  expect(texts('5')).toEqual(['5']);
  expect(texts('`a-${id}-${user.id}`')).toEqual(['a-x-x']);
  expect(texts("'a' + id + ':' + 5")).toEqual(['ax:5']);
  expect(texts('`${a}:${id}`', "const a = 'room'")).toEqual(['room:x']);
  expect(texts('`${id}-a`')).toEqual(['x-a']);
  expect(texts("user.id + '-a'")).toEqual(['x-a']);
  expect(texts('`${a}-a`', 'const { a } = user')).toEqual(['x-a']);
  expect(texts('`${a}-a`', 'let a = user.id')).toEqual(['x-a']);
  expect(texts("`${a as string}-a` as 'x'", 'let a = user.id')).toEqual(['x-a']);
});

it('does not know a beginning that something else supplies', () => {
  expect(texts('id')).toEqual([undefined]);
  expect(texts('`${id}`')).toEqual([undefined]);
  expect(texts('`${A}${id}`', '', "import { A } from 'a';")).toEqual([undefined]);
  expect(texts('A', '', "import { A } from 'a';")).toEqual([undefined]);
  expect(texts('A.b', '', "import { A } from 'a';")).toEqual([undefined]);
  expect(texts('A', '', "const A = 'a';")).toEqual([undefined]);
  expect(texts('A.b', '', "enum A { b = 'b' }")).toEqual([undefined]);
  expect(texts('`${global}-a`')).toEqual([undefined]);
  expect(texts('`${this.a}-a`')).toEqual([undefined]);
  expect(texts('`${f()}-a`')).toEqual([undefined]);
  expect(texts('`${a}-a`', 'let a')).toEqual([undefined]);
  expect(texts('`${f}-a`', 'class A {}')).toEqual([undefined]);
  expect(texts('`${A}-a`', '', 'class A {}')).toEqual([undefined]);
  expect(texts('missing')).toEqual([undefined]);
  expect(texts('Promise')).toEqual([undefined]);
  expect(texts('`${Promise}-a`')).toEqual([undefined]);
  expect(texts('`${a}-a`', 'let a = b; let b = a;')).toEqual([undefined]);
  expect(texts('', 'for (const a of a) join(`${a}-a`)')).toEqual([undefined]);
  expect(texts('', 'for (const a of user) join(`${a}-a`)')).toEqual(['x-a']);
  expect(texts('true')).toEqual([undefined]);
  expect(texts("id - 'a'")).toEqual([undefined]);
});

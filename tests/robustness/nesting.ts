/** Code that nests: each form within itself, so many levels deep. */

import { repeat } from './shapes.ts';

/** A form around itself, so many levels deep. */
export type Nesting = (depth: number) => string;

/** What stands before and behind the next level, around a core. */
function within(before: string, core: string, behind: string): Nesting {
  return (depth) => before.repeat(depth) + core + behind.repeat(depth);
}

export const nestedExpressions: Readonly<Record<string, Nesting>> = {
  parentheses: within('(', 'payload', ')'),
  calls: within('f(', 'payload', ')'),
  'calls of what is called': within('', 'payload', '()'),
  constructions: within('new F(', 'payload', ')'),
  members: within('', 'payload', '.a'),
  'members of this': within('', 'this', '.a'),
  'members of the client': within('', 'client', '.a'),
  'members of client data': within('', 'client.data', '.a'),
  'members of the handshake': within('', 'client.handshake.auth', '.a'),
  'computed members': within('', 'payload', "['a']"),
  'keys of members': within('payload[', '0', ']'),
  methods: within('', 'client', '.to(payload)'),
  'methods of the server': within('', 'this.server', ".to('a')"),
  promises: within('', 'this.users.find(payload)', '.then((x) => x)'),
  'promises that are caught': within(
    '',
    'this.jwt.verifyAsync(client.handshake.auth.token)',
    '.catch(() => null)',
  ),
  'promises within promises': within('this.users.find(1).then((x) => ', 'x', ')'),
  'all promises': within('Promise.all([', 'this.users.find(1)', '])'),
  'optional members': within('', 'payload', '?.a'),
  'optional calls': within('', 'payload', '?.()'),
  'assertions that it is not null': within('', 'payload', '!'),
  'members that are not null': within('', 'payload', '!.a'),
  casts: within('', 'payload', ' as any'),
  'casts in parentheses': within('(', 'payload', ' as any)'),
  'checks of a type': within('(', 'payload', ' satisfies any)'),
  'casts before': within('<any>', 'payload', ''),
  'sums to the left': within('', "'a'", ' + payload.b'),
  'sums to the right': within("('a' + ", 'payload', ')'),
  products: within('', '1', ' * 2'),
  powers: within('2 ** ', '2', ''),
  comparisons: within('', '1', ' === 2'),
  ors: within('', 'payload.a', ' || payload.b'),
  'ors to the right': within('(payload.a || ', 'payload', ')'),
  ands: within('', 'payload.a', ' && payload.b'),
  defaults: within('', 'payload.a', ' ?? payload.b'),
  negations: within('!', 'payload', ''),
  signs: within('- ', '1', ''),
  'types of': within('typeof ', 'payload', ''),
  voids: within('void ', 'payload', ''),
  awaits: within('await ', 'payload', ''),
  'awaited calls': within('await f(', 'payload', ')'),
  choices: within('payload.a ? 1 : ', '2', ''),
  'choices in the middle': within('payload.a ? ', '2', ' : 3'),
  'choices in front': within('(', 'payload.a', ' ? 1 : 2)'),
  sequences: within('(1, ', 'payload', ')'),
  assignments: within('a = ', 'payload', ''),
  'assignments to members': within('client.data.a = ', 'payload', ''),
  arrays: within('[', 'payload', ']'),
  'spread arrays': within('[...', '[]', ']'),
  objects: within('{ a: ', 'payload', ' }'),
  'spread objects': within('{ ...', '{}', ' }'),
  'objects with computed keys': within('{ [', "'a'", ']: 1 }'),
  'objects in calls': within('f({ a: ', 'payload', ' })'),
  templates: within('`a${', 'payload', '}`'),
  'tagged templates': within('tag`a${', 'payload', '}`'),
  'arrow functions': within('() => ', 'payload', ''),
  'arrow functions in parentheses': within('(() => ', 'payload', ')'),
  'asynchronous arrow functions': within('async () => await (', 'payload', ')'),
  'arrow functions with a body': within('() => { return ', 'payload', ' }'),
  functions: within('function () { return ', 'payload', ' }'),
  'functions that are called': within('(() => { ', 'f()', ' })()'),
  'asynchronous functions that are called': within(
    '(async () => { await ',
    'this.users.find(1)',
    ' })()',
  ),
  callbacks: within('client.on("x", (data) => { ', 'f(data)', ' })'),
  'defaults of parameters': within('(a = ', '1', ') => 1'),
  'patterns of parameters': (depth) => `(${within('{ a: ', 'a', ' }')(depth)}) => 1`,
  generators: within('function* () { yield ', '1', ' }'),
  classes: within('class { a = ', '1', ' }'),
  'classes with methods': within('class { a() { return ', '1', ' } }'),
  'base classes': within('class extends (', 'Object', ') {}'),
  mixins: within('Mixin(', 'class {}', ')'),
  imports: within('import(', "'a'", ')'),
};

// Without `finally` in `finally`: ESLint's own analysis takes twice as long for each level.
export const nestedStatements: Readonly<Record<string, Nesting>> = {
  blocks: within('{', 'f();', '}'),
  branches: within('if (payload.a) {', 'client.join(payload.b);', '}'),
  'branches without blocks': within('if (payload.a) ', 'client.join(payload.b);', ''),
  'else branches': within(
    'if (payload.a) { client.emit("x"); } else ',
    'client.join(payload.b);',
    '',
  ),
  'else branches that return': within(
    'if (payload.a) return; else ',
    'client.join(payload.b);',
    '',
  ),
  'else branches in blocks': within(
    'if (payload.a) { return; } else {',
    'client.join(payload.b);',
    '}',
  ),
  'branches with an else': within(
    'if (payload.a) {',
    'client.join(payload.b);',
    '} else { throw new Error("x"); }',
  ),
  'branches of the connection': within(
    'if (client.handshake.auth.token) {',
    'client.data.user = await this.jwt.verifyAsync(client.handshake.auth.token);',
    '} else { client.disconnect(); return; }',
  ),
  tries: within(
    'try {',
    'await this.jwt.verifyAsync(client.handshake.auth.token);',
    '} catch (error) { client.disconnect(); }',
  ),
  'tries in a catch': within('try { await f(); } catch (error) {', 'throw error;', '}'),
  'tries with a finally': within('try {', 'throw new Error("x");', '} finally { f(); }'),
  loops: within('for (const x of payload) {', 'client.join(x);', '}'),
  'counted loops': within('for (let i = 0; i < 9; i++) {', 'client.join(i);', '}'),
  'loops over keys': within('for (const x in payload) ', 'client.join(x);', ''),
  'endless loops': within('while (true) {', 'client.emit("x");', '}'),
  'loops that end': within('do {', 'client.emit("x"); break;', '} while (payload.a);'),
  switches: within('switch (payload.a) { case 1: ', 'client.join(payload);', '}'),
  labels: (depth) => `${repeat(depth, (i) => `l${i}:`)} f();`,
  functions: within('function f() {', 'throw new Error("x");', '}'),
  'asynchronous functions that are called': within(
    'await (async () => {',
    'throw new Error("x");',
    '})();',
  ),
  callbacks: within('client.on("x", async (data) => {', 'throw new Error(data);', '});'),
  promises: within('this.users.find(1).then((x) => {', 'client.join(x); throw x;', '});'),
  classes: within('class A { m() {', 'throw new Error("x");', '} }'),
};

export const nestedTypes: Readonly<Record<string, Nesting>> = {
  parentheses: within('(', 'string', ')'),
  unions: within('', 'string', ' | number'),
  'unions to the right': within('(string | ', 'Dto', ')'),
  intersections: within('', 'Dto', ' & { a: 1 }'),
  arrays: within('', 'Dto', '[]'),
  accesses: within('', 'Dto', "['a']"),
  'type arguments': within('Promise<', 'Dto', '>'),
  'partial types': within('Partial<', 'Dto', '>'),
  literals: within('{ a: ', 'string', ' }'),
  tuples: within('[', 'Dto', ']'),
  functions: within('() => ', 'Dto', ''),
  conditions: within('T extends string ? 1 : ', '2', ''),
  'mapped types': within('{ [K in keyof T]: ', 'K', ' }'),
  'keys of': within('keyof ', 'Dto', ''),
  templates: within('`a${', 'string', '}`'),
  'qualified names': within('', 'a', '.b'),
};

/**
 * Patterns, to be the left side of a declaration or a parameter. Without defaults: ESLint's scope
 * analysis takes twice as long for each level of them.
 */
export const nestedPatterns: Readonly<Record<string, Nesting>> = {
  'object patterns': within('{ a: ', 'a', ' }'),
  'array patterns': within('[', 'a', ']'),
};

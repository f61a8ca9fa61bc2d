import { expect, it } from 'vitest';

import { isFunction } from '../../src/ast/functions.ts';
import { wrapInTry } from '../../src/fix/wrap-in-try.ts';
import { edited } from './statements.ts';

/** Wraps the statement with `here` in the function around it. */
function wrapped(code: string, selector = "Identifier[name='here']"): string | undefined {
  return edited(code, selector, (node, fixer, sourceCode) => {
    const around = sourceCode.getAncestors(node).find(isFunction);
    return around ? wrapInTry(node, around, 'end();', fixer, sourceCode) : null;
  });
}

it('takes the statement and all that follow it', () => {
  expect(wrapped('function f() {\n  a();\n  if (b) {\n    here;\n  }\n\n  c();\n}')).toBe(
    'function f() {\n  a();\n  try {\n    if (b) {\n      here;\n    }\n\n    c();\n  } catch {\n    end();\n  }\n}',
  );
});

it('takes comments along, but for that of the line above', () => {
  expect(wrapped('function f() { // a\n  // b\n  here; // c\n  // d\n}')).toBe(
    'function f() { // a\n  try {\n    // b\n    here; // c\n    // d\n  } catch {\n    end();\n  }\n}',
  );
});

it('leaves text as it is', () => {
  expect(wrapped('function f() {\n\there;\n\t/*\n\ta */\n\t`\n\tb`;\n}')).toBe(
    'function f() {\n\ttry {\n\t\there;\n\t\t/*\n\ta */\n\t\t`\n\tb`;\n\t} catch {\n\t\tend();\n\t}\n}',
  );
});

it('keeps Windows line ends within the statements', () => {
  expect(wrapped('function f() {\r\n  here;\r\n\r\n  a();\r\n}')).toContain(
    'here;\r\n\r\n    a();',
  );
});

it('leaves text as it is below a comment, and where nothing is indented', () => {
  expect(wrapped('function f() {\n  // a\n  here;\n  `\n  b`;\n}')).toContain('    `\n  b`;');
  expect(wrapped('function f() {\nhere;\n`\nb`;\n}')).toContain('  here;\n  `\nb`;');
});

it('looks at no function declaration above the statement', () => {
  expect(wrapped('function f() { function a() {} here; }')).toContain('try {');
});

it('abstains', () => {
  expect(wrapped('const f = () => here;')).toBeUndefined();
  expect(wrapped('function f(a = here) {}')).toBeUndefined();
  expect(wrapped('function f(a = here) { b(); }')).toBeUndefined();
  expect(wrapped('function f() { a(); here; function a() {} }')).toBeUndefined();
});

it('moves no more than anybody reads', () => {
  const text = (length: number) => `'${'a'.repeat(length)}'`;
  expect(wrapped(`function f() { here(); b(${text(9000)}); }`)).toContain('try {');
  expect(wrapped(`function f() { here(); b(${text(11000)}); }`)).toBeUndefined();
  expect(wrapped(`function f() { b(${text(11000)}, here); }`)).toBeUndefined();
  // What stands before the function does not count.
  expect(wrapped(`${text(11000)};\nfunction f() { here(); }`)).toContain('try {');
});

it('counts what it moves', () => {
  const body = (length: number) => `here(${'a'.repeat(length - 'here();'.length)});`;
  expect(body(10_000)).toHaveLength(10_000);
  expect(wrapped(`function f() {${body(10_000)}}`)).toContain('try {');
  expect(wrapped(`function f() {${body(10_001)}}`)).toBeUndefined();
});

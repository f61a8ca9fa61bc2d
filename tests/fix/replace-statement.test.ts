import { expect, it } from 'vitest';

import { replaceStatement } from '../../src/fix/replace-statement.ts';
import { edited } from './statements.ts';

function replaced(code: string, keeps = false): string | undefined {
  return edited(code, 'ThrowStatement', (node, fixer, sourceCode) =>
    node.type === 'ThrowStatement'
      ? replaceStatement(
          node,
          [`a(${sourceCode.getText(node.argument)});`, 'return;'],
          fixer,
          sourceCode,
          ...(keeps ? [node.argument] : []),
        )
      : null,
  );
}

it.each([
  ['on its own line', 'function f() {\n  throw b;\n}', 'function f() {\n  a(b);\n  return;\n}'],
  ['in a line', 'function f() { throw b; }', 'function f() { a(b); return; }'],
  [
    'as the body of an if',
    'function f() {\n  if (c) throw b;\n  else d();\n}',
    'function f() {\n  if (c) {\n    a(b);\n    return;\n  }\n  else d();\n}',
  ],
  [
    'below its if, with tabs',
    'function f() {\n\tif (c)\n\t\tthrow b;\n}',
    'function f() {\n\tif (c) {\n\t\ta(b);\n\t\treturn;\n\t}\n}',
  ],
  [
    'below its if, with tabs and a space',
    'function f() {\n \tif (c)\n \t\tthrow b;\n}',
    'function f() {\n \tif (c) {\n \t\ta(b);\n \t\treturn;\n \t}\n}',
  ],
  [
    'in a case',
    'function f() {\n  switch (c) {\n    case 1:\n      throw b;\n  }\n}',
    'function f() {\n  switch (c) {\n    case 1:\n      a(b);\n      return;\n  }\n}',
  ],
])('%s', (_, code, expected) => {
  expect(replaced(code)).toBe(expected);
});

it('loses no comment', () => {
  expect(replaced('function f() { throw b(/* c */); }')).toBeUndefined();
  expect(replaced('function f() { throw b(/* c */); }', true)).toBe(
    'function f() { a(b(/* c */)); return; }',
  );
  expect(replaced('function f() { throw /* c */ b; }', true)).toBeUndefined();
  expect(replaced('function f() { throw b /* c */; }', true)).toBeUndefined();
  expect(replaced('function f() { if (c) /* d */ throw b; }')).toBeUndefined();
  expect(replaced('function f() { if (c) // d\n throw b; }')).toBeUndefined();
});

import { expect, it } from 'vitest';

import { isUndefined } from '../../src/gateway/globals.ts';
import { readFile } from './read.ts';

function check(expression: string, above = ''): boolean {
  const file = readFile(`${above}; it = ${expression};`);
  const [assignment] = file.routine(file.sourceCode.ast).assignments;
  return assignment !== undefined && isUndefined(assignment.right, file);
}

it('knows undefined when it sees it', () => {
  expect(check('undefined')).toBe(true);
  expect(check('undefined as unknown')).toBe(true);
  expect(check('void 0')).toBe(true);
  expect(check('null')).toBe(false);
  expect(check('-1')).toBe(false);
  expect(check('undefined', 'const undefined = 1')).toBe(false);
});

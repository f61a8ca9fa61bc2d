import { expect, it } from 'vitest';

import { implementsOf } from '../../src/ast/implements.ts';
import { readFile } from '../gateway/read.ts';

it('lists what a class implements, also where the parser leaves the list out', () => {
  const [model] = readFile('class A implements B, c.D<E> {}').classes;
  expect(model && implementsOf(model.node)).toHaveLength(2);
  expect(implementsOf({})).toEqual([]);
});

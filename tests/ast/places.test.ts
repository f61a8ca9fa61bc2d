import { expect, it } from 'vitest';

import { Holders } from '../../src/ast/holders.ts';
import { Positions } from '../../src/ast/positions.ts';
import { readFile } from '../gateway/read.ts';

const file = readFile('f(a.b.c, [g(d)], () => { h(e); });');
const { members, calls, functions } = file.routine(file.sourceCode.ast);
const text = (nodes: Iterable<Parameters<typeof file.sourceCode.getText>[0]>) =>
  Array.from(nodes, (node) => file.sourceCode.getText(node));

it('finds what a node holds', () => {
  const positions = new Positions([...members, ...calls]);
  const [arrow] = functions;
  const [inner] = members.filter((member) => member.object.type === 'Identifier');
  if (!arrow || !inner) throw new Error('no function or no member');
  expect(positions.isEmpty).toBe(false);
  expect(positions.isIn(arrow)).toBe(true);
  expect(text(positions.in(arrow))).toEqual(['h(e)']);
  expect(text(positions.in(inner))).toEqual(['a.b']);
  // `a.b` begins where `a` does, and is not in it.
  expect(positions.isIn(inner.object)).toBe(false);
  expect(positions.isIn(inner.property)).toBe(false);
  expect(text(positions.in(file.sourceCode.ast))).toHaveLength(5);
});

it('finds nothing where there is nothing', () => {
  const positions = new Positions([]);
  expect(positions.isEmpty).toBe(true);
  expect(positions.isIn(file.sourceCode.ast)).toBe(false);
});

it('keeps what holds a node', () => {
  const holders = new Holders();
  const [arrow] = functions;
  const last = calls.at(-1);
  if (!arrow || !last) throw new Error('no function or no call');
  expect(holders.isIn(arrow)).toBe(false);
  holders.add(last);
  holders.add(last.callee);
  expect(holders.isIn(arrow)).toBe(true);
  expect(holders.isIn(last.callee)).toBe(true);
  expect(last.arguments.some((argument) => holders.isIn(argument))).toBe(false);
});

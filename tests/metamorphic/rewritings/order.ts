import type { TSESTree } from '@typescript-eslint/utils';

import { nodesOf, type Draft } from '../source.ts';

/** The decorators of each class and of each method from the last to the first. */
export function withDecoratorsTurned({ source, text }: Draft): void {
  for (const node of nodesOf(source.ast, source.visitorKeys)) {
    if ('decorators' in node && node.decorators && !isParameter(node)) {
      swapAll(node.decorators, { source, text });
    }
  }
}

/** The members of each class from the last to the first, each with the comments in front of it. */
export function withMembersTurned({ source, text }: Draft): void {
  for (const node of nodesOf(source.ast, source.visitorKeys)) {
    if (node.type !== 'ClassBody' || isInClass(node) || !isOrderFree(node)) continue;
    swapAll(node.body, { source, text });
  }
}

/** Whether a class stands in another one, which moves as a whole. */
function isInClass({ parent }: TSESTree.Node): boolean {
  for (let outer = parent?.parent; outer; outer = outer.parent) {
    if (outer.type === 'ClassBody') return true;
  }
  return false;
}

function isParameter({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'FunctionExpression' || parent?.type === 'TSParameterProperty';
}

/** Overloads stand before what implements them, and a static block runs where it stands. */
function isOrderFree({ body }: TSESTree.ClassBody): boolean {
  const names = body.map((member) => ('key' in member ? JSON.stringify(nameOf(member)) : ''));
  return (
    new Set(names).size === names.length &&
    body.every(
      (member) => member.type !== 'StaticBlock' && !('computed' in member && member.computed),
    )
  );
}

function nameOf(member: TSESTree.ClassElement) {
  if (!('key' in member)) return undefined;
  const { key } = member;
  const name =
    key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;
  return [name, 'static' in member && member.static, member.type.includes('Method')];
}

/** Puts the text of the last node where the first stands, and so on. */
function swapAll(nodes: readonly TSESTree.Node[], { source, text }: Draft): void {
  const ranges = nodes.map((node) => rangeOf(node));
  for (const [index, [start, end]] of ranges.entries()) {
    const [from = 0, to = 0] = ranges.at(-1 - index) ?? [];
    if (from === start) continue;
    const moved = source.text.slice(from, to);
    text.overwrite(
      start,
      end,
      isField(nodes.at(-1 - index)) && !moved.endsWith(';') ? `${moved};` : moved,
    );
  }
}

/** What may end without a semicolon before a brace, but not before another member. */
function isField(node: TSESTree.Node | undefined): boolean {
  return /Property/.test(node?.type ?? '');
}

/** A member's range may begin behind its decorators. */
function rangeOf(node: TSESTree.Node): [number, number] {
  const decorators = 'decorators' in node ? (node.decorators ?? []) : [];
  const starts = decorators.map(({ range }) => range[0]);
  return [Math.min(node.range[0], ...starts), node.range[1]];
}

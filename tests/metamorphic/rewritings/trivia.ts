import type { TSESTree } from '@typescript-eslint/utils';

import { nodesOf, type Draft } from '../source.ts';

/** A comment between all tokens that may have one there. */
export function commented({ source, text }: Draft): void {
  const { tokens } = source.ast;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next || isInTemplate(token, next)) continue;
    text.appendLeft(token.range[1], ' /* so */ ');
  }
}

/** Not between the parts of a template; a `/` in front of a comment would end in another one. */
function isInTemplate(token: TSESTree.Token, next: TSESTree.Token): boolean {
  return token.type === 'Template' && next.type === 'Template' && token.range[1] === next.range[0];
}

/** Windows' line ends, and every indentation another one. */
export function respaced({ source, text }: Draft): void {
  const inside = [...source.ast.tokens, ...source.getAllComments()]
    .filter(({ loc }) => loc.start.line !== loc.end.line)
    .map(({ range }) => range);
  for (const { index, 0: gap } of source.text.matchAll(/\n[ \t]*/g)) {
    const isText = inside.some(([start, end]) => start <= index && index < end);
    if (!isText) text.overwrite(index, index + gap.length, `\r\n\r\n\t${gap.slice(1)}`);
  }
}

/** `'text'` in the other quotes. */
export function requoted({ source, text }: Draft): void {
  for (const { type, value, range } of source.ast.tokens) {
    if (type !== 'String' || /['"\\]/.test(value.slice(1, -1))) continue;
    const quote = value.startsWith("'") ? '"' : "'";
    text.overwrite(...range, quote + value.slice(1, -1) + quote);
  }
}

/** `'text'` as a template, where an expression may stand. */
export function templated({ source, text }: Draft): void {
  for (const node of nodesOf(source.ast, source.visitorKeys)) {
    if (node.type !== 'Literal' || typeof node.value !== 'string' || !isExpression(node)) continue;
    if (/[\\`$]/.test(node.raw)) continue;
    text.overwrite(...node.range, `\`${node.raw.slice(1, -1)}\``);
  }
}

function isExpression(node: TSESTree.StringLiteral): boolean {
  const { parent } = node;
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'ArrayExpression':
    case 'VariableDeclarator':
    case 'ReturnStatement':
    case 'BinaryExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return true;
    case 'Property':
      return parent.value === node;
    case 'AssignmentExpression':
    case 'PropertyDefinition':
      return parent.type === 'AssignmentExpression' ? parent.right === node : parent.value === node;
    default:
      return false;
  }
}

import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import { nodesOf, startOf, topStatement, type Draft } from '../source.ts';

/** What decorators are handed moves into a const above: `@A({ b })` becomes `@A(hoisted_0)`. */
export function hoisted({ source, text }: Draft): void {
  let count = 0;
  for (const node of nodesOf(source.ast, source.visitorKeys)) {
    if (node.type !== 'Decorator' || node.expression.type !== 'CallExpression') continue;
    for (const argument of node.expression.arguments) {
      if (!isHoistable(argument, source)) continue;
      const name = `hoisted_${count++}`;
      const value = source.getText(argument);
      text.appendLeft(startOf(topStatement(node)), `const ${name} = ${value};\n`);
      text.overwrite(...argument.range, name);
    }
  }
}

/** The texts that calls are handed move into consts of the file: `emit('a')` becomes `emit(text_0)`. */
export function hoistedTexts({ source, text }: Draft): void {
  const [first] = source.ast.body.filter(({ type }) => type !== 'ImportDeclaration');
  if (!first) return;
  const lines: string[] = [];
  for (const node of nodesOf(source.ast, source.visitorKeys)) {
    if (node.type !== 'Literal' || typeof node.value !== 'string') continue;
    if (node.parent.type !== 'CallExpression') continue;
    const name = `text_${lines.length}`;
    lines.push(`const ${name} = ${node.raw};\n`);
    text.overwrite(...node.range, name);
  }
  text.appendLeft(startOf(first), lines.join(''));
}

/** A const of the file that is read once stands where it is read. */
export function inlined({ source, text }: Draft): void {
  const consts = constsOf(source);
  for (const { statement, init, use } of consts) {
    // One that is read in another would have to come first.
    if (consts.some((other) => other.statement === topStatement(use))) continue;
    const isShort = use.parent?.type === 'Property' && use.parent.shorthand;
    const value = source.getText(init);
    if (isShort) text.appendLeft(use.range[1], `: ${value}`);
    else text.overwrite(...use.range, init.type === 'ObjectExpression' ? `(${value})` : value);
    text.remove(...statement.range);
  }
}

function constsOf(source: Draft['source']) {
  return source.ast.body.flatMap((statement) => {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') return [];
    const [declarator, ...others] = statement.declarations;
    const init = declarator?.init;
    if (!init || others.length > 0 || declarator.id.type !== 'Identifier') return [];
    const [variable] = source.getDeclaredVariables?.(declarator) ?? [];
    const use = variable && onlyRead(variable);
    return use && isValue(init) ? [{ statement, init, use }] : [];
  });
}

function onlyRead({ references }: TSESLint.Scope.Variable): TSESTree.Node | undefined {
  const [use, ...others] = references.filter(({ init }) => init !== true);
  const isRead = use?.isRead() === true && use.isValueReference && others.length === 0;
  const parent = isRead ? use.identifier.parent : undefined;
  // What members are read from or written to may be a store.
  return parent && !/^(?:TS|Export|Member)/.test(parent.type) ? use?.identifier : undefined;
}

function isValue({ type }: TSESTree.Node): boolean {
  return /^(?:Array|Object|New)Expression$|Literal$/.test(type);
}

/** A value that is made from nothing but imports and globals. */
function isHoistable(node: TSESTree.Node, source: Draft['source']): boolean {
  if (!isValue(node)) return false;
  for (const part of nodesOf(node, source.visitorKeys)) {
    if (part.type === 'ThisExpression' || part.type === 'AwaitExpression') return false;
    if (part.type === 'Identifier' && isOfFile(part, source)) return false;
  }
  return true;
}

/** Whether a name is declared in the file, where a const above it might come too early. */
function isOfFile(name: TSESTree.Identifier, source: Draft['source']): boolean {
  const scopes = source.scopeManager?.scopes ?? [];
  const variable = scopes
    .flatMap(({ references }) => references)
    .find(({ identifier }) => identifier === name)?.resolved;
  return variable?.defs.some(({ type }) => String(type) !== 'ImportBinding') ?? false;
}

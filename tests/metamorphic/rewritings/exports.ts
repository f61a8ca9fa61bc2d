import type { TSESTree } from '@typescript-eslint/utils';

import type { Draft } from '../source.ts';

/** `export class A {}` and `export default class A {}` become `class A {}`. */
export function unexported(draft: Draft): void {
  for (const exported of exportsOf(draft)) removeKeywords(exported, draft);
}

/** The same, with `export { A };` behind the class. */
export function exportedLater(draft: Draft): void {
  for (const { statement, name } of classesOf(draft)) {
    if (statement.type !== 'ClassDeclaration') removeKeywords(statement, draft);
    const clause = statement.type === 'ExportDefaultDeclaration' ? `${name} as default` : name;
    draft.text.appendLeft(statement.range[1], ` export { ${clause} };`);
  }
}

/** The first class becomes the file's default export. */
export function exportedByDefault(draft: Draft): void {
  const { source, text } = draft;
  const hasDefault = /\bexport\s+default\b|\bdefault\s*\}/.test(source.text);
  const [first] = hasDefault ? [] : exportsOf(draft);
  const keyword = first && source.getTokenBefore(classKeyword(first, draft));
  if (keyword?.value === 'export') text.appendLeft(keyword.range[1], ' default');
}

type Exported = TSESTree.ExportDefaultDeclaration | TSESTree.ExportNamedDeclaration;

function classesOf({ source }: Draft) {
  return source.ast.body.flatMap((statement) => {
    const node = 'declaration' in statement ? statement.declaration : statement;
    return node?.type === 'ClassDeclaration' && node.id && statement.type !== 'TSExportAssignment'
      ? [{ statement, name: node.id.name }]
      : [];
  });
}

function exportsOf(draft: Draft): readonly Exported[] {
  return classesOf(draft).flatMap(({ statement }) =>
    statement.type === 'ExportDefaultDeclaration' || statement.type === 'ExportNamedDeclaration'
      ? [statement]
      : [],
  );
}

/** The keyword may stand behind the decorators. */
function removeKeywords(statement: TSESTree.Node, draft: Draft): void {
  const { source, text } = draft;
  for (
    let token = source.getTokenBefore(classKeyword(statement, draft));
    token && /^(?:export|default)$/.test(token.value);
    token = source.getTokenBefore(token)
  ) {
    text.remove(...token.range);
  }
}

/** `class`, or the `abstract` before it. */
function classKeyword(statement: TSESTree.Node, { source }: Draft): TSESTree.Token {
  const node = 'declaration' in statement ? statement.declaration : undefined;
  const id = node?.type === 'ClassDeclaration' ? node.id : null;
  let keyword = id && source.getTokenBefore(id);
  if (!keyword) throw new Error('Only a named class is asked for its keyword.');
  const before = source.getTokenBefore(keyword);
  if (before && /^(?:abstract|declare)$/.test(before.value)) keyword = before;
  return keyword;
}

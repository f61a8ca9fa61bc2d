import * as parser from '@typescript-eslint/parser';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { SourceCode } from 'eslint';
import MagicString from 'magic-string';

/** A parsed file and its text to edit. */
export interface Draft {
  readonly source: Readonly<TSESLint.SourceCode>;
  readonly text: MagicString;
}

/** Parses the text; its scopes are those that the rules see. */
export function draft(code: string): Draft {
  const { ast, scopeManager, visitorKeys, services } = parser.parseForESLint(code, {
    comment: true,
    loc: true,
    range: true,
    tokens: true,
    sourceType: 'module',
  });
  setParents(ast, visitorKeys);
  const source: unknown = new SourceCode({
    text: code,
    ast: ast as never,
    scopeManager: scopeManager as never,
    visitorKeys: visitorKeys as never,
    parserServices: services as never,
  });
  return { source: source as TSESLint.SourceCode, text: new MagicString(code) };
}

/** ESLint sets these as it walks, which nobody does here. */
function setParents(root: TSESTree.Node, visitorKeys: VisitorKeys): void {
  for (const node of nodesOf(root, visitorKeys)) {
    for (const child of childrenOf(node, visitorKeys)) Object.assign(child, { parent: node });
  }
}

type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** A node and every node below it, in the order of the text. */
export function* nodesOf(
  root: TSESTree.Node,
  visitorKeys: VisitorKeys,
): Generator<TSESTree.Node, void> {
  yield root;
  for (const child of childrenOf(root, visitorKeys)) yield* nodesOf(child, visitorKeys);
}

function childrenOf(node: TSESTree.Node, visitorKeys: VisitorKeys): readonly TSESTree.Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const value: unknown = Reflect.get(node, key);
    return (Array.isArray(value) ? value : [value]).filter(isNode);
  });
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The statement of the program that a node stands in. */
export function topStatement(node: TSESTree.Node): TSESTree.Node {
  let statement = node;
  while (statement.parent && statement.parent.type !== 'Program') statement = statement.parent;
  return statement;
}

/** Where a statement begins, the decorators in front of it included. */
export function startOf(statement: TSESTree.Node): number {
  const declared =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
      ? statement.declaration
      : statement;
  const decorators = declared?.type === 'ClassDeclaration' ? declared.decorators : [];
  return Math.min(statement.range[0], ...decorators.map(({ range }) => range[0]));
}

import { Linter } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';

import type { Fix, Fixer, SourceCode } from '../../src/ast/types.ts';

type Edit = (node: TSESTree.Node, fixer: Fixer, sourceCode: SourceCode) => Fix | Fix[] | null;

/**
 * The code after an edit of its one node that a selector finds; undefined where there is no edit.
 */
export function edited(code: string, selector: string, edit: Edit): string | undefined {
  const rule = {
    meta: { fixable: 'code', schema: [] },
    create: (context: { sourceCode: SourceCode; report(problem: object): void }) => ({
      [selector]: (node: TSESTree.Node) =>
        context.report({
          node,
          message: 'edit',
          fix: (fixer: Fixer) => edit(node, fixer, context.sourceCode),
        }),
    }),
  };
  const config: object = {
    files: ['**/*.ts'],
    languageOptions: { parser },
    plugins: { test: { rules: { rule } } },
    rules: { 'test/rule': 'error' },
  };
  const messages = new Linter().verify(code, config, 'a.ts');
  const [message] = messages;
  if (messages.length !== 1 || !message || message.fatal) {
    throw new Error(`${messages.length} findings: ${message?.message}`);
  }
  const { fix } = message;
  if (!fix) return undefined;
  const output = code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
  parser.parse(output, {});
  return output;
}

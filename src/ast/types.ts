import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** The nodes with a body that runs when they are called. */
export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export type SourceCode = Readonly<TSESLint.SourceCode>;
export type Scope = TSESLint.Scope.Scope;
export type Variable = TSESLint.Scope.Variable;
export type Fixer = TSESLint.RuleFixer;
export type Fix = TSESLint.RuleFix;

/** What can be known of a file's code: yes, no, or that this file does not say. */
export type Certainty = 'yes' | 'no' | 'unknown';

import type { TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';
import type { Certainty } from '../../ast/types.ts';
import { isValidatorModule, validatesNothing } from './dto-class.ts';
import type { NestFile } from '../nest-file.ts';

/** What a TypeScript program says of a name that a file imports. */
export type ProgramType =
  /** `validates` tells whether a property of it or of its base classes has a validator. */
  | { readonly kind: 'class'; readonly validates: Certainty }
  /** `target` is the name of the type behind it: `Uint8Array`. */
  | { readonly kind: 'alias'; readonly target: string | undefined }
  | { readonly kind: 'enum' | 'interface' };

/** TypeScript's `SymbolFlags`: numbers that have not changed since its version 2.7. */
const VARIABLE = 1 | 2;
const CLASS = 32;
const INTERFACE = 64;
/** An enum, or a member of one. */
const ENUM = 8 | 128 | 256;
const ALIAS = 2_097_152;

/**
 * Asks the program of typed linting what a type name stands for. Undefined where there is no
 * program, where it does not find the name, and where the name is a value and a type made apart.
 */
export function programType(name: TSESTree.EntityName, file: NestFile): ProgramType | undefined {
  const services = file.sourceCode.parserServices;
  if (!services?.program || !services.esTreeNodeToTSNodeMap) return undefined;
  const checker = services.program.getTypeChecker();
  const found = checker.getSymbolAtLocation(services.esTreeNodeToTSNodeMap.get(name));
  const symbol = found && found.flags & ALIAS ? checker.getAliasedSymbol(found) : found;
  return symbol && readSymbol(symbol, checker);
}

/** Whether the program leaves `null` out of unions, and so out of what they leave at run time. */
export function dropsNull({ sourceCode }: NestFile): boolean {
  const options = sourceCode.parserServices?.program?.getCompilerOptions();
  return options !== undefined && (options.strictNullChecks ?? options.strict) !== true;
}

function readSymbol(symbol: ts.Symbol, checker: ts.TypeChecker): ProgramType | undefined {
  const { declarations, flags } = symbol;
  // What TypeScript makes up for a member of a module that it does not find is a type alias.
  if (!declarations) return undefined;
  if (flags & CLASS) return { kind: 'class', validates: classValidates(symbol, checker) };
  if (flags & ENUM) return { kind: 'enum' };
  // A const may be a class under the name of its type: `const Dto = mixin(); type Dto = …`.
  if (flags & VARIABLE && isConstructor(symbol, checker)) return undefined;
  if (flags & INTERFACE) return { kind: 'interface' };
  return { kind: 'alias', target: checker.getDeclaredTypeOfSymbol(symbol).getSymbol()?.name };
}

function isConstructor(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return checker.getTypeOfSymbol(symbol).getConstructSignatures().length > 0;
}

/**
 * Whether a class of another file, or one above it, validates. Unknown where its decorators are not
 * in the text (a declaration file, JavaScript), where a decorator comes from a package that is not
 * known, where it extends what a call makes, and where a static member may hold a schema.
 */
function classValidates(symbol: ts.Symbol, checker: ts.TypeChecker): Certainty {
  const node = symbol.valueDeclaration;
  if (!node || !isClass(node) || !isSource(node.getSourceFile())) return 'unknown';
  const answers = [
    ...[...node.members, node]
      .flatMap(decoratorsOf)
      .map((decorator) => decoratorValidates(decorator, checker)),
    // These end: in a program, a class that extends itself has no base.
    ...basesOf(node, symbol, checker).map((base) =>
      base ? classValidates(base, checker) : 'unknown',
    ),
  ];
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') || hasStatic(symbol) || isInjected(node) ? 'unknown' : 'no';
}

/** What a class extends; undefined where that cannot be told. */
function basesOf(
  node: ts.ClassLikeDeclaration,
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): readonly (ts.Symbol | undefined)[] {
  const heritage = node.heritageClauses?.find((clause) => clause.getText().startsWith('extends'));
  const [base] = heritage?.types ?? [];
  if (!base) return [];
  if ('arguments' in base.expression) return [undefined];
  const bases = checker.getDeclaredTypeOfSymbol(symbol).getBaseTypes();
  if (!bases?.length) return [undefined];
  return bases.map((type) => type.getSymbol());
}

function decoratorValidates({ expression }: ts.Decorator, checker: ts.TypeChecker): Certainty {
  const module = moduleOf(startOf(expression), checker);
  if (module === undefined) return 'unknown';
  if (isValidatorModule(module)) return 'yes';
  return validatesNothing(module) ? 'no' : 'unknown';
}

/** The name that a decorator begins with: `IsInt` of `IsInt()`, `v` of `v.IsInt()`. */
function startOf(expression: ts.Expression): ts.Node {
  let node: ts.Node = expression;
  while (hasExpression(node)) node = node.expression;
  return node;
}

/** The module that a name is imported from, as the import writes it. */
function moduleOf(name: ts.Node, checker: ts.TypeChecker): string | undefined {
  const [declaration] = checker.getSymbolAtLocation(name)?.declarations ?? [];
  for (let node: ts.Node | undefined = declaration; node; node = node.parent) {
    if (isImport(node)) return node.moduleSpecifier.text;
  }
  return undefined;
}

function decoratorsOf(node: ts.Node): readonly ts.Decorator[] {
  return 'modifiers' in node && Array.isArray(node.modifiers)
    ? node.modifiers.filter(isDecorator)
    : [];
}

/** Whether a class has decorators on the parameters of its constructor. */
function isInjected({ members }: ts.ClassLikeDeclaration): boolean {
  return members.some(
    (member) =>
      hasParameters(member) &&
      member.parameters.some((parameter) => decoratorsOf(parameter).length > 0),
  );
}

function hasStatic({ exports }: ts.Symbol): boolean {
  return exports !== undefined && [...exports.keys()].some((name) => name !== 'prototype');
}

const SOURCES = ['.ts', '.tsx', '.cts', '.mts'];

function isSource({ fileName, isDeclarationFile }: ts.SourceFile): boolean {
  return !isDeclarationFile && SOURCES.some((ending) => fileName.endsWith(ending));
}

// The numbers of TypeScript's `SyntaxKind` change from version to version: nodes are told by shape.

function isClass(node: ts.Node): node is ts.ClassLikeDeclaration {
  return 'members' in node;
}

function isDecorator(node: ts.Node): node is ts.Decorator {
  return hasExpression(node);
}

function hasExpression(node: ts.Node): node is ts.Node & { readonly expression: ts.Expression } {
  return 'expression' in node;
}

function isImport(node: ts.Node): node is ts.Node & { readonly moduleSpecifier: ts.StringLiteral } {
  return 'moduleSpecifier' in node;
}

function hasParameters(node: ts.Node): node is ts.Node & ts.SignatureDeclarationBase {
  return 'parameters' in node;
}

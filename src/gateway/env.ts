import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, literalString, memberName } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Bindings } from './bindings.ts';
import { resolveConstant } from './constants.ts';
import type { NestFile } from './nest-file.ts';

/**
 * Whether an expression is a variable of the environment itself: `process.env.X`, `process.env['X']`,
 * `import.meta.env.X`, or a name destructured from one of the two, through the consts of the file.
 * A `process` that the file declares is none.
 */
export function isEnv(node: TSESTree.Node, bindings: Bindings): boolean {
  return envVariable(node, bindings) !== undefined;
}

/**
 * The branch of `test ? a : b` that a variable of the environment asks for in so many words, and is
 * the value of otherwise: `a` in `env.ORIGIN === '*' ? a : env.ORIGIN`. A variable that has another
 * subject (`NODE_ENV`) only stands in the test, and asks for nothing.
 */
export function askedForByEnv(
  { test, consequent, alternate }: TSESTree.ConditionalExpression,
  file: NestFile,
): TSESTree.Node | undefined {
  const { bindings } = file;
  const comparison = file.resolve(test);
  if (comparison.type !== 'BinaryExpression' || !/^[!=]==?$/.test(comparison.operator)) {
    return undefined;
  }
  const { left, operator, right } = comparison;
  const [name] = [left, right].flatMap((side) => envVariable(side, bindings) ?? []);
  if (name === undefined || ![left, right].some((side) => asksForAll(side, file))) return undefined;
  const [asked, other] = operator.startsWith('!')
    ? [alternate, consequent]
    : [consequent, alternate];
  const { identifiers, members } = file.routine(other);
  return [other, ...identifiers, ...members].some((node) => envVariable(node, bindings) === name)
    ? asked
    : undefined;
}

function asksForAll(node: TSESTree.Node, file: NestFile): boolean {
  return /^(?:\*|true)$/.test(literalString(file.resolve(node)) ?? '');
}

/** The name of the environment's variable that an expression is; '' where it is computed. */
function envVariable(node: TSESTree.Node, bindings: Bindings): string | undefined {
  const target = resolveConstant(node, bindings);
  if (target.type === 'MemberExpression') {
    return isEnvObject(target.object, bindings) ? (memberName(target) ?? '') : undefined;
  }
  const source = target.type === 'Identifier' ? destructuredFrom(target, bindings) : undefined;
  return source && isEnvObject(source.object, bindings) ? (source.name ?? '') : undefined;
}

function isEnvObject(node: TSESTree.Node, bindings: Bindings): boolean {
  const target = resolveConstant(node, bindings);
  if (target.type === 'MemberExpression') {
    return memberName(target) === 'env' && hasEnv(target.object, bindings);
  }
  if (target.type !== 'Identifier') return false;
  // `import { env } from 'node:process'`
  const imported = bindings.importOf(target);
  if (imported) return imported.name === 'env' && isProcessModule(imported.module);
  // `const { env } = process`
  const source = destructuredFrom(target, bindings);
  return source?.name === 'env' && hasEnv(source.object, bindings);
}

/** Whether an expression is `process` or `import.meta`. */
function hasEnv(node: TSESTree.Node, bindings: Bindings): boolean {
  const target = skipWrappers(node);
  if (target.type === 'MetaProperty') return target.meta.name === 'import';
  if (target.type !== 'Identifier') return false;
  const imported = bindings.importOf(target);
  if (imported) return /^(?:default|\*)$/.test(imported.name) && isProcessModule(imported.module);
  return target.name === 'process' && !bindings.variable(target)?.defs.length;
}

function isProcessModule(module: string): boolean {
  return /^(?:node:)?process$/.test(module);
}

/** The object that a name was destructured from, and the name of the property there. */
function destructuredFrom(
  name: TSESTree.Identifier,
  bindings: Bindings,
): { readonly object: TSESTree.Node; readonly name: string | undefined } | undefined {
  const [definition] = bindings.variable(name)?.defs ?? [];
  if (definition?.type !== 'Variable' || !definition.node.init) return undefined;
  const { parent } = definition.name;
  const property = parent.type === 'AssignmentPattern' ? parent.parent : parent;
  return property.type === 'Property' && property.parent === definition.node.id
    ? { object: definition.node.init, name: keyName(property) }
    : undefined;
}

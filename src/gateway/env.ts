import type { TSESTree } from '@typescript-eslint/utils';
import { isNamed, keyName, literalString, memberName } from '../ast/names.ts';
import { EQUALITY } from '../ast/operators.ts';
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
  if (comparison.type !== 'BinaryExpression' || !EQUALITY.has(comparison.operator)) {
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

const ALL = new Set(['*', 'true']);

function asksForAll(node: TSESTree.Node, file: NestFile): boolean {
  return isNamed(literalString(file.resolve(node)), ALL);
}

/** The name of the environment's variable that an expression is; '' where it is computed. */
function envVariable(node: TSESTree.Node, bindings: Bindings): string | undefined {
  const source = readFrom(resolveConstant(node, bindings), bindings);
  return source && isEnvObject(source.object, bindings) ? (source.name ?? '') : undefined;
}

function isEnvObject(node: TSESTree.Node, bindings: Bindings): boolean {
  const target = resolveConstant(node, bindings);
  // `import { env } from 'node:process'`
  const imported = bindings.importOf(target);
  if (imported) return imported.name === 'env' && PROCESS_MODULES.has(imported.module);
  const source = readFrom(target, bindings);
  return source?.name === 'env' && isEnvOwner(source.object, bindings);
}

const PROCESS_MODULES = new Set(['process', 'node:process']);

/** Whether an expression is `process` or `import.meta`. */
function isEnvOwner(node: TSESTree.Node, bindings: Bindings): boolean {
  const target = skipWrappers(node);
  if (target.type === 'MetaProperty') return target.meta.name === 'import';
  const imported = bindings.importOf(target);
  if (imported) return imported.name === 'default' && PROCESS_MODULES.has(imported.module);
  return (
    target.type === 'Identifier' &&
    target.name === 'process' &&
    !bindings.variable(target)?.defs.length
  );
}

/** A property that is read of an object; without a name where it is computed. */
interface PropertyRead {
  readonly object: TSESTree.Node;
  readonly name: string | undefined;
}

/** What an expression reads: `object.name`, or a name that was destructured from an object. */
function readFrom(node: TSESTree.Node, bindings: Bindings): PropertyRead | undefined {
  if (node.type === 'MemberExpression') return { object: node.object, name: memberName(node) };
  const definition = node.type === 'Identifier' ? bindings.variable(node)?.defs[0] : undefined;
  if (definition?.type !== 'Variable' || !definition.node.init) return undefined;
  const { parent } = definition.name;
  const property = parent.type === 'AssignmentPattern' ? parent.parent : parent;
  return property.type === 'Property' && property.parent === definition.node.id
    ? { object: definition.node.init, name: keyName(property) }
    : undefined;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Bindings } from './bindings.ts';

/**
 * Whether an expression is a variable of the environment itself: `process.env.X`, `process.env['X']`,
 * `import.meta.env.X`, or a name destructured from one of the two.
 */
export function isEnv(node: TSESTree.Node, bindings: Bindings): boolean {
  const target = skipWrappers(node);
  if (target.type === 'MemberExpression') return isEnvObject(target.object, bindings);
  if (target.type !== 'Identifier') return false;
  const definition = bindings.variable(target)?.defs[0]?.node;
  return (
    definition?.type === 'VariableDeclarator' &&
    definition.id.type === 'ObjectPattern' &&
    definition.init !== null &&
    isEnvObject(definition.init, bindings)
  );
}

function isEnvObject(node: TSESTree.Node, bindings: Bindings): boolean {
  const target = skipWrappers(node);
  if (target.type === 'Identifier') {
    // `import { env } from 'node:process'`
    const imported = bindings.importOf(target);
    return imported?.name === 'env' && /^(?:node:)?process$/.test(imported.module);
  }
  if (target.type !== 'MemberExpression' || memberName(target) !== 'env') return false;
  const owner = skipWrappers(target.object);
  return (owner.type === 'Identifier' && owner.name === 'process') || owner.type === 'MetaProperty';
}

import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, thisProperty } from '../ast/names.ts';
import { pathInPattern } from '../ast/pattern-path.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Gateway } from './gateway.ts';
import type { NestFile } from './nest-file.ts';

/**
 * The name of the gateway's own field that an expression is: `users` of `this.users`, of
 * `ChatGateway.users`, of `self.users` and of a getter that returns it, and of a variable that
 * `const { users } = this` declares.
 */
export function fieldRead(
  node: TSESTree.Node,
  { class: model, file }: Pick<Gateway, 'class' | 'file'>,
): string | undefined {
  const target = skipWrappers(node);
  if (target.type === 'Identifier') {
    const path = pathFromThis(target, file);
    return path?.length === 1 ? path[0] : undefined;
  }
  if (target.type !== 'MemberExpression') return undefined;
  const name = memberName(target);
  if (name === undefined || file.classOf(target.object) === model) return name;
  if (pathFromThis(target.object, file)?.length !== 0) return undefined;
  const given = model.findGetter(name);
  return given ? thisProperty(given) : name;
}

/** The path by which a variable is taken from `this`; empty for `this` itself. */
function pathFromThis(node: TSESTree.Node, file: NestFile): readonly string[] | undefined {
  const target = skipWrappers(node);
  if (target.type === 'ThisExpression') return [];
  const definition =
    target.type === 'Identifier' ? file.bindings.variable(target)?.defs[0] : undefined;
  if (definition?.node.type !== 'VariableDeclarator') return undefined;
  const { id, init } = definition.node;
  return init && skipWrappers(init).type === 'ThisExpression'
    ? pathInPattern(id, definition.name, { isExact: true })
    : undefined;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { skipWrappers } from './skip-wrappers.ts';

type Keyed =
  | TSESTree.AccessorProperty
  | TSESTree.MethodDefinition
  | TSESTree.Property
  | TSESTree.PropertyDefinition
  | TSESTree.TSAbstractAccessorProperty
  | TSESTree.TSAbstractMethodDefinition
  | TSESTree.TSAbstractPropertyDefinition;

/** The name of a class member or property: `a`, `'a'` or `['a']`; undefined when it is computed. */
export function keyName(node: Keyed): string | undefined {
  if (!node.computed && node.key.type === 'Identifier') return node.key.name;
  if (node.key.type === 'PrivateIdentifier') return `#${node.key.name}`;
  return literalString(node.key);
}

/** The property a member expression reads: `x.a`, `x?.a` or `x['a']`; undefined when computed. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  if (!node.computed) {
    return node.property.type === 'PrivateIdentifier'
      ? `#${node.property.name}`
      : node.property.name;
  }
  return literalString(node.property);
}

/** The text of a string literal, or of a template without expressions. */
export function literalString(node: TSESTree.Node): string | undefined {
  if (node.type === 'Literal') {
    return typeof node.value === 'string' ? node.value : undefined;
  }
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis.map(({ value }) => value.cooked).join('');
  }
  return undefined;
}

/** The last name of a callee: `f` of `f()`, `a.b.f()` and `a?.f!()`. */
export function calleeName(call: TSESTree.CallExpression | TSESTree.NewExpression) {
  const callee = skipWrappers(call.callee);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? memberName(callee) : undefined;
}

/** Whether a name is known, and one of these: `isNamed(calleeName(call), /^(?:on|once)$/)`. */
export function isNamed(name: string | undefined, names: RegExp | ReadonlySet<string>): boolean {
  if (name === undefined) return false;
  return 'has' in names ? names.has(name) : names.test(name);
}

/** The object of a method call: `a.b` of `a.b.f()`, through casts and chains. */
export function receiver(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const callee = skipWrappers(call.callee);
  return callee.type === 'MemberExpression' ? skipWrappers(callee.object) : undefined;
}

/** The field name of `this.name`, through casts; undefined for anything else. */
export function thisProperty(node: TSESTree.Node): string | undefined {
  const target = skipWrappers(node);
  return target.type === 'MemberExpression' && skipWrappers(target.object).type === 'ThisExpression'
    ? memberName(target)
    : undefined;
}

/** The object that a chain of members begins with: `a` of `a.b.c`. */
export function memberRoot(node: TSESTree.Node): TSESTree.Node {
  const target = skipWrappers(node);
  return target.type === 'MemberExpression' ? memberRoot(target.object) : target;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, memberName } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Gateway } from '../gateway.ts';

/**
 * Whether a class reads a property called `handshake` or `request`, in a pattern or not, wherever
 * the socket comes from: what a gateway knows of who its client is, it knows from there. A property
 * of a message is what the client says.
 */
export function readsHandshake({ file, class: { node }, handlers }: Gateway): boolean {
  const { members, identifiers } = file.routine(node);
  const payloads = new Set(
    handlers.flatMap((handler) => handler.payloads.flatMap(({ variables }) => variables)),
  );
  return (
    members.some((member) => {
      const name = memberName(member);
      return (name === 'handshake' || name === 'request') && !isOfMessage(member);
    }) || identifiers.some(({ name, parent }) => name === 'handshake' && isKey(parent))
  );

  function isOfMessage({ object }: TSESTree.MemberExpression): boolean {
    const owner = skipWrappers(object);
    if (owner.type === 'MemberExpression') return isOfMessage(owner);
    const variable = owner.type === 'Identifier' ? file.bindings.variable(owner) : undefined;
    return variable !== undefined && payloads.has(variable);
  }
}

/**
 * The reads of a header by name, in the order of the source: `handshake.headers.cookie`, an element
 * of what is called `headers`, a name in a pattern of them.
 */
export function headerReads(
  { file, class: { node } }: Gateway,
  name: string,
): readonly TSESTree.Node[] {
  const { members, identifiers } = file.routine(node);
  return [
    ...members.filter((member) => memberName(member) === name && isHeaders(member.object)),
    ...identifiers.filter(
      (identifier) =>
        identifier.name === name &&
        isKey(identifier.parent) &&
        identifier.parent.key === identifier &&
        isTakenFromHeaders(identifier.parent.parent),
    ),
  ].sort((a, b) => a.range[0] - b.range[0]);
}

/** Whether a node is a property of a pattern. */
function isKey(node: TSESTree.Node): node is TSESTree.Property {
  return node.type === 'Property' && node.parent.type === 'ObjectPattern';
}

function isHeaders(node: TSESTree.Node): boolean {
  const target = skipWrappers(node);
  return (
    (target.type === 'MemberExpression' && memberName(target) === 'headers') ||
    (target.type === 'Identifier' && target.name === 'headers')
  );
}

/** Whether a pattern takes headers apart: `const { cookie } = handshake.headers`. */
function isTakenFromHeaders({ parent }: TSESTree.Node): boolean {
  if (parent?.type === 'VariableDeclarator') return parent.init !== null && isHeaders(parent.init);
  return parent?.type === 'Property' && keyName(parent) === 'headers';
}

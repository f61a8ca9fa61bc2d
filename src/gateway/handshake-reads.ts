import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../ast/names.ts';
import type { Gateway } from './gateway.ts';

/**
 * Every read of a property called `handshake` in a class, a pattern's included, wherever the socket
 * comes from: what a gateway knows of who its client is, it knows from there.
 */
export function handshakeReads({ file, class: { node } }: Gateway): readonly TSESTree.Node[] {
  const { members, identifiers } = file.routine(node);
  return [
    ...members.filter((member) => memberName(member) === 'handshake'),
    ...identifiers.filter(
      (identifier) =>
        identifier.name === 'handshake' &&
        identifier.parent.type === 'Property' &&
        identifier.parent.key === identifier,
    ),
  ];
}

/** Every read of a header of the handshake by name, as `handshake.headers.cookie`. */
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
        identifier.parent.type === 'Property' &&
        identifier.parent.key === identifier &&
        isTakenFromHeaders(identifier.parent),
    ),
  ];
}

function isHeaders(node: TSESTree.Node): boolean {
  return (
    (node.type === 'MemberExpression' && memberName(node) === 'headers') ||
    (node.type === 'Identifier' && node.name === 'headers')
  );
}

/** Whether a property of a pattern is taken from headers: `const { cookie } = handshake.headers`. */
function isTakenFromHeaders({ parent: pattern }: TSESTree.Property): boolean {
  const { parent } = pattern;
  if (parent.type === 'VariableDeclarator') return parent.init !== null && isHeaders(parent.init);
  return (
    parent.type === 'Property' && parent.key.type === 'Identifier' && parent.key.name === 'headers'
  );
}

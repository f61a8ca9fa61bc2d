import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { contains } from '../../ast/positions.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import type { ClientCode } from './reach.ts';

/** Where a piece of code names the client, or a variable that holds something made from it. */
export const clientReads = once((code: ClientCode): readonly TSESTree.Node[] => {
  const { root } = code.routine;
  return code.client.references.filter((reference) => contains(root, reference));
});

/** The longest chain of named properties that begins with a name: `client.handshake.auth.token`. */
export function wholeRead(node: TSESTree.Node): TSESTree.Node {
  let whole = node;
  for (;;) {
    const { parent } = outermostWrapper(whole);
    // What is read is no name of a member, so that it is the object of one that has a name.
    if (parent?.type !== 'MemberExpression' || memberName(parent) === undefined) return whole;
    whole = parent;
  }
}

import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../../ast/names.ts';
import { contains } from '../../ast/positions.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import type { ClientCode } from './reach.ts';

const known = new WeakMap<ClientCode, readonly TSESTree.Node[]>();

/** Where a piece of code names the client, or a variable that holds something made from it. */
export function clientReads(code: ClientCode): readonly TSESTree.Node[] {
  let reads = known.get(code);
  if (reads === undefined) {
    const { root } = code.routine;
    reads = code.client.references.filter((reference) => contains(root, reference));
    known.set(code, reads);
  }
  return reads;
}

/** The longest chain of named properties that begins with a name: `client.handshake.auth.token`. */
export function wholeRead(node: TSESTree.Node): TSESTree.Node {
  let whole = node;
  for (;;) {
    const outer = outermostWrapper(whole);
    const { parent } = outer;
    if (parent?.type !== 'MemberExpression' || parent.object !== outer) return whole;
    if (memberName(parent) === undefined) return whole;
    whole = parent;
  }
}

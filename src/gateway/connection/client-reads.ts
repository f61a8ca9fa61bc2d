import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../../ast/names.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import type { ClientCode } from './reach.ts';

/** Where a piece of code names the client, or a variable that holds something made from it. */
export function clientReads({ client, routine }: ClientCode): readonly TSESTree.Node[] {
  const [start, end] = routine.root.range;
  return [...client.variables]
    .flatMap(({ references }) => references.map(({ identifier }) => identifier))
    .filter(({ range }) => start <= range[0] && range[1] <= end);
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

import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName } from '../../ast/names.ts';
import { outermostWrapper, skipWrappers } from '../../ast/skip-wrappers.ts';
import type { NestFile } from '../nest-file.ts';

/**
 * Whether the code disconnects what a variable holds as well: a socket (`old.disconnect()`), or the
 * one under an id (`server.in(oldId).disconnectSockets()`). A message to it is for that connection
 * and not for a user.
 */
export function isClosedConnection(node: TSESTree.Node, file: NestFile): boolean {
  const name = skipWrappers(node);
  const variable = name.type === 'Identifier' ? file.bindings.variable(name) : undefined;
  return (variable?.references ?? []).some(({ identifier }) => isDisconnected(identifier));
}

/** Whether a chain of members and calls that begins with a node, or is handed it, disconnects. */
function isDisconnected(node: TSESTree.Node): boolean {
  let child = outermostWrapper(node);
  for (;;) {
    const { parent } = child;
    if (parent?.type === 'CallExpression') {
      const name = parent.callee === child ? calleeName(parent) : undefined;
      if (name === 'disconnect' || name === 'disconnectSockets') return true;
    } else if (parent?.type !== 'MemberExpression' || parent.object !== child) {
      return false;
    }
    child = outermostWrapper(parent);
  }
}

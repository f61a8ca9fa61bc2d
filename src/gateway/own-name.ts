import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, receiver } from '../ast/names.ts';

/** How a call names a method of its class or a function of its file: `this.check` or `check`. */
export function ownName(call: TSESTree.CallExpression): string {
  const object = receiver(call);
  const owner = object === undefined ? '' : object.type === 'Super' ? 'super.' : 'this.';
  return `${owner}${calleeName(call) ?? ''}`;
}

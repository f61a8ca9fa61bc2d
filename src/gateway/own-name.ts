import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, receiver } from '../ast/names.ts';
import type { NestFile } from './nest-file.ts';

/** How a call names a method of its class or a function of its file: `this.check` or `check`. */
export function ownName(call: TSESTree.CallExpression): string {
  const object = receiver(call);
  const owner = object === undefined ? '' : object.type === 'Super' ? 'super.' : 'this.';
  return `${owner}${calleeName(call) ?? ''}`;
}

/** The name of what a call calls, as its module exports it: an import may name it otherwise. */
export function calledName(
  call: TSESTree.CallExpression,
  { bindings }: NestFile,
): string | undefined {
  const name = bindings.importOf(call.callee)?.name;
  return name === undefined || name === 'default' ? calleeName(call) : name;
}

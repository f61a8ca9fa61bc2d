import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, literalString } from '../../ast/names.ts';
import type { NestFile } from '../nest-file.ts';

/** Whether a node runs because something failed: in a `catch`, or in the callback of `.catch()`. */
export function isInCatch(node: TSESTree.Node): boolean {
  let child = node;
  for (let { parent } = node; parent && parent.type !== 'ClassBody'; { parent } = parent) {
    if (parent.type === 'CatchClause') return true;
    if (parent.type === 'CallExpression' && isFunction(child) && calleeName(parent) === 'catch') {
      return true;
    }
    child = parent;
  }
  return false;
}

/** The name of an event as far as the file tells it, with `x` for what it does not. */
export function eventText(node: TSESTree.Node, file: NestFile): string | undefined {
  const value = file.resolve(node);
  if (value.type !== 'TemplateLiteral') return literalString(value);
  const pieces = value.quasis.map(({ value: { cooked } }) => cooked);
  return pieces.join('') === '' ? undefined : pieces.join('x');
}

/** What the payload of an error lacks; a text or another plain value lacks everything. */
export type Lacking = 'everything' | 'status' | 'message';

/**
 * What a payload that is written out lacks of `{ status, message }`, which Nest's own filter sends.
 * Undefined for a payload that has both, or that is not to be seen.
 */
export function lackingIn(payload: TSESTree.Node | undefined, file: NestFile): Lacking | undefined {
  const value = payload && file.resolve(payload);
  switch (value?.type) {
    case undefined:
    case 'ArrayExpression':
    case 'Literal':
    case 'TemplateLiteral':
      return 'everything';
    case 'ObjectExpression': {
      const isAbsent = (key: string) => file.option(value, key).kind === 'absent';
      if (isAbsent('message')) return isAbsent('status') ? 'everything' : 'message';
      return isAbsent('status') ? 'status' : undefined;
    }
    default:
      return undefined;
  }
}

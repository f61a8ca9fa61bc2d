import type { TSESTree } from '@typescript-eslint/utils';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Fix, Fixer, SourceCode } from '../ast/types.ts';
import { importName } from './import-name.ts';

/**
 * Turns `new XException(message, status)` into `new WsException(message)`. Nothing is offered where
 * that would drop more than a status or a description: a cause, a spread, a comment.
 *
 * @param defaultMessage - what the exception says when it is made without arguments
 */
export function toWsException(
  node: TSESTree.NewExpression,
  defaultMessage: string,
  sourceCode: SourceCode,
): ((fixer: Fixer) => Fix[]) | null {
  const wsException = importName('@nestjs/websockets', 'WsException', sourceCode);
  if (!wsException) return null;
  const [message, ...rest] = node.arguments;
  if (!message) {
    if (sourceCode.getCommentsInside(node).length > 0) return null;
    const text = defaultMessage.includes("'") ? `"${defaultMessage}"` : `'${defaultMessage}'`;
    return (fixer) => [
      ...wsException.apply(fixer),
      fixer.replaceText(node, `new ${wsException.text}(${text})`),
    ];
  }
  const last = rest.at(-1);
  if (!rest.every(isStatusOrText)) return null;
  if (last && !isPlainList(message, last, sourceCode)) return null;
  return (fixer) => [
    ...wsException.apply(fixer),
    fixer.replaceText(node.callee, wsException.text),
    ...(last ? [fixer.removeRange([message.range[1], last.range[1]])] : []),
  ];
}

/** `404`, `'Not here'`, `HttpStatus.NOT_FOUND`. */
function isStatusOrText(node: TSESTree.Node): boolean {
  const value = skipWrappers(node);
  return (
    value.type === 'Literal' ||
    (value.type === 'MemberExpression' &&
      value.object.type === 'Identifier' &&
      value.object.name === 'HttpStatus')
  );
}

/** Whether nothing but commas and arguments stands there: no parenthesis and no comment. */
function isPlainList(message: TSESTree.Node, last: TSESTree.Node, sourceCode: SourceCode): boolean {
  return (
    sourceCode.getTokenAfter(message)?.value === ',' &&
    sourceCode.getTokenBefore(last)?.value === ',' &&
    !sourceCode.commentsExistBetween(message, last)
  );
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isWithin } from '../ast/functions.ts';
import { memberName } from '../ast/names.ts';
import { toWsException } from '../fix/to-ws-exception.ts';
import { readCompanions } from '../gateway/errors/companion.ts';
import { clientFacingThrows } from '../gateway/errors/client-facing-throws.ts';
import { httpMessage, readExceptions } from '../gateway/errors/exception.ts';
import type { NestFile } from '../gateway/nest-file.ts';
import { COMPANION_WORDS } from '../rule/create-gateway-rule.ts';
import { createRule } from '../rule/create-rule.ts';

export default createRule<'lost' | 'inFilter'>({
  name: 'prefer-ws-exception',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require gateways and their guards to throw WsException, not HttpException',
      recommended: 'recommended',
    },
    fixable: 'code',
    messages: {
      lost: 'The client of a gateway sees only "Internal server error" of \'{{name}}\'. Throw a WsException.',
      inFilter:
        "No filter catches what a filter throws, so the client sees nothing of '{{name}}'. Hand a WsException to `super.catch`, or emit the error.",
    },
  },
  mentions: COMPANION_WORDS,
  concerns: (file) => file.gateways.length > 0 || readCompanions(file).length > 0,
  check({ file, sourceCode, report }) {
    for (const { statement, isInFilter } of clientFacingThrows(file)) {
      for (const { kind, value, callee } of readExceptions(statement.argument, file)) {
        if (kind !== 'http' || !callee) continue;
        const isHere = isWithin(value, statement);
        report({
          node: isHere ? callee : statement.argument,
          messageId: isInFilter ? 'inFilter' : 'lost',
          data: { name: sourceCode.getText(callee) },
          fix: isHere && !isInFilter ? replaceException(value, callee, file) : null,
        });
      }
    }
  },
});

/** A `WsException` takes a text or an object; what else stands there is left to its author. */
function replaceException(value: TSESTree.Node, callee: TSESTree.Node, file: NestFile) {
  const message = httpMessage(callee, file);
  if (message === undefined || value.type !== 'NewExpression') return null;
  const [first] = value.arguments;
  if (first && !isMessage(file.resolve(first))) return null;
  return toWsException(value, message, file.sourceCode);
}

function isMessage(node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string';
    case 'TemplateLiteral':
    case 'ObjectExpression':
      return true;
    case 'BinaryExpression':
      return node.operator === '+' && (isMessage(node.left) || isMessage(node.right));
    case 'MemberExpression':
      return memberName(node) === 'message';
    default:
      return false;
  }
}

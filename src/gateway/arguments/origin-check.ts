import type { TSESTree } from '@typescript-eslint/utils';
import { isEnv } from '../env.ts';
import type { Gateway } from '../gateway.ts';
import { headerReads } from '../connection/handshake-reads.ts';
import type { NestFile } from '../nest-file.ts';

const DEPTH = 6;

/**
 * Whether something may look at the page that a client comes from, also where no CORS applies: an
 * `allowRequest`, an `origin` that is or may be a function, a read of the `Origin` header. What this
 * file does not show may.
 */
export function mayCheckOrigin(gateway: Gateway): boolean {
  const { file, isWhole, hasUnknownDecorator } = gateway;
  if (!isWhole || hasUnknownDecorator) return true;
  if (headerReads(gateway, 'origin').length > 0) return true;
  if (gateway.option('allowRequest').kind !== 'absent') return true;
  const cors = gateway.option('cors');
  if (cors.kind !== 'value') return false;
  if (cors.value.type !== 'ObjectExpression') return mayBeFunction(cors.value, file, DEPTH);
  const origin = file.option(cors.value, 'origin');
  return origin.kind === 'value'
    ? mayBeFunction(origin.value, file, DEPTH)
    : origin.kind === 'unknown';
}

/** Whether a value may be a function: not if it is written out, or text from the environment. */
function mayBeFunction(node: TSESTree.Node, file: NestFile, depth: number): boolean {
  const value = file.resolve(node);
  if (depth === 0) return true;
  switch (value.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'ArrayExpression':
    case 'UnaryExpression':
    case 'BinaryExpression':
      return false;
    case 'LogicalExpression':
      return [value.left, value.right].some((side) => mayBeFunction(side, file, depth - 1));
    case 'ConditionalExpression':
      return [value.consequent, value.alternate].some((side) =>
        mayBeFunction(side, file, depth - 1),
      );
    case 'CallExpression': {
      // `process.env.ORIGINS.split(',')` is a list.
      const { callee } = value;
      return callee.type !== 'MemberExpression' || mayBeFunction(callee.object, file, depth - 1);
    }
    default:
      return !isEnv(value, file.bindings);
  }
}

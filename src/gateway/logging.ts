import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, memberName, receiver } from '../ast/names.ts';

/** The methods of loggers, which write a line and tell the client nothing. */
export const LOG_METHODS: ReadonlySet<string> = new Set([
  'debug',
  'error',
  'fatal',
  'info',
  'log',
  'trace',
  'verbose',
  'warn',
]);

const LOG_FUNCTIONS = new Set(['debug', 'error', 'info', 'log', 'warn']);

/** Whether a call does no more than write to a log: that of a console, a log or a logger. */
export function isLogging(call: TSESTree.CallExpression): boolean {
  return isNamed(ownerName(call), /^(?:console|#?log)$|logger$/i);
}

/** More generous than `isLogging`: by a function that is called so, or by any logging service. */
export function mayBeLogging(call: TSESTree.CallExpression): boolean {
  if (isLogging(call)) return true;
  if (receiver(call) === undefined) return isNamed(calleeName(call), LOG_FUNCTIONS);
  return isNamed(ownerName(call), /logg(?:er|ing)/i);
}

/** The last name of what a method is called on: `logger` of `this.logger.warn()`. */
function ownerName(call: TSESTree.CallExpression): string | undefined {
  const object = receiver(call);
  if (object?.type === 'Identifier') return object.name;
  return object?.type === 'MemberExpression' ? memberName(object) : undefined;
}

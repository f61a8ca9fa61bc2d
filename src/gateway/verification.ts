import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../ast/functions.ts';
import { calleeName, receiver, thisProperty } from '../ast/names.ts';
import { fieldType } from './field-type.ts';
import type { Gateway } from './gateway.ts';

/**
 * Whether a call verifies a JSON Web Token, and so throws or rejects for a bad one: `verify` and
 * `verifyAsync` of a field typed as `JwtService` of `@nestjs/jwt`, `verify` of `jsonwebtoken`
 * without a callback, `jwtVerify` of `jose`. Whatever else may verify a token is not known to throw.
 */
export function jwtVerification(
  call: TSESTree.CallExpression,
  gateway: Gateway,
): 'sync' | 'async' | undefined {
  const { file, class: model } = gateway;
  const object = receiver(call);
  const field = object && thisProperty(object);
  const type = field === undefined ? undefined : fieldType(model, field);
  if (type?.type === 'TSTypeReference') {
    if (file.bindings.nestName(type.typeName, '@nestjs/jwt') !== 'JwtService') return undefined;
    const name = calleeName(call);
    if (name === 'verifyAsync') return 'async';
    return name === 'verify' ? 'sync' : undefined;
  }
  const imported = file.bindings.importOf(call.callee);
  if (imported?.module === 'jose' && imported.name === 'jwtVerify') return 'async';
  if (imported?.module !== 'jsonwebtoken' || imported.name !== 'verify') return undefined;
  const last = call.arguments.at(-1);
  return last && isFunction(last) ? undefined : 'sync';
}

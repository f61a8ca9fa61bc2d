import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, receiver } from '../../ast/names.ts';
import { fieldRead } from '../field-read.ts';
import { fieldType } from '../field-type.ts';
import type { Gateway } from '../gateway.ts';

/**
 * Whether a call verifies a JSON Web Token, and so throws or rejects for a bad one: `verify` and
 * `verifyAsync` of a `JwtService` of `@nestjs/jwt` in a field or const, `verify` of `jsonwebtoken`
 * without a callback, `jwtVerify` of `jose`. Whatever else may verify a token is not known to throw.
 */
export function jwtVerification(
  call: TSESTree.CallExpression,
  gateway: Pick<Gateway, 'class' | 'file'>,
): 'sync' | 'async' | undefined {
  const { bindings } = gateway.file;
  const name = calleeName(call);
  const object = receiver(call);
  if (object && (name === 'verify' || name === 'verifyAsync') && isJwtService(object, gateway)) {
    return name === 'verify' ? 'sync' : 'async';
  }
  const imported = bindings.importOf(call.callee);
  if (imported?.module === 'jose' && imported.name === 'jwtVerify') return 'async';
  return imported?.module === 'jsonwebtoken' &&
    imported.name === 'verify' &&
    !takesCallback(call, gateway)
    ? 'sync'
    : undefined;
}

function isJwtService(object: TSESTree.Node, gateway: Pick<Gateway, 'class' | 'file'>): boolean {
  const { class: model, file } = gateway;
  const field = fieldRead(object, gateway);
  const type = field === undefined ? undefined : fieldType(model, field);
  const value = field === undefined ? object : model.findField(field)?.value;
  const made = value && file.resolve(value);
  return [
    type?.type === 'TSTypeReference' ? type.typeName : undefined,
    made?.type === 'NewExpression' ? made.callee : undefined,
  ].some((name) => name && file.bindings.nestName(name, '@nestjs/jwt') === 'JwtService');
}

/** `verify(token, secret, callback)` hands the error to its callback; the third may be options. */
function takesCallback(
  { arguments: args }: TSESTree.CallExpression,
  { file }: Pick<Gateway, 'file'>,
): boolean {
  const [, , third, fourth] = args;
  if (fourth) return true;
  const last = third && file.resolve(third);
  return last !== undefined && (isFunction(last) || last.type !== 'ObjectExpression');
}

import type { ClassModel } from '../class-model.ts';
import { enhancerOption, type Enhancer } from '../enhancer.ts';
import type { NestFile } from '../nest-file.ts';
import type { Payload } from './payload.ts';
import { mayBeCheckedWithoutType, validates, VALIDATION_PIPES } from './pipes.ts';

/** The pipes before a payload that have nothing but the class of its type to go by. */
export interface TypePipes {
  /** Whether there is one. */
  readonly any: boolean;
  /** Whether one of them is Nest's `ValidationPipe`, which asks class-validator. */
  readonly classValidator: boolean;
  /** Whether it may make instances of what properties are typed as. */
  readonly mayConvert: boolean;
}

/**
 * Reads the pipes that check a payload by its type alone. Undefined where something may check it in
 * another way: a schema, `expectedType`, a pipe of the parameter's own, an argument that a pipe of
 * the project is built with, a decorator that cannot be seen on the parameter.
 */
export function typePipes(payload: Payload): TypePipes | undefined {
  const { handler, parameter } = payload;
  const { gateway, method } = handler;
  const { file } = gateway;
  if (mayBeCheckedWithoutType(payload)) return undefined;
  if (parameter.decorators.some(({ isKnown }) => !isKnown)) return undefined;
  const onClass = gateway.classEnhancers('pipes');
  const closer = [...gateway.methodEnhancers('pipes', method), ...payload.pipes];
  if (!payload.pipes.every((pipe) => isValidationPipe(pipe, file) || isDefaultValue(pipe))) {
    return undefined;
  }
  const all = [...onClass, ...closer];
  if (all.some((pipe) => isOpenEnded(pipe, !onClass.includes(pipe), file))) return undefined;
  const own = all.filter((pipe) => isValidationPipe(pipe, file));
  return {
    any: all.some((pipe) => validates(pipe, METHOD_PIPES, file) === 'yes'),
    classValidator: own.length > 0,
    mayConvert: own.some((pipe) => mayConvert(pipe, file)),
  };
}

/** Without those for a parameter. */
const METHOD_PIPES = VALIDATION_PIPES.filter((name) => !name.startsWith('Parse'));

/**
 * Whether a pipe may know by itself what a payload must be. On a class it stands before every
 * payload, and so knows none; on a method, a validation pipe of the project may be made for that one.
 */
function isOpenEnded(pipe: Enhancer, isForOne: boolean, file: NestFile): boolean {
  if (pipe.isNest) return pipe.name === 'StandardSchemaValidationPipe';
  if (isValidationPipe(pipe, file)) return false;
  return isForOne && validates(pipe, VALIDATION_PIPES, file) !== 'no';
}

/** Nest's `ValidationPipe`, or a class of this file that extends it and leaves `transform` alone. */
function isValidationPipe({ isNest, name, model }: Enhancer, file: NestFile): boolean {
  if (isNest) return name === 'ValidationPipe';
  return model !== undefined && extendsValidationPipe(model, file);
}

function extendsValidationPipe(model: ClassModel, { bindings }: NestFile): boolean {
  const superClass = model.lineage.at(-1)?.node.superClass;
  if (!superClass || model.findMethod('transform')) return false;
  return bindings.nestName(superClass, '@nestjs/common') === 'ValidationPipe';
}

function isDefaultValue({ isNest, name }: Enhancer): boolean {
  return isNest && name === 'DefaultValuePipe';
}

/** Whether `transformOptions.enableImplicitConversion` is set, or may be where it is not seen. */
function mayConvert(pipe: Enhancer, file: NestFile): boolean {
  const transform = enhancerOption(pipe, 'transformOptions', file);
  if (transform.kind !== 'value') return transform.kind === 'unknown';
  if (transform.value.type !== 'ObjectExpression') return true;
  const option = file.option(transform.value, 'enableImplicitConversion');
  if (option.kind !== 'value') return option.kind === 'unknown';
  return option.value.type !== 'Literal' || option.value.value === true;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { isNamed } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { elementType, withoutNull } from '../../ast/type-nodes.ts';
import type { Certainty, ClassNode } from '../../ast/types.ts';
import { isFromPackage } from '../bindings.ts';
import type { ClassModel } from '../class-model.ts';
import { withParts, type DecoratorUse } from '../decorator.ts';
import type { NestFile } from '../nest-file.ts';

/** A property of a DTO class that holds a DTO in turn, which nothing validates. */
export interface UncheckedProperty {
  readonly key: TSESTree.Node;
  readonly name: string;
  /** The name of the nested DTO class. */
  readonly type: string;
}

/**
 * Whether a class of this file has something that class-validator checks: a validator on a property,
 * a getter or a method, of its own or of a base class. Unknown where a decorator may validate that
 * this file does not explain, where a base class is not seen, and where a static member may hold a
 * schema for a pipe that looks for one.
 */
export const hasValidators = once(readValidators);

function readValidators(model: ClassModel, file: NestFile): Certainty {
  let certainty: Certainty = model.hasUnseenBase ? 'unknown' : 'no';
  for (const { node, decorators } of model.lineage) {
    for (const member of node.body.body) {
      const uses = 'decorators' in member ? file.readDecorators(member.decorators) : [];
      const answer = validating(uses);
      if (answer === 'yes') return 'yes';
      if (answer === 'unknown' || isStatic(member) || isInjected(member)) certainty = 'unknown';
    }
    if (validating(decorators) !== 'no') certainty = 'unknown';
  }
  return certainty;
}

/**
 * The properties of a DTO class, and of the DTOs that it holds, whose own DTO is not validated for
 * lack of `@ValidateNested()` or `@Type()`. Only classes of this file with validators count.
 *
 * @param mayConvert - whether the pipe itself may make an instance of what a property is typed as,
 *   with `enableImplicitConversion`: then a single nested DTO needs no `@Type()`
 */
export function uncheckedProperties(
  model: ClassModel,
  mayConvert: boolean,
  file: NestFile,
): readonly UncheckedProperty[] {
  const found: UncheckedProperty[] = [];
  const seen = new Set<ClassNode>();
  const pending = [model];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const { node, fields } of next.lineage) {
      if (seen.has(node)) continue;
      seen.add(node);
      for (const field of fields) {
        const nested = field.isStatic ? undefined : nestedClass(field.node, file);
        if (!nested || hasValidators(nested.model, file) !== 'yes') continue;
        pending.push(nested.model);
        const needsType = nested.isArray || !mayConvert;
        if (isUnchecked(field.decorators, needsType)) {
          found.push({ key: field.node.key, name: field.name, type: nested.name });
        }
      }
    }
  }
  return found;
}

/** Whether a module exports class-validator's decorators. */
export function isValidatorModule(module: string): boolean {
  return isOneOf(module, ['class-validator', '@nestjs/class-validator']);
}

/** Whether it is known that no decorator of a module validates. */
export function validatesNothing(module: string): boolean {
  return (
    isOneOf(module, ['class-transformer']) ||
    (module.startsWith('@nestjs/') && !isValidatorModule(module))
  );
}

function isTransformer(module: string): boolean {
  return isOneOf(module, ['class-transformer', '@nestjs/class-transformer']);
}

function isOneOf(module: string, packages: readonly string[]): boolean {
  return packages.some((name) => isFromPackage(module, name));
}

/** Whether one of the decorators, or what the file composes it from, validates. */
function validating(uses: readonly DecoratorUse[]): Certainty {
  const answers = uses.map((use): Certainty => {
    if (use.imported) {
      const { module } = use.imported;
      if (isValidatorModule(module)) return 'yes';
      return validatesNothing(module) ? 'no' : 'unknown';
    }
    if (use.parts.length > 0) return validating(use.parts);
    return use.isKnown ? 'no' : 'unknown';
  });
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function isUnchecked(decorators: readonly DecoratorUse[], needsType: boolean): boolean {
  const uses = withParts(decorators);
  // An unknown decorator may stand for both, and `@Transform()` may do either's work.
  if (uses.some((use) => validating([use]) === 'unknown')) return false;
  const names = uses.map(libraryName);
  if (names.some((name) => isNamed(name, ELSEWHERE))) return false;
  return !names.includes('ValidateNested') || (needsType && !names.includes('Type'));
}

/** The name of a decorator of class-validator or class-transformer. */
function libraryName({ imported }: DecoratorUse): string | undefined {
  return imported && (isValidatorModule(imported.module) || isTransformer(imported.module))
    ? imported.name
    : undefined;
}

/** Decorators that validate or make what a property holds in code of their own, or leave it out. */
const ELSEWHERE = new Set(['Validate', 'ValidateBy', 'Transform', 'Exclude']);

/** The class of this file that a property holds one or an array of. */
function nestedClass(
  { typeAnnotation }: TSESTree.PropertyDefinition,
  file: NestFile,
): { name: string; model: ClassModel; isArray: boolean } | undefined {
  const type = typeAnnotation && withoutNull(typeAnnotation.typeAnnotation);
  if (!type) return undefined;
  const element = elementType(type);
  const target = element ? withoutNull(element) : type;
  const name = target?.type === 'TSTypeReference' ? target.typeName : undefined;
  if (name?.type !== 'Identifier') return undefined;
  const model = file.classOf(name);
  return model && { name: name.name, model, isArray: element !== undefined };
}

function isStatic(member: TSESTree.ClassElement): boolean {
  return 'static' in member && member.static;
}

/** Whether a constructor has decorators on its parameters. */
function isInjected(member: TSESTree.ClassElement): boolean {
  return (
    member.type === 'MethodDefinition' &&
    isFunction(member.value) &&
    member.value.params.some(({ decorators }) => decorators.length > 0)
  );
}

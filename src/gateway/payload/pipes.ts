import { isNamed } from '../../ast/names.ts';
import type { Certainty } from '../../ast/types.ts';
import type { ClassModel } from '../class-model.ts';
import { goesBy } from '../decorator.ts';
import { enhancerOption, type Enhancer } from '../enhancer.ts';
import type { NestFile } from '../nest-file.ts';
import type { Payload } from './payload.ts';
import { checksParameter } from './value-trail.ts';

/** The pipes that validate unless options say otherwise; `*` stands for any text. */
export const VALIDATION_PIPES = ['*ValidationPipe', 'Parse*Pipe'];

/** Pipes named after the schema library they hand the payload to; `JoinPipe` is none. */
const SCHEMA_PIPE = /(?:Zod|Joi|Yup|Valibot|Ajv|TypeBox)(?![a-z])|SchemaPipe$/;

/** Its `ZodValidationPipe` takes the schema from the payload's class when it is built with none. */
const SCHEMA_FROM_CLASS = 'nestjs-zod';

/**
 * Whether a pipe checks a payload against a schema of its own: it is named after a schema library
 * and built with an argument. One that is not built here may hold its schema itself.
 */
export function isSchemaPipe({ name, module, args }: Enhancer): Certainty {
  if (!isNamed(name, SCHEMA_PIPE)) return 'no';
  if (args !== undefined && args.length > 0) return 'yes';
  return module === SCHEMA_FROM_CLASS ? 'no' : 'unknown';
}

/**
 * Whether a pipe checks a payload whatever the payload's type: against a schema, against the class
 * that `new ValidationPipe({ expectedType })` names, or in code of this file. Unknown for a pipe
 * that cannot be named, and for options that cannot be seen.
 */
export function checksWithoutType(pipe: Enhancer, file: NestFile): Certainty {
  if (pipe.name === undefined) return 'unknown';
  const schema = isSchemaPipe(pipe);
  if (schema !== 'no') return schema;
  const { kind } = enhancerOption(pipe, 'expectedType', file);
  if (kind !== 'absent') return kind === 'value' ? 'yes' : 'unknown';
  return pipe.model && transforms(pipe.model, file) === 'by value' ? 'yes' : 'no';
}

/**
 * Whether a pipe validates. One whose class cannot be named is unknown; a class of this file
 * validates if its `transform` does, or else as the class it extends.
 *
 * @param listed - names of pipe classes, `*` standing for any text
 */
export function validates(pipe: Enhancer, listed: readonly string[], file: NestFile): Certainty {
  const { name, model } = pipe;
  if (name === undefined) return 'unknown';
  if (isListed(name, listed)) return 'yes';
  const schema = isSchemaPipe(pipe);
  if (schema !== 'no') return schema;
  if (model === undefined) return 'no';
  if (transforms(model, file) !== undefined) return 'yes';
  const superClass = model.lineage.at(-1)?.node.superClass;
  if (!superClass) return 'no';
  const base = file.bindings.importOf(superClass);
  return base && isListed(base.name, listed) ? 'yes' : 'unknown';
}

/**
 * Whether a pipe on the parameter, the method, the class or a seen base class validates a payload, or
 * something that this file does not show may do it.
 */
export function mayBePiped(payload: Payload, listed: readonly string[]): boolean {
  const { handler, parameter } = payload;
  const { gateway, method } = handler;
  const { file } = gateway;
  const shared = gateway
    .enhancers('pipes', method)
    .map((pipe) => validates(pipe, listed.filter(isForMethods), file));
  const answers = [...shared, ...payload.pipes.map((pipe) => validates(pipe, listed, file))];
  return (
    answers.some((answer) => answer !== 'no') ||
    gateway.mayBeCovered('pipes', method) ||
    // A pipe on the class that extends this one stands before the handlers of this one as well.
    gateway.class.node.abstract ||
    parameter.decorators.some(({ isKnown }) => !isKnown)
  );
}

/**
 * Whether something other than a payload's type says what the payload must be: a pipe that checks
 * without it, a `Parse…Pipe` of its own, a schema in its decorator, a decorator from settings that
 * is handed one. False where no pipe that the file shows can.
 */
export function mayBeCheckedWithoutType(payload: Payload): boolean {
  const { gateway, method } = payload.handler;
  const { file } = gateway;
  const pipes = [...gateway.enhancers('pipes', method), ...payload.pipes];
  const { validates: standIns } = file.settings.decorators;
  return (
    payload.hasSchema ||
    pipes.some((pipe) => checksWithoutType(pipe, file) !== 'no') ||
    payload.pipes.some((pipe) => isMadeForValue(pipe)) ||
    method.decorators.some((use) => use.args.length > 0 && goesBy(use, standIns))
  );
}

/**
 * Whether a pipe that stands on a parameter looks at the value rather than at its type: a
 * `Parse…Pipe`, and a validation pipe of the project (`ObjectIdValidationPipe`), as far as its name
 * tells.
 */
function isMadeForValue({ name, module, isNest, model }: Enhancer): boolean {
  if (isNamed(name, /^Parse.*Pipe$/)) return true;
  const isOfProject = !isNest && !model && module !== SCHEMA_FROM_CLASS;
  return isOfProject && isNamed(name, /.ValidationPipe$/);
}

/** A `Parse…Pipe` looks at one value, so the pattern holds only for pipes on a parameter. */
function isForMethods(name: string): boolean {
  return !/^Parse.*\*/.test(name);
}

/** How the `transform` of a pipe of this file validates: by the value alone, or by its type too. */
function transforms(model: ClassModel, file: NestFile): 'by type' | 'by value' | undefined {
  const method = model.findMethod('transform');
  if (!method || !checksParameter(method.function, 0, { class: model, file })) return undefined;
  const { identifiers } = file.routine(method.function);
  return identifiers.some(({ name }) => name === 'metatype') ? 'by type' : 'by value';
}

/** Whether a list of pipes has this one. */
export function isListed(name: string, listed: readonly string[]): boolean {
  return listed.some((entry) => fits(name, entry));
}

/**
 * Whether a name is an entry of a list, in which `*` stands for any text. Each part takes the first
 * place that it can have: a regular expression would try them all.
 */
function fits(name: string, entry: string): boolean {
  const [start = '', ...parts] = entry.split('*');
  const end = parts.pop();
  if (end === undefined) return name === entry;
  if (!name.startsWith(start)) return false;
  let position = start.length;
  for (const part of parts) {
    const found = name.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return name.length - end.length >= position && name.endsWith(end);
}

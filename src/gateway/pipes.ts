import type { Certainty } from '../ast/types.ts';
import type { Enhancer } from './enhancer.ts';
import { enhancerOption } from './enhancer.ts';
import type { NestFile } from './nest-file.ts';
import type { Payload } from './payload.ts';

/** The pipes that validate unless options say otherwise; `*` stands for any text. */
export const VALIDATION_PIPES = ['*ValidationPipe', 'Parse*Pipe'];

/** Pipes named after the schema library they hand the payload to. */
const SCHEMA_PIPE = /Zod|Joi|Yup|Valibot|TypeBox|SchemaPipe$/;

/** Whether a pipe checks a payload against a schema that it is built with. */
export function isSchemaPipe({ name, isNest, args }: Enhancer): boolean {
  return name !== undefined && !isNest && SCHEMA_PIPE.test(name) && args?.length !== 0;
}

/** Whether a pipe names the class to validate against: `new ValidationPipe({ expectedType })`. */
export function hasExpectedType(pipe: Enhancer, file: NestFile): boolean {
  return enhancerOption(pipe, 'expectedType', file).kind !== 'absent';
}

/**
 * Whether a pipe validates. One whose class cannot be named is unknown; a class of this file
 * validates as the class it extends does.
 *
 * @param listed - names of pipe classes, `*` standing for any text
 */
export function validates(pipe: Enhancer, listed: readonly string[], file: NestFile): Certainty {
  const { name, model } = pipe;
  if (name === undefined) return 'unknown';
  if (matches(name, listed) || isSchemaPipe(pipe)) return 'yes';
  for (const ancestor of model?.lineage ?? []) {
    const { superClass } = ancestor.node;
    if (!superClass || file.classOf(superClass)) continue;
    const base = file.bindings.importOf(superClass);
    return base && matches(base.name, listed) ? 'yes' : 'unknown';
  }
  return 'no';
}

/**
 * Whether a pipe on the parameter, the method, the class or a seen base class validates a payload.
 * Unknown where something that this file does not show may do it.
 */
export function pipeCoverage(payload: Payload, listed: readonly string[]): Certainty {
  const { handler } = payload;
  const { gateway, method } = handler;
  const { file } = gateway;
  const shared = gateway
    .enhancers('pipes', method)
    .map((pipe) => validates(pipe, listed.filter(isForMethods), file));
  const answers = [...shared, ...payload.pipes.map((pipe) => validates(pipe, listed, file))];
  if (answers.includes('yes')) return 'yes';
  const isOpen = answers.includes('unknown') || gateway.mayBeCovered('pipes', method);
  return isOpen ? 'unknown' : 'no';
}

/** A `Parse…Pipe` looks at one value, so it validates only where it stands on a parameter. */
function isForMethods(name: string): boolean {
  return !/^Parse.*Pipe$/.test(name);
}

function matches(name: string, listed: readonly string[]): boolean {
  return listed.some((entry) => {
    const [start = '', ...rest] = entry.split('*');
    const end = rest.at(-1);
    if (end === undefined) return name === entry;
    return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
  });
}

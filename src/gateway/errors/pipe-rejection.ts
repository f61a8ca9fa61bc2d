import { enhancerOption, type Enhancer } from '../enhancer.ts';
import type { MessageHandler } from '../handler.ts';
import type { NestFile } from '../nest-file.ts';

/** Nest's own pipes that answer a wrong value with an HttpException. */
const REJECTS = /^(?:(?:StandardSchema)?Validation|Parse\w+)Pipe$/;

/**
 * Whether one of Nest's own pipes validates the payload of a handler and rejects it with an
 * HttpException, for lack of an `exceptionFactory`. Options that cannot be seen may have one, and so
 * may a pipe class of the project's own.
 */
export function hidesReason({ gateway, method, payloads }: MessageHandler): boolean {
  if (payloads.length === 0) return false;
  const pipes = [
    ...gateway.enhancers('pipes', method),
    ...payloads.flatMap((payload) => payload.pipes),
  ];
  return pipes.some((pipe) => throwsHttp(pipe, gateway.file));
}

function throwsHttp(pipe: Enhancer, file: NestFile): boolean {
  return (
    REJECTS.test(pipe.name ?? '') &&
    pipe.isNest &&
    enhancerOption(pipe, 'exceptionFactory', file).kind === 'absent'
  );
}

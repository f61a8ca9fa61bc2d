import { describe, expect, it } from 'vitest';

import type { Enhancer } from '../../../src/gateway/enhancer.ts';
import {
  checksWithoutType,
  isSchemaPipe,
  validates,
  VALIDATION_PIPES,
} from '../../../src/gateway/payload/pipes.ts';
import type { NestFile } from '../../../src/gateway/nest-file.ts';
import { readGateway } from '../read.ts';

/** The one pipe of a class, as a rule sees it. */
function pipeOf(expression: string, more = ''): { pipe: Enhancer; file: NestFile } {
  const gateway = readGateway(`
    import { UsePipes, ValidationPipe } from '@nestjs/common';
    import { WebSocketGateway } from '@nestjs/websockets';
    import { ZodValidationPipe as NestZodPipe } from 'nestjs-zod';
    import { TrimPipe, ZodPipe, MyJoiPipe, JoinPipe, BasePipe, WsValidationPipe } from './pipes';
    import { z } from 'zod';
    const Schema = z.string();
    ${more}
    @UsePipes(${expression})
    @WebSocketGateway()
    class ChatGateway {}
  `);
  const [pipe, ...others] = gateway.classEnhancers('pipes');
  if (!pipe || others.length > 0) throw new Error('not one pipe');
  return { pipe, file: gateway.file };
}

describe('a schema pipe', () => {
  const answer = (expression: string, more?: string) => isSchemaPipe(pipeOf(expression, more).pipe);

  it('is named after a schema library and built with an argument', () => {
    expect(answer('new ZodPipe(Schema)')).toBe('yes');
    expect(answer('new MyJoiPipe(Schema)')).toBe('yes');
    expect(answer('new NestZodPipe(Schema)')).toBe('yes');
    expect(answer('new JoinPipe(Schema)')).toBe('no');
    expect(answer('new TrimPipe(Schema)')).toBe('no');
    expect(answer('createPipe(Schema)')).toBe('no');
  });

  it('may hold its schema itself', () => {
    expect(answer('ZodPipe')).toBe('unknown');
    expect(answer('new ZodPipe()')).toBe('unknown');
    expect(answer('NestZodPipe')).toBe('no');
    expect(answer('new NestZodPipe()')).toBe('no');
  });
});

describe('a pipe validates', () => {
  function answer(expression: string, more?: string, listed = VALIDATION_PIPES) {
    const { pipe, file } = pipeOf(expression, more);
    return validates(pipe, listed, file);
  }

  it('by its name', () => {
    expect(answer('ValidationPipe')).toBe('yes');
    expect(answer('new WsValidationPipe(1)')).toBe('yes');
    expect(answer('TrimPipe')).toBe('no');
    expect(answer('TrimPipe', '', ['Trim*', 'x'])).toBe('yes');
    expect(answer('TrimPipe', '', ['T.*', '*TrimPipe*x', ''])).toBe('no');
    expect(answer('NestZodPipe', '', ['ZodValidationPipe'])).toBe('yes');
    expect(answer('TrimPipe', '', ['*ri*i*'])).toBe('yes');
    expect(answer('TrimPipe', '', ['*ri*ri*'])).toBe('no');
    expect(answer('TrimPipe', '', ['TrimP*Pipe'])).toBe('no');
  });

  it('by the code of its transform', () => {
    const own = (member: string) => answer('OwnPipe', `class OwnPipe { ${member} }`);
    expect(own('transform(value: unknown) { return Schema.parse(value); }')).toBe('yes');
    expect(own('transform = (value: unknown) => Schema.parse(value);')).toBe('yes');
    expect(own('transform(value: any) { return value.trim(); }')).toBe('no');
    expect(own('transform() { return Schema.parse(1); }')).toBe('no');
    expect(own('other() {}')).toBe('no');
    expect(
      answer(
        'Own',
        'class Base { transform(x) { return Schema.parse(x); } } class Own extends Base {}',
      ),
    ).toBe('yes');
  });

  it('by what it extends', () => {
    expect(answer('Own', 'class Own extends ValidationPipe {}')).toBe('yes');
    expect(answer('Own', 'class Mid extends ValidationPipe {} class Own extends Mid {}')).toBe(
      'yes',
    );
    expect(answer('Own', 'class Own extends BasePipe {}')).toBe('unknown');
    expect(answer('Own', 'class Own extends mixin(ValidationPipe) {}')).toBe('unknown');
    expect(answer('Own', 'class Own extends Own {}')).toBe('unknown');
    expect(answer('class {}')).toBe('unknown');
  });
});

describe('a pipe checks without a type', () => {
  function answer(expression: string, more?: string) {
    const { pipe, file } = pipeOf(expression, more);
    return checksWithoutType(pipe, file);
  }

  it('by its schema or its expected type', () => {
    expect(answer('new ZodPipe(Schema)')).toBe('yes');
    expect(answer('new ValidationPipe({ expectedType: Dto })')).toBe('yes');
    expect(answer('pipe', 'const pipe = new ValidationPipe({ expectedType: Dto });')).toBe('yes');
    expect(answer('new ValidationPipe({ whitelist: true })')).toBe('no');
    expect(answer('new ValidationPipe(imported)')).toBe('unknown');
    expect(answer('new ValidationPipe(...imported)')).toBe('unknown');
    expect(answer('new TrimPipe("x")')).toBe('no');
    expect(answer('imported')).toBe('unknown');
    expect(answer('ValidationPipe')).toBe('no');
  });

  it('by the options that a class of the file hands on', () => {
    const own = (body: string) =>
      answer('new Own()', `class Own extends ValidationPipe { constructor() { ${body} } }`);
    expect(own('super({ expectedType: Dto });')).toBe('yes');
    expect(own('super({ whitelist: true });')).toBe('no');
    expect(own('super();')).toBe('no');
    expect(own('')).toBe('no');
    expect(own('super({ ...options });')).toBe('unknown');
    expect(answer('Own', 'class Own extends ValidationPipe {}')).toBe('no');
  });

  it('by code that does not look at the type', () => {
    const own = (parameters: string, body: string) =>
      answer('Own', `class Own { transform(${parameters}) { ${body} } }`);
    expect(own('x', 'return Schema.parse(x);')).toBe('yes');
    expect(own('x, { type }', 'if (type !== "body") return x; return Schema.parse(x);')).toBe(
      'yes',
    );
    expect(own('x, { metatype }', 'validate(plainToInstance(metatype, x));')).toBe('no');
    expect(own('x, meta', 'validate(plainToInstance(meta.metatype, x));')).toBe('no');
    expect(own('x', 'return x;')).toBe('no');
  });
});

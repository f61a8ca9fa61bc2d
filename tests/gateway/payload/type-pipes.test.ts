import { describe, expect, it } from 'vitest';

import { typePipes } from '../../../src/gateway/payload/type-pipes.ts';
import { readGateway } from '../read.ts';

function pipes(onClass: string, onMethod = '', onParameter = '') {
  const gateway = readGateway(
    `
    import { DefaultValuePipe, ParseIntPipe, StandardSchemaValidationPipe, UsePipes, ValidationPipe } from '@nestjs/common';
    import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    import { AppValidationPipe, DefaultValuePipe as OwnDefaultPipe, TrimPipe, schema } from './pipes';
    import { UpperPipe } from '../nest';
    class PlainPipe { other() {} }
    class NumberPipe extends ParseIntPipe {}
    class OwnPipe extends ValidationPipe {}
    class LaxPipe extends ValidationPipe { transform(value: any) { return value; } }
    class ByTypePipe { transform(value: any, { metatype }: any) { return validateSync(value, metatype); } }
    @WebSocketGateway() @UsePipes(${onClass})
    class ChatGateway { @UsePipes(${onMethod}) @SubscribeMessage('x') on(@MessageBody(${onParameter}) d: string) {} }
  `,
    { modules: ['../nest'] },
  );
  const [payload] = gateway.handlers[0]?.payloads ?? [];
  return payload && typePipes(payload);
}

const nest = { any: true, classValidator: true, mayConvert: false };
const own = { any: true, classValidator: false, mayConvert: false };
const none = { any: false, classValidator: false, mayConvert: false };

describe('the pipes that go by the type alone', () => {
  it("are Nest's ValidationPipe and what extends it", () => {
    expect(pipes('ValidationPipe')).toEqual(nest);
    expect(pipes('', 'new ValidationPipe({ whitelist: true })')).toEqual(nest);
    expect(pipes('', '', "'n', new ValidationPipe()")).toEqual(nest);
    expect(pipes('OwnPipe')).toEqual(nest);
    expect(pipes('', 'OwnPipe')).toEqual(nest);
    expect(pipes('ValidationPipe', 'TrimPipe')).toEqual(nest);
    expect(pipes('ValidationPipe', '', "'n', new DefaultValuePipe(1)")).toEqual(nest);
  });

  it("are the project's own on a class", () => {
    expect(pipes('new AppValidationPipe()')).toEqual(own);
    expect(pipes('new AppValidationPipe({ transform: true })')).toEqual(own);
    expect(pipes('ByTypePipe')).toEqual(own);
  });

  it('are not there', () => {
    expect(pipes('')).toEqual(none);
    expect(pipes('TrimPipe', 'ParseIntPipe')).toEqual(none);
    expect(pipes('PlainPipe')).toEqual(none);
    expect(pipes('NumberPipe')).toEqual(none);
  });

  it('are beside the point where something else may check', () => {
    expect(pipes('new AppValidationPipe(schema)')).toBeUndefined();
    expect(pipes('ValidationPipe', 'AppValidationPipe')).toBeUndefined();
    expect(pipes('ValidationPipe', 'new TrimPipe(schema)')).toBeUndefined();
    expect(pipes('ValidationPipe', '', 'TrimPipe')).toBeUndefined();
    expect(pipes('StandardSchemaValidationPipe')).toBeUndefined();
    expect(pipes('ValidationPipe', '', 'ParseIntPipe')).toBeUndefined();
    expect(pipes('ValidationPipe', '', 'UpperPipe')).toBeUndefined();
    expect(pipes('ValidationPipe', '', 'OwnDefaultPipe')).toBeUndefined();
  });

  it('are what the class beneath them is, if they have a transform of their own', () => {
    expect(pipes('LaxPipe')).toEqual(own);
  });

  it.each([
    ['{ enableImplicitConversion: true }', true],
    ['{ enableImplicitConversion: false }', false],
    ['{ enableImplicitConversion: flag }', true],
    ['{ ...flags }', true],
    ['{ strategy: 1 }', false],
    ['flags', true],
  ])('may convert with %s: %s', (options, mayConvert) => {
    expect(pipes(`new ValidationPipe({ transformOptions: ${options} })`)).toEqual({
      ...nest,
      mayConvert,
    });
  });
});

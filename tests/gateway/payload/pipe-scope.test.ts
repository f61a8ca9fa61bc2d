import { expect, it } from 'vitest';

import { misappliedPipes } from '../../../src/gateway/payload/pipe-scope.ts';
import { readGateway } from '../read.ts';

function kinds(pipe: string, parameters: string) {
  const [handler] = readGateway(
    `
    import { ParseIntPipe, UsePipes, ValidationPipe } from '@nestjs/common';
    import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    import { Socket } from 'socket.io';
    import { ZodPipe, schema } from './pipes';
    import { DateParsePipe, ParseDatePipe, ParsePipeline } from '../nest';
    @WebSocketGateway() class ChatGateway { @UsePipes(${pipe}) @SubscribeMessage('x') on(${parameters}) {} }
  `,
    { modules: ['../nest'] },
  ).handlers;
  return handler && misappliedPipes(handler).map(({ kind }) => kind);
}

it.each([
  ['ParseIntPipe', 'client: Socket', ['checksAll']],
  ['new ZodPipe(schema), ParseIntPipe', '@ConnectedSocket() client', ['checksAll', 'checksAll']],
  ['new ValidationPipe({ validateCustomDecorators: true })', 'client: Socket', ['checksCustom']],
  ['new ZodPipe(schema)', '@MessageBody() data: string', []],
  ['ValidationPipe', 'client: Socket', []],
  ['ParseDatePipe', 'client: Socket', ['checksAll']],
  ['DateParsePipe, ParsePipeline', 'client: Socket', []],
])('tells which of %s reject the socket of (%s)', (pipe, parameters, expected) => {
  expect(kinds(pipe, parameters)).toEqual(expected);
});

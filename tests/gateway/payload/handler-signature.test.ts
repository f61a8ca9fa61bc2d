import { expect, it } from 'vitest';

import { signatureFault } from '../../../src/gateway/payload/handler-signature.ts';
import { readGateway } from '../read.ts';

function fault(parameters: string) {
  const [handler] = readGateway(`
    import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    import { Socket } from 'socket.io';
    @WebSocketGateway() class ChatGateway { @SubscribeMessage('x') on(${parameters}) {} }
  `).handlers;
  const found = handler && signatureFault(handler);
  return found && `${found.kind} ${String(found.parameter.index)}`;
}

it.each([
  ['', undefined],
  ['client: Socket, text: string', undefined],
  ['@MessageBody() text: string, client: Socket', 'undecorated 1'],
  ['client: Socket, @MessageBody() text: string', 'undecorated 0'],
  ['@MessageBody() text: string, @ConnectedSocket() client: Socket, ack', undefined],
  ['text: string', 'socket 0'],
  ['text, client: Socket', 'swapped 0'],
])('tells what is wrong with (%s): %s', (parameters, expected) => {
  expect(fault(parameters)).toBe(expected);
});

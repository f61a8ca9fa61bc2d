import { UseFilters, UsePipes, ValidationPipe } from '@nestjs/common';
import {
  BaseWsExceptionFilter,
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  WsException,
} from '@nestjs/websockets';
import { IsString, MaxLength } from 'class-validator';
import type { Namespace, Socket } from 'socket.io';

class SendMessageDto {
  @IsString()
  @MaxLength(500)
  text!: string;
}

@WebSocketGateway({
  namespace: 'chat',
  cors: { origin: process.env.CHAT_ORIGIN?.split(',') },
})
@UseFilters(BaseWsExceptionFilter)
@UsePipes(
  new ValidationPipe({
    transform: true,
    exceptionFactory: (errors) => new WsException(errors.map(String).join('; ')),
  }),
)
export class ChatGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  @WebSocketServer()
  private readonly chat!: Namespace;

  /** Middleware runs before the connection exists, so no handler is open to a stranger. */
  afterInit(chat: Namespace): void {
    chat.use((client, next) => {
      const { token } = client.handshake.auth;
      next(token === process.env.CHAT_TOKEN ? undefined : new Error('Unauthorized'));
    });
  }

  async handleConnection(client: Socket): Promise<void> {
    await client.join('room:lobby');
  }

  handleDisconnect(client: Socket): void {
    this.chat.to('room:lobby').emit('left', client.id);
  }

  @SubscribeMessage('message')
  message(@ConnectedSocket() client: Socket, @MessageBody() { text }: SendMessageDto): void {
    this.chat.to('room:lobby').emit('message', { from: client.id, text });
  }
}

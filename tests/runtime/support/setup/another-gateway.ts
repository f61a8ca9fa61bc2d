import { Module } from '@nestjs/common';
import {
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  type WsResponse,
} from '@nestjs/websockets';
import { Server } from 'socket.io';

@WebSocketGateway()
class AnotherGateway {
  @WebSocketServer()
  private readonly server!: Server;

  @SubscribeMessage('say')
  say(): WsResponse<string> {
    return { event: 'said elsewhere', data: 'hello' };
  }

  @SubscribeMessage('whisper')
  whisper(@MessageBody() { to, text }: { to: string; text: string }): void {
    this.server.to(to).emit('private', text);
  }
}

@Module({ providers: [AnotherGateway] })
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- what Nest calls a module
class AnotherModule {}

export const imports = [AnotherModule];

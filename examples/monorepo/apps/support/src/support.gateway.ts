import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';

/** An old gateway: what the plugin says of it are warnings until it is repaired. */
@WebSocketGateway({ cors: { origin: '*' } })
export class SupportGateway {
  private readonly waiting = new Map<string, Socket>();

  handleConnection(client: Socket) {
    this.waiting.set(client.id, client);
  }

  @SubscribeMessage('ask')
  ask(@ConnectedSocket() client: Socket, @MessageBody() question: any) {
    client.broadcast.emit('question', question);
  }
}

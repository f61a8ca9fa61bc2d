import { JwtService } from '@nestjs/jwt';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Socket } from 'socket.io';

@WebSocketGateway({ cors: { origin: process.env.FRONTEND_URL || '*' } })
export class ChatGateway {
  private readonly clients = new Map<string, Socket>();

  constructor(private readonly jwt: JwtService) {}

  async handleConnection(client: Socket) {
    const user = await this.jwt.verifyAsync(client.handshake.auth.token);
    client.data.user = user;
    this.clients.set(user.id, client);
  }

  @SubscribeMessage('join')
  join(@ConnectedSocket() client: Socket, @MessageBody() body: any) {
    client.join(body.room);
  }
}

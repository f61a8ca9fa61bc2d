import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { Logger, UseFilters, UseGuards, UsePipes, ValidationPipe } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import {
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
import type { Namespace } from 'socket.io';

import { RoomsService } from '../domain/rooms.service';
import type { User } from '../domain/user';
import type { ChatSocket } from './chat-socket';
import { DirectMessageDto, RoomDto, SendMessageDto } from './chat.dto';
import { WsAuthGuard } from './ws-auth.guard';
import { WsExceptionFilter } from './ws-exception.filter';

const gzipAsync = promisify(gzip);

@WebSocketGateway({
  namespace: 'chat',
  cors: { origin: process.env.CHAT_ORIGIN?.split(',') },
})
@UseGuards(WsAuthGuard)
@UseFilters(WsExceptionFilter)
@UsePipes(
  new ValidationPipe({
    transform: true,
    whitelist: true,
    exceptionFactory: (errors) =>
      new WsException(errors.flatMap((error) => Object.values(error.constraints ?? {})).join('; ')),
  }),
)
export class ChatGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  @WebSocketServer()
  private readonly chat!: Namespace;

  private readonly logger = new Logger(ChatGateway.name);

  constructor(
    private readonly jwt: JwtService,
    private readonly rooms: RoomsService,
  ) {}

  /** Middleware runs before the connection exists, so no handler is open to a stranger. */
  afterInit(chat: Namespace): void {
    chat.use(async (client, next) => {
      try {
        client.data.user = await this.jwt.verifyAsync<User>(client.handshake.auth.token);
      } catch {
        return next(new Error('Unauthorized'));
      }
      next();
    });
  }

  handleConnection(client: ChatSocket): void {
    const { user } = client.data;
    void client.join(`user:${user.id}`);
    this.logger.log(`${client.id} is ${user.name} at ${client.handshake.address}`);
  }

  /** Socket.IO empties the rooms itself, and the gateway keeps nothing about a connection. */
  handleDisconnect(client: ChatSocket): void {
    this.logger.log(`${client.id} is gone`);
  }

  @SubscribeMessage('join')
  async join(@ConnectedSocket() client: ChatSocket, @MessageBody() { roomId }: RoomDto) {
    this.rooms.assertMember(roomId, client.data.user.id);
    await client.join(`room:${roomId}`);
    return { joined: roomId };
  }

  @SubscribeMessage('message')
  message(@ConnectedSocket() client: ChatSocket, @MessageBody() { roomId, text }: SendMessageDto) {
    const { user } = client.data;
    this.rooms.assertMember(roomId, user.id);
    const message = this.rooms.addMessage(roomId, user.name, text);
    this.chat.to(`room:${roomId}`).emit('message', message);
    return message;
  }

  @SubscribeMessage('direct')
  direct(@ConnectedSocket() client: ChatSocket, @MessageBody() { userId, text }: DirectMessageDto) {
    this.chat.to(`user:${userId}`).emit('direct', { from: client.data.user.name, text });
    return { sent: true };
  }

  @SubscribeMessage('history')
  history(@ConnectedSocket() client: ChatSocket, @MessageBody() { roomId }: RoomDto) {
    this.rooms.assertMember(roomId, client.data.user.id);
    return gzipAsync(JSON.stringify(this.rooms.history(roomId)));
  }
}

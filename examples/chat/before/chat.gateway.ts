import { gzipSync } from 'node:zlib';

import {
  BadRequestException,
  Body,
  Ip,
  Logger,
  Req,
  UseFilters,
  UseGuards,
  UsePipes,
  ValidationPipe,
} from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  WsException,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';

import type { Message } from '../domain/rooms.service';
import type { User } from '../domain/user';
import { UsersService } from '../domain/users.service';
import type { JoinRoomDto } from './chat.dto';
import { WsAuthGuard } from './ws-auth.guard';
import { WsExceptionFilter } from './ws-exception.filter';

interface ChatSocket extends Socket {
  user?: User;
}

@WebSocketGateway({ cors: { origin: '*' } })
export class ChatGateway {
  @WebSocketServer()
  server: any;

  private readonly logger = new Logger(ChatGateway.name);
  private readonly sockets = new Map<string, ChatSocket>();
  private readonly history = new Map<string, Message[]>();

  constructor(
    private readonly jwt: JwtService,
    private readonly users: UsersService,
  ) {}

  @UseGuards(WsAuthGuard)
  async handleConnection(client: ChatSocket) {
    const token = client.handshake.auth.token;
    if (!token) {
      client.emit('error', 'Unauthorized');
      return;
    }
    const user = await this.jwt.verifyAsync<User>(token);
    if (!this.users.isActive(user.id)) {
      client.disconnect();
      return;
    }
    client.user = user;
    this.sockets.set(user.id, client);
  }

  handleDisconnected(client: ChatSocket) {
    if (client.user) this.sockets.delete(client.user.id);
  }

  @UsePipes(new ValidationPipe())
  @SubscribeMessage('join')
  join(@ConnectedSocket() client: ChatSocket, @MessageBody() dto: JoinRoomDto) {
    client.join(dto.roomId);
    return { joined: dto.roomId };
  }

  @SubscribeMessage('message')
  message(@ConnectedSocket() client: ChatSocket, @MessageBody() payload: any, @Ip() ip: string) {
    if (!payload.text) throw new BadRequestException('text is missing');
    const { roomId, text } = payload;
    const from = client.user?.name ?? 'anonymous';
    const message = { roomId, from, text, sentAt: new Date().toISOString() };
    this.history.set(roomId, [...(this.history.get(roomId) ?? []), message]);
    this.logger.log(`${ip} wrote to ${roomId}`);
    this.server.emit('message', message);
    return message;
  }

  @UseFilters(WsExceptionFilter)
  @SubscribeMessage('direct')
  direct(@Req() client: ChatSocket, @Body() payload: { userId: string; text: string }) {
    const receiver = this.sockets.get(payload.userId);
    if (!receiver) return new WsException('This user is offline');
    receiver.emit('direct', { from: client.user?.name, text: payload.text });
    return { sent: true };
  }

  @SubscribeMessage('history')
  loadHistory(@MessageBody('roomId') roomId: string) {
    return gzipSync(JSON.stringify(this.history.get(roomId) ?? []));
  }
}

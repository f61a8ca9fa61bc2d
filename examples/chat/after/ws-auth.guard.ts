import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { WsException } from '@nestjs/websockets';

import { UsersService } from '../domain/users.service';
import type { ChatSocket } from './chat-socket';

/** The token was verified at the handshake; a connection can outlive its token and its user. */
@Injectable()
export class WsAuthGuard implements CanActivate {
  constructor(private readonly users: UsersService) {}

  canActivate(context: ExecutionContext): boolean {
    const { user } = context.switchToWs().getClient<ChatSocket>().data;
    if (user.exp * 1000 <= Date.now() || !this.users.isActive(user.id)) {
      throw new WsException('Unauthorized');
    }
    return true;
  }
}

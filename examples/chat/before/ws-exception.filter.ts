import { type ArgumentsHost, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { Socket } from 'socket.io';

@Catch()
export class WsExceptionFilter extends BaseExceptionFilter {
  override catch(exception: Error, host: ArgumentsHost): void {
    host.switchToWs().getClient<Socket>().emit('error', exception.message);
    super.catch(exception, host);
  }
}

import { type ArgumentsHost, Catch, HttpException } from '@nestjs/common';
import { BaseWsExceptionFilter, WsException } from '@nestjs/websockets';

/** Emits `exception` with `{ status, message }`, and translates what HTTP-minded services throw. */
@Catch()
export class WsExceptionFilter extends BaseWsExceptionFilter {
  constructor() {
    super({ includeCause: false });
  }

  override catch(exception: unknown, host: ArgumentsHost): void {
    const translated =
      exception instanceof HttpException ? new WsException(exception.message) : exception;
    super.catch(translated, host);
  }
}

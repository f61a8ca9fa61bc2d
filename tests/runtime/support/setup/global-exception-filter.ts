import { Catch, type ArgumentsHost, type INestApplication } from '@nestjs/common';
import { BaseWsExceptionFilter, WsException } from '@nestjs/websockets';

@Catch()
class TranslatingFilter extends BaseWsExceptionFilter {
  override catch(exception: Error, host: ArgumentsHost): void {
    super.catch(new WsException(exception.message), host);
  }
}

export function configure(app: INestApplication): void {
  app.useGlobalFilters(new TranslatingFilter());
}

import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module';
import { RedisIoAdapter } from './redis-io.adapter';

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  // For the login route. On Nest 10 and 11 global pipes do not reach gateways.
  app.useGlobalPipes(new ValidationPipe());
  if (process.env.REDIS_URL) {
    app.useWebSocketAdapter(await RedisIoAdapter.connect(app, process.env.REDIS_URL));
  }
  app.enableShutdownHooks();
  await app.listen(process.env.PORT ?? 3000, '127.0.0.1');
}

void bootstrap();

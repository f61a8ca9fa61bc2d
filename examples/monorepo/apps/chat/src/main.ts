import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';

import { ChatModule } from './chat.module';

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(ChatModule);
  await app.listen(Number(process.env.PORT ?? 3000));
}

void bootstrap();

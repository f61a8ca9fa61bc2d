import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';

import { SupportModule } from './support.module';

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(SupportModule);
  await app.listen(Number(process.env.PORT ?? 3000));
}

void bootstrap();

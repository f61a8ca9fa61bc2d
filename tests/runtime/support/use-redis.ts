import type { INestApplication } from '@nestjs/common';
import { RedisIoAdapter } from './redis-io.adapter.ts';

export async function configure(app: INestApplication): Promise<void> {
  const adapter = new RedisIoAdapter(app);
  await adapter.connectToRedis(process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379');
  app.useWebSocketAdapter(adapter);
}

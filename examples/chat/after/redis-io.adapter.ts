import { type INestApplicationContext, Logger } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-adapter';
import { createClient } from 'redis';
import type { Server, ServerOptions } from 'socket.io';

type Redis = ReturnType<typeof createClient>;

/** Lets several instances share rooms: an emit on one reaches the clients of all. */
export class RedisIoAdapter extends IoAdapter {
  private constructor(
    app: INestApplicationContext,
    private readonly publisher: Redis,
    private readonly subscriber: Redis,
  ) {
    super(app);
  }

  static async connect(app: INestApplicationContext, url: string): Promise<RedisIoAdapter> {
    const logger = new Logger(RedisIoAdapter.name);
    const publisher = createClient({ url });
    const subscriber = publisher.duplicate();
    for (const client of [publisher, subscriber]) {
      client.on('error', (error) => logger.error(error));
      await client.connect();
    }
    return new RedisIoAdapter(app, publisher, subscriber);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server: Server = super.createIOServer(port, options);
    server.adapter(createAdapter(this.publisher, this.subscriber));
    return server;
  }

  override async dispose(): Promise<void> {
    await super.dispose();
    await Promise.all([this.publisher.close(), this.subscriber.close()]);
  }
}

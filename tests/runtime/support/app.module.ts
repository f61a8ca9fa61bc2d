import { Module } from '@nestjs/common';
import { ChatGateway } from './chat.gateway.ts';

@Module({ providers: [ChatGateway] })
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- what Nest calls a module
export class AppModule {}

import { Module } from '@nestjs/common';

import { DomainModule } from '../domain/domain.module';
import { ChatGateway } from './chat.gateway';

@Module({
  imports: [DomainModule],
  providers: [ChatGateway],
})
export class AppModule {}

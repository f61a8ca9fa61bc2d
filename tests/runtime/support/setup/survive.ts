import { Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

const EVENTS = ['uncaughtException', 'unhandledRejection'];

/** What some applications do to stay alive. */
@Module({})
class SurviveModule implements OnModuleInit, OnModuleDestroy {
  private readonly goOn = (): void => {};

  onModuleInit(): void {
    for (const event of EVENTS) process.on(event, this.goOn);
  }

  onModuleDestroy(): void {
    for (const event of EVENTS) process.off(event, this.goOn);
  }
}

export const imports = [SurviveModule];

import { AppModule } from './app.module.ts';

export { configure } from './use-redis.ts';
export const imports = [AppModule];

import '../chat.gateway.ts';

export { configure } from '../use-redis.ts';

export { configure } from '../use-redis.ts';

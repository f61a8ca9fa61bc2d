import { expect, it } from 'vitest';

import { blockingCode } from '../../../src/gateway/declaration/blocking.ts';
import { readGateway } from '../read.ts';

function blocking(members: string): string[] {
  const gateway = readGateway(`
    import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    import fs, { readFileSync as read } from 'node:fs';
    import { other } from './other';
    @WebSocketGateway() class A { ${members} }
  `);
  return blockingCode(gateway).map((found) => (found.kind === 'call' ? found.name : found.kind));
}

it('knows the functions by their module', () => {
  expect(blocking('handleConnection() { read(); fs.rmSync(); fs.existsSync(); other(); }')).toEqual(
    ['readFileSync', 'rmSync'],
  );
});

it('follows one call into the class, and no further', () => {
  expect(
    blocking('handleConnection() { this.a(); } a() { this.b(); read(); } b() { read(); }'),
  ).toEqual(['readFileSync']);
});

it('knows loops that never end', () => {
  expect(blocking(`@SubscribeMessage('a') a() { for (;;) { step(); } }`)).toEqual(['loop']);
  expect(blocking(`@SubscribeMessage('a') async a() { for (;;) { await step(); } }`)).toEqual([]);
});

it('leaves alone what runs before clients come', () => {
  expect(blocking('afterInit() { read(); } load() { read(); }')).toEqual([]);
});

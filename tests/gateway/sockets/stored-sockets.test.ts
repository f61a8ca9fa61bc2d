import { expect, it } from 'vitest';

import { storedSocketsOf } from '../../../src/gateway/sockets/stored-sockets.ts';
import { readGateway } from '../read.ts';

/** What the arguments of `log(…)` in a gateway with these members are. */
function logged(members: string, before = ''): (string | undefined)[] {
  const gateway = readGateway(`
    import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    import { Socket } from 'socket.io';
    interface Player { name: string; socket: Socket }
    ${before}
    @WebSocketGateway() class A { ${members} }
  `);
  return gateway.file
    .routine(gateway.class.node)
    .calls.filter(({ callee }) => callee.type === 'Identifier' && callee.name === 'log')
    .flatMap((call) => call.arguments.map((argument) => storedSocketsOf(gateway).kindOf(argument)));
}

it('knows a collection by what is put into it', () => {
  const filled = (value: string, entry: string) =>
    logged(
      `m = new Map(); handleConnection(c) { this.m.set(c.data.id, ${value}); } a(id) { log(${entry}); }`,
    );
  expect(filled('c', 'this.m.get(id), this.m.get(id).id, this.m.get(id).name')).toEqual([
    'socket',
    'id',
    undefined,
  ]);
  expect(filled('c.id', 'this.m.get(id), this.m.has(id)')).toEqual(['id', undefined]);
  expect(
    filled(
      '{ s: c, i: c.id, r: c.data.room }',
      'this.m.get(id).s, this.m.get(id).i, this.m.get(id).r, this.m.get(id)',
    ),
  ).toEqual(['socket', 'id', undefined, undefined]);
  expect(filled('c.data.room', 'this.m.get(id)')).toEqual([undefined]);
  expect(filled('make(c)', 'this.m.get(id)')).toEqual([undefined]);
});

it('knows a collection by its type', () => {
  expect(
    logged(
      'a: Map<string, Socket>; b: Socket[]; c: Record<string, Player>; d: Map<string, string>; f(id) { log(this.a.get(id), this.b[id], this.c[id].socket, this.d.get(id)); }',
    ),
  ).toEqual(['socket', 'socket', 'socket', undefined]);
});

it('takes what no client has or sends for the key of no user', () => {
  const keyed = (fill: string, members = '') =>
    logged(`m = new Map<string, Socket>(); ${members}
      @SubscribeMessage('a') async on(c, p) { ${fill} } a(id) { log(this.m.get(id)); }`)[0];
  const task = 'const task = await this.queue.next();';
  expect(keyed(`${task} this.m.set(task.id, c);`)).toBeUndefined();
  expect(keyed('this.m.set(p.id, c);')).toBe('socket');
  expect(keyed('const user = await this.find(c.handshake.auth); this.m.set(user.id, c);')).toBe(
    'socket',
  );
  expect(keyed(`${task} this.m.set(task.id, c); this.m.set(p.id, c);`)).toBe('socket');
  expect(keyed('this.keep(p.id, c);', 'keep(id, c) { this.m.set(id, c); }')).toBe('socket');
  const module = (key: string) =>
    logged(
      'handleConnection(c) { users.set(KEY, c); } a(id) { log(users.get(id)); }'.replace(
        'KEY',
        key,
      ),
      'const users = new Map();',
    )[0];
  expect(module('c.data.id')).toBe('socket');
  expect(module('next()')).toBeUndefined();
});

it('knows nothing of a collection that comes from elsewhere', () => {
  expect(logged('a(id) { log(users.get(id)); }', 'const { users } = store;')).toEqual([undefined]);
  expect(logged('a(id) { for (const users of lists) log(users.get(id)); }')).toEqual([undefined]);
});

it('looks through five fallbacks, and no more', () => {
  const entry = 'this.m.get(id) ?? b ?? c ?? d ?? e ?? f';
  expect(logged(`m: Map<string, Socket>; a(id) { log(${entry}, ${entry} ?? g); }`)).toEqual([
    'socket',
    undefined,
  ]);
});

it('follows variables that are not assigned to', () => {
  expect(
    logged(
      'a: Map<string, Socket>; f(id) { const s = this.a.get(id); const { id: i } = s; let t = s; t = x; log(s, i, t); }',
    ),
  ).toEqual(['socket', 'id', undefined]);
  expect(logged('f() { const a = b; const b = a; log(a, c, f().x); }')).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

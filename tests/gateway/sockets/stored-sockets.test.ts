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
  expect(filled('c', 'this.m.get(id) && other, this.m.get(id) ?? other')).toEqual([
    undefined,
    'socket',
  ]);
  expect(filled('c.data.room', 'this.m.get(id)')).toEqual([undefined]);
  expect(filled('make(c)', 'this.m.get(id)')).toEqual([undefined]);
});

it('knows a collection by what is known of it, whatever else is put into it', () => {
  const filled = (type: string, fill: string, entry: string) =>
    logged(`m${type}; handleConnection(c) { ${fill} } a(id) { log(${entry}); }`);
  const own = 'this.m.set(c.data.id, c);';
  expect(filled(' = new Map()', `${own} this.m.set(c.data.x, make(c));`, 'this.m.get(id)')).toEqual(
    ['socket'],
  );
  const players = ': Map<string, Player>';
  const socket = 'this.m.get(id).socket';
  expect(filled(players, "this.m.set(c.data.id, { name: 'x' });", socket)).toEqual(['socket']);
  expect(filled(players, 'this.m.set(c.data.id, { [key]: c });', socket)).toEqual(['socket']);
  const quoted = ": Map<string, { 'socket': Socket }> = new Map<string, Player>()";
  expect(filled(quoted, '', socket)).toEqual(['socket']);
  expect(
    filled(': Map<string, unknown> = new Map<string, Socket>()', '', 'this.m.get(id)'),
  ).toEqual(['socket']);
});

it('knows a collection by its type', () => {
  expect(
    logged(
      'a: Map<string, Socket>; b: Socket[]; c: Record<string, Player>; d: Map<string, string>; f(id) { log(this.a.get(id), this.b[id], this.c[id].socket, this.d.get(id)); }',
    ),
  ).toEqual(['socket', 'socket', 'socket', undefined]);
  const entry = (type: string, read: string, before = '') =>
    logged(`m: ${type}; a(id) { log(this.m${read}); }`, before)[0];
  expect(entry('Array<Socket>', '[id]')).toBe('socket');
  expect(logged('m = new Array<Socket>(); a(id) { log(this.m[id]); }')).toEqual(['socket']);
  expect(entry('{ [id: string]: Socket }', '[id]')).toBe('socket');
  expect(entry('{ [id: string] }', '[id]')).toBeUndefined();
  expect(entry('Player[]', '[id].name')).toBeUndefined();
  expect(entry('Loose[]', '[id].socket', 'interface Loose { name; socket: Socket }')).toBe(
    'socket',
  );
  expect(entry('{ s: Socket; f(): Socket }[]', '[id].f')).toBeUndefined();
  expect(entry('{ [device: string]: Socket }[]', '[id].phone')).toBeUndefined();
  expect(entry('Imported[]', '[id].socket')).toBeUndefined();
  expect(entry('Alias[]', '[id].socket', 'type Alias = { socket: Socket };')).toBe('socket');
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
  expect(
    logged('a(id) { log(users.get(id)); }', 'const { users }: Record<string, Socket> = store;'),
  ).toEqual([undefined]);
  expect(logged('a(id) { for (const users of lists) log(users.get(id)); }')).toEqual([undefined]);
  expect(logged('a(id) { log(arguments[id], Promise[id], missing[id]); }')).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
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
  expect(
    logged('a: Map<string, Socket>; f(id) { var s = this.a.get(id); var s; log(s, arguments); }'),
  ).toEqual([undefined, undefined]);
  expect(logged('f() { const a = b; const b = a; log(a, c, f().x, a[c]); }')).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

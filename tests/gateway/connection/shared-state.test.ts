import { expect, it } from 'vitest';

import { sharedState } from '../../../src/gateway/connection/shared-state.ts';
import { readGateway } from '../read.ts';

/** The collections that a handler fills per client, user or room. */
function shared(body: string, entry = `@SubscribeMessage('say') say(client: Socket, dto: SayDto)`) {
  const gateway = readGateway(`
    import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    @WebSocketGateway() class A {
      map = new Map(); list = []; rooms = {}; ids = {}; things = {};
      ${entry} { ${body} }
    }
  `);
  return [...sharedState(gateway).values()].map(({ collection }) => collection.name);
}

it.each([
  ['this.map.set(client.id, 1)', 'this.map'],
  ['const me = client; this.map.set(me.data.user, 1)', 'this.map'],
  ['this.map.set(dto.text, client)', 'this.map'],
  ['this.map.set(dto.userId, 1)', 'this.map'],
  ['this.map.set(`room:${dto.name}`, 1)', 'this.map'],
  ['this.ids[client.id] = 1', 'this.ids'],
  ['this.list.push(client)', 'this.list'],
  ['this.list = [...this.list, client.id]', 'this.list'],
  ['this.rooms[dto.key] = 1', 'this.rooms'],
  ['const c = client; this.map.set(`a:${c.id}`, 1)', 'this.map'],
  ['this.map.set(`chat-room:${dto.name}`, 1)', 'this.map'],
  ['this.map.set(`${dto.kind}:${dto.userId}`, 1)', 'this.map'],
  ['this.list.push({ socket: client, at: 1 })', 'this.list'],
  ['this.list.push(dto.text, client)', 'this.list'],
  ["const c = client; this.things = { ...this.things, ['a' + c.id]: 1 }", 'this.things'],
  ['const c = client; this.things[`a:${c.id}`] = [1]', 'this.things'],
])('takes %s for state', (body, name) => {
  expect(shared(body)).toEqual([name]);
});

it.each([
  'this.map.set(dto.text, 1)',
  `this.map.set('user', 1)`,
  'this.map.set(dto.items.map((item) => item.text), 1)',
  'this.map.set(`doc:${dto.doc}`, 1)',
  'this.list.push({ author: client.id })',
  'this.list.push(this.make(client))',
  'this.list.push({ ...dto })',
  `this.rooms['lobby'] = 1`,
  'this.map.set(user.color, 1)',
  'this.list = [...this.list, { author: client.id }]',
  'let a = b, b = a; this.map.set(a, 1)',
  'let user; user = client; let entry; this.list.push(entry)',
  'dto.parts.forEach((part) => this.list.push(part))',
])('takes %s for none', (body) => {
  expect(shared(body)).toEqual([]);
});

it('takes what is read from a client that connects for its key', () => {
  const body = 'const who = await this.verify(client); this.map.set(who.sub, 1)';
  expect(shared(body, 'async handleConnection(client: Socket)')).toEqual(['this.map']);
  expect(shared(body, `@SubscribeMessage('say') async say(client: Socket)`)).toEqual([]);
});

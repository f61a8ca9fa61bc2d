import { describe, expect, it } from 'vitest';

import { isSetOnConnection } from '../../../src/gateway/errors/connection-data.ts';
import { readGateway } from '../read.ts';

function isSet(members: string): boolean {
  return isSetOnConnection(
    ['data', 'user'],
    readGateway(`
      import { WebSocketGateway } from '@nestjs/websockets';
      @WebSocketGateway() class A { private clients = new Map(); ${members} }
    `),
  );
}

describe('a value on the socket is there for every client that leaves', () => {
  it.each([
    ['set for all', 'handleConnection(client) { client.data.user = load(); }'],
    ['set before it waits', 'async handleConnection(client) { client.data.user = 1; await a(); }'],
    ['with its owner', 'handleConnection(client) { client.data = load(); }'],
    ['with Object.assign', 'handleConnection(client) { Object.assign(client.data, load()); }'],
    ['in a method', 'handleConnection(client) { this.set(client); } set(c) { c.data.user = 1; }'],
    [
      'or it is disconnected at once',
      'handleConnection(client) { if (a) { client.data.user = 1; } else client.disconnect(); }',
    ],
    [
      'or it is disconnected at once, in a catch',
      'handleConnection(client) { try { client.data.user = a(); } catch { client.disconnect(); } }',
    ],
    ['perhaps by unseen code', 'handleConnection(client) { this.auth.join(client); }'],
    ['before it is connected', 'handleConnection(client) { log(client.data.user.id); }'],
    ['beside a field', 'handleConnection(client) { this.last = 1; client.data.user = 1; }'],
    ['before a return', 'handleConnection(client) { client.data.user = 1; if (a) return; }'],
    [
      'while a callback waits',
      'handleConnection(client) { f(async () => { await a(); }); client.data.user = 1; }',
    ],
    [
      'perhaps by unseen code beside a method',
      'handleConnection(client) { this.note(client); this.auth.join(client); } note(c) {}',
    ],
    [
      'or it is disconnected by a method',
      'handleConnection(client) { if (a) { client.data.user = 1; } else this.leave(client); } leave(c) { c.disconnect(); }',
    ],
  ])('%s', (_, members) => {
    expect(isSet(members)).toBe(true);
  });

  it.each([
    ['no hook', ''],
    ['nothing of it', 'handleConnection(client) { client.data.other = 1; }'],
    [
      'disconnected before it waits, and set behind that',
      'async handleConnection(client) { client.disconnect(); await a(); client.data.user = 1; }',
    ],
    ['the client replaced', 'handleConnection(client) { client = other; }'],
    [
      'kept and logged',
      'handleConnection(client) { this.clients.set(1, client); log.log(client); }',
    ],
    ['set for some', 'handleConnection(client) { if (a) client.data.user = 1; }'],
    ['set behind a return', 'handleConnection(client) { if (a) return; client.data.user = 1; }'],
    [
      'set with what was awaited',
      'async handleConnection(client) { client.data.user = await a(); }',
    ],
    ['set after it waits', 'async handleConnection(client) { await a(); client.data.user = 1; }'],
    [
      'set in a callback',
      'handleConnection(client) { a().then(() => { client.data.user = 1; }); }',
    ],
    [
      'set in a method that is called after it waits',
      'async handleConnection(client) { await a(); this.set(client); } set(c) { c.data.user = 1; }',
    ],
    [
      'disconnected after it waits',
      'async handleConnection(client) { if (a) client.data.user = 1; await b(); client.disconnect(); }',
    ],
    ['handed over and awaited', 'async handleConnection(client) { await this.auth.join(client); }'],
  ])('not so: %s', (_, members) => {
    expect(isSet(members)).toBe(false);
  });
});

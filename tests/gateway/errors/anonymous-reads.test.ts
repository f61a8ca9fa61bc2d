import { describe, expect, it } from 'vitest';

import { anonymousReads } from '../../../src/gateway/errors/anonymous-reads.ts';
import type { HookName } from '../../../src/gateway/hook.ts';
import { clientCode } from '../../../src/gateway/connection/reach.ts';
import { readHook, textOf } from '../read-hook.ts';

/** What the reads of a hook are, as `kind text`. */
function readsIn(body: string, name: HookName = 'handleConnection', members = ''): string[] {
  const hook = readHook(name, `${name}(client) { ${body} } ${members}`);
  const [code] = clientCode(hook);
  if (!code) throw new Error('no code');
  const { functions } = code.routine;
  return [hook.method.function, ...functions].flatMap((within) =>
    anonymousReads(code, within, hook).map(({ kind, node }) => `${kind} ${textOf(node, code)}`),
  );
}

it('looks through four choices, one in another', () => {
  const auth = 'client.handshake.auth';
  const five = `(${auth}.a || ${auth}.b || ${auth}.c || ${auth}.d || ${auth}.e).f`;
  expect(readsIn(five)).toEqual([`read ${five}`]);
  expect(readsIn(five.replace(').f', ` || ${auth}.f).g`))).toEqual([]);
});

describe('a client that sends nothing', () => {
  it.each([
    ['client.handshake.headers.cookie.length', 'read client.handshake.headers.cookie.length'],
    ['client.handshake.auth.a.b.c', 'read client.handshake.auth.a.b'],
    [
      "client.handshake.auth['x-forwarded-for'].length",
      "read client.handshake.auth['x-forwarded-for'].length",
    ],
    ['client.handshake.query.a[b]', 'read client.handshake.query.a[b]'],
    ['client.request.headers.cookie.length', 'read client.request.headers.cookie.length'],
    [
      '(client.handshake.auth.a ?? client.handshake.auth.b).c',
      'read (client.handshake.auth.a ?? client.handshake.auth.b).c',
    ],
    ['const { a } = client.handshake.auth.b', 'unpack client.handshake.auth.b'],
    ['const [a] = client.handshake.auth.b', 'unpack client.handshake.auth.b'],
    ['const { auth: { b: { c } } } = client.handshake', 'unpack { c }'],
    ['for (const a of client.handshake.auth.b) {}', 'unpack client.handshake.auth.b'],
    ['later(() => client.handshake.auth.a.b)', 'read client.handshake.auth.a.b'],
    ['const a = b ? client.handshake.auth.a : client.handshake.auth.b; a.c', 'read a.c'],
  ])('%s', (body, expected) => {
    expect(readsIn(body)).toEqual([expected]);
  });

  it.each([
    'client.handshake.auth.a',
    '(a ? client.handshake.auth.a : client.handshake.headers.host).length',
    'const a = client.handshake.auth.b || client.handshake.auth.c; if (a) a.d',
    'if (client.handshake.auth.b) (client.handshake.auth.a || client.handshake.auth.b).c',
    'const a = client.handshake.auth.a; const b = client.handshake.auth.b; if (b) (a || b).c',
    'client.handshake.auth.a?.b.c',
    'client.handshake.time.a.b',
    'client.request.query.a.b',
    'client.handshake.headers.host.length',
    'client.handshake.query.EIO.length',
    'client.handshake.query.transport.length',
    "client.handshake.headers['x-forwarded-for'].length",
    "client.handshake.headers['X-Real-IP'].length",
    'client.data.user.id',
    'client.rooms.a.b',
    'other.handshake.auth.a.b',
    '(client.handshake.auth.a || b).c',
    '(client.handshake.auth.a && client.handshake.auth.b).c',
    'let a = client.handshake.auth.b || client.handshake.auth.c; a.d',
    'const a = b; const b = a; a.c',
    'const a = b; const b = c; const c = a; a.d',
    'const a = client.handshake.auth.b',
    'const { a } = client.handshake',
    'const { auth: { b: { c } = {} } } = client.handshake',
    'const { [a]: { b }, ...c } = client.handshake.auth',
    'for (const a in client.handshake.auth.b) {}',
    'try { client.handshake.auth.a.b } catch {}',
    'try { const { a } = client.handshake.auth.b } catch {}',
    'if (client.handshake.auth.a) client.handshake.auth.a.b',
  ])('%s is none', (body) => {
    expect(readsIn(body)).toEqual([]);
  });
});

it('reads client.data where a client leaves', () => {
  expect(readsIn('client.data.user.id; client.data.user.a.b', 'handleDisconnect')).toEqual([
    'read client.data.user.id',
    'read client.data.user.a',
  ]);
  expect(
    readsIn('client.data.user.id', 'handleDisconnect', 'handleConnection(c) { c.data.user = 1; }'),
  ).toEqual([]);
});

it('takes the clients that handleConnection turned away as gone', () => {
  const body = 'client.handshake.auth.a.b; client.handshake.auth.c.d';
  const members = 'handleConnection(c) { if (!c.handshake.auth.a) c.disconnect(); }';
  expect(readsIn(body, 'handleDisconnect', members)).toEqual(['read client.handshake.auth.c.d']);
  expect(readsIn(body, 'handleDisconnect')).toHaveLength(2);
});

it('abstains where a middleware may have turned clients away', () => {
  const members = 'afterInit(server) { server.use(guard); }';
  expect(readsIn('client.handshake.auth.a.b', 'handleConnection', members)).toEqual([]);
  expect(readsIn('client.data.a.b', 'handleDisconnect', members)).toEqual([]);
});

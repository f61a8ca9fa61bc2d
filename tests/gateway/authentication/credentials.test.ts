import { describe, expect, it } from 'vitest';

import {
  credentialsIn,
  isCredential,
  isNamedForAuthentication,
} from '../../../src/gateway/authentication/credentials.ts';
import { readBody, textOf } from '../read-hook.ts';

const AUTH = 'constructor(private readonly jwt: JwtService) {}';

/** The calls of a body that check a credential. */
function verifications(body: string, members = AUTH): string[] {
  const code = readBody(body, members);
  return [...credentialsIn(code).verifications].map((call) => textOf(call, code));
}

/** Whether what a body hands to `test(…)` tells who is let in. */
function subjects(body: string, members = AUTH): boolean[] {
  const code = readBody(body, members);
  return code.routine.calls
    .filter(({ callee }) => callee.type === 'Identifier' && callee.name === 'test')
    .flatMap((call) => call.arguments.map((argument) => credentialsIn(code).isSubject(argument)));
}

describe('a path to a credential', () => {
  it.each([
    'handshake.auth',
    'handshake.auth.token',
    'handshake.auth.sessionID',
    'handshake.headers.authorization',
    'handshake.headers.cookie',
    'handshake.headers.x-api-key',
    'handshake.query.access_token',
    'handshake.url',
    'request.headers.cookie',
    'request._query.token',
    'request.cookies.theme',
    'request.signedCookies.sid',
    'conn.request.headers.authorization',
    'client.request.headers.authorization',
  ])('%s', (path) => expect(isCredential(path.split('.'))).toBe(true));

  it.each([
    'id',
    'data.user',
    'data.token',
    'token',
    'handshake',
    'handshake.auth.username',
    'handshake.query',
    'handshake.query.userId',
    'handshake.query.author',
    'handshake.query.sessionId',
    'handshake.headers',
    'handshake.headers.user-agent',
    'handshake.time',
    'conn.transport',
    'client',
  ])('not: %s', (path) => expect(isCredential(path.split('.'))).toBe(false));
});

describe('a verification', () => {
  it('receives a credential, or what holds one', () => {
    expect(verifications('this.auth.check(client.handshake.auth.token)')).toHaveLength(1);
    expect(verifications('check(client.handshake)')).toHaveLength(1);
    expect(verifications('checks[kind](client.handshake)')).toHaveLength(1);
    expect(verifications('check(client.handshake.headers)')).toHaveLength(1);
    expect(verifications('check(client.handshake.query)')).toHaveLength(1);
    expect(verifications('check(client.request)')).toHaveLength(1);
    expect(verifications('const { token } = client.handshake.auth; check({ token })')).toHaveLength(
      1,
    );
    expect(verifications('let t; t = client.handshake.auth.token.slice(7); check(t)')).toEqual([
      'check(t)',
    ]);
  });

  it('is of a JSON Web Token, wherever that comes from', () => {
    expect(verifications('this.jwt.verify(token)')).toEqual(['this.jwt.verify(token)']);
  });

  it('is called so, when it receives the client', () => {
    expect(verifications('this.auth.of(client)')).toHaveLength(1);
    expect(
      verifications('this.users.getUser(client); login(client); authenticate({ client })'),
    ).toHaveLength(3);
    expect(verifications('const user = await this.accounts.of(client)')).toHaveLength(1);
    expect(verifications('user = await this.accounts.of(client)')).toHaveLength(1);
    expect(verifications('passport.of(client)')).toHaveLength(1);
    expect(verifications('userLookup(client)')).toEqual([]);
    expect(verifications('client.data.user = this.accounts.of(client)')).toHaveLength(1);
    expect(
      verifications('this.rooms.of(client); this.authors.of(client); getUsers(client)'),
    ).toEqual([]);
    expect(verifications('const { user } = this.accounts.of(client); [a] = b(client)')).toEqual([]);
  });

  it('is a method of the class that does it', () => {
    const read = `${AUTH} read(c) { return this.x.find(c.handshake.auth.token); }`;
    expect(verifications('this.read(client)', read)).toEqual(['this.read(client)']);
    const wait = `${AUTH} async read(c) { await this.x; return c.handshake.auth.token; }`;
    expect(verifications('this.read(client)', wait)).toHaveLength(1);
    const take = `${AUTH} tokenOf(c) { return c.handshake.auth.token; }`;
    expect(verifications('this.tokenOf(client)', take)).toEqual([]);
  });

  it('is nothing that logs, keeps or takes apart', () => {
    expect(
      verifications('console.log(client.handshake.auth.token); debug(client.handshake.auth.token)'),
    ).toEqual([]);
    expect(verifications('this.pinoLogger.trace(client.handshake.auth)')).toEqual([]);
    expect(verifications('this.tokens.set(client.handshake.auth.token, 1)')).toEqual([]);
    expect(verifications('parse(client.handshake.headers.cookie); extractToken(client)')).toEqual(
      [],
    );
    expect(verifications('client.emit("a", client.handshake.auth.token)')).toEqual([]);
    expect(verifications('client.ask(client.handshake.auth.token)')).toEqual([]);
    expect(verifications('check(client.data.handshake)')).toEqual([]);
    expect(verifications('check(client.handshake.headers.host)')).toEqual([]);
    expect(verifications('f(() => client.handshake.auth.token)')).toEqual([]);
    expect(verifications('await this.redis.get(client.handshake.auth.token)')).toHaveLength(1);
  });

  it('is not what is done with its result', () => {
    expect(
      verifications('const user = this.jwt.verify(t); await this.presence.online(user.id)'),
    ).toEqual(['this.jwt.verify(t)']);
  });
});

describe('what tells who is let in', () => {
  it('is a credential', () => {
    expect(subjects('test(client.handshake.auth.token, client.handshake.auth)')).toEqual([
      true,
      true,
    ]);
    expect(subjects('const t = client.handshake.query.token; test(t, t!, -t)')).toEqual([
      true,
      true,
      false,
    ]);
    expect(
      subjects(
        'const cookies = parse(client.handshake.headers.cookie); test(cookies.jwt, cookies.theme)',
      ),
    ).toEqual([true, false]);
    expect(subjects('test(tokenFrom(client), tokenFrom(other), other.tokenFrom)')).toEqual([
      true,
      false,
      false,
    ]);
    expect(subjects('test(tokenFrom("a", client), tokenFrom(client.rooms))')).toEqual([
      true,
      false,
    ]);
    expect(subjects('const a = client.handshake.auth.token; test(a)')).toEqual([true]);
    expect(subjects('tokenFrom(client).then((a) => test(a))')).toEqual([true]);
    const read = `${AUTH} read(c) { return c.handshake.auth.token; }`;
    expect(subjects('const a = this.read(client); test(a)', read)).toEqual([true]);
  });

  it('is followed in the order of the source', () => {
    expect(
      subjects(
        'let a; a = client.handshake.auth.token; const b = a; let c; c = b; const d = c; let e; e = d; test(e)',
      ),
    ).toEqual([true]);
  });

  it('is the result of a verification, or a user found by it', () => {
    expect(
      subjects('const p = this.jwt.verify(t); test(p, p.sub, p.isAdmin, p[key], p.a.id)'),
    ).toEqual([true, true, false, false, false]);
    expect(
      subjects(
        'const p = this.jwt.verify(t); const user = find(p.sub); const room = of(p.sub); test(user, room)',
      ),
    ).toEqual([true, false]);
    expect(
      subjects(
        'test(await this.jwt.verifyAsync(t), this.auth.isRevoked(client.handshake.auth.token))',
      ),
    ).toEqual([true, false]);
    expect(subjects('this.auth.check(client.handshake.auth).then((user) => test(user))')).toEqual([
      true,
    ]);
    expect(subjects('this.auth.check(client.handshake.auth).catch((user) => test(user))')).toEqual([
      false,
    ]);
    expect(subjects('this.jwt.verify(t); const user = find(id); test(user)')).toEqual([false]);
    expect(
      subjects('const a = client.ask(client.handshake.auth.token); test(a, a.id, a.token)'),
    ).toEqual([true, false, true]);
    expect(
      subjects(
        'const { data, error } = await check(client.handshake.auth.token); test(data, error)',
      ),
    ).toEqual([true, false]);
  });

  it('is what another check has left on the client', () => {
    expect(
      subjects(
        'test(client.data.user, client.userId, client.request.user, client.request.session)',
      ),
    ).toEqual([true, true, true, true]);
    expect(
      subjects('test(client.data.room, client.rooms, client.data, client.request.url1)'),
    ).toEqual([false, false, false, false]);
    expect(subjects('test(client.handshake, client.request)')).toEqual([false, false]);
    expect(subjects('this.auth.check(client); test(client.data.user)')).toEqual([false]);
  });

  it('is nothing that was found by handing the client on', () => {
    expect(
      subjects('const user = this.auth.check(client); test(user, this.auth.check(client))'),
    ).toEqual([false, false]);
    expect(
      subjects('const a = login(client) ?? check(client.handshake.auth.token); test(a)'),
    ).toEqual([false]);
  });

  it('is no literal, and nothing of another socket', () => {
    expect(subjects('test("token", 1, `a`, other.handshake.auth.token, unknown)')).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

it('knows code that has nothing to do with it', () => {
  expect(credentialsIn(readBody('client.join("a")')).isEmpty).toBe(true);
  expect(credentialsIn(readBody('this.open(client.handshake.auth.token)')).isEmpty).toBe(false);
  expect(credentialsIn(readBody('login(client)')).isEmpty).toBe(false);
});

it('knows what is called for authentication', () => {
  const { routine } = readBody('this.auth.verifyToken(t); requireUser(c); find(c); a[b](c)');
  expect(routine.calls.map(isNamedForAuthentication)).toEqual([true, true, false, false]);
});

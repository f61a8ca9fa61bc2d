/** What a gateway does about who its clients are: the questions that the rules on it ask. */
import { describe, expect, it } from 'vitest';

import { authFailures } from '../../src/gateway/authentication/auth-failure.ts';
import { mayAuthenticate } from '../../src/gateway/authentication/authentication.ts';
import { clientReads, wholeRead } from '../../src/gateway/connection/client-reads.ts';
import { waitBeforeDecision } from '../../src/gateway/authentication/connection-decision.ts';
import { earlyState } from '../../src/gateway/connection/early-state.ts';
import { headerReads, readsHandshake } from '../../src/gateway/connection/handshake-reads.ts';
import { openHandler } from '../../src/gateway/authentication/open-handler.ts';
import { mayCheckOrigin } from '../../src/gateway/arguments/origin-check.ts';
import { socketWrites } from '../../src/gateway/connection/socket-writes.ts';
import { readGateway } from './read.ts';
import { readBody, readHook, textOf } from './read-hook.ts';

const IMPORTS = `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';`;

function gateway(members: string, options = '') {
  return readGateway(`${IMPORTS} @WebSocketGateway(${options}) class A { ${members} }`);
}

it('reads where code names the client, and what it reads of it', () => {
  const code = readBody(
    'const a = client.data; f(a.user!.id, client["b"].c[0], client[k]); other.d;',
  );
  expect(clientReads(code).map((node) => textOf(wholeRead(node), code))).toEqual([
    'client.data',
    'client["b"].c',
    'client',
    'a',
    'a.user!.id',
  ]);
});

describe('an open handler', () => {
  const open = (body: string, members = '') =>
    openHandler(gateway(`@SubscribeMessage('a') a(client, data) { ${body} } ${members}`))?.name;

  it('looks at nothing of the client', () => {
    expect(open('')).toBe('a');
    expect(open('if (data) return client.id; for (const x of client.rooms) f(x);')).toBe('a');
    expect(open('return client.data.user?.id ?? client.data.name;')).toBe('a');
    expect(open('return client.data[key].name;')).toBe('a');
    expect(open('return data[client.data.user];')).toBe('a');
    expect(open('return data && client.id;')).toBe('a');
    expect(open('switch (data) { case 1: return client.id; }')).toBe('a');
    expect(open('const { a } = client.handshake; client.data.x = 1; return a;')).toBe('a');
    expect(open('const [a] = client.data.list; return data.map((x) => { return client; });')).toBe(
      'a',
    );
  });

  it('is none that tests it, fails without it or hands it on', () => {
    expect(open('if (client.data.user) return;')).toBeUndefined();
    expect(open('if (data.some((x) => client.rooms.has(x))) return;')).toBeUndefined();
    expect(open('if (data.some((x) => { return client.rooms.has(x); })) return;')).toBeUndefined();
    expect(open('check(client.handshake.auth.token);')).toBeUndefined();
    expect(open('return client.data.user.id;')).toBeUndefined();
    expect(open('return (client as any).user!.id;')).toBeUndefined();
    expect(open('return f(client);')).toBeUndefined();
    expect(open('while (client.data.user) {}')).toBeUndefined();
  });

  it('may read the client for the default of a parameter', () => {
    const one = gateway(`@SubscribeMessage('a') a(client, data = client.data.list) {}`);
    expect(openHandler(one)?.name).toBe('a');
  });

  it('is looked for once', () => {
    const one = gateway(`@SubscribeMessage('a') a() {}`);
    expect(openHandler(one)).toBe(openHandler(one));
    expect(openHandler(gateway(''))).toBeUndefined();
  });
});

it('finds the wait before a decision', () => {
  const wait = (body: string, members = '') => {
    const hook = readHook(
      'handleConnection',
      `async handleConnection(client) { ${body} } ${members}`,
    );
    const node = waitBeforeDecision(hook);
    return node && hook.gateway.file.sourceCode.getText(node);
  };
  expect(wait('await a(); client.disconnect();')).toBe('await a()');
  expect(wait('client.disconnect(); await a();')).toBeUndefined();
  expect(wait('this.b(client);', 'async b(c) { await a(); c.disconnect(); }')).toBe(
    'this.b(client)',
  );
  expect(wait('await a(); this.b(client);', 'b(c) { c.disconnect(); }')).toBe('await a()');
  expect(wait('await a(); this.b(client);', 'b(c) { log(); c.disconnect(); }')).toBe('await a()');
  expect(wait('await a(); setImmediate(() => client.disconnect(true));')).toBe('await a()');
  expect(wait('await a(); setImmediate((c) => c.disconnect(), client);')).toBeUndefined();
  expect(wait('await a(); setImmediate(() => client.disconnect(), b);')).toBe('await a()');
  expect(wait('await a(); setTimeout(() => client.disconnect(), 10_000);')).toBe('await a()');
  expect(wait('await a(); setTimeout(() => { client.disconnect(); });')).toBe('await a()');
  expect(wait('await a(); const x = 100; setTimeout(() => client.disconnect(), x);')).toBe(
    'await a()',
  );
  expect(wait('setTimeout(() => client.disconnect(), 100); await a();')).toBeUndefined();
  const verified = 'this.jwt.verify(client.handshake.auth.token);';
  const jwt = 'constructor(private readonly jwt: JwtService) {}';
  expect(wait(`${verified} await a(); client.disconnect();`, jwt)).toBeUndefined();
  expect(wait(`await a(); ${verified} client.disconnect();`, jwt)).toBe('await a()');
  expect(wait(`await a(); ${verified} client.data.a = 1;`, jwt)).toBeUndefined();
  const called = 'this.b(client); await a(); client.disconnect();';
  expect(wait(called, `${jwt} b(client) { log(); ${verified} }`)).toBeUndefined();
  expect(wait(called, `${jwt} b(client) { log(); }`)).toBe('await a()');
  expect(wait('await a(); setTimeout(() => client.disconnect(), 3600000);')).toBeUndefined();
  expect(wait('await a(); setTimeout(() => client.disconnect(), "1");')).toBeUndefined();
  expect(wait('await a(); setTimeout(() => client.disconnect(), left(user));')).toBeUndefined();
  expect(wait('await a(); later(() => client.disconnect());')).toBeUndefined();
  expect(wait('await a(); timers.setImmediate(() => client.disconnect());')).toBeUndefined();
  expect(
    wait('await a(); const setImmediate = f; setImmediate(() => client.disconnect());'),
  ).toBeUndefined();
  expect(wait('client.data.user = await this.auth.verify(client);')).toBe(
    'await this.auth.verify(client)',
  );
  expect(
    wait('client.on("a", () => { client.data.user = this.auth.verify(client); });'),
  ).toBeUndefined();
});

it('finds where authentication fails', () => {
  const failures = (body: string) => {
    const hook = readHook('handleConnection', `async handleConnection(client) { ${body} }`);
    const { sourceCode } = hook.gateway.file;
    return authFailures(hook).map(({ node, isSettled, silentDisconnect }) => {
      const silent = silentDisconnect();
      return [
        sourceCode.text.slice(...node.range),
        isSettled,
        silent && sourceCode.getText(silent),
      ];
    });
  };
  expect(failures('if (!client.handshake.auth.token) return;')).toEqual([
    ['!client.handshake.auth.token', false, undefined],
  ]);
  expect(failures('if (!client.handshake.auth.token) client.disconnect();')).toEqual([
    ['!client.handshake.auth.token', true, 'client.disconnect()'],
  ]);
  expect(failures('check(client.handshake.auth.token).catch(() => f(client)); g();')).toEqual([
    ['catch', true, undefined],
  ]);
  expect(
    failures(
      'if (x) return check(client.handshake.auth.token).catch(() => 0); client.disconnect();',
    ),
  ).toEqual([['catch', false, undefined]]);
  expect(failures('if (!client.handshake.auth.token) count(); client.disconnect();')).toEqual([
    ['!client.handshake.auth.token', true, 'client.disconnect()'],
  ]);
  expect(failures('if (client.handshake.auth.token instanceof X || !x > 1) return;')).toEqual([]);
  expect(failures('if (x === null) return;')).toEqual([]);

  // What stands behind a promise.
  const settled = [['catch', true, 'client.disconnect()']];
  const check = 'check(client.handshake.auth.token)';
  const rejected = `${check}.catch(() => null)`;
  expect(failures(`${rejected}; client.disconnect();`)).toEqual(settled);
  expect(failures(`const a = ${rejected}; client.disconnect();`)).toEqual([
    ['catch', true, 'client.disconnect()'],
  ]);
  expect(failures(`client.disconnect(); ${rejected};`)).toEqual([['catch', false, undefined]]);
  expect(failures(`(${check}?.catch(() => null)).then(() => client.disconnect());`)).toEqual(
    settled,
  );
  expect(failures(`f().then(() => ${rejected}); client.disconnect();`)).toEqual(settled);
  expect(failures(`f().then(() => { client.data.a = 1; return ${rejected}; });`)).toEqual([
    ['catch', false, undefined],
  ]);
  expect(failures(`if (!(await ${rejected})) client.disconnect();`)).toEqual(settled);
  expect(failures(`if (await ${rejected}) f(); else client.disconnect();`)).toEqual(settled);
  expect(failures(`if (await ${rejected}) f(); client.disconnect();`)).toEqual(settled);
  expect(failures(`(await ${rejected}) || client.disconnect();`)).toEqual(settled);
  expect(
    failures(
      `if (a) f() || ${check}.then((user) => { client.data.user = user; }).catch(() => null); else client.disconnect();`,
    ),
  ).toEqual([['catch', false, undefined]]);
  expect(failures(`while (!(await ${rejected})) f(); client.disconnect();`)).toEqual(settled);
  expect(failures(`(await ${rejected}) ? f() : client.disconnect();`)).toEqual(settled);
  expect(failures(`(await ${rejected}) ? client.disconnect() : f();`)).toEqual(settled);
  expect(failures(`client.data.a ? ${rejected} : client.disconnect();`)).toEqual([
    ['catch', false, undefined],
  ]);
  expect(
    failures(`f().then(() => { if (a) return ${rejected}; else client.disconnect(); });`),
  ).toEqual([['catch', false, undefined]]);
  expect(failures(`if (await ${rejected}) f();`)).toEqual([['catch', false, undefined]]);
  expect(failures(`client.on('a', () => { ${rejected}; });`)).toEqual([]);
  expect(
    failures(
      `Promise.all([${check}.then((user) => { if (!user) return f(); client.data.user = user; })]).catch(() => client.disconnect());`,
    ),
  ).toEqual([
    ['!user', true, 'client.disconnect()'],
    ['catch', true, 'client.disconnect()'],
  ]);
  expect(
    failures(
      `${check}.then((user) => { if (!user) return; client.data.user = user; }, () => client.disconnect());`,
    ),
  ).toEqual([['!user', false, undefined]]);
});

it('finds entries that stay', () => {
  const stays = (body: string) =>
    earlyState(
      gateway(
        `m = new Map(); async handleConnection(client) { ${body} } handleDisconnect(client) { this.m.delete(client.id); }`,
      ),
    ).map(({ cause }) => cause);
  expect(stays('this.m.set(client.id, 1); if (x) client.disconnect();')).toEqual(['disconnected']);
  expect(stays('await a(); this.m.set(client.id, 1);')).toEqual(['gone']);
  expect(stays('this.m.set(client.id, 1);')).toEqual([]);
});

it('finds what is written onto a socket', () => {
  const names = socketWrites(
    gateway(
      'handleConnection(client) { client.b = 1; client.data.c = 2; Object.assign(client, d); client.a++; }',
    ),
  );
  expect(names.map(({ name }) => name)).toEqual(['b', undefined, 'a']);
});

it('tells whether anything may authenticate', () => {
  const handler = `@SubscribeMessage('a') a() {}`;
  expect(mayAuthenticate(gateway(handler))).toBe(false);
  expect(mayAuthenticate(gateway(`afterInit(io) { count(io.engine.size); } ${handler}`))).toBe(
    false,
  );
  expect(mayAuthenticate(gateway(`handleConnection(client) { f(client); } ${handler}`))).toBe(true);
  expect(mayAuthenticate(gateway(`handleConnection(client) { new F(client); } ${handler}`))).toBe(
    true,
  );
  expect(
    mayAuthenticate(
      gateway(
        `@SubscribeMessage('a') a(client) { client.data = { ...b, c }; return client.data.c; }`,
      ),
    ),
  ).toBe(false);
  expect(
    mayAuthenticate(gateway(`@SubscribeMessage('a') a(client) { return client.data.c; }`)),
  ).toBe(true);
  expect(
    mayAuthenticate(
      gateway(
        `@SubscribeMessage('a') a(client) { const b = 'x' + client.id; this.b = b; return b; }`,
      ),
    ),
  ).toBe(false);
});

it('reads the handshake and its headers', () => {
  expect(readsHandshake(gateway('a(x) { return x.handshake; }'))).toBe(true);
  expect(readsHandshake(gateway('a(x) { return x.request; }'))).toBe(true);
  expect(readsHandshake(gateway('a({ handshake: h }) { return h; }'))).toBe(true);
  expect(readsHandshake(gateway('a(handshake) { return { handshake }; }'))).toBe(false);
  const handler = (body: string) =>
    readsHandshake(gateway(`@SubscribeMessage('a') a(client, { friend }) { ${body} }`));
  expect(handler('return friend.request;')).toBe(false);
  expect(handler('return friend!.sender.request.id;')).toBe(false);
  expect(handler('return f(friend).request;')).toBe(true);
  expect(handler('return client.request;')).toBe(true);
  const reads = headerReads(
    gateway('a({ headers }) { const { b, cookie } = headers; return headers.cookie + x.cookie; }'),
    'cookie',
  );
  expect(reads).toHaveLength(2);
});

it('tells what may check the origin', () => {
  const checks = (options: string) => mayCheckOrigin(gateway('', options));
  expect(checks('')).toBe(false);
  expect(checks('{ cors: { origin: a ?? b } }')).toBe(true);
  expect(checks("{ cors: { origin: ['a'] } }")).toBe(false);
  expect(checks('{ cors: { origin: a ? b() : true } }')).toBe(true);
  expect(checks('{ cors: true }')).toBe(false);
  expect(checks('{ cors: f }')).toBe(true);
  expect(checks('{ cors: () => {} }')).toBe(true);
  expect(checks(`{ cors: { origin: ${'a ?? '.repeat(3)}process.env.A } }`)).toBe(true);
  const deep = '(process.env.A ?? '.repeat(8) + 'process.env.A' + ')'.repeat(8);
  expect(checks(`{ cors: { origin: ${deep} } }`)).toBe(true);
});

import { describe, expect, it } from 'vitest';

import { hazardsOf, locOf, type Awaits } from '../../../src/gateway/errors/hazards.ts';
import type { HookName } from '../../../src/gateway/hook.ts';
import { readHook } from '../read-hook.ts';

/** The hazards of a hook, as `kind place leaves text`, the text being what is shown. */
function hazards(name: HookName, members: string, awaits: Awaits = 'auth'): string[] {
  const hook = readHook(name, members);
  const { sourceCode } = hook.gateway.file;
  return hazardsOf(hook, awaits).map((hazard) => {
    const { start, end } = locOf(hazard);
    const text = sourceCode.text.slice(
      sourceCode.getIndexFromLoc(start),
      sourceCode.getIndexFromLoc(end),
    );
    return `${hazard.kind} ${hazard.place} ${hazard.leaves} ${text}`;
  });
}

describe('how an error leaves', () => {
  it.each([
    ['handleConnection(c) { throw 1; }', ['throw hook thrown throw 1;']],
    ['handleConnection(c) { a(c).then(b); }', ['await hook floating a']],
    ['async handleConnection(c) { return a.b(c); }', ['await hook returned a.b']],
    ['async handleConnection(c) { return a(c).then(b); }', ['await hook returned a']],
    ['handleConnection(c) { a(c).finally(b); }', ['await hook floating a']],
    ['handleConnection(c) { a(c).thenable(b); }', []],
    ['async handleConnection(c) { await a.b(c); }', ['await hook thrown await a.b']],
    ['async handleConnection(c) { await (d || a(c)); }', ['await hook thrown await (d || a(c))']],
    ['handleConnection(c) { try { a(c).then(b); } catch {} }', ['floating hook floating a']],
    ['handleConnection(c) { this.a(); } a() { throw 1; }', ['call hook thrown this.a']],
    ['handleConnection(c) { this.a(); } async a() { throw 1; }', ['call hook floating this.a']],
    [
      'handleConnection(c) { return this.a(c); } a(c) { return b(c).then(d); }',
      ['call hook returned this.a'],
    ],
    [
      'handleConnection(c) { try { this.a(c); } catch {} } a(c) { b(c).then(d); }',
      ['await hook floating b'],
    ],
    [
      'handleConnection(c) { c.on(1, () => this.a()); } a() { throw 1; }',
      ['call listener thrown this.a'],
    ],
    ['handleConnection(c) { this.handleDisconnect(c); } handleDisconnect(c) { throw 1; }', []],
    ['handleConnection(c) { this.a(c); } *a(c) { throw 1; }', []],
    ['handleConnection(c) { this.a(c).catch(b); } async a(c) { throw 1; }', []],
    ['handleConnection(c) { const d = this.a(c); } async a(c) { throw 1; }', []],
    ['handleConnection(c) { this.handleConnection(c); }', []],
  ])('%s', (members, expected) => {
    expect(hazards('handleConnection', members)).toEqual(expected);
  });

  it('takes a function of the hook to know what the hook knows', () => {
    expect(
      hazards(
        'handleConnection',
        `handleConnection(client) {
          if (!client.handshake.auth.a) return;
          const read = () => [client.handshake.auth.a.b, client.handshake.auth.c.d];
          const skip = () => client.handshake.auth.a.b;
          read();
          skip();
        }`,
      ),
    ).toEqual(['call hook thrown read']);
  });

  it('takes what a request brings for the handshake', () => {
    const members = 'handleConnection(ws, { headers }) { headers.cookie.split(1); }';
    expect(hazards('handleConnection', members)).toEqual(['read hook thrown headers.cookie.split']);
    expect(
      hazards('handleConnection', 'handleConnection(ws, ...[{ headers }]) { headers.a.b; }'),
    ).toEqual([]);
  });

  it('has no client in afterInit', () => {
    const members =
      'async afterInit(server) { await a(server); this.b(server); } b(s) { c(s).then(d); }';
    expect(hazards('afterInit', members)).toEqual([]);
    expect(hazards('afterInit', members, 'all')).toEqual(['await hook thrown await a']);
  });
});

describe('middleware', () => {
  it.each([
    ['server.use((c) => { throw 1; })', ['throw middleware thrown throw 1;']],
    ['this.io.use(() => { throw 1; })', ['throw middleware thrown throw 1;']],
    ["server.of('a').use(() => { throw 1; })", ['throw middleware thrown throw 1;']],
    ['server.use(async (c) => { await a(c); })', ['await middleware thrown await a']],
    ['server.use(async (c) => { await this.own(); })', ['call middleware thrown this.own']],
    [
      'server.use(({ handshake }) => handshake.auth.a.b)',
      ['read middleware thrown handshake.auth.a.b'],
    ],
    ['server.use(async (c, next) => { await a(next); })', []],
    ['server.use(({ data }) => data.user.id)', []],
    ['of(server).use(() => { throw 1; })', []],
    ['server.http().use(() => { throw 1; })', []],
    ["this.io.of('a').use(() => { throw 1; })", ['throw middleware thrown throw 1;']],
    ['server.use(imported)', []],
    ['server.use()', []],
    ['this.http.use(() => { throw 1; })', []],
    ['server.engine.use(() => { throw 1; })', []],
  ])('%s', (statement, expected) => {
    const members = `@WebSocketServer() io; http; afterInit(server) { ${statement}; } own() { throw 1; }`;
    expect(hazards('afterInit', members)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';

import { readCompanions } from '../../../src/gateway/errors/companion.ts';
import { ContextUse } from '../../../src/gateway/errors/execution-context.ts';
import { readFilters, readSwitchingFilters } from '../../../src/gateway/errors/filter-class.ts';
import { unappliedDecorators } from '../../../src/gateway/declaration/unapplied.ts';
import { readFile, readGateway } from '../read.ts';

const IMPORTS = `
  import { CanActivate, Catch, Controller, Get, Injectable, PipeTransform, SetMetadata, UseFilters, UseGuards, applyDecorators } from '@nestjs/common';
  import { AuthGuard } from '@nestjs/passport';
  import { AuthGuard as OwnGuard } from './auth';
  import { GqlExecutionContext } from '@nestjs/graphql';
  import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
`;

describe('which classes go with gateways', () => {
  function companions(code: string): string[] {
    const file = readFile(`${IMPORTS} ${code}`);
    return readCompanions(file).map((each) => `${each.kind} ${each.class.name ?? ''}`);
  }

  const WS = 'run(c) { c.switchToWs(); }';

  it.each([
    [`class A implements CanActivate { ${WS} }`, ['guard A']],
    [`@Injectable() class A { canActivate(c) { return c.switchToWs(); } }`, ['guard A']],
    [`class A extends AuthGuard('jwt') { ${WS} }`, ['guard A']],
    [`class A extends AuthGuard { ${WS} }`, ['guard A']],
    [`class A implements PipeTransform { ${WS} }`, ['pipe A']],
    [`@Catch() class A { ${WS} }`, ['filter A']],
    [`const All = () => applyDecorators(Catch()); @All() class A { ${WS} }`, ['filter A']],
    [`class A implements CanActivate {} class B extends A { ${WS} }`, ['guard B']],
    [`class A implements CanActivate { ${WS} } class B extends A {}`, ['guard A', 'guard B']],
    [`class A implements CanActivate {} // switchToWs`, []],
    [`@Injectable() class A { log() {} canActivate(c) { c.switchToWs(); } }`, ['guard A']],
    [`@Injectable() class A { ${WS} }`, []],
    [`@Catches() class A { canActivate(c) { c.switchToWs(); } }`, []],
    [`class A extends OwnGuard('jwt') { ${WS} }`, []],
    [`class A { canActivate(c) { c.switchToWs(); } }`, []],
    [`class A extends Unseen { ${WS} }`, []],
    [`class A extends mix(AuthGuard) { ${WS} }`, []],
    [`class A implements OnModuleInit { ${WS} }`, []],
  ])('%s: %j', (code, expected) => expect(companions(code)).toEqual(expected));

  it('takes the filters that a gateway of the file uses as well', () => {
    const file = readFile(`${IMPORTS}
      @Catch() class Switching { catch(e, h) { h.switchToWs(); } }
      class Plain { catch() {} }
      class OfHandler { catch() {} }
      @Catch() class Http { catch() {} }
      @UseFilters(Plain, Switching) @WebSocketGateway()
      class A { @UseFilters(new OfHandler(), Unseen) @SubscribeMessage('a') a() {} }
    `);
    const names = readFilters(file).map((filter) => filter.class.name);
    expect(names).toEqual(['Switching', 'Plain', 'OfHandler']);
    expect(readSwitchingFilters(file).map((filter) => filter.class.name)).toEqual(['Switching']);
  });
});

describe('how a class reads its execution context', () => {
  function contextOf(members: string): ContextUse {
    const file = readFile(`${IMPORTS} class A { ${members} }`);
    const [model] = file.classes;
    if (!model) throw new Error('no class');
    return new ContextUse(model, file);
  }

  it('tells protocols apart, or seems to', () => {
    expect(contextOf('a(c) { c.switchToWs(); }').tellsProtocols).toBe(false);
    expect(contextOf('a(c) { c.switchToWs(); run(); this.run(); }').tellsProtocols).toBe(false);
    expect(contextOf('a(c) { c.getType(); }').tellsProtocols).toBe(true);
    expect(contextOf('a(c) { c.switchToHttp(); }').tellsProtocols).toBe(true);
    expect(contextOf('a(c) { GqlExecutionContext.create(c); }').tellsProtocols).toBe(true);
  });

  it.each([
    ['catch(c) { http(); }', 'yes'],
    ['catch(c) { if (c.getType() === "ws") http(); }', 'yes'],
    ['catch(c) { if (c.getType() === "http") http(); }', 'no'],
    ['catch(c) { if (c.getType() === kind) http(); }', 'unknown'],
    ['catch(c) { if (c.getType() === kind) return; http(); }', 'unknown'],
    [
      'catch(c) { if (c.getType() === kind) return; if (c.getType() === "ws") return; http(); }',
      'no',
    ],
    ['catch(c) { if (c.getType() === "http") this.a(); } a() { http(); }', 'no'],
    ['catch(c) { if (c.getType() === "ws") this.a(); } a() { http(); }', 'yes'],
    ['catch(c) { if (c.getType() === kind) this.a(); } a() { http(); }', 'unknown'],
    ['catch(c) { c.getType(); this.a(); } a() { this.b(); } b() { http(); }', 'yes'],
    ['catch(c) { c.getType(); } a() { http(); }', 'unknown'],
    ['catch = (c) => { if (c.getType() !== "ws") http(); };', 'no'],
    ['field = c.getType() === "http" ? http() : ws();', 'no'],
    ['catch(c) { c.getType() === "http" && http(); }', 'no'],
    ['catch(c) { c.getType() === "ws" && http(); }', 'yes'],
    ['catch(c) { c.getType() === "ws" || http(); }', 'no'],
    ['catch(c) { c.getType() === "http" || http(); }', 'yes'],
    ['catch(c) { c.getType() === "http" ?? http(); }', 'yes'],
    ['catch(c) { http() && c.getType() === "http"; }', 'yes'],
    ['catch(c) { c.getType() === http() && a; }', 'yes'],
    ['catch(c) { c.getType() ?? http(); }', 'yes'],
    ['catch(c) {} a() { http(); }', 'yes'],
    ['catch(c) { c.getType(); this.a(); } a() { this.b(); } b() { this.a(); http(); }', 'yes'],
    ['catch(c) { c.getType(); if (kind() === "http") http(); }', 'yes'],
    ['catch(c) { c.getType(); if (this.catch(c)) return; http(); }', 'yes'],
    ['catch(c) { if (http() === c.getType()) ws(); }', 'yes'],
    ['catch(c) { if (c.getType() === "http" && a) http(); }', 'no'],
    ['catch(c) { if (c.getType() === "ws" && a) http(); }', 'yes'],
    ['catch(c) { if (c.getType() === kind && c.getType() === "http") http(); }', 'no'],
    ['catch(c) { if (c.getType() === kind && a) http(); }', 'unknown'],
    ['catch(c) { if (c.getType() === "http" || a) http(); }', 'unknown'],
    ['catch(c) { if (c.getType() === "ws" || a) http(); }', 'yes'],
    ['catch(c) { if (c.getType() === "http" || c.getType() === "rpc") http(); }', 'no'],
    ['catch(c) { if (c.getType() === "http" || c.getType() === kind) http(); }', 'unknown'],
    ['catch(c) { if ((c.getType() === "http") ?? a) http(); }', 'unknown'],
    ['catch(c) { if (!(c.getType() === "http")) return; http(); }', 'no'],
    ['catch(c) { if (-c.getType()) http(); }', 'unknown'],
    ['catch(c) { if (-(c.getType() === "ws")) http(); }', 'unknown'],
    [
      'catch(c) { if (c.getType() === "ws" || c.getType() === "http" || c.getType() === "rpc") http(); }',
      'yes',
    ],
    ['catch(c) { if ((c.getType() === "ws" && a) || c.getType() === "http") http(); }', 'yes'],
    ['catch(c) { c.getType(); const a = !b, b = !a; if (a) http(); }', 'unknown'],
    ['catch(c) { const a = c.getType() && b, b = c.getType() && a; if (a) http(); }', 'unknown'],
    ['catch(c) { const a = c.getType() || b, b = c.getType() || a; if (a) http(); }', 'unknown'],
    ['catch(c) { if (c.getType() < "ws") http(); }', 'unknown'],
    ['catch(c) { const isHttp = c.getType() === "http"; if (isHttp) http(); }', 'no'],
    ['catch(c) { switch (c.getType()) { case "http": http(); } }', 'no'],
    ['catch(c) { switch (c.getType()) { case "ws": http(); } }', 'yes'],
    ['catch(c) { switch (c.getType()) { case "ws": break; default: http(); } }', 'no'],
    ['catch(c) { switch (c.getType()) { case "rpc": break; default: http(); } }', 'yes'],
    ['catch(c) { c.getType(); switch (kind) { case "http": http(); } }', 'yes'],
    ['catch(c) { switch (c.getType()) { case "ws": return; } http(); }', 'unknown'],
    ['catch(c) { switch (c.getType()) { case "ws": break; } http(); }', 'yes'],
    ['catch(c) { if (c.getType() === "http") { return; } else { return; } http(); }', 'yes'],
    ['catch(c) { if (c.getType() === "http") { if (a) return; } http(); }', 'unknown'],
    ['catch(c) { if (c.getType() === "http") { if (a) { return; } throw a; } http(); }', 'yes'],
    [
      'catch(c) { if (c.getType() === "http") { if (a) return; if (b) throw b; } http(); }',
      'unknown',
    ],
    ['catch(c) { c.getType(); if (a) { if (b) return; } http(); }', 'yes'],
    ['catch(c) { if (c.getType() === "ws") throw a; http(); }', 'no'],
    ['catch(c) { if (c.getType() === "ws") { a(); throw a; } http(); }', 'no'],
    [
      'catch(c) { if (c.getType() === "ws") this.a(); if (c.getType() === "http") this.a(); } a() { http(); }',
      'yes',
    ],
    [
      'catch(c) { if (c.getType() === kind) this.a(); if (c.getType() === "http") this.a(); } a() { http(); }',
      'unknown',
    ],
    [
      'catch(c) { if (c.getType() === "rpc") this.a(); if (c.getType() === "http") this.a(); } a() { http(); }',
      'no',
    ],
    [
      'catch(c) { if (this.isWs(c)) return; http(); } isWs(c) { return c.getType() === "ws"; } other() {}',
      'unknown',
    ],
    [
      'catch(c) { if (this.other(c)) return; http(); } isWs(c) { return c.getType() === "ws"; } other() {}',
      'yes',
    ],
    [
      'other() {} isWs(c) { return c.getType() === "ws"; } catch(c) { if (this.other(c)) return; http(); }',
      'yes',
    ],
    ['isWs = (c) => c.getType(); catch(c) { if (this.isWs(c)) return; http(); }', 'unknown'],
    ['catch(c) { if (c.getType() !== "ws") this.a(); } a = () => { http(); };', 'no'],
    ['catch(c) { const type = c.getType(); if (type === kind) http(); }', 'unknown'],
    ['catch(c) { let type = c.getType(); type = a; if (b) { if (d) return; } http(); }', 'yes'],
  ])('runs for websockets, in %s: %s', (members, expected) => {
    const file = readFile(`${IMPORTS} class A { ${members} }`);
    const [model] = file.classes;
    const call =
      model &&
      file.routine(model.node).calls.find((each) => {
        return file.sourceCode.getText(each) === 'http()';
      });
    expect(model && call && new ContextUse(model, file).runsForWs(call)).toBe(expected);
  });
});

it.each([
  ['catch(c) { http(); if (c.getType() === "ws") ws(); }', true],
  ['catch(c) { const type = c.getType(); http(); if (type === "ws") ws(); }', true],
  ['catch(c) { c.getType(); http(); }', false],
  ['catch(c) { let type = c.getType(); http(); type = a; }', false],
  ['catch(c) { http(); } other(c) { c.getType(); }', false],
  ['catch(c) { this.ask(c).http(); } ask(c) { c.getType(); return c; }', false],
])('asks for the type later, in %s: %s', (members, expected) => {
  const file = readFile(`${IMPORTS} class A { ${members} }`);
  const [model] = file.classes;
  const call =
    model &&
    file.routine(model.node).calls.find((each) => file.sourceCode.getText(each).endsWith('http()'));
  expect(model && call && new ContextUse(model, file).isTestedLater(call)).toBe(expected);
});

it.each([
  ['class Base { send(client) { client.emit(1); } } @Catch() class A extends Base', '', true],
  ['class Base { send(client) {} } @Catch() class A extends Base', '', false],
  ['@Catch() class A', 'handle(error, host) { report(error); }', true],
  ['@Catch() class A', 'catch(error, host) { report(error); }', false],
  ['@Catch() class A', 'catch(error, host) { report(host); }', true],
  ['@Catch() class A', 'catch(e, h) { const c = h.switchToWs().getClient(); report(c); }', true],
  ['@Catch() class A', 'catch(e, h) { const c = switchToWss().getClients(); report(c); }', false],
  [
    '@Catch() class A',
    'catch(e, h) { const c = forgetClient(autoswitchToWs()); report(c); }',
    false,
  ],
])('may answer the client, in %s { %s }: %s', (head, members, expected) => {
  const file = readFile(`${IMPORTS} ${head} { enter(host) { host.switchToWs(); } ${members} }`);
  expect(readSwitchingFilters(file).map(({ mayAnswer }) => mayAnswer)).toEqual([expected]);
});

it('knows the decorators that Nest does not apply', () => {
  const gateway = readGateway(`${IMPORTS}
    const Auth = () => applyDecorators(UseGuards(G));
    @WebSocketGateway() class A {
      @UseGuards(G) handleConnection(@ConnectedSocket() client) {}
      @Auth() notify(@MessageBody() body, @Other() other) {}
      @UseGuards(G) @Other() other() {}
      @UseGuards(G) @SubscribeMessage('a') a(@MessageBody() body) {}
    }
  `);
  const found = unappliedDecorators(gateway).map(
    ({ name, kind, method, isHook }) => `${kind} ${name} ${method.name} ${String(isHook)}`,
  );
  expect(found).toEqual([
    'enhancer UseGuards handleConnection true',
    'parameter ConnectedSocket handleConnection true',
    'enhancer UseGuards notify false',
    'parameter MessageBody notify false',
  ]);
});

import { describe, expect, it } from 'vitest';

import {
  cleansUpOnSocket,
  handsClientToUnseen,
  leakedResources,
} from '../../../src/gateway/connection/connection-resources.ts';
import { mayHideHook } from '../../../src/gateway/connection/hidden-hook.ts';
import { readFile } from '../read.ts';

const IMPORTS = `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';`;

function gatewayOf(members: string, before = '', head = 'class A') {
  const { gateways } = readFile(`${IMPORTS} ${before} @WebSocketGateway() ${head} { ${members} }`);
  const gateway = gateways.find(({ decorator }) => decorator);
  if (!gateway) throw new Error('There is no gateway');
  return gateway;
}

/** What handleConnection starts and leaves. */
function leaks(body: string, members = '', before = ''): string[] {
  const gateway = gatewayOf(`handleConnection(client) { ${body} } ${members}`, before);
  return leakedResources(gateway).map(({ kind }) => kind);
}

describe('what outlives a connection', () => {
  it('is an interval', () => {
    expect(leaks('setInterval(f)')).toEqual(['interval']);
    expect(leaks('this.a = setInterval(f)')).toEqual(['interval']);
    expect(leaks('const a = setInterval(f); use(client)')).toEqual(['interval']);
    expect(leaks('const a = setInterval(f); this.timers.set(a)', 'timers = new Map()')).toEqual([
      'interval',
    ]);
    expect(leaks('setTimeout(f)')).toEqual([]);
    expect(leaks('(setInterval as any)(f)')).toEqual(['interval']);
    expect(leaks('every(f)', '', `import { setInterval as every } from 'timers';`)).toEqual([
      'interval',
    ]);
    expect(leaks('setInterval(f)', '', `import { setInterval } from 'timers/promises';`)).toEqual(
      [],
    );
    expect(leaks('clearImmediate(f)', '', `import { clearImmediate } from 'timers';`)).toEqual([]);
  });

  it('is a listener on what is there before the client', () => {
    expect(leaks(`this.bus.on('a', () => {})`)).toEqual(['listener']);
    expect(leaks(`bus.addListener('a', f)`, '', 'function f() {}')).toEqual(['listener']);
    expect(leaks(`this.bus.on('a', f)`, '', 'const f = () => {};')).toEqual(['listener']);
    expect(leaks(`this.bus.on('a', this.f.bind(this))`)).toEqual(['listener']);
    expect(leaks(`this.bus.on('a', this.f)`)).toEqual(['listener']);
    expect(leaks(`this.bus.on('a', Boolean)`)).toEqual([]);
    expect(leaks(`globalThis.bus.on('a', () => {})`)).toEqual(['listener']);
    expect(leaks(`Map.bus.on('a', () => {})`)).toEqual(['listener']);
    expect(leaks(`const bus = make(); bus.setMaxListeners(0).on('a', () => {})`)).toEqual([]);
    expect(leaks(`this.bus.on('a', f)`)).toEqual([]);
    expect(leaks(`this.bus.on('a', f())`)).toEqual([]);
    expect(leaks(`client.on('a', () => {})`)).toEqual([]);
    expect(leaks(`const bus = make(); bus.on('a', () => {})`)).toEqual([]);
    expect(leaks(`this.bus.on('a', () => {})`, `f() { this.bus.off('a'); }`)).toEqual([]);
  });

  it('is a subscription to what does not complete', () => {
    const rxjs = `import * as rx from 'rxjs'; import { interval } from 'rxjs'; import { f } from './f';`;
    expect(leaks('this.a$.subscribe(() => {})', '', rxjs)).toEqual(['subscription']);
    expect(leaks('this.a.b$.subscribe({ next() {} })', '', rxjs)).toEqual(['subscription']);
    expect(leaks('rx.fromEvent(x).subscribe(() => {})', '', rxjs)).toEqual(['subscription']);
    expect(leaks('interval(1).pipe(map(x)).subscribe(() => {})', '', rxjs)).toEqual([
      'subscription',
    ]);
    expect(leaks('interval(1).pipe(take(1)).subscribe(() => {})', '', rxjs)).toEqual([]);
    expect(leaks('interval(1).pipe(rx.takeUntil(x)).subscribe(() => {})', '', rxjs)).toEqual([]);
    expect(leaks('rx.of(1).subscribe(() => {})', '', rxjs)).toEqual([]);
    expect(leaks('this.http.get(url).subscribe(() => {})', '', rxjs)).toEqual([]);
    expect(leaks('this.http.get().subscribe(() => {})', '', rxjs)).toEqual([]);
    const own = `import { interval } from './clock';`;
    expect(leaks('interval(1).subscribe(() => {})', '', own)).toEqual([]);
    expect(leaks('f(1).subscribe(() => {})', '', rxjs)).toEqual([]);
    expect(leaks('a.subscribe(() => {})', '', rxjs)).toEqual([]);
    expect(leaks('a.b.subscribe(() => {})', '', rxjs)).toEqual([]);
    expect(leaks('this.a$.subscribe(() => {})', 'f() { x.unsubscribe(); }', rxjs)).toEqual([]);
  });

  it('is nothing that goes to unseen code', () => {
    expect(leaks('keep(setInterval(f))')).toEqual([]);
    expect(leaks('return setInterval(f)')).toEqual([]);
    expect(leaks('const a = setInterval(f); keep(a)')).toEqual([]);
    expect(leaks('const a = setInterval(f); this.unknown.keep(a)')).toEqual([]);
    expect(leaks('client.a = setInterval(f)')).toEqual(['interval']);
    expect(leaks('client.a = setInterval(f)', 'handleDisconnect(c) { stop(c); }')).toEqual([]);
    expect(leaks('this.a = setInterval(f)', 'handleDisconnect(c) { stop(c); }')).toEqual([
      'interval',
    ]);
    expect(leaks('setInterval(f)()')).toEqual(['interval']);
  });

  it('is nothing that a condition on the gateway keeps from starting twice', () => {
    expect(leaks('if (!this.a) this.a = setInterval(f)')).toEqual([]);
    expect(leaks('if (this.a) return; this.a = setInterval(f)')).toEqual([]);
    expect(leaks('this.a ??= setInterval(f)')).toEqual([]);
    expect(leaks('if (this.a.size === 1) setInterval(f)', 'a = new Set()')).toEqual([]);
    expect(leaks('if (this.a.size === 1) setInterval(f)', 'a = make()')).toEqual(['interval']);
    expect(leaks('if (this.a.full) setInterval(f)', 'a = new Set()')).toEqual(['interval']);
    expect(leaks('if (this.options.clock) setInterval(f)')).toEqual(['interval']);
    expect(leaks('if (this.a.get(client)) setInterval(f); this.a = 1')).toEqual(['interval']);
    expect(leaks('setInterval(f); if (this.a) this.a = 1')).toEqual(['interval']);
    expect(leaks('if (this.a) setInterval(f); this.b = 1')).toEqual(['interval']);
  });

  it('is what a handler starts for its client, and never what handleDisconnect starts', () => {
    const of = (members: string) => leakedResources(gatewayOf(members)).map(({ kind }) => kind);
    expect(of(`@SubscribeMessage('a') on(client) { setInterval(() => client.emit()); }`)).toEqual([
      'interval',
    ]);
    expect(of(`@SubscribeMessage('a') on(client) { setInterval(() => this.tick()); }`)).toEqual([]);
    expect(of(`handleDisconnect(client) { setInterval(() => client); }`)).toEqual([]);
    expect(of(`afterInit(server) { setInterval(() => server); }`)).toEqual([]);
  });
});

describe('a listener on the socket', () => {
  const cleansUp = (body: string, before = '') =>
    cleansUpOnSocket(gatewayOf(`handleConnection(client) { ${body} }`, before));

  it('may clean up', () => {
    expect(cleansUp(`client.on('disconnect', f)`)).toBe(true);
    expect(cleansUp(`client.once('disconnecting', f)`)).toBe(true);
    expect(cleansUp(`client.conn.addListener('close', f)`)).toBe(true);
    expect(cleansUp(`client.addEventListener('close', f)`)).toBe(true);
    expect(cleansUp(`client.on(EVENT, f)`)).toBe(true);
    expect(cleansUp(`client.onclose = f`)).toBe(true);
    expect(cleansUp(`client.on(EVENT, f)`, `const EVENT = 'news';`)).toBe(false);
    expect(cleansUp(`client.on('news', f)`)).toBe(false);
    expect(cleansUp(`client.on()`)).toBe(false);
    expect(cleansUp(`client.emit('disconnect')`)).toBe(false);
    expect(cleansUp(`this.bus.on('disconnect', f)`)).toBe(false);
    expect(cleansUp(`on('disconnect', f)`)).toBe(false);
    expect(cleansUp(`client.onmessage = f; this.onclose = f; onclose = f`)).toBe(false);
  });
});

describe('the client', () => {
  const hands = (body: string, members = '', before = '') =>
    handsClientToUnseen(gatewayOf(`handleConnection(client) { ${body} } ${members}`, before));

  it('may go to code that is not seen', () => {
    expect(hands('f(client)')).toBe(true);
    expect(hands('this.service.join({ client })')).toBe(true);
    expect(hands('new Session(client)')).toBe(true);
    expect(hands('this.f(client)', 'f(x) { g(x); }')).toBe(true);
    expect(hands('this.f(client)', 'f(x) { this.g(x); } g(y) {}')).toBe(true);
    expect(hands('this.f(client)', 'f(x) { x.emit(); }')).toBe(false);
    expect(hands('this.clients.add(client)', 'clients = new Set()')).toBe(false);
    expect(hands('this.logger.log(client)')).toBe(false);
    expect(hands('f(client.id)')).toBe(false);
    expect(hands('new Session(client.id)')).toBe(false);
    expect(hands('f(client)', '', 'function f(x) {}')).toBe(false);
  });
});

describe('a hook that is not seen', () => {
  const mayHide = (members: string, head?: string, before?: string) =>
    mayHideHook(gatewayOf(members, before, head), 'handleDisconnect');

  it('may be in a field or an accessor', () => {
    expect(mayHide('handleDisconnect = f()')).toBe(true);
    expect(mayHide('get handleDisconnect() { return f; }')).toBe(true);
    expect(mayHide('', 'class A extends B', 'class B { handleDisconnect = f(); }')).toBe(true);
    expect(mayHide('handleDisconnect() {}')).toBe(false);
    expect(mayHide('handleDisconnect = () => {}')).toBe(false);
    expect(mayHide('handleDisconnect(): void; handleDisconnect(x?: string): void {}')).toBe(false);
    expect(mayHide('static handleDisconnect = f(); static {} [key: string]: any; [x]() {}')).toBe(
      false,
    );
  });
});

import { expect, it } from 'vitest';

import {
  enclosingHandler,
  enclosingMethod,
} from '../../../src/gateway/sockets/enclosing-handler.ts';
import { chosenRooms } from '../../../src/gateway/sockets/room-access.ts';
import { readGateway } from '../read.ts';

function gateway(members: string) {
  return readGateway(`
    import { SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
    @WebSocketGateway() class A { ${members} }
  `);
}

/** The names that each handler lets its client choose. */
function chosen(members: string): string[][] {
  const { handlers, file } = gateway(members);
  return handlers.map((handler) =>
    chosenRooms(handler).map(({ node }) => file.sourceCode.getText(node)),
  );
}

it('finds the names that nothing has looked at', () => {
  expect(
    chosen(`@SubscribeMessage('a') a(c, p) { c.join(p.a); if (p.a) c.join(p.a); c.join(p.b); }
      @SubscribeMessage('b') b(c, p) { c.join('x:' + p); }`),
  ).toEqual([['p.a', 'p.b'], []]);
});

it('goes one method deep, with the checks made on the way', () => {
  const enter = 'enter(c, room) { c.join(room); }';
  expect(chosen(`@SubscribeMessage('a') a(c, p) { this.enter(c, p.a); } ${enter}`)).toEqual([
    ['room'],
  ]);
  expect(
    chosen(`@SubscribeMessage('a') a(c, p) { if (p.a) this.enter(c, p.a); } ${enter}`),
  ).toEqual([[]]);
  expect(
    chosen(`@SubscribeMessage('a') a(c, p) { this.enter(c, 'x'); this.a(c, p); } ${enter}`),
  ).toEqual([[]]);
  expect(chosen(`@SubscribeMessage('a') a(c, p) { c.join(p.a); this.a(c, p); }`)).toEqual([
    ['p.a'],
  ]);
});

it('takes what is awaited, and a method that throws, for a check', () => {
  const on = (body: string) =>
    chosen(`@WebSocketServer() io; @SubscribeMessage('a') async a(c, p) { ${body} c.join(p.a); }
      note(x) { log(x); } allow(x) { if (!x) throw new Error(); }`);
  expect(on('await this.rooms.join(p.a);')).toEqual([[]]);
  expect(on("await c.emitWithAck('may', p.a);")).toEqual([[]]);
  expect(on('await c.leave(p.a);')).toEqual([['p.a']]);
  expect(on('await this.io.in(p.a).socketsLeave(p.b);')).toEqual([['p.a']]);
  expect(on('this.allow(p.a);')).toEqual([[]]);
  expect(on('this.note(p.a);')).toEqual([['p.a']]);
});

it('knows a join by the socket that joins', () => {
  const on = (join: string) =>
    chosen(`@WebSocketServer() io; @SubscribeMessage('a') a(c, p) { ${join}; }`);
  expect(on('c.join(p.a)')).toEqual([['p.a']]);
  expect(on('this.io.in(c.id).socketsJoin(p.a)')).toEqual([['p.a']]);
  expect(on('this.list.socketsJoin(p.a)')).toEqual([[]]);
  expect(on('this.io.join(p.a)')).toEqual([[]]);
  expect(on('c.nsp.join(p.a)')).toEqual([[]]);
});

it('takes a test for one of what it reads, and of what it is handed', () => {
  const on = (test: string) =>
    chosen(`@SubscribeMessage('a') a(c, p) { ${test} ? c.join(p.a) : 2; }`);
  expect(on('p.b')).toEqual([['p.a']]);
  expect(on('p')).toEqual([['p.a']]);
  expect(on('p.a.b')).toEqual([[]]);
  expect(on('check(p)')).toEqual([[]]);
  expect(on('check(p.a.b)')).toEqual([[]]);
  expect(on('check(p.b)')).toEqual([['p.a']]);
});

it('takes a join that decides itself for no check of its room', () => {
  const on = (body: string) => chosen(`@SubscribeMessage('a') a(c, p) { ${body} }`);
  expect(on('c.join(p.a) ? 1 : 2;')).toEqual([['p.a']]);
  expect(on('switch (c.join(p.a)) { default: }')).toEqual([['p.a']]);
  expect(on('p.a ? c.join(p.a) : 2;')).toEqual([[]]);
  expect(on('switch (p.a) { default: c.join(p.a); }')).toEqual([[]]);
});

it('takes what is awaited for handed on only where a call there receives it', () => {
  const on = (awaited: string) =>
    chosen(`@SubscribeMessage('a') a(c, p) {
      run(async () => { await (${awaited} as Promise<void>); c.join(p.a.b); }); }`);
  expect(on('p.a')).toEqual([['p.a.b']]);
  expect(on('check(p.a)')).toEqual([[]]);
});

it('takes a name that only indexes what is assigned to for the one that was sent', () => {
  const on = (body: string) => chosen(`@SubscribeMessage('a') a(c, p) { ${body} c.join(p.a); }`);
  expect(on('this.seen[p.a] = c.id;')).toEqual([['p.a']]);
  expect(on('this.seen[p.a].at = 1;')).toEqual([['p.a']]);
  expect(on('p.a = 1;')).toEqual([[]]);
  expect(on('(p as any).a = 1;')).toEqual([[]]);
  expect(on('[p.a] = [1];')).toEqual([[]]);
  expect(on('({ x: p.a } = other);')).toEqual([[]]);
  expect(on('p.b = 1;')).toEqual([['p.a']]);
});

it('tells in which handler a node stands', () => {
  const model = gateway(
    "@SubscribeMessage('a') a() { [].map(() => x()); } b = () => y(); c = z();",
  );
  const { calls } = model.file.routine(model.class.node);
  const handlerOf = (name: string) => {
    const call = calls.find(({ callee }) => callee.type === 'Identifier' && callee.name === name);
    return call && [enclosingHandler(call, model)?.name, enclosingMethod(call) !== undefined];
  };
  expect(['x', 'y', 'z'].map(handlerOf)).toEqual([
    ['a', true],
    [undefined, true],
    [undefined, false],
  ]);
});

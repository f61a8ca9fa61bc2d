import { expect, it } from 'vitest';

import { eventText, isInCatch, lackingIn } from '../../src/gateway/errors/error-emit.ts';
import { reservedEvent, returnedEvents } from '../../src/gateway/sockets/reserved-event.ts';
import { readFile, readGateway } from './read.ts';

/** The calls of `log(…)` in a piece of code, with the file they stand in. */
function logs(code: string) {
  const file = readFile(code);
  const calls = file
    .routine(file.sourceCode.ast)
    .calls.filter(({ callee }) => callee.type === 'Identifier' && callee.name === 'log');
  return { file, calls, arguments: calls.flatMap((call) => call.arguments) };
}

it('knows the names that Socket.IO keeps for itself', () => {
  const { file, arguments: names } = logs("const A = 'connect'; log('disconnect', A, 'error', b);");
  expect(names.map((name) => reservedEvent(name, file))).toEqual([
    'disconnect',
    'connect',
    undefined,
    undefined,
  ]);
  expect(reservedEvent(undefined, file)).toBeUndefined();
});

it('finds the events that a handler returns', () => {
  const { handlers, file } = readGateway(`
    import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    import { of, map } from 'rxjs';
    @WebSocketGateway() class A {
      @SubscribeMessage('a') a(c, p) {
        const f = () => { return { event: 'no' }; };
        if (p) return { event: 'a', data: p };
        if (c) return c.pipe(map((x) => ({ event: 'b' })));
        return p ? of({ event: 'c' }, { data: 1 }) : Promise.resolve({ event: 'd' });
      }
    }
  `);
  expect(
    handlers
      .flatMap((handler) => returnedEvents(handler))
      .map((node) => file.sourceCode.getText(node)),
  ).toEqual(["'a'", "'b'", "'c'", "'d'"]);
});

it('reads the name of an event as far as it is written', () => {
  const { file, arguments: names } = logs("const A = 'a'; log('b', A, `c:${x}`, `${x}`, d);");
  expect(names.map((name) => eventText(name, file))).toEqual([
    'b',
    'a',
    'c:x',
    undefined,
    undefined,
  ]);
});

it('tells what runs because something failed', () => {
  const { calls } = logs(`
    try { log(1); } catch { f(() => log(2)); } finally { log(3); }
    p.catch(() => log(4)); p.then(() => log(5)); p.catch(log(6));
    try {} catch { class A { a() { log(7); } } }
  `);
  expect(calls.map((call) => isInCatch(call))).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
    false,
  ]);
});

it('tells what a payload lacks', () => {
  const { file, arguments: payloads } = logs(
    "log({ status, message }, { message }, { status }, {}, 'a', `a`, 5, [], { ...x }, y, f());",
  );
  expect(payloads.map((payload) => lackingIn(payload, file))).toEqual([
    undefined,
    'status',
    'message',
    'everything',
    'everything',
    'everything',
    'everything',
    'everything',
    undefined,
    undefined,
    undefined,
  ]);
  expect(lackingIn(undefined, file)).toBe('everything');
});

import { describe, expect, it } from 'vitest';

import {
  chainOf,
  handlesItself,
  isJudgedElsewhere,
  isRisky,
} from '../../../src/gateway/errors/risky-promise.ts';
import { clientCode } from '../../../src/gateway/connection/reach.ts';
import { readBody, textOf } from '../read-hook.ts';
import { readFile } from '../read.ts';

const MEMBERS = 'constructor(private jwt: JwtService) {} @WebSocketServer() server; own() {}';

/** Reads the expression that is awaited first. */
function awaited(expression: string) {
  const code = readBody(`const token = client.handshake.auth.token; await ${expression};`, MEMBERS);
  const node = code.routine.awaits[0]?.argument;
  if (!node) throw new Error('no await');
  return { node, code, gateway: code.entry.gateway };
}

describe('isRisky', () => {
  it.each([
    'auth(client)',
    'client.handshake.auth.check(token)',
    'this.auth.send(client).tap(catchError(fail))',
    'Promise.all(rooms.map((room) => { if (a) return find(1); return find(client, room); }))',
    'this.auth.find(token)',
    'this.auth.find({ id: client.id })',
    'this.auth.find(client).then(next)',
    'find(1).by(client)',
    'client.data.session.save(client)',
    '(a ? this.auth.find(client) : null)',
    '(a ? null : this.auth.find(client))',
    '(a && this.auth.find(client))',
    'firstValueFrom(this.auth.send(client))',
    'lastValueFrom(this.auth.send(client))',
    'Promise.all([, client.join(1), this.auth.find(client)])',
    'Promise.any([...rooms.map((room) => find(client, room))])',
    'Promise.race(rooms.map(async (room) => { await find(client, room); }))',
    'Promise.all(rooms.map((room) => { return find(client, room); })).then(next)',
  ])('%s', (expression) => {
    const { node, code, gateway } = awaited(expression);
    expect(isRisky(node, code, gateway)).toBe(true);
  });

  it.each([
    'ready',
    '(a ? find(1) : null)',
    '(a && find(1))',
    'Promise.anyOf([find(client)])',
    'Promise.outrace([find(client)])',
    'Promise.all(rooms.filter((room) => find(client, room)))',
    'this.auth.send(client).pipe(map(a), catchError(fail)).toPromise()',
    'find(1)',
    'find(() => client)',
    'client.join(client.id)',
    'client.to(client.id).emit(token)',
    'this.server.in(client.id).fetchSockets()',
    'this.own(client)',
    'this.jwt.verifyAsync(token)',
    'this.auth.find(client).catch(fail)',
    'Promise.all()',
    'Promise.all(promises)',
    'Promise.all(list(client))',
    'Promise.all(rooms.map(find))',
    'Promise.all(rooms.map(() => client.join(1)))',
    'Promise.all(rooms.map(async () => { try { await find(client); } catch {} return; }))',
    'Promise.all(rooms.map(() => { later(async () => { await find(client); }); }))',
    'Promise.all([...rooms])',
    'Promise.resolve(client)',
    'Promise.allSettled([find(client)])',
    'to(this.auth.find(client))',
    'this.auth.send(client).pipe(catchError(fail)).toPromise()',
  ])('not %s', (expression) => {
    const { node, code, gateway } = awaited(expression);
    expect(isRisky(node, code, gateway)).toBe(false);
  });
});

describe('isRisky in a class that is not all to be seen', () => {
  const risky = (body: string, head: string) => {
    const { gateways } = readFile(
      `import { WebSocketGateway } from '@nestjs/websockets';
       class Seen { own(client) {} }
       @WebSocketGateway() ${head} { enter; async handleConnection(client) { ${body} } }`,
    );
    const gateway = gateways.at(-1);
    const hook = gateway?.hook('handleConnection');
    const [code] = hook ? clientCode(hook) : [];
    return code?.routine.awaits.map(({ argument }) => isRisky(argument, code, code.entry.gateway));
  };

  it.each(['class A extends Unseen', 'abstract class A'])('%s', (head) => {
    expect(risky('await this.join(client);', head)).toEqual([false]);
    expect(risky('await super.join(client);', head)).toEqual([false]);
    expect(risky('const a = this.track(client); await find(a.id);', head)).toEqual([false]);
    expect(risky('const a = super.track(client); await find(a);', head)).toEqual([false]);
    expect(risky('const a = track(client); await find(a);', head)).toEqual([true]);
    expect(risky('await find(client.id);', head)).toEqual([true]);
    expect(risky('const a = this.track(client); await find(a); await find(client);', head)).toEqual(
      [false, true],
    );
    expect(risky('await this.enter(client);', head)).toEqual([true]);
    expect(risky('const a = this.handleConnection(client); await find(a);', head)).toEqual([true]);
  });

  it('is no matter where all is seen', () => {
    expect(risky('await this.join(client);', 'class A extends Seen')).toEqual([true]);
    expect(risky('const a = this.track(client); await find(a);', 'class A')).toEqual([true]);
  });
});

it('leaves to others what they judge', () => {
  const judged = (expression: string) => {
    const { node, gateway } = awaited(expression);
    return isJudgedElsewhere(node, gateway);
  };
  expect(judged('this.own().then(next)')).toBe(true);
  expect(judged('this.jwt.verifyAsync(token)')).toBe(true);
  expect(judged('super.handleConnection(client)')).toBe(true);
  expect(judged('super.check(client)')).toBe(false);
  expect(judged('this.other.handleConnection(client)')).toBe(false);
  expect(judged('this.auth.find(client)')).toBe(false);
});

it('tells what handles itself', () => {
  const handled = (expression: string) => {
    const { node, gateway } = awaited(expression);
    return handlesItself(node, gateway);
  };
  expect(handled('find().then(a, b)')).toBe(true);
  expect(handled('find().pipe(map(a))')).toBe(false);
  expect(handled('find().pipe(operator)')).toBe(false);
});

it.each([
  ['const a = await find(client); if (a.isErr()) return;', true],
  ['const a = await find(client); log(a.value); a.isOk();', true],
  ['const a = await find(client); a.length; a.isErrand();', false],
  ['const a = await find(client); log(a);', false],
  ['const { a } = await find(client); a.isErr();', false],
  ['const a = [await find(client)]; a.isErr();', false],
  ['const a = find(client); a.isErr();', false],
  ['const a = track(find(client)); a.isErr();', false],
])('takes what is asked for its result for handled: %s', (body, expected) => {
  const code = readBody(body);
  const call = code.routine.calls.find((node) => textOf(node, code) === 'find(client)');
  expect(call && handlesItself(call, code.entry.gateway)).toBe(expected);
});

it('reads chains, the last call first', () => {
  const { node, code, gateway } = awaited('firstValueFrom(a().b().pipe(c))');
  expect(chainOf(node, gateway).map((call) => textOf(call, code))).toEqual([
    'firstValueFrom(a().b().pipe(c))',
    'a().b().pipe(c)',
    'a().b()',
    'a()',
  ]);
  expect(chainOf(awaited('firstValueFrom()').node, gateway)).toHaveLength(1);
});

import { expect, it } from 'vitest';

import { enhancerOption } from '../../src/gateway/enhancer.ts';
import { readGateway } from './read.ts';

/** The guards of a class, each as `name`, what is known of its class, and how it is made. */
function guardsOf(args: string, more = ''): string[] {
  const gateway = readGateway(
    `
    import { UseGuards, applyDecorators, ValidationPipe } from '@nestjs/common';
    import { WebSocketGateway } from '@nestjs/websockets';
    import DefaultGuard, { WsGuard as Guard, RoleGuard as role, wsGuard, WS_GUARD } from './guards';
    import { wsGuard as Renamed } from './guards';
    import instance from './instance';
    import * as guards from './guards';
    import { BarrelGuard } from '../nest';
    ${more}
    ${args.startsWith('@') ? args : `@UseGuards(${args})`}
    @WebSocketGateway()
    class ChatGateway {}
  `,
    { modules: ['../nest'] },
  );
  return gateway
    .classEnhancers('guards')
    .map(({ name = '?', module, isNest, model, created, args: given }) =>
      [
        name,
        ...(module === undefined ? [] : [`from ${module}`]),
        ...(isNest ? ['nest'] : []),
        ...(model ? ['seen'] : []),
        ...(created ? [`new(${given?.length})`] : []),
      ].join(' '),
    );
}

it('has the name that its module exports, or that the file declares', () => {
  expect(guardsOf('Guard')).toEqual(['WsGuard from ./guards']);
  expect(guardsOf('role')).toEqual(['RoleGuard from ./guards']);
  expect(guardsOf('new Guard(1)')).toEqual(['WsGuard from ./guards new(1)']);
  expect(guardsOf('DefaultGuard')).toEqual(['DefaultGuard from ./guards']);
  expect(guardsOf('guards.RoleGuard')).toEqual(['RoleGuard from ./guards']);
  expect(guardsOf("new guards['RoleGuard']()")).toEqual(['RoleGuard from ./guards new(0)']);
  expect(guardsOf('ValidationPipe')).toEqual(['ValidationPipe from @nestjs/common nest']);
  expect(guardsOf('BarrelGuard')).toEqual(['BarrelGuard from ../nest nest']);
  expect(guardsOf('Own', 'class Own {}')).toEqual(['Own seen']);
  expect(guardsOf('Own', 'const Own = class {};')).toEqual(['Own seen']);
});

it('has no name where it is an instance or made elsewhere', () => {
  for (const args of ['wsGuard', 'WS_GUARD', 'instance', 'guards.wsGuard', 'Renamed']) {
    expect.soft(guardsOf(args)[0], args).toMatch(/^\? from/);
  }
  for (const args of ['unknown', 'this.guard', 'create()', 'guards[name]', 'a ? b : c']) {
    expect.soft(guardsOf(args)[0], args).toMatch(/^\?/);
  }
  expect(guardsOf('new (create())()')).toEqual(['? new(0)']);
  expect(guardsOf('new guards.default()')).toEqual(['? from ./guards new(0)']);
});

it('has the name of a module that it is all of', () => {
  const guard = "import * as OwnGuard from './own'; import Old = require('./old');";
  expect(guardsOf('OwnGuard', guard)).toEqual(['OwnGuard from ./own']);
  expect(guardsOf('new Old()', guard)).toEqual(['Old from ./old new(0)']);
});

it('is found behind consts, casts, spreads and decorators of the file', () => {
  expect(guardsOf('guard', 'const guard = new Guard();')).toEqual(['WsGuard from ./guards new(0)']);
  expect(guardsOf('Guard as Type')).toEqual(['WsGuard from ./guards']);
  expect(guardsOf('Other', 'const Other = Guard;')).toEqual(['WsGuard from ./guards']);
  expect(guardsOf('...all', 'const all = [Guard, , ...more]; const more = [wsGuard];')).toEqual([
    'WsGuard from ./guards',
    '? from ./guards',
  ]);
  expect(guardsOf('...all, ...all', 'const all = [Guard];')).toEqual(['WsGuard from ./guards']);
  expect(guardsOf('...imported')).toEqual(['?']);
  expect(
    guardsOf(
      '@Guarded()',
      'const Guarded = () => applyDecorators(UseGuards(Guard, DefaultGuard));',
    ),
  ).toEqual(['WsGuard from ./guards', 'DefaultGuard from ./guards']);
});

it.each([
  ['new Own({ a: 1 })', 'value'],
  ['new Own({ b: 1 })', 'absent'],
  ['new Own(5)', 'absent'],
  ['new Own(options)', 'unknown'],
  ['new Own({ ...options })', 'unknown'],
  ['new Own()', 'absent'],
  ['new Checked()', 'value'],
  ['new Unchecked()', 'absent'],
  ['Checked', 'value'],
])('has an option: %s', (guard, kind) => {
  const gateway = readGateway(`
    import { UseGuards } from '@nestjs/common';
    import { WebSocketGateway } from '@nestjs/websockets';
    class Own {}
    class Checked extends Base { constructor() { log({ b: 1 }); super({ a: 1 }); } }
    class Unchecked extends Base { constructor() { log({ a: 1 }); } }
    @UseGuards(${guard}) @WebSocketGateway() class ChatGateway {}
  `);
  const [enhancer] = gateway.classEnhancers('guards');
  expect(enhancer && enhancerOption(enhancer, 'a', gateway.file).kind).toBe(kind);
});

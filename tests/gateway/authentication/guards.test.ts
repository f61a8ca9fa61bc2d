import { describe, expect, it } from 'vitest';

import { filterCoverage } from '../../../src/gateway/errors/filter-coverage.ts';
import { guardCoverage } from '../../../src/gateway/authentication/guards.ts';
import { mayHaveMiddleware } from '../../../src/gateway/authentication/middleware.ts';
import { hidesReason } from '../../../src/gateway/errors/pipe-rejection.ts';
import { readFile, readGateway } from '../read.ts';

const IMPORTS = `
  import { SetMetadata, UseFilters, UseGuards, UseInterceptors, UsePipes, ValidationPipe, applyDecorators } from '@nestjs/common';
  import { BaseWsExceptionFilter, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
  import { BaseWsExceptionFilter as OwnBase } from './filters';
  const Public = () => SetMetadata('public', true);
`;

/** The one handler of a gateway, the last of the file. */
function handler(onClass: string, onMethod = '', members = '', settings = {}) {
  const { gateways } = readFile(
    `${IMPORTS} class Base {} ${onClass.includes('class') ? onClass : `${onClass} @WebSocketGateway() class A`} {
      ${onMethod} @SubscribeMessage('a') a(@MessageBody() body: Dto) { this.step(); }
      ${members}
    }`,
    settings,
  );
  const found = gateways.at(-1)?.handlers[0];
  if (!found) throw new Error('no handler');
  return found;
}

describe('whether a guard stands before a handler', () => {
  it.each([
    ['', '@UseGuards(G)', 'yes'],
    ['@UseGuards(new G())', '', 'yes'],
    ['@UseGuards(G) class B {} @WebSocketGateway() class A extends B', '', 'yes'],
    ['', '', 'no'],
    ['@UseFilters(F)', '@UseGuards()', 'no'],
    ['@WebSocketGateway() class A extends Base', '', 'no'],
    ['@Chat()', '', 'unknown'],
    ['', '@Auth()', 'unknown'],
    ['@WebSocketGateway() class A extends Unseen', '', 'unknown'],
    ['', '@Public()', 'no'],
  ])('%s | %s: %s', (onClass, onMethod, expected) => {
    expect(guardCoverage(handler(onClass, onMethod))).toBe(expected);
  });

  it('knows it not of a handler that is open on purpose', () => {
    expect(guardCoverage(handler('', '@Public()'), ['Public'])).toBe('unknown');
    expect(guardCoverage(handler('@Public()'), ['Public'])).toBe('unknown');
    expect(guardCoverage(handler('', '@(table.Public())'), ['Public'])).toBe('unknown');
  });

  it('takes the word of the settings', () => {
    const decorators = { guards: ['Public'] };
    expect(guardCoverage(handler('', '@Public()', '', { decorators }))).toBe('yes');
    expect(guardCoverage(handler('', '', '', { globalEnhancers: ['guards'] }))).toBe('unknown');
  });

  it('knows it not where a guard is called by hand', () => {
    expect(guardCoverage(handler('', '', 'step() { this.guard.canActivate(); }'))).toBe('unknown');
    expect(guardCoverage(handler('', '', 'other() { this.guard.canActivate(); }'))).toBe('no');
  });

  it('knows it not where a middleware may stand', () => {
    expect(guardCoverage(handler('', '', 'afterInit(io) { io.use(auth); }'))).toBe('unknown');
  });
});

describe('whether a middleware may stand before every handler', () => {
  it.each([
    ['afterInit(io) { io.use(auth); }', true],
    ['afterInit() { this.io.of("/a").use(auth); }', true],
    ['onModuleInit() { this.io?.use(auth); }', true],
    ['afterInit(io) { install(io); }', true],
    ['afterInit(io) { this.auth.install(io); }', true],
    ['afterInit = (io) => { this.auth.install(io); }', true],
    ['afterInit() { install(this.io); }', true],
    ['afterInit() { table[key](this.io); }', true],
    ['afterInit(io) { this.own(io); } own(io) { install(io); }', true],
    ['afterInit(io) { io.use(); }', false],
    ['afterInit(io) { this.logger.log(io); }', false],
    ['afterInit(io) { this.own(io); } own(io) {}', false],
    ['afterInit(io) { count(io.engine); count(this.other); count(this.plain); }', false],
    ['handleConnection(client) { install(this.io); }', false],
    ['afterInit() {}', false],
    ['', false],
  ])('%s: %s', (members, expected) => {
    const gateway = readGateway(
      `${IMPORTS} @WebSocketGateway() class A { @WebSocketServer() io; @Inject() other; plain; ${members} }`,
    );
    expect([mayHaveMiddleware(gateway), mayHaveMiddleware(gateway)]).toEqual([expected, expected]);
  });

  it('looks at the base classes of the file as well', () => {
    const { gateways } = readFile(
      `${IMPORTS} class Base { open(io) { io.use(auth); } } @WebSocketGateway() class A extends Base {}`,
    );
    expect(gateways.map((gateway) => mayHaveMiddleware(gateway))).toEqual([true, true]);
  });
});

describe('whether a filter stands on a handler', () => {
  it.each([
    ['', '@UseFilters(F)', 'yes'],
    ['@UseFilters(new F())', '', 'yes'],
    ['@UseFilters(...filters)', '', 'yes'],
    ['@UseFilters(BaseWsExceptionFilter, F)', '', 'yes'],
    ['@UseFilters(BaseWsExceptionFilter)', '', 'no'],
    ['@UseFilters(OwnBase)', '', 'yes'],
    [
      'class Outer { a() { return catchError(b); } } class I extends Outer {} @UseInterceptors(I) @WebSocketGateway() class A',
      '',
      'unknown',
    ],
    ['', '', 'no'],
    ['@UseInterceptors(Base)', '', 'no'],
    ['@UseInterceptors(I)', '', 'unknown'],
    ['', '@UseInterceptors(new I())', 'unknown'],
    ['@Chat()', '', 'unknown'],
    ['', '@Filtered()', 'unknown'],
    ['@WebSocketGateway() class A extends Unseen', '', 'unknown'],
  ])('%s | %s: %s', (onClass, onMethod, expected) => {
    expect(filterCoverage(handler(onClass, onMethod))).toBe(expected);
  });
});

describe('whether a pipe hides why it rejects', () => {
  it.each([
    ['@UsePipes(ValidationPipe)', true],
    ['@UsePipes(new ValidationPipe({ whitelist: true }))', true],
    ['@UsePipes(new ValidationPipe({ exceptionFactory }))', false],
    ['@UsePipes(new ValidationPipe(options))', false],
    ['@UsePipes(OwnValidationPipe)', false],
    ['@UsePipes(pipe, table[0])', false],
    ['', false],
  ])('%s: %s', (decorator, expected) => {
    expect(hidesReason(handler(decorator))).toBe(expected);
  });
});

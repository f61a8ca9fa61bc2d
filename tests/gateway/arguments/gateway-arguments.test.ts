import { expect, it } from 'vitest';

import { argumentFaults } from '../../../src/gateway/arguments/gateway-arguments.ts';
import { readGateway } from '../read.ts';

/** What is wrong with the arguments, each as `kind: text`. */
function faults(args: string, settings = {}): string[] {
  const gateway = readGateway(
    `import { WebSocketGateway } from '@nestjs/websockets';
     @WebSocketGateway(${args}) class A {}`,
    settings,
  );
  return argumentFaults(gateway).map(
    ({ kind, node }) => `${kind}: ${gateway.file.sourceCode.getText(node)}`,
  );
}

it('takes a text for no port', () => {
  expect(faults(`'3001'`)).toEqual([`text-port: '3001'`]);
  expect(faults(`'3001', { cors: true }`)).toEqual([`text-port-with-options: '3001'`]);
  expect(faults('process.env.PORT ?? 3001')).toEqual(['text-port: process.env.PORT ?? 3001']);
});

it('finds options that go with what stands in front of them', () => {
  expect(faults('undefined, { cors: true }')).toEqual(['no-port-with-options: undefined']);
  expect(faults('+process.env.PORT, { cors: true }')).toEqual([
    'env-port-with-options: +process.env.PORT',
  ]);
  expect(faults('undefined')).toEqual([]);
  expect(faults('+process.env.PORT, {}')).toEqual([]);
});

it('finds a port that stands elsewhere', () => {
  expect(faults('{ port: 1 }, 1')).toEqual(['port-in-options: port: 1', 'after-options: 1']);
  expect(faults('{ port: 1 }', { platform: 'ws' })).toEqual([]);
});

it('abstains on what it does not see', () => {
  expect(faults('PORT, OPTIONS')).toEqual([]);
  expect(faults('...args')).toEqual([]);
  expect(faults('...args, { port: 1 }')).toEqual([]);
  expect(faults(`'3001' && PORT`)).toEqual([]);
  expect(faults('{ ...options }')).toEqual([]);
});

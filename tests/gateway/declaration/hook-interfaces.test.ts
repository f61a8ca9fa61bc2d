import { expect, it } from 'vitest';

import { undeclaredHooks } from '../../../src/gateway/declaration/hook-interfaces.ts';
import { readGateway } from '../read.ts';

function undeclared(head: string, above = ''): string[] {
  const gateway = readGateway(`
    import { OnGatewayConnection, OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
    ${above}
    @WebSocketGateway() class A ${head} { afterInit() {} handleConnection = () => {}; }
  `);
  return undeclaredHooks(gateway).map(({ name }) => name);
}

it('knows the hooks without an interface', () => {
  expect(undeclared('')).toEqual(['afterInit', 'handleConnection']);
  expect(undeclared('implements OnGatewayInit')).toEqual(['handleConnection']);
  expect(undeclared('implements OnGatewayInit, OnGatewayConnection')).toEqual([]);
});

it('follows the interfaces of the file, in circles as well', () => {
  expect(undeclared('implements B', 'interface B extends B, OnGatewayInit {}')).toEqual([
    'handleConnection',
  ]);
});

it('abstains on what another file may declare', () => {
  expect(undeclared('implements B', `import { B } from './b';`)).toEqual([]);
  expect(undeclared('extends B', `import { B } from './b';`)).toEqual([]);
});

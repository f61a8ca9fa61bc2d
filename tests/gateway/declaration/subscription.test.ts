import { expect, it } from 'vitest';

import {
  deadSubscriptions,
  hasSubscriptions,
} from '../../../src/gateway/declaration/subscription.ts';
import { readFile } from '../read.ts';

const IMPORTS = `import { SubscribeMessage as On, WebSocketGateway } from '@nestjs/websockets';`;

/** The dead subscriptions of a file, each as `kind: text`. */
function dead(code: string, settings = {}): string[] {
  const file = readFile(`${IMPORTS} ${code}`, settings);
  return deadSubscriptions(file).map(
    ({ kind, node }) => `${kind}: ${file.sourceCode.getText(node)}`,
  );
}

it('knows whether a file subscribes to anything', () => {
  expect(hasSubscriptions(readFile(`${IMPORTS} class A { @On('a') a() {} }`))).toBe(true);
  expect(hasSubscriptions(readFile(`${IMPORTS} class A { @On('a') a = 1; }`))).toBe(true);
  expect(hasSubscriptions(readFile(`${IMPORTS} class A { a() {} b = 1; }`))).toBe(false);
});

it('finds classes that are no gateways', () => {
  expect(
    dead(`class A { @On('a') a() {} } @WebSocketGateway() class B { @On('b') b() {} }`),
  ).toEqual(['no-gateway: A']);
  expect(dead(`class A { @On('a') a() {} } class B extends A { @On('b') b() {} }`)).toEqual([]);
  expect(dead(`abstract class A { @On('a') a() {} }`)).toEqual([]);
  expect(dead(`@Chat() class A { @On('a') a() {} }`)).toEqual([]);
  expect(dead(`@Chat() class A { @On('a') a = 1; }`)).toEqual([`property: @On('a')`]);
});

it('finds members, patterns and events that Nest cannot bind', () => {
  expect(
    dead(`@WebSocketGateway() class A {
      @On('a') static a() {}
      @On('b') b = () => {};
      @On('c') @On('d') c() {}
      @On(['e']) e() {}
      @On() f() {}
      @On('connect') g() {}
      @On('h') h() {}
      i() {}
    }`),
  ).toEqual([
    `static: @On('a')`,
    `property: @On('b')`,
    `stacked: @On('d')`,
    `pattern: ['e']`,
    `pattern: @On()`,
    `reserved: 'connect'`,
  ]);
});

it('knows that ws takes any pattern', () => {
  const gateway = `@WebSocketGateway() class A { @On() a() {} @On('connect') b() {} }`;
  expect(dead(gateway, { platform: 'ws' })).toEqual([]);
});

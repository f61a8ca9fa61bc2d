import { expect, it } from 'vitest';

import { readScope } from '../../../src/gateway/declaration/scope.ts';
import { readGateway } from '../read.ts';

function scope(decorators: string, above = '') {
  return readScope(
    readGateway(`
      import { Controller, Injectable, Scope } from '@nestjs/common';
      import { WebSocketGateway } from '@nestjs/websockets';
      ${above}
      @WebSocketGateway() ${decorators} class A {}
    `),
  );
}

it('reads the scope and where it is written', () => {
  const found = scope('@Injectable({ scope: Scope.REQUEST })');
  expect([found?.name, found?.node.type]).toEqual(['REQUEST', 'MemberExpression']);
  const distant = scope('@Controller(OPTIONS)', 'const OPTIONS = { scope: Scope.TRANSIENT };');
  expect([distant?.name, distant?.node.type]).toEqual(['TRANSIENT', 'Decorator']);
});

it('knows none where there is none to be seen', () => {
  expect(scope('')).toBeUndefined();
  expect(scope('@Injectable()')).toBeUndefined();
  expect(scope('@Injectable({ scope: LIFE })')).toBeUndefined();
  expect(scope('@Injectable({ scope: Life.REQUEST })')).toBeUndefined();
});

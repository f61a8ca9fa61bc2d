import { expect, it } from 'vitest';

import { fieldType } from '../../src/gateway/field-type.ts';
import { readFile } from './read.ts';

const file = readFile(`
  import { WebSocketGateway } from '@nestjs/websockets';
  class Base { constructor(protected readonly inherited: Inherited) {} }
  @WebSocketGateway() class A extends Base {
    declared: Declared;
    untyped = 1;
    constructor(private injected: Injected, protected optional: Optional = none, plain: Plain) {}
  }
`);

it.each([
  ['declared', 'Declared'],
  ['injected', 'Injected'],
  ['optional', 'Optional'],
  ['inherited', 'Inherited'],
  ['untyped', undefined],
  ['plain', undefined],
  ['missing', undefined],
])('%s: %s', (name, expected) => {
  const gateway = file.gateways.find(({ kind }) => kind === 'decorated');
  const type = gateway && fieldType(gateway.class, name);
  expect(type && file.sourceCode.text.slice(...type.range)).toBe(expected);
});

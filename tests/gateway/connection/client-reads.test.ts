import { expect, it } from 'vitest';

import { clientReads } from '../../../src/gateway/connection/client-reads.ts';
import { readBody, textOf } from '../read-hook.ts';

it('reads the client inside of the code alone', () => {
  const code = readBody('last = client; f(last);', 'other() { g(last); }', 'let last;');
  expect(clientReads(code).map((node) => textOf(node, code))).toEqual(['client', 'last', 'last']);
});

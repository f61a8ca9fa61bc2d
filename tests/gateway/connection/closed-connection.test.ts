import { expect, it } from 'vitest';

import { isClosedConnection } from '../../../src/gateway/connection/closed-connection.ts';
import { readFile } from '../read.ts';

/** Whether code disconnects what it hands to `log(…)`. */
function isClosed(code: string): boolean {
  const file = readFile(`function run(old) { ${code} }`);
  const node = file
    .routine(file.sourceCode.ast)
    .calls.find(({ callee }) => callee.type === 'Identifier' && callee.name === 'log')
    ?.arguments[0];
  if (!node) throw new Error('nothing is logged');
  return isClosedConnection(node, file);
}

it('knows the connections that the code ends', () => {
  expect(isClosed('log(old); old.disconnect(true);')).toBe(true);
  expect(isClosed('if (old) { log(old!); old?.disconnect(); }')).toBe(true);
  expect(isClosed('log(old); this.server.in(old).disconnectSockets();')).toBe(true);
  expect(isClosed('log(old); this.server.sockets.sockets.get(old)?.disconnect();')).toBe(true);
  expect(isClosed('log(old); old.data.socket.disconnect();')).toBe(true);
});

it('knows no other', () => {
  expect(isClosed('log(old);')).toBe(false);
  expect(isClosed('log(old); old.emit("a"); users[old].disconnect();')).toBe(false);
  expect(isClosed('log(old); client.disconnect();')).toBe(false);
  expect(isClosed('log(old); const disconnect = old;')).toBe(false);
  expect(isClosed('log(users.get(id)); users.get(id).disconnect();')).toBe(false);
  expect(isClosed('log(other); other.disconnect();')).toBe(false);
});

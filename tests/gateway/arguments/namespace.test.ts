import { expect, it } from 'vitest';

import { serverOnlyMembers } from '../../../src/gateway/sockets/namespace-members.ts';
import { namespaceKind } from '../../../src/gateway/arguments/namespace.ts';
import { readGateway } from '../read.ts';

function gateway(options: string, members = '') {
  return readGateway(`
    import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
    import { Server } from 'socket.io';
    @WebSocketGateway(${options}) class A { @WebSocketServer() server: Server; ${members} }
  `);
}

it.each([
  ['', 'root'],
  ['3001', 'root'],
  ['{}', 'root'],
  ["{ namespace: '' }", 'root'],
  ["{ namespace: '/' }", 'root'],
  ['{ namespace: `/` }', 'root'],
  ['{ namespace: null }', 'root'],
  ["{ namespace: 'chat' }", 'named'],
  ["3001, { namespace: '/chat' }", 'named'],
  ['{ namespace: `/${name}` }', 'named'],
  ['{ namespace: /x/ }', 'regexp'],
  ["{ namespace: new RegExp('x') }", 'regexp'],
  ['{ namespace: new Name() }', 'unknown'],
  ['{ namespace: new names.Name() }', 'unknown'],
  ['{ namespace: new names.RegExp() }', 'unknown'],
  ['{ namespace: 5 }', 'unknown'],
  ['{ namespace: NAME }', 'unknown'],
  ['{ ...options }', 'unknown'],
  ['options', 'unknown'],
])('reads %s as %s', (options, kind) => {
  expect(namespaceKind(gateway(options))).toBe(kind);
});

it('finds the members that a Namespace lacks, where their use throws', () => {
  const found = (body: string) =>
    serverOnlyMembers(gateway('', `a() { ${body} }`)).map(({ path, instead }) => [path, instead]);
  expect(found("this.server.of('/'); this.server.emit('x'); this.server.sockets.size;")).toEqual([
    ['of', 'server.of'],
  ]);
  expect(found('const { sockets: { adapter }, path = f } = this.server;')).toEqual([
    ['sockets.adapter', 'adapter'],
  ]);
  expect(found('this.server.engine?.x; typeof this.server.of; this.server.path?.();')).toEqual([]);
  expect(found('if (this.server.engine) this.server.engine.x;')).toEqual([]);
});

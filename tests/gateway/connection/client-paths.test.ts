import { expect, it } from 'vitest';

import { clientCode } from '../../../src/gateway/connection/reach.ts';
import { readGateway } from '../read.ts';

/** The paths of what the calls of `log(…)` in `handleConnection` and its methods receive. */
function logged(parameters: string, body: string, members = ''): (string | undefined)[] {
  const gateway = readGateway(`
    import { WebSocketGateway } from '@nestjs/websockets';
    @WebSocketGateway() class A { handleConnection(${parameters}) { ${body} } ${members} }
  `);
  const hook = gateway.hook('handleConnection');
  if (!hook) throw new Error('no hook');
  return clientCode(hook).flatMap(({ routine, paths }) =>
    routine.calls
      .filter(({ callee }) => callee.type === 'Identifier' && callee.name === 'log')
      .flatMap((call) => call.arguments.map((argument) => paths.text(argument))),
  );
}

it('reads members, through casts and chains', () => {
  expect(logged('client', 'log(client)')).toEqual(['']);
  expect(logged('client', 'log(client.handshake.auth.token)')).toEqual(['handshake.auth.token']);
  expect(logged('client', "log((client as any).handshake?.headers['x-key']!)")).toEqual([
    'handshake.headers.x-key',
  ]);
});

it('reads consts and patterns', () => {
  expect(logged('client', 'const { auth: { token } } = client.handshake; log(token)')).toEqual([
    'handshake.auth.token',
  ]);
  expect(logged('client', 'const { headers } = client.handshake; log(headers.cookie)')).toEqual([
    'handshake.headers.cookie',
  ]);
  expect(logged('{ handshake: h }: Socket', 'log(h.query)')).toEqual(['handshake.query']);
  expect(logged('client', 'let a = client.data; log(a.user)')).toEqual(['data.user']);
});

it('knows no path of what is computed, assigned, called or of something else', () => {
  expect(logged('client', 'log(client[key])')).toEqual([undefined]);
  expect(logged('client', 'let a = client.data; a = other; log(a)')).toEqual([undefined]);
  expect(logged('client', 'log(client.get())')).toEqual([undefined]);
  expect(logged('client', 'log(server.handshake, 1, unknown)')).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(logged('client', 'const { ...rest } = client; log(rest)')).toEqual([undefined]);
  expect(logged('client', 'const [first] = client; log(first)')).toEqual([undefined]);
  expect(logged('client', 'const a = b; const b = a; log(a)')).toEqual([undefined]);
  expect(logged('', 'let client; log(client)')).toEqual([undefined]);
  expect(logged('client', 'var a = client.data; var a = other; log(a)')).toEqual([undefined]);
});

it('follows arguments one class deep', () => {
  expect(
    logged(
      'client',
      'this.read(client.handshake, 1)',
      'read({ auth }, other) { log(auth.token, other) }',
    ),
  ).toEqual(['handshake.auth.token', undefined]);
});

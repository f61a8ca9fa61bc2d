import { expect, it } from 'vitest';

import { serversWithoutAdapter } from '../../../src/gateway/declaration/io-adapter.ts';
import { readFile } from '../read.ts';

function found(body: string, above = '', parameters = 'port, options'): number {
  const file = readFile(`
    import { IoAdapter } from '@nestjs/platform-socket.io';
    import { RemoteSocket, Server } from 'socket.io';
    import { defaults } from './defaults';
    ${above}
    class A extends IoAdapter { createIOServer(${parameters}) { ${body} } }
  `);
  return serversWithoutAdapter(file).length;
}

it('finds servers that nothing connects', () => {
  expect(found('return super.createIOServer(port, options);')).toBe(1);
  expect(found('return new Server(port, { ...options, cors: true });')).toBe(1);
  expect(found('const io = new Server(port); secure(io); return io;', 'function secure() {}')).toBe(
    1,
  );
});

const CREATED = 'return super.createIOServer(port, options);';

it('looks only at what has to do with the server', () => {
  expect(found('return super.createIOServer(port);', '', 'port')).toBe(1);
  expect(found(`options.cors = true; this.port = port; log(port); ${CREATED}`)).toBe(1);
  expect(found(`const name = 'chat'; log(name); ${CREATED}`)).toBe(1);
  expect(found(`const remote = new RemoteSocket(); log(remote); ${CREATED}`)).toBe(1);
  expect(
    found('let io = new Server(port); if (options) io = super.createIOServer(port, options);'),
  ).toBe(1);
  expect(found(`${CREATED} } log(adapter) { print({ ...adapter }, { [adapter]: 1 });`)).toBe(1);
  expect(found('return super.createIOServer(port, rest);', '', 'port, { cors, ...rest }')).toBe(1);
  expect(found('return super.createIOServer(port, options ?? { cors: true });')).toBe(1);
});

it('leaves alone those that an adapter connects', () => {
  expect(
    found(
      'return this.build(options); } build(options) { return new Server(1, { adapter: redis });',
    ),
  ).toBe(0);
  expect(found('const io = new Server(port); io.adapter(redis); return io;')).toBe(0);
  expect(found('return new Server(port, { adapter: redis });')).toBe(0);
  expect(found(`return new Server(port, { 'adapter': redis });`)).toBe(0);
  expect(
    found(
      'const io = new Server(port); link(io); return io;',
      'function link(io) { io.adapter(x); }',
    ),
  ).toBe(0);
});

it('abstains where the server or its options go elsewhere', () => {
  expect(
    found('const io = new Server(port); link(io); return io;', `import { link } from './x';`),
  ).toBe(0);
  expect(found('return super.createIOServer(port, this.options);')).toBe(0);
  expect(found('options = prepare(options); return super.createIOServer(port, options);')).toBe(0);
  expect(found(`options = defaults; ${CREATED}`)).toBe(0);
  expect(found('return super.createIOServer(port, options ?? defaults);')).toBe(0);
  expect(found(`new Unseen(options); ${CREATED}`)).toBe(0);
  expect(found(`unseen(options); ${CREATED}`)).toBe(0);
  expect(found(`String(options); ${CREATED}`)).toBe(0);
  expect(found(`Object.seal(options); ${CREATED}`)).toBe(0);
  expect(found(`lodash.assign(options, { cors: true }); ${CREATED}`)).toBe(0);
});

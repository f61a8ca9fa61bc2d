import { expect, it } from 'vitest';

import { serversWithoutAdapter } from '../../../src/gateway/declaration/io-adapter.ts';
import { readFile } from '../read.ts';

function found(body: string, above = ''): number {
  const file = readFile(`
    import { IoAdapter } from '@nestjs/platform-socket.io';
    import { Server } from 'socket.io';
    ${above}
    class A extends IoAdapter { createIOServer(port, options) { ${body} } }
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

it('leaves alone those that an adapter connects', () => {
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
});

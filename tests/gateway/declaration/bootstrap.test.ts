import { expect, it } from 'vitest';

import { bootstrapsWithoutAdapter } from '../../../src/gateway/declaration/bootstrap.ts';
import { readFile } from '../read.ts';

function found(code: string): number {
  const file = readFile(`import { NestFactory } from '@nestjs/core'; ${code}`);
  return bootstrapsWithoutAdapter(file).length;
}

const CREATE = 'const app = await NestFactory.create(AppModule);';

it('finds applications that listen with the adapter of Nest', () => {
  expect(found(`${CREATE} await app.listen(3000);`)).toBe(1);
  expect(found(`${CREATE} run(app); function run(it) { it.listen(3000); run(it); }`)).toBe(1);
  expect(found(`NestFactory.create(AppModule).then((app) => app.listen(3000));`)).toBe(1);
  expect(found(`${CREATE} run(80, app); function run(port, it) { it.listen(port); }`)).toBe(1);
  expect(found(`${CREATE} create(); app satisfies App; await app.listen(3000);`)).toBe(1);
  expect(found(`let app; app = await NestFactory.create(M); await app.listen(3000);`)).toBe(1);
});

it('leaves alone those that have another, or do not listen', () => {
  expect(found(`${CREATE} app.useWebSocketAdapter(adapter); await app.listen(3000);`)).toBe(0);
  expect(found(`${CREATE} await app.init();`)).toBe(0);
  expect(found(`${CREATE} const start = app.listen;`)).toBe(0);
  expect(found(`${CREATE} process.once('ready', app.listen);`)).toBe(0);
});

it('abstains where the application goes elsewhere', () => {
  expect(found(`${CREATE} setup(app); await app.listen(3000);`)).toBe(0);
  expect(found(`${CREATE} await app.listen(3000); export { app };`)).toBe(0);
  expect(found(`${CREATE} const all = { app }; await app.listen(3000);`)).toBe(0);
  expect(found(`${CREATE} String(app); await app.listen(3000);`)).toBe(0);
  expect(found(`app = await NestFactory.create(M); await app.listen(3000);`)).toBe(0);
  expect(found(`this.app = await NestFactory.create(M); await app.listen(3000);`)).toBe(0);
});

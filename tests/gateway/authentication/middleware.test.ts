import { expect, it } from 'vitest';

import { middlewares } from '../../../src/gateway/authentication/middleware.ts';
import { readHook } from '../read-hook.ts';

function found(statement: string): (string | undefined)[] {
  const hook = readHook('afterInit', `afterInit(server) { ${statement}; } own(io) { io.use(d); }`);
  const { text } = hook.gateway.file.sourceCode;
  return middlewares(hook.gateway).map(({ argument }) => argument && text.slice(...argument.range));
}

it.each([
  ['server.use(a)', ['a']],
  ['server.of(1).use(a)', ['a']],
  ['this.server.use(b)', ['b']],
  ['this.server.of(1).use(b)', ['b']],
  ['(this.server as any).use()', [undefined]],
  ['this.own(server)', ['d']],
  ['server.engine.use(a)', []],
  ['app.use(a)', []],
  ['use(a)', []],
  ['server.on(a)', []],
])('%s: %s', (statement, expected) => {
  expect(found(statement)).toEqual(expected);
});

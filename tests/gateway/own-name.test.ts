import { expect, it } from 'vitest';

import { calledName } from '../../src/gateway/own-name.ts';
import { readFile } from './read.ts';

it.each([
  ["import { catchError } from 'rxjs'; catchError()", 'catchError'],
  ["import { catchError as handle } from 'rxjs'; handle()", 'catchError'],
  ["import * as rxjs from 'rxjs'; rxjs.catchError()", 'catchError'],
  ["import catchError from './catch-error'; catchError()", 'catchError'],
  ["import * as catchError from './catch-error'; catchError()", 'catchError'],
  ['this.catchError()', 'catchError'],
  ['make()()', undefined],
])('names what a call calls: %s', (code, name) => {
  const file = readFile(code);
  const [call] = file.routine(file.sourceCode.ast).calls;
  expect(call && calledName(call, file)).toBe(name);
});

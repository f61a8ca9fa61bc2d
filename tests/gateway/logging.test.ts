import { describe, expect, it } from 'vitest';

import { isLogging, mayBeLogging } from '../../src/gateway/logging.ts';
import { readFile } from './read.ts';

function logs(question: typeof isLogging, text: string): boolean {
  const file = readFile(text);
  const [call] = file.routine(file.sourceCode.ast).calls;
  if (!call) throw new Error('no call');
  return question(call);
}

describe('what logs for sure', () => {
  it.each([
    'this.logger.log(1)',
    'console.log(1)',
    'logger.warn(1)',
    'this.auditLogger.x(1)',
    'this.#log.info(1)',
    'log.info(1)',
  ])('%s', (text) => {
    expect(logs(isLogging, text)).toBe(true);
    expect(logs(mayBeLogging, text)).toBe(true);
  });
});

describe('what may log', () => {
  it.each(['this.loggingService.x(1)', 'loggers.x(1)', 'debug(1)', 'log()'])('%s', (text) => {
    expect(logs(isLogging, text)).toBe(false);
    expect(logs(mayBeLogging, text)).toBe(true);
  });
});

describe('what is no log', () => {
  it.each(['this.dialog.open(1)', 'login(1)', 'this.blog.add(1)', 'a.b.c()', 'f().log(1)'])(
    '%s',
    (text) => {
      expect(logs(isLogging, text)).toBe(false);
      expect(logs(mayBeLogging, text)).toBe(false);
    },
  );
});

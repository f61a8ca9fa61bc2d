import { describe, expect, it } from 'vitest';

import { readCors } from '../../../src/gateway/arguments/cors.ts';
import { OriginReader } from '../../../src/gateway/arguments/cors-origin.ts';
import { isEnv } from '../../../src/gateway/env.ts';
import { readFile, readGateway } from '../read.ts';

/** What `cors` amounts to, with the code before the gateway. */
function corsOf(cors: string, before = ''): string {
  const gateway = readGateway(
    `import { WebSocketGateway } from '@nestjs/websockets'; ${before}
    @WebSocketGateway({ cors: ${cors} }) class A {}`,
  );
  return readCors(gateway).kind;
}

/** The last expression of the code, and the file. */
function lastOf(code: string) {
  const file = readFile(code);
  const statement = file.sourceCode.ast.body.at(-1);
  if (statement?.type !== 'ExpressionStatement') throw new Error('The last is no expression');
  return { file, node: statement.expression };
}

/** What an origin amounts to, as `kind: the part that makes it so`. */
function originOf(code: string): string {
  const { file, node } = lastOf(code);
  const origin = new OriginReader(file).read(node);
  return `${origin.kind}: ${file.sourceCode.getText(origin.node)}`;
}

describe('what `cors` amounts to', () => {
  it('is the first objectionable of several values', () => {
    expect(corsOf('a || b')).toBe('unobjectionable');
    expect(corsOf('a ? { origin: false } : { origin: true }')).toBe('reflected');
    expect(corsOf('a ?? (b ? {} : true)')).toBe('no-origin');
    expect(corsOf('true && false')).toBe('unobjectionable');
  });

  it('is unobjectionable where the rest of the options may hold it, or an origin is not seen', () => {
    const { kind } = readCors(
      readGateway(`import { WebSocketGateway } from '@nestjs/websockets';
      @WebSocketGateway({ ...rest, cors: undefined }) class A {}`),
    );
    expect(kind).toBe('unobjectionable');
    expect(corsOf('{ ...rest }')).toBe('unobjectionable');
    expect(corsOf('a ? { ...rest } : true')).toBe('not-an-object');
  });

  it('is no object where it is a text that is not empty', () => {
    expect(corsOf('`a`')).toBe('not-an-object');
    expect(corsOf('`${a}`')).toBe('not-an-object');
    expect(corsOf('`${a}` + b')).toBe('not-an-object');
    expect(corsOf('``')).toBe('unobjectionable');
    expect(corsOf('a + b')).toBe('unobjectionable');
  });

  it('is given up on where values stand behind one another without end', () => {
    expect(corsOf('a', 'const a = b || a; const b = a || b;')).toBe('unobjectionable');
  });

  it('is what the environment does not ask for itself', () => {
    const env = 'process.env.ORIGIN';
    expect(corsOf(`${env} === 'true' ? true : { origin: ${env} }`)).toBe('unobjectionable');
    expect(corsOf(`${env} !== 'true' ? { origin: ${env} } : true`)).toBe('unobjectionable');
    expect(corsOf(`${env} === 'true' ? true : {}`)).toBe('not-an-object');
  });

  it('may be missing where nobody polls', () => {
    const kindWith = (transports: string, before = '') =>
      readCors(
        readGateway(`import { WebSocketGateway } from '@nestjs/websockets'; ${before}
        @WebSocketGateway({ transports: ${transports} }) class A {}`),
      ).kind;
    expect(kindWith(`['websocket']`)).toBe('unobjectionable');
    expect(kindWith(`[ws]`, `const ws = 'websocket';`)).toBe('unobjectionable');
    expect(kindWith(`['websocket', 'polling']`)).toBe('absent');
    expect(kindWith(`[, 'websocket']`)).toBe('absent');
    expect(kindWith(`transports`)).toBe('absent');
  });

  it('is nothing where another decorator may hold it', () => {
    const code = `import { SubscribeMessage } from '@nestjs/websockets';
      class A extends Base { @SubscribeMessage('a') on() {} }`;
    expect(readCors(readGateway(code)).kind).toBe('unobjectionable');
  });
});

describe('what an origin amounts to', () => {
  it('is shown where it is written', () => {
    expect(originOf(`const a = '*'; a`)).toBe('wildcard: a');
    expect(originOf(`a || '*'`)).toBe(`wildcard-fallback: '*'`);
    expect(originOf(`const { ORIGIN = '*' } = process.env; ORIGIN`)).toBe(`wildcard-fallback: '*'`);
    expect(originOf(`a ? b : ['*']`)).toBe(`wildcard-in-list: ['*']`);
    expect(originOf(`a ? '' : false`)).toBe(`closed: a ? '' : false`);
    expect(originOf(`a ? '' : b`)).toBe(`elsewhere: a ? '' : b`);
    expect(originOf(`a ? 'b,c' : 'd'`)).toBe(`comma: 'b,c'`);
    expect(originOf(`a || (b || '*')`)).toBe(`wildcard-fallback: '*'`);
    expect(originOf(`[a || '*']`)).toBe(`elsewhere: [a || '*']`);
  });

  it('is the environment where that asks for everyone in so many words', () => {
    const env = 'process.env.ORIGIN';
    const kindOf = (code: string) => originOf(code).replace(/:.*/s, '');
    expect(kindOf(`${env} === '*' ? true : ${env}?.split(',') || ['http://a']`)).toBe('elsewhere');
    expect(kindOf(`'*' === ${env} ? '*' : ${env}`)).toBe('elsewhere');
    expect(kindOf(`${env} !== '*' ? ${env} : '*'`)).toBe('elsewhere');
    expect(kindOf(`const { ORIGIN: a } = process.env; a === '*' ? '*' : [a]`)).toBe('elsewhere');
    expect(kindOf(`const { ORIGIN: a } = process.env; a == 'true' ? true : a`)).toBe('elsewhere');
    expect(kindOf(`process.env[a] === '*' ? true : process.env[a]`)).toBe('elsewhere');
    expect(kindOf(`const { [a]: b } = process.env; b === '*' ? true : b`)).toBe('elsewhere');
    // Another variable, another word, or nothing of the environment's.
    expect(kindOf(`process.env.OPEN === 'true' ? '*' : ${env}`)).toBe('wildcard-fallback');
    expect(kindOf(`process.env.NODE_ENV === 'test' ? '*' : ${env}`)).toBe('wildcard-fallback');
    expect(kindOf(`${env} === 'all' ? '*' : ${env}`)).toBe('wildcard-fallback');
    expect(kindOf(`${env} === '*' ? '*' : 'http://a'`)).toBe('wildcard-fallback');
    expect(kindOf(`a === '*' ? '*' : a`)).toBe('wildcard-fallback');
    expect(kindOf(`${env} > '*' ? '*' : ${env}`)).toBe('wildcard-fallback');
    expect(kindOf(`${env} ? '*' : ${env}`)).toBe('wildcard-fallback');
    // What stands for an unset variable stays a fallback.
    expect(originOf(`${env} ? ${env} === 'true' ? true : ${env} : true`)).toBe(
      'wildcard-fallback: true',
    );
  });

  it('is closed for what is falsy', () => {
    for (const code of [
      `''`,
      'false',
      'null',
      '0',
      'undefined',
      'void 0 ?? undefined',
      '`${""}`',
    ]) {
      expect.soft(originOf(`(${code})`), code).toMatch(/^(?:closed|elsewhere)/);
    }
    expect(originOf('undefined')).toBe('closed: undefined');
    expect(originOf('const undefined = read(); undefined')).toBe('elsewhere: undefined');
  });

  it('puts texts together', () => {
    expect(originOf('const star = `*`; `${star}`')).toBe('wildcard: `${star}`');
    expect(originOf(`'a' + 1 + \`b\``)).toMatch(/^literal/);
    expect(originOf('`a${true}`')).toMatch(/^elsewhere/);
    expect(originOf(`'a' - 'b'`)).toMatch(/^literal|^elsewhere/);
    expect(originOf('`a${x || "*"}`')).toMatch(/^elsewhere/);
    expect(originOf('`a${x ? "*" : "b"}`')).toMatch(/^elsewhere/);
    expect(originOf('`a${x ? "b" : "c"}:${1}`')).toMatch(/^literal/);
    expect(originOf(`'a' + (x ? 'b' : 'c')`)).toMatch(/^literal/);
    expect(originOf(`'*' + ''`)).toMatch(/^wildcard/);
    expect(originOf(`'*' - ''`)).toMatch(/^literal/);
    expect(originOf('const star = "*"; `${star}.a`')).toMatch(/^literal/);
  });

  it('is elsewhere for what is made from itself, or not spelled out', () => {
    for (const code of [
      'const a = [a]; a',
      'const a = a || b; a',
      "const a = a + 'b'; a",
      'f()',
      'f`a`',
      'a.b',
      'x => x',
    ]) {
      expect.soft(originOf(code), code).toMatch(/^elsewhere/);
    }
    expect(originOf('const a = a || "*"; a')).toBe('wildcard-fallback: "*"');
  });

  it('follows the methods of texts and lists that change no origin', () => {
    expect(originOf(`'a,b'.split(',')`)).toMatch(/^literal/);
    expect(originOf(`'a,b'.split(separator)`)).toMatch(/^comma/);
    expect(originOf(`'a'.trim()`)).toMatch(/^literal/);
    expect(originOf(`['a'].map(f)`)).toMatch(/^elsewhere/);
    expect(originOf(`['*'].filter(Boolean)`)).toMatch(/^wildcard-in-list/);
    expect(originOf(`'*'.trim()`)).toMatch(/^elsewhere/);
    expect(originOf(`'*'.split(',')`)).toMatch(/^wildcard-in-list/);
    expect(originOf(`'a'.toUpperCase()`)).toMatch(/^elsewhere/);
  });

  it('knows a pattern that every text matches', () => {
    for (const pattern of [
      '.*',
      '.+',
      '^.*$',
      '(.*)',
      '^(?:.+?)$',
      '.',
      '[^]*',
      '[\\s\\S]+',
      '^',
    ]) {
      expect.soft(originOf(`/${pattern}/`), pattern).toMatch(/^reflected/);
    }
    for (const pattern of [
      'a.*',
      '.*\\.example',
      '^https?:',
      '..',
      '[\\s]*',
      '.*a',
      '(a)',
      '$.+',
    ]) {
      expect.soft(originOf(`/${pattern}/`), pattern).toMatch(/^elsewhere/);
    }
    expect(originOf(`RegExp('.*')`)).toMatch(/^reflected/);
    expect(originOf('new RegExp()')).toMatch(/^elsewhere/);
    expect(originOf('new Pattern()')).toMatch(/^elsewhere/);
  });
});

describe('what is a variable of the environment', () => {
  function isOfEnv(code: string): boolean {
    const { file, node } = lastOf(code);
    return isEnv(node, file.bindings);
  }

  it.each([
    'process.env.A',
    'process?.env!["A"]',
    'process.env[name]',
    'import.meta.env.A',
    'const { A } = process.env; A',
    'const { A = 1 } = process.env; A',
    'const { A: b } = import.meta.env; b',
    'const env = process.env; env.A',
    'const env = process.env; const { A } = env; A',
    'const { env } = process; env.A',
    'const { env: e } = process; const { A } = e; A',
    'const a = process.env.A; a',
    'import { env } from "process"; env.A',
    'import { env as e } from "node:process"; const { A } = e; A',
    'import process from "node:process"; process.env.A',
    'import * as p from "node:process"; p.env.A',
    'import process from "node:process"; const { env } = process; env.A',
    'import * as p from "process"; const { env } = p; env.A',
  ])('%s', (code) => {
    expect(isOfEnv(code)).toBe(true);
  });

  it.each([
    'process.env',
    'process.argv.A',
    'process.env.A.length',
    'env.A',
    'config.env.A',
    'make().env.A',
    'const process = { env: {} }; process.env.A',
    'import { env } from "./env"; env.A',
    'import { argv } from "node:process"; argv.A',
    'import { env } from "node:process.env"; env.A',
    'import process from "./process"; process.env.A',
    'import { process } from "node:process"; process.env.A',
    'const { A } = config; A',
    'const [A] = process.env; A',
    'const { b: { A } } = process.env; A',
    'const { ...rest } = process.env; rest',
    'const { argv } = process; argv.A',
    'const { [env]: e } = process; e.A',
    'for (const { A } of process.env) {} A',
    'function A() {} A',
    '1',
  ])('not %s', (code) => {
    expect(isOfEnv(code)).toBe(false);
  });
});

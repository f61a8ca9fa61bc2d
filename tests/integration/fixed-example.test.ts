import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { editsOf } from '../fixes/edits.ts';
import { strictRules } from '../laws/lint.ts';
import { ask, ChatServer, cleanUp, compileFolder, example, next, STEP } from './chat-server.ts';
import { readExamples } from './oxlint/cases.ts';

const PLACE = 'examples/chat/before/';
const name = `fixed-${process.pid}`;
const folder = join(example, 'dist', name);

let chat: ChatServer;
const changed: string[] = [];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  cpSync(join(example, 'domain'), join(folder, 'domain'), { recursive: true });
  mkdirSync(join(folder, 'before'));
  for (const given of readExamples().filter(({ place }) => place.startsWith(PLACE))) {
    const { code } = editsOf(given, strictRules).settled;
    if (code !== given.code) changed.push(given.file);
    writeFileSync(join(folder, 'before', given.file), code);
  }
  const compilerOptions = { rootDir: '.', outDir: 'out' };
  const config = { extends: '../../tsconfig.json', compilerOptions, include: ['domain', 'before'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
}, STEP);

cleanUp();

afterAll(() => rmSync(folder, { recursive: true }));

describe('examples/chat: before, with every fix and suggestion applied', () => {
  it('is another gateway', () => {
    expect(changed).toContain('chat.gateway.ts');
    const code = readFileSync(join(folder, 'before/chat.gateway.ts'), 'utf8');
    expect(code).not.toBe(readFileSync(join(example, 'before/chat.gateway.ts'), 'utf8'));
  });

  it('type-checks', () => compileFolder(folder), 60_000);

  it(
    'starts, and delivers a message to a room',
    async () => {
      chat = await ChatServer.start(`${name}/out/before`, '/');
      const alice = await chat.connected(await chat.token('alice', 'wonderland'));
      expect(await ask(alice, 'join', { roomId: 'general' })).toEqual({ joined: 'general' });

      const delivered = next(alice, 'message');
      alice.emit('message', { roomId: 'general', text: 'hello' });
      expect(await delivered).toMatchObject({ roomId: 'general', text: 'hello' });
    },
    5 * STEP,
  );

  it(
    'survives a bad token',
    async () => {
      await next(chat.client('not a token'), 'disconnect');
      expect(await chat.token('alice', 'wonderland')).toBeTypeOf('string');
    },
    2 * STEP,
  );
});

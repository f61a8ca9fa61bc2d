import { beforeAll, describe, expect, it } from 'vitest';

import {
  ask,
  ChatServer,
  cleanUp,
  collect,
  compileFolder,
  example,
  next,
  STEP,
} from './chat-server.ts';

beforeAll(() => compileFolder(example), 60_000);

cleanUp();

describe('examples/chat: before', () => {
  let chat: ChatServer;

  beforeAll(async () => {
    chat = await ChatServer.start('before', '/');
  }, 2 * STEP);

  it(
    'delivers a message to a room',
    async () => {
      const alice = await chat.connected(await chat.token('alice', 'wonderland'));
      expect(await ask(alice, 'join', { roomId: 'general' })).toEqual({ joined: 'general' });

      const delivered = next(alice, 'message');
      alice.emit('message', { roomId: 'general', text: 'hello' });
      expect(await delivered).toMatchObject({ roomId: 'general', text: 'hello' });
    },
    4 * STEP,
  );

  it(
    'serves a client that never authenticated, and lets it into a private room',
    async () => {
      const stranger = await chat.connected();
      expect(await ask(stranger, 'join', { roomId: 'board' })).toEqual({ joined: 'board' });

      const alice = await chat.connected(await chat.token('alice', 'wonderland'));
      const overheard = next(stranger, 'message');
      alice.emit('message', { roomId: 'board', text: 'members only' });
      expect(await overheard).toMatchObject({ text: 'members only' });

      expect(await ask(stranger, 'message', { roomId: 'board', text: 'me too' })).toMatchObject({
        from: 'anonymous',
      });
    },
    4 * STEP,
  );

  it(
    'checks nothing under its validation pipe, and hides why a message was refused',
    async () => {
      const stranger = await chat.connected();
      expect(await ask(stranger, 'join', { roomId: ['a', 'b'] })).toEqual({ joined: ['a', 'b'] });

      const refused = next(stranger, 'exception');
      stranger.emit('message', { roomId: 'general' });
      expect(await refused).toMatchObject({ status: 'error', message: 'Internal server error' });
    },
    3 * STEP,
  );

  it(
    'ends when a client presents a bad token',
    async () => {
      const server = await ChatServer.start('before', '/');
      server.client('not a token');
      expect(await server.exited).toBe(1);
      expect(server.output).toContain('jwt malformed');
    },
    3 * STEP,
  );
});

describe('examples/chat: after', () => {
  let chat: ChatServer;
  let aliceToken: string;
  let bobToken: string;

  beforeAll(async () => {
    chat = await ChatServer.start('after', '/chat');
    aliceToken = await chat.token('alice', 'wonderland');
    bobToken = await chat.token('bob', 'builder');
  }, 4 * STEP);

  it(
    'delivers a message to those who joined the room, and to nobody else',
    async () => {
      const [alice, bob, idle] = await Promise.all([
        chat.connected(aliceToken),
        chat.connected(bobToken),
        chat.connected(bobToken),
      ]);
      expect(await ask(alice, 'join', { roomId: 'general' })).toEqual({ joined: 'general' });
      expect(await ask(bob, 'join', { roomId: 'general' })).toEqual({ joined: 'general' });

      const overheard = collect(idle, 'message');
      const delivered = next(bob, 'message');
      alice.emit('message', { roomId: 'general', text: 'hello' });
      expect(await delivered).toMatchObject({ roomId: 'general', from: 'alice', text: 'hello' });

      await ask(idle, 'history', { roomId: 'general' });
      expect(overheard).toEqual([]);
    },
    5 * STEP,
  );

  it(
    'delivers a direct message to every tab of a user',
    async () => {
      const [alice, tab, otherTab] = await Promise.all([
        chat.connected(aliceToken),
        chat.connected(bobToken),
        chat.connected(bobToken),
      ]);
      const delivered = Promise.all([next(tab, 'direct'), next(otherTab, 'direct')]);
      alice.emit('direct', { userId: 'u2', text: 'psst' });
      const message = { from: 'alice', text: 'psst' };
      expect(await delivered).toEqual([message, message]);
    },
    3 * STEP,
  );

  it.each([
    ['no token', undefined],
    ['a bad token', 'not a token'],
  ])(
    'refuses %s with connect_error',
    async (_, token) => {
      const refused = await next<Error>(chat.client(token), 'connect_error');
      expect(refused.message).toBe('Unauthorized');
      expect(chat.output).not.toContain('jwt malformed');
    },
    2 * STEP,
  );

  it(
    'answers an invalid payload with an exception that tells why',
    async () => {
      const alice = await chat.connected(aliceToken);
      const refused = next(alice, 'exception');
      alice.emit('message', { roomId: 'general', text: '' });
      expect(await refused).toEqual({ status: 'error', message: 'text should not be empty' });
    },
    3 * STEP,
  );

  it(
    'answers a room the user is no member of with an exception',
    async () => {
      const bob = await chat.connected(bobToken);
      const refused = next(bob, 'exception');
      bob.emit('join', { roomId: 'board' });
      expect(await refused).toEqual({
        status: 'error',
        message: 'You are not a member of this room',
      });
    },
    3 * STEP,
  );
});

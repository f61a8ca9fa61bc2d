import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { type Socket, io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const STEP = 10_000;
const example = fileURLToPath(new URL('../../examples/chat/', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const servers = new Set<ChildProcess>();
const clients = new Set<Socket>();

class ChatServer {
  output = '';
  readonly #process: ChildProcess;
  readonly #origin: string;
  readonly #namespace: string;
  readonly exited: Promise<number | null>;

  private constructor(version: 'before' | 'after', port: number) {
    this.#origin = `http://127.0.0.1:${port}`;
    this.#namespace = version === 'before' ? '/' : '/chat';
    const { REDIS_URL: _, ...env } = process.env;
    this.#process = spawn(process.execPath, ['--env-file=demo.env', `dist/${version}/main.js`], {
      cwd: example,
      env: { ...env, PORT: String(port), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    servers.add(this.#process);
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.exited = new Promise((resolve) => {
      this.#process.once('exit', (code) => {
        servers.delete(this.#process);
        resolve(code);
      });
    });
  }

  static async start(version: 'before' | 'after'): Promise<ChatServer> {
    const server = new ChatServer(version, await freePort());
    const deadline = Date.now() + STEP;
    while (!(await server.#answers())) {
      if (Date.now() > deadline || server.#process.exitCode !== null) {
        throw new Error(`${version} did not start:\n${server.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return server;
  }

  async #answers(): Promise<boolean> {
    try {
      await fetch(`${this.#origin}/login`, { method: 'POST', signal: AbortSignal.timeout(1000) });
      return true;
    } catch {
      return false;
    }
  }

  async token(name: string, password: string): Promise<string> {
    const response = await fetch(`${this.#origin}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
      signal: AbortSignal.timeout(STEP),
    });
    expect(response.status).toBe(200);
    const { token } = (await response.json()) as { token: string };
    return token;
  }

  client(token?: string): Socket {
    const client = io(`${this.#origin}${this.#namespace}`, {
      auth: { token },
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
    });
    clients.add(client);
    return client;
  }

  async connected(token?: string): Promise<Socket> {
    const client = this.client(token);
    await next(client, 'connect');
    return client;
  }
}

/** The first argument of the next `event`, or a failure that names it. */
function next<T>(client: Socket, event: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no '${event}' within ${STEP} ms`)), STEP);
    client.once(event, (value: T) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

function ask<T>(client: Socket, event: string, payload: unknown): Promise<T> {
  return client.timeout(STEP).emitWithAck(event, payload) as Promise<T>;
}

/** Every `event` that `client` receives from now on. */
function collect(client: Socket, event: string): unknown[] {
  const seen: unknown[] = [];
  client.on(event, (value) => seen.push(value));
  return seen;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [tsc, '-p', example], { timeout: 60_000 });
}, 60_000);

afterEach(() => {
  for (const client of clients) client.disconnect();
  clients.clear();
});

afterAll(async () => {
  const exits = [...servers].map((server) => once(server, 'exit'));
  for (const server of servers) server.kill('SIGKILL');
  await Promise.all(exits);
}, STEP);

describe('examples/chat: before', () => {
  let chat: ChatServer;

  beforeAll(async () => {
    chat = await ChatServer.start('before');
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
      const server = await ChatServer.start('before');
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
    chat = await ChatServer.start('after');
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

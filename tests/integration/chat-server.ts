import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { type Socket, io } from 'socket.io-client';
import { afterAll, afterEach, expect } from 'vitest';

/** How long a step of a test may take, in milliseconds. */
export const STEP = 10_000;

/** The folder of the example. */
export const example = fileURLToPath(new URL('../../examples/chat/', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const servers = new Set<ChildProcess>();
const clients = new Set<Socket>();

/** A running version of the example. */
export class ChatServer {
  output = '';
  readonly #process: ChildProcess;
  readonly #origin: string;
  readonly #namespace: string;
  readonly exited: Promise<number | null>;

  private constructor(version: string, namespace: string, port: number) {
    this.#origin = `http://127.0.0.1:${port}`;
    this.#namespace = namespace;
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

  /**
   * Starts what was compiled.
   *
   * @param version - its folder in `dist`
   * @param namespace - where its gateway is
   */
  static async start(version: string, namespace: string): Promise<ChatServer> {
    const server = new ChatServer(version, namespace, await freePort());
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
export function next<T>(client: Socket, event: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no '${event}' within ${STEP} ms`)), STEP);
    client.once(event, (value: T) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

/** What the server answers to the event. */
export function ask<T>(client: Socket, event: string, payload: unknown): Promise<T> {
  return client.timeout(STEP).emitWithAck(event, payload) as Promise<T>;
}

/** Every `event` that `client` receives from now on. */
export function collect(client: Socket, event: string): unknown[] {
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

/** Compiles a folder with its `tsconfig.json`; fails where it does not type-check. */
export async function compileFolder(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, [tsc, '-p', folder], { timeout: 60_000 });
}

/** Ends what the tests of a file have started: the clients after each, the servers after all. */
export function cleanUp(): void {
  afterEach(() => {
    for (const client of clients) client.disconnect();
    clients.clear();
  });

  afterAll(async () => {
    const exits = [...servers].map((server) => once(server, 'exit'));
    for (const server of servers) server.kill('SIGKILL');
    await Promise.all(exits);
  }, STEP);
}

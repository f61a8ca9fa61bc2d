import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

export interface Redis {
  readonly url: string;
  stop(): void;
}

/** The Redis of `REDIS_URL`, or a `redis-server` of this machine, or none. */
export async function findRedis(): Promise<Redis | undefined> {
  const url = process.env['REDIS_URL'];
  return url === undefined ? startRedis(await freePort()) : { url, stop() {} };
}

function startRedis(port: number): Promise<Redis | undefined> {
  // The shell ends the server when the pipe closes, however the test may have ended.
  const server = `redis-server --bind 127.0.0.1 --port ${port} --save '' --appendonly no`;
  const script = `command -v redis-server || exit 1; ${server} & read -r _; kill $!; wait`;
  const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
  return new Promise((resolve) => {
    shell.on('error', () => resolve(undefined));
    shell.on('close', () => resolve(undefined));
    shell.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (!text.includes('Ready to accept connections')) return;
      resolve({ url: `redis://127.0.0.1:${port}`, stop: () => shell.stdin.end() });
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The program of the child process that hosts applications, one after the other. */
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { bootApplication, type RunningApplication } from './application.ts';
import { actualPorts, keepToLoopback, noConnections } from './loopback.ts';
import type { Answer, AppToBoot, Asked, Booted, Closed, Request } from './protocol.ts';

const WAIT_MS = 300;
const environment = { ...process.env };
let running: RunningApplication | undefined;

keepToLoopback();
dieWithParent();
process.on('message', ({ id, request }: Asked) => {
  if (request.type === 'boot') {
    // No catch: an application that fails to boot ends its process, as one with a main.ts does.
    void boot(request.app).then((value) => answer({ id, value }));
  } else {
    perform(request).then(
      (value) => answer({ id, value }),
      (error: unknown) => answer({ id, error: String(error) }),
    );
  }
});

async function boot(app: AppToBoot): Promise<Booted> {
  process.env = { ...environment, ...app.env };
  running = await bootApplication(app);
  return { port: running.nest.getHttpServer().address().port, ownPorts: actualPorts() };
}

async function perform(request: Exclude<Request, { type: 'boot' }>): Promise<unknown> {
  if (running === undefined) throw new Error('No application is running');
  switch (request.type) {
    case 'probe':
      return probe(running, request.expression);
    case 'wait':
      return setTimeout(WAIT_MS, undefined, { ref: false });
    case 'quiet':
      return noConnections();
    case 'logs':
      return running.logs;
    case 'close':
      return close(running);
  }
}

/** Evaluates an expression over the application's instances: `gateway.users.size`. */
function probe({ instances }: RunningApplication, expression: string): unknown {
  const evaluate: unknown = new Function(...Object.keys(instances), `return (${expression});`);
  return typeof evaluate === 'function' ? evaluate(...Object.values(instances)) : undefined;
}

async function close({ nest }: RunningApplication): Promise<Closed> {
  running = undefined;
  await nest.close();
  let leftovers = activeResources();
  for (let attempt = 0; attempt < 10 && leftovers.length > 0; attempt++) {
    await new Promise((resolve) => setImmediate(resolve));
    leftovers = activeResources();
  }
  return { leftovers };
}

function activeResources(): string[] {
  return process.getActiveResourcesInfo().filter((name) => /Timeout|TCP/u.test(name));
}

function answer(message: Answer): void {
  process.send?.(message);
}

/** A thread of its own watches the parent, because an application may block this one for good. */
function dieWithParent(): void {
  process.on('disconnect', () => process.exit());
  const watch = `
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 250);
  `;
  new Worker(watch, { eval: true }).unref();
}

import { setTimeout as after } from 'node:timers/promises';
import { App } from './app.ts';
import type { AppSources, SideName } from './assemble.ts';
import type { Compiled } from './compile.ts';
import { HostProcess } from './host-process.ts';
import type { AppToBoot } from './host/protocol.ts';
import { workspaceOf, type Major } from './majors.ts';
import type { Claim, Observe } from './proof.ts';

const OBSERVATION_MS = 20_000;
const CLOSE_MS = 3000;

/** Looks at applications of one major one at a time, so that none sees what another left. */
export class Bench {
  readonly #major: Major;
  readonly #compiled: Compiled;
  readonly #env: Readonly<Record<string, string>>;
  readonly #hosts: HostProcess[] = [];
  #busy: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(major: Major, compiled: Compiled, env: Readonly<Record<string, string>>) {
    this.#major = major;
    this.#compiled = compiled;
    this.#env = env;
  }

  /** How many applications it has to look at. */
  get waiting(): number {
    return this.#waiting;
  }

  observe(sources: AppSources, claim: Claim, side: SideName): Promise<string> {
    this.#waiting++;
    const line = this.#busy
      .then(() => this.#observe(sources, claim, side))
      .finally(() => this.#waiting--);
    this.#busy = line.catch(() => undefined);
    return line;
  }

  async close(): Promise<void> {
    await Promise.all(this.#hosts.splice(0).map((host) => host.kill()));
  }

  async #observe(sources: AppSources, claim: Claim, side: SideName): Promise<string> {
    const compiled = this.#compiled.apps.get(sources);
    if (compiled === undefined) throw new Error(`${sources.folder} was not compiled`);
    const app: AppToBoot = { ...compiled, env: { ...this.#env, ...claim.env } };
    const overdue = new AbortController();
    let clean = false;
    try {
      const host = this.#hosts[0] ?? this.#startHost();
      const line = await Promise.race([
        this.#look(host, app, claim[side].observe ?? claim.observe),
        after(OBSERVATION_MS, undefined, { signal: overdue.signal }),
      ]);
      if (line === undefined) throw new Error(`Nothing was seen in ${OBSERVATION_MS} ms`);
      clean = this.#hosts.length === 1 && (await isCleanAfterwards(host));
      return line;
    } finally {
      overdue.abort();
      if (!clean) await this.close();
    }
  }

  async #look(host: HostProcess, app: AppToBoot, observe: Observe): Promise<string> {
    const running = await this.#boot(host, app);
    const line = await observe(running);
    await running.leave();
    return line;
  }

  async #boot(host: HostProcess, app: AppToBoot): Promise<App> {
    const another = (): Promise<App> => this.#boot(this.#startHost(), app);
    return new App({ major: this.#major, host, booted: await host.boot(app), another });
  }

  #startHost(): HostProcess {
    const host = new HostProcess(this.#compiled.host, workspaceOf(this.#major));
    this.#hosts.push(host);
    return host;
  }
}

/** Whether the next application may have the process: it lives, and nothing runs in it any more. */
async function isCleanAfterwards(host: HostProcess): Promise<boolean> {
  if (host.ending !== undefined) return false;
  const closed = await Promise.race([host.close(), after(CLOSE_MS, undefined)]);
  return closed?.leftovers.length === 0;
}

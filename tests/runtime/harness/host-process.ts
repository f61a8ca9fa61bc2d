import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { Answer, AppToBoot, Asked, Booted, Closed, Request } from './host/protocol.ts';

export interface Ending {
  readonly code: number | null;
  /** The error that ended the process, as Node printed it: `TypeError: …`. */
  readonly error?: string;
}

/** What the process has sent to a client is on its way still when it tells the test. */
const TIME_TO_HEAR_MS = 50;
const PRINTED_ERROR = /^(?:Uncaught )?(?<type>[A-Z]\w*)(?: \[\w+\])?: (?<message>.+)$/mu;

/** The test's side of the process that hosts applications. */
export class HostProcess {
  readonly #ended: Promise<Ending>;
  #ending: Ending | undefined;
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, PromiseWithResolvers>();
  #lastId = 0;
  #stderr = '';

  constructor(program: string, cwd: string) {
    this.#child = fork(program, [], {
      cwd,
      execArgv: [],
      env: { PATH: process.env['PATH'], NO_COLOR: '1' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#stderr += text));
    this.#child.on('message', (answer: Answer) => this.#settle(answer));
    this.#ended = new Promise((resolve) => {
      // 'close' and not 'exit': by then everything that was printed has been read.
      this.#child.on('close', (code) => resolve(this.#end(code)));
    });
  }

  /** How the process has ended, if it has. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** Resolves to undefined if the application ends its process while it boots. */
  async boot(app: AppToBoot): Promise<Booted | undefined> {
    this.#stderr = '';
    try {
      return (await this.#ask({ type: 'boot', app })) as Booted;
    } catch (error) {
      if (this.#ending === undefined) throw error;
      return undefined;
    }
  }

  async close(): Promise<Closed> {
    return this.#ask({ type: 'close' }) as Promise<Closed>;
  }

  async ask(request: Exclude<Request, { type: 'boot' | 'close' | 'wait' }>): Promise<unknown> {
    return this.#ask(request);
  }

  /** Resolves when the process has ended, or else has had time to do what a client asked of it. */
  async hadTime(): Promise<void> {
    await Promise.race([this.#ended, this.#ask({ type: 'wait' }).catch(() => this.#ended)]);
    await setTimeout(TIME_TO_HEAR_MS);
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  #ask(request: Request): Promise<unknown> {
    if (this.#ending !== undefined) return Promise.reject(this.#endedError());
    const id = ++this.#lastId;
    const message: Asked = { id, request };
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#child.send(message, (error) => error && reject(error));
    });
  }

  #settle({ id, value, error }: Answer): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) pending?.resolve(value);
    else pending?.reject(new Error(error));
  }

  #end(code: number | null): Ending {
    const printed = PRINTED_ERROR.exec(this.#stderr)?.groups;
    const error = printed && `${printed['type']}: ${printed['message']}`;
    this.#ending = { code, ...(error !== undefined && { error }) };
    for (const { reject } of this.#pending.values()) reject(this.#endedError());
    this.#pending.clear();
    return this.#ending;
  }

  #endedError(): Error {
    return new Error(`The process has ended: ${this.#stderr}`);
  }
}

interface PromiseWithResolvers {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

import { Client, type ConnectOptions } from './client.ts';
import { http, type HttpAnswer } from './http.ts';
import type { Booted } from './host/protocol.ts';
import type { HostProcess } from './host-process.ts';
import type { Major } from './majors.ts';

const CONNECTIONS_AT_ONCE = 20;

/** What `fate()` says of a process that has not ended. */
export const LIVES = 'the process lives on';

export interface AppOptions {
  readonly major: Major;
  readonly host: HostProcess;
  /** Undefined if the application has ended its process instead. */
  readonly booted: Booted | undefined;
  readonly another: () => Promise<App>;
}

/** A running application, as a proof sees it. */
export class App {
  readonly major: Major;
  /** Boots a second instance of the application, in a process of its own. */
  readonly another: () => Promise<App>;
  readonly #host: HostProcess;
  readonly #booted: Booted | undefined;
  readonly #clients: Client[] = [];

  constructor({ major, host, booted, another }: AppOptions) {
    this.major = major;
    this.another = another;
    this.#host = host;
    this.#booted = booted;
  }

  /** A client that the server has let in or refused. */
  async connect(options: ConnectOptions = {}): Promise<Client> {
    const serverHadTime = (): Promise<void> => this.#host.hadTime();
    const client = await Client.connect(this.#port(options.port), options, serverHadTime);
    this.#clients.push(client);
    return client;
  }

  /** That many clients come, and leave; ends when the server has seen them all leave. */
  async visits(count: number, options: ConnectOptions = {}): Promise<void> {
    for (let done = 0; done < count; done += CONNECTIONS_AT_ONCE) {
      const batch = Array.from({ length: Math.min(CONNECTIONS_AT_ONCE, count - done) });
      const clients = await Promise.all(batch.map(() => this.connect(options)));
      await Promise.all(clients.map((client) => client.disconnect()));
    }
    await this.#host.ask({ type: 'quiet' });
  }

  async http(
    method: string,
    path: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<HttpAnswer> {
    return http(this.#port(), method, path, headers);
  }

  /** The value of an expression in the application's process: `gateway.users.size`. */
  async probe(expression: string): Promise<unknown> {
    return this.#host.ask({ type: 'probe', expression });
  }

  /** What Nest has logged as a warning or an error. */
  async logs(): Promise<string[]> {
    return this.#host.ask({ type: 'logs' }) as Promise<string[]>;
  }

  /** Whether the process is still there. */
  async fate(): Promise<string> {
    await this.#host.hadTime();
    const { ending } = this.#host;
    if (ending === undefined) return LIVES;
    const { code, error } = ending;
    return `the process ends with code ${code}${error === undefined ? '' : `: ${error}`}`;
  }

  /** Whether anything listens on the port that a gateway asks for. */
  listensOn(port: number): boolean {
    return this.#booted?.ownPorts[port] !== undefined;
  }

  /** Every client goes home. */
  async leave(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.disconnect()));
  }

  #port(asked?: number): number {
    const port = asked === undefined ? this.#booted?.port : this.#booted?.ownPorts[asked];
    if (port === undefined)
      throw new Error(`The application does not listen on ${asked ?? 'HTTP'}`);
    return port;
  }
}

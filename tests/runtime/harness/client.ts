import { io, type Socket } from 'socket.io-client';

export interface ConnectOptions {
  readonly namespace?: string;
  readonly auth?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** The port that the gateway asks for, if it has its own. */
  readonly port?: number;
}

/** A Socket.IO client, which remembers what it heard. */
export class Client {
  /** Why the server did not let the client in. */
  readonly refusal: string | undefined;
  readonly #socket: Socket;
  readonly #serverHadTime: () => Promise<void>;
  readonly #heard: { readonly event: string; readonly data: unknown }[] = [];

  private constructor(socket: Socket, serverHadTime: () => Promise<void>, refusal?: string) {
    this.#socket = socket;
    this.#serverHadTime = serverHadTime;
    this.refusal = refusal;
    socket.onAny((event: string, data: unknown) => this.#heard.push({ event, data }));
  }

  /** `serverHadTime` resolves when the server has had time to answer: its own time, not the test's. */
  static connect(
    port: number,
    options: ConnectOptions,
    serverHadTime: () => Promise<void>,
  ): Promise<Client> {
    const { namespace = '', auth, headers, query } = options;
    const socket = io(`http://127.0.0.1:${port}/${namespace}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(auth && { auth }),
      ...(headers && { extraHeaders: headers }),
      ...(query && { query }),
    });
    return new Promise((resolve) => {
      const settle = (refusal?: string): void =>
        resolve(new Client(socket, serverHadTime, refusal));
      socket.once('connect', settle);
      socket.once('connect_error', ({ message }) => settle(message));
      socket.once('disconnect', (reason) => settle(reason));
    });
  }

  get id(): string | undefined {
    return this.#socket.id;
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** What the server makes of a message: the acknowledgement, the exception, or nothing. */
  async send(event: string, ...payload: readonly unknown[]): Promise<string> {
    const acknowledged = new Promise<string>((resolve) => {
      this.#socket.emit(event, ...payload, (ack: unknown) => resolve(`ack ${JSON.stringify(ack)}`));
    });
    const failed = this.#once('exception').then((data) => `exception ${describe(data)}`);
    const silent = this.#serverHadTime().then(() => 'no answer');
    return Promise.race([acknowledged, failed, silent]);
  }

  /** The acknowledgement of a message, however long it takes. */
  async answer(event: string, ...payload: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve) => this.#socket.emit(event, ...payload, resolve));
  }

  /** Whether the server has kept the client, once it has had time to decide. */
  async fate(): Promise<string> {
    await this.#serverHadTime();
    if (this.refusal !== undefined) return `refused: ${this.refusal}`;
    return this.connected ? 'connected' : 'disconnected';
  }

  /** The data of the first event of that name, or undefined if none comes. */
  async hears(event: string): Promise<unknown> {
    return this.heard(event).length > 0 ? this.heard(event)[0] : this.next(event);
  }

  /** How many events of that name there are, once the server has had time to send them. */
  async counts(event: string): Promise<number> {
    await this.#serverHadTime();
    return this.heard(event).length;
  }

  /** The data of the next event of that name, or undefined if none comes. */
  async next(event: string): Promise<unknown> {
    return Promise.race([this.#once(event), this.#serverHadTime()]);
  }

  /** The data of the events of that name so far. */
  heard(event: string): unknown[] {
    return this.#heard.filter((message) => message.event === event).map(({ data }) => data);
  }

  /** Ends once the server has been told. */
  async disconnect(): Promise<void> {
    const closed = new Promise((resolve) => {
      if (this.#socket.io.engine.readyState === 'closed') resolve(undefined);
      else this.#socket.io.engine.once('close', resolve);
    });
    this.#socket.disconnect();
    await closed;
  }

  #once(event: string): Promise<unknown> {
    return new Promise((resolve) => this.#socket.once(event, resolve));
  }
}

/** Nest 11 and 12 echo the message as `cause`; what matters is what it says. */
function describe(exception: unknown): string {
  const said =
    typeof exception === 'object' && exception !== null && 'message' in exception
      ? exception.message
      : exception;
  return JSON.stringify(said);
}

import { io, type Socket } from 'socket.io-client';

export interface ConnectOptions {
  readonly namespace?: string;
  readonly auth?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** The port that the gateway asks for, if it has its own. */
  readonly port?: number;
}

const PATIENCE_MS = 400;

/** A Socket.IO client, which remembers what it heard. */
export class Client {
  /** Why the server did not let the client in. */
  readonly refusal: string | undefined;
  readonly #socket: Socket;
  readonly #heard: { readonly event: string; readonly data: unknown }[] = [];

  private constructor(socket: Socket, refusal: string | undefined) {
    this.#socket = socket;
    this.refusal = refusal;
    socket.onAny((event: string, data: unknown) => this.#heard.push({ event, data }));
  }

  static connect(port: number, options: ConnectOptions = {}): Promise<Client> {
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
      socket.once('connect', () => resolve(new Client(socket, undefined)));
      socket.once('connect_error', ({ message }) => resolve(new Client(socket, message)));
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
    return new Promise((resolve) => {
      const settle = (line: string): void => {
        clearTimeout(timer);
        this.#socket.off('exception', onException);
        resolve(line);
      };
      const onException = (exception: unknown): void => settle(`exception ${describe(exception)}`);
      const timer = setTimeout(() => settle('no answer'), PATIENCE_MS);
      this.#socket.on('exception', onException);
      this.#socket.emit(event, ...payload, (ack: unknown) => settle(`ack ${JSON.stringify(ack)}`));
    });
  }

  /** The data of the next event of that name, or undefined if none comes. */
  async next(event: string): Promise<unknown> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(undefined), PATIENCE_MS);
      const settle = (data: unknown): void => {
        clearTimeout(timer);
        this.#socket.off(event, settle);
        resolve(data);
      };
      this.#socket.on(event, settle);
    });
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
}

/** Nest 11 and 12 echo the message as `cause`; what matters is what it says. */
function describe(exception: unknown): string {
  const said =
    typeof exception === 'object' && exception !== null && 'message' in exception
      ? exception.message
      : exception;
  return JSON.stringify(said);
}

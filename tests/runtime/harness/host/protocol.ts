/** What the test asks of the process that hosts an application. */
export type Request =
  | { readonly type: 'boot'; readonly app: AppToBoot }
  | { readonly type: 'probe'; readonly expression: string }
  /** Answered after a while by the clock of this process, however busy the machine is. */
  | { readonly type: 'wait' }
  /** Answered once no client is connected. */
  | { readonly type: 'quiet' }
  | { readonly type: 'logs' }
  | { readonly type: 'close' };

export interface AppToBoot {
  /** Compiled files; whatever they export and Nest decorates becomes part of the application. */
  readonly files: readonly string[];
  readonly setup?: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly id: number;
  readonly request: Request;
}

export interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** The answer to `boot`: ports on 127.0.0.1. */
export interface Booted {
  /** The application's own. */
  readonly port: number;
  /** By the port that the application asked for. */
  readonly ownPorts: Readonly<Record<number, number>>;
}

/** The answer to `close`: what the application left running, which it should not have. */
export interface Closed {
  readonly leftovers: readonly string[];
}

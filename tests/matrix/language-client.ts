import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly code?: string;
  readonly codeDescription?: { readonly href: string };
}

export interface WorkspaceEdit {
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
  readonly documentChanges?: readonly { readonly edits: readonly TextEdit[] }[];
}

export interface Command {
  readonly title: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

export interface CodeAction {
  readonly title: string;
  readonly kind?: string;
  readonly edit?: WorkspaceEdit;
  readonly command?: Command;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

type Answer = (params: never) => unknown;

/** An editor of one file, as far as a language server can tell. */
export class LanguageClient {
  /** The text of the file as the editor shows it. */
  text = '';
  /** What the server last published of the file. */
  diagnostics: readonly Diagnostic[] = [];

  readonly #server: ChildProcess;
  readonly #folder: string;
  readonly #uri: string;
  readonly #answers: Readonly<Record<string, Answer>>;
  readonly #pending = new Map<number, (message: Message) => void>();
  #published = (): void => undefined;
  #received = Buffer.alloc(0);
  #nextId = 1;
  #version = 1;

  /** @param answers - what the client answers to the server's own requests */
  constructor(
    command: readonly string[],
    folder: string,
    file: string,
    answers: Readonly<Record<string, Answer>> = {},
  ) {
    const [program = '', ...argv] = command;
    this.#server = spawn(program, argv, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    this.#server.stdout?.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#folder = pathToFileURL(folder).href;
    this.#uri = `${this.#folder}/${file}`;
    this.#answers = answers;
  }

  async open(text: string): Promise<void> {
    await this.request('initialize', {
      processId: process.pid,
      rootUri: this.#folder,
      workspaceFolders: [{ uri: this.#folder, name: 'scratch' }],
      capabilities: {
        workspace: { applyEdit: true, configuration: true, workspaceFolders: true },
        textDocument: {
          publishDiagnostics: { codeDescriptionSupport: true, versionSupport: true },
          diagnostic: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
        },
      },
    });
    this.notify('initialized', {});
    this.text = text;
    const document = { uri: this.#uri, languageId: 'typescript', version: this.#version, text };
    this.notify('textDocument/didOpen', { textDocument: document });
  }

  change(text: string): void {
    this.text = text;
    const textDocument = { uri: this.#uri, version: ++this.#version };
    this.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  }

  /** Asks for the diagnostics, as VS Code does of ESLint's server. */
  async pullDiagnostics(): Promise<readonly Diagnostic[]> {
    const textDocument = { uri: this.#uri };
    const { items } = await this.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument,
    });
    return (this.diagnostics = items);
  }

  /** Waits until the server publishes what it finds in the text, as Oxlint's does unasked. */
  async nextDiagnostics(): Promise<void> {
    await new Promise<void>((resolve) => (this.#published = resolve));
  }

  async codeActions(
    diagnostic: Diagnostic | undefined,
    ...kinds: string[]
  ): Promise<readonly CodeAction[]> {
    if (diagnostic === undefined) throw new Error('There is no such finding.');
    // eslint-disable-next-line no-restricted-syntax -- the protocol's own word
    const wanted = kinds.length > 0 ? { only: kinds } : {};
    return this.request('textDocument/codeAction', {
      textDocument: { uri: this.#uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], triggerKind: 1, ...wanted },
    });
  }

  execute({ command, arguments: argv = [] }: Omit<Command, 'title'>): Promise<unknown> {
    return this.request('workspace/executeCommand', { command, arguments: argv });
  }

  fixAll(command: string): Promise<unknown> {
    return this.execute({ command, arguments: [{ uri: this.#uri, version: this.#version }] });
  }

  /** Does to the text what the server asks for. */
  apply({ changes = {}, documentChanges = [] }: WorkspaceEdit): void {
    const all = [...Object.values(changes), ...documentChanges.map(({ edits }) => edits)].flat();
    const last = all.toSorted((a, b) => this.#offset(b.range.start) - this.#offset(a.range.start));
    let { text } = this;
    for (const { range, newText } of last) {
      text =
        text.slice(0, this.#offset(range.start)) + newText + text.slice(this.#offset(range.end));
    }
    this.change(text);
  }

  close(): void {
    this.#server.kill();
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    const id = this.#nextId++;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => {
      this.#pending.set(id, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as Result);
      });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.toString())?.[1]);
      if (end === -1 || this.#received.length < end + 4 + length) return;
      const body = this.#received.subarray(end + 4, end + 4 + length).toString();
      this.#received = this.#received.subarray(end + 4 + length);
      this.#handle(JSON.parse(body));
    }
  }

  #handle({ id, method, params, ...answer }: Message): void {
    if (method === undefined) {
      this.#pending.get(Number(id))?.({ ...answer });
    } else if (id !== undefined) {
      const result = this.#answers[method]?.(params as never) ?? this.#answer(method, params);
      this.#send({ id, result: result ?? null });
    } else if (method === 'textDocument/publishDiagnostics') {
      const { version, diagnostics } = params as { version?: number; diagnostics: Diagnostic[] };
      // What was found in a text that has changed since. A file just opened has no version yet.
      if (version !== undefined && version !== this.#version) return;
      this.diagnostics = diagnostics;
      this.#published();
    }
  }

  #answer(method: string, params: unknown): unknown {
    if (method === 'workspace/configuration') {
      return (params as { items: unknown[] }).items.map(() => null);
    }
    if (method !== 'workspace/applyEdit') return null;
    this.apply((params as { edit: WorkspaceEdit }).edit);
    return { applied: true };
  }

  #offset({ line, character }: Position): number {
    const before = this.text.split('\n').slice(0, line);
    return before.join('\n').length + (line > 0 ? 1 : 0) + character;
  }
}

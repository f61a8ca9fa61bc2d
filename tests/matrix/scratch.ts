import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { ESLint, Linter } from 'eslint';
import { afterAll } from 'vitest';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const INSTALL = 'install --prefer-offline --no-audit --no-fund'.split(' ');

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** A project outside of this repository, as a user has it. It is gone when its tests are over. */
export class Scratch {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes a project of these files and, where there are any, installs these packages in it. */
  static async create(files: Record<string, string>, packages: string[] = []): Promise<Scratch> {
    const folder = await mkdtemp(join(tmpdir(), 'scratch-'));
    folders.push(folder);
    const scratch = new Scratch(folder);
    await scratch.write({ 'package.json': '{ "type": "module", "private": true }', ...files });
    if (packages.length > 0) await scratch.install(...packages);
    return scratch;
  }

  async write(files: Record<string, string>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }

  /** Installs what the arguments name, or else what the project's manifest names. */
  async install(...argv: string[]): Promise<void> {
    const { code, stderr } = await this.run('npm', ...INSTALL, ...argv);
    if (code !== 0) throw new Error(`npm install failed: ${stderr}`);
  }

  /** Runs a command, be it one of a package that the project has installed. */
  async run(command: string, ...argv: string[]): Promise<Ended> {
    const bin = join(this.folder, 'node_modules/.bin');
    const env = { ...process.env, FORCE_COLOR: '0', PATH: `${bin}:${process.env['PATH']}` };
    const options = { cwd: this.folder, env, timeout: 240_000, maxBuffer: 1 << 28 };
    return promisify(execFile)(command, argv, options).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (failure: Ended) => failure,
    );
  }

  /** What ESLint's command makes of the files. */
  async eslint(...argv: string[]): Promise<ESLint.LintResult[]> {
    const { stdout, stderr } = await this.run('eslint', '--format', 'json', ...argv);
    if (stdout === '') throw new Error(`ESLint failed: ${stderr}`);
    return JSON.parse(stdout);
  }

  /** What ESLint's command finds in the files. */
  async lint(...argv: string[]): Promise<Finding[]> {
    return findingsOf(await this.eslint(...argv));
  }
}

/** What is the same of two findings when they are the same finding. */
export type Finding = Pick<Linter.LintMessage, 'ruleId' | 'line' | 'column' | 'message'>;

export function findingsOf(results: readonly ESLint.LintResult[]): Finding[] {
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => ({ ruleId, line, column, message })),
  );
}

/** A gateway that has each of the five named mistakes. */
export const GATEWAY = `import { Ip } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

@WebSocketGateway({ cors: { origin: '*' } })
export class ChatGateway {
  private readonly clients = new Map<string, object>();

  handleConnection(client: { id: string }) {
    this.clients.set(client.id, client);
  }

  @SubscribeMessage('message')
  message(@MessageBody() payload: any, @Ip() ip: string) {
    return [payload, ip];
  }
}
`;

export const NAMED_RULES = [
  'no-any-message-body',
  'no-http-in-gateway',
  'require-gateway-cors-from-env',
  'require-handle-disconnect',
  'require-validation-pipe',
];

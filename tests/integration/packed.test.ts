import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The configuration that the README gives. */
const CONFIG = `// @ts-check
${/```js\n(\/\/ eslint\.config\.mjs\n[^`]*)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1]}`;

const TYPES = `import type { TSESLint } from '@typescript-eslint/utils';
import type { ESLint, Linter, Rule } from 'eslint';
import gateway from 'eslint-plugin-nestjs-gateway';

const { recommended } = gateway.configs;
export const plugins: [ESLint.Plugin, TSESLint.FlatConfig.Plugin] = [gateway, gateway];
export const configs: [Linter.Config, TSESLint.FlatConfig.Config] = [recommended, recommended];
export const rule: Rule.RuleModule = gateway.rules['no-any-message-body'];
// @ts-expect-error -- there is no such rule
export const none = gateway.rules['no-such-rule'];
`;

const GATEWAY = `import { Ip } from '@nestjs/common';
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

const NAMED_RULES = [
  'nestjs-gateway/no-any-message-body',
  'nestjs-gateway/no-http-in-gateway',
  'nestjs-gateway/require-gateway-cors-from-env',
  'nestjs-gateway/require-handle-disconnect',
  'nestjs-gateway/require-validation-pipe',
];

let workshop: string;
let tarball: string;
let packed: string[];

beforeAll(async () => {
  workshop = await mkdtemp(join(tmpdir(), 'packed-'));
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', workshop];
  const { stdout } = await run('npm', pack, { cwd: root });
  const [{ filename, files }] = JSON.parse(stdout);
  tarball = join(workshop, filename);
  packed = files.map(({ path }: { path: string }) => path);
});

afterAll(() => rm(workshop, { recursive: true }));

/** The version that this repository has installed, so that npm finds it in its cache. */
function installed(name: string): string {
  return `${name}@${createRequire(import.meta.url)(`${name}/package.json`).version}`;
}

it('is packed with nothing but itself', () => {
  expect(packed.toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'dist/index.d.ts',
    'dist/index.js',
    'package.json',
  ]);
});

describe.each([installed('eslint'), 'eslint@9.39.5'])('with %s', (eslint) => {
  let project: string;

  beforeAll(async () => {
    project = join(workshop, eslint);
    await mkdir(project);
    await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }');
    await writeFile(join(project, 'eslint.config.js'), CONFIG);
    await writeFile(join(project, 'chat.gateway.ts'), GATEWAY);
    await writeFile(join(project, 'types.ts'), TYPES);
    const packages = [tarball, eslint, installed('typescript'), installed('typescript-eslint')];
    const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'];
    await run('npm', ['install', ...flags, ...packages], { cwd: project, timeout: 240_000 });
  });

  it('reports each of the five named mistakes', async () => {
    const bin = join(project, 'node_modules/eslint/bin/eslint.js');
    const lint = run(process.execPath, [bin, '--format', 'json', 'chat.gateway.ts'], {
      cwd: project,
    });
    const { stdout } = await lint.catch((failure: { stdout: string }) => failure);
    const [result]: ESLint.LintResult[] = JSON.parse(stdout);
    const found = new Set(result?.messages.map(({ ruleId }) => ruleId));
    expect([...found]).toEqual(expect.arrayContaining(NAMED_RULES));
  });

  it('is told of the missing parser by ESLint, in the words of the README', async () => {
    const espree = CONFIG.replace(/\n.*languageOptions.*/, '');
    await writeFile(join(project, 'espree.config.js'), espree);
    const bin = join(project, 'node_modules/eslint/bin/eslint.js');
    const argv = [bin, '--config', 'espree.config.js', 'chat.gateway.ts'];
    const lint = run(process.execPath, argv, { cwd: project });
    const { stdout } = await lint.catch((failure: { stdout: string }) => failure);
    expect(stdout).toContain("Parsing error: Unexpected character '@'");
    expect(stdout).not.toContain('nestjs-gateway/');
  });

  it('has types that fit those of ESLint and typescript-eslint', async () => {
    const tsc = join(project, 'node_modules/typescript/bin/tsc');
    const flags = '--noEmit --allowJs --strict --exactOptionalPropertyTypes --skipLibCheck';
    const modules = '--module nodenext --target es2022';
    const argv = [tsc, ...flags.split(' '), ...modules.split(' '), 'eslint.config.js', 'types.ts'];
    const check = run(process.execPath, argv, { cwd: project });
    expect(await check.catch((failure: { stdout: string }) => failure)).toMatchObject({
      stdout: '',
    });
  });
});

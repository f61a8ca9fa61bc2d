import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { ESLINT_SERVER, startESLintServer } from './eslint-server.ts';
import { type CodeAction, type Diagnostic, LanguageClient } from './language-client.ts';
import { Scratch } from './scratch.ts';
import { installed } from './versions.ts';

const FILE = 'chat.gateway.ts';

/** Two findings with a fix, a bare pipe and an interface left out, and one with a suggestion. */
const CODE = `import { UsePipes, ValidationPipe } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

@UsePipes(new ValidationPipe())
@WebSocketGateway({ namespace: 'chat' })
export class ChatGateway {
  handleDisconnect() {}

  @SubscribeMessage('message')
  message(@MessageBody() payload: any) {
    return payload;
  }
}
`;

const CONFIG = `
import gateway from 'eslint-plugin-nestjs-gateway';
import tseslint from 'typescript-eslint';

export default [{ ...gateway.configs.strict, languageOptions: { parser: tseslint.parser } }];
`;

const PRESET = './node_modules/eslint-plugin-nestjs-gateway/oxlint/strict.json';

let project: Scratch;
let editor: LanguageClient;

beforeAll(async () => {
  const files = {
    [FILE]: CODE,
    'eslint.config.js': CONFIG,
    '.oxlintrc.json': JSON.stringify({ extends: [PRESET] }),
  };
  project = await Scratch.create(files, [
    inject('tarball'),
    ...['eslint', 'typescript', 'typescript-eslint', 'oxlint'].map(installed),
    ESLINT_SERVER,
  ]);
});

afterAll(() => editor.close());

describe("ESLint's language server", () => {
  beforeAll(async () => {
    editor = startESLintServer(project.folder, project.folder, FILE);
    await editor.open(CODE);
  });

  beforeEach(async () => {
    editor.change(CODE);
    await editor.pullDiagnostics();
  });

  it('shows a finding where it stands, with a link to the page of its rule', () => {
    expect(finding('no-any-message-body')).toMatchObject({
      range: { start: { line: 9, character: 34 }, end: { line: 9, character: 37 } },
      codeDescription: { href: expect.stringMatching(/\/docs\/rules\/no-any-message-body\.md$/) },
    });
  });

  it('fixes a finding', async () => {
    await choose(finding('require-lifecycle-interface'), /^Fix this/);
    expect(editor.text).toContain('class ChatGateway implements OnGatewayDisconnect {');
    expect(editor.text).toContain('new ValidationPipe()');
  });

  it('does what a finding suggests', async () => {
    await choose(finding('no-any-message-body'), /^Type it 'unknown'/);
    expect(editor.text).toContain('payload: unknown');
  });

  it('fixes the whole file', async () => {
    await editor.fixAll('eslint.applyAllFixes');
    expect(editor.text).toContain('class ChatGateway implements OnGatewayDisconnect {');
    expect(editor.text).toContain('new ValidationPipe({ transform: true })');
    const left = (await editor.pullDiagnostics()).map(({ code }) => code);
    expect(left).toContain('nestjs-gateway/no-any-message-body');
    expect(left).not.toContain('nestjs-gateway/require-lifecycle-interface');
  });
});

describe("Oxlint's language server", () => {
  beforeAll(async () => {
    editor.close();
    const server = join(project.folder, 'node_modules/.bin/oxlint');
    editor = new LanguageClient([server, '--lsp'], project.folder, FILE);
    await editor.open(CODE);
    await editor.nextDiagnostics();
  });

  beforeEach(async () => {
    editor.change(CODE);
    await editor.nextDiagnostics();
  });

  it('shows a finding where it stands', () => {
    expect(finding('no-any-message-body')).toMatchObject({
      range: { start: { line: 9, character: 34 }, end: { line: 9, character: 37 } },
    });
  });

  it('fixes a finding', async () => {
    await choose(finding('require-lifecycle-interface'), /^Fix /);
    expect(editor.text).toContain('class ChatGateway implements OnGatewayDisconnect {');
    expect(editor.text).toContain('new ValidationPipe()');
  });

  it('does what a finding suggests', async () => {
    await choose(finding('no-any-message-body'), /^Type it 'unknown'/);
    expect(editor.text).toContain('payload: unknown');
  });

  it('fixes the whole file, where fixes overlap in a second pass', async () => {
    const end = { line: CODE.split('\n').length, character: 0 };
    const file = { range: { start: { line: 0, character: 0 }, end }, message: '' };
    for (const fix of ['implements OnGatewayDisconnect', '({ transform: true })']) {
      const [fixAll] = await editor.codeActions(file, 'source.fixAll.oxc');
      await perform(fixAll);
      expect(editor.text).toContain(fix);
      await editor.nextDiagnostics();
    }
  });
});

/** The first finding of the rule. */
function finding(rule: string): Diagnostic | undefined {
  return editor.diagnostics.find(({ code }) => code?.match(/[a-z-]+(?=\)?$)/)?.[0] === rule);
}

/** Does the one action for the finding that is called so. */
async function choose(diagnostic: Diagnostic | undefined, title: RegExp): Promise<void> {
  const actions = await editor.codeActions(diagnostic);
  const chosen = actions.filter((action) => title.test(action.title));
  expect(chosen, actions.map((action) => action.title).join('\n')).toHaveLength(1);
  await perform(chosen[0]);
}

async function perform(action: CodeAction | undefined): Promise<void> {
  if (action?.edit) editor.apply(action.edit);
  if (action?.command) await editor.execute(action.command);
}

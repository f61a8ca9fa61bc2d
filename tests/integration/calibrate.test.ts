import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'calibrate-'));
  cpSync('examples/chat/before', join(folder, 'src'), { recursive: true });
  // What is installed, built or declared is none of the checkout's own code.
  for (const path of ['node_modules/chat', 'dist', '.cache']) {
    cpSync('examples/chat/before', join(folder, path), { recursive: true });
  }
  writeFileSync(join(folder, 'src/broken.gateway.ts'), "import '@nestjs/websockets'; class {");
});

afterAll(() => rmSync(folder, { recursive: true }));

function calibrate(...argv: string[]) {
  const script = ['tools/calibrate.mjs', ...argv];
  return spawnSync(process.execPath, script, { encoding: 'utf8' });
}

it('counts the findings of each rule and shows them where they stand', () => {
  const { stdout, status } = calibrate(folder);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^nestjs-gateway\/no-any-message-body: 1 \(\d+\.\d per 1,000 lines\)$/m);
  expect(stdout).toMatch(/^ {2}src\/chat\.gateway\.ts:\d+:\d+ A ValidationPipe cannot check/m);
  expect(stdout).toMatch(/^ {4}> \d+ \| .*payload: any/m);
  expect(stdout).toMatch(/^\d+ findings in \d+ lines of files that import Nest/m);
  expect(stdout).not.toMatch(/node_modules|dist|\.cache/);
});

it('names the files that do not parse', () => {
  expect(calibrate(folder).stdout).toMatch(/^Not parsed:\nsrc\/broken\.gateway\.ts: /m);
});

it('shows one rule alone, with as many excerpts as asked for', () => {
  const { stdout } = calibrate(folder, '--rule', 'require-validation-pipe', '--excerpts', '1');
  expect(stdout).toMatch(/^nestjs-gateway\/require-validation-pipe: [2-9]/m);
  expect(stdout.match(/^ {2}src\//gm)).toHaveLength(1);
  expect(stdout).not.toContain('no-any-message-body');
});

it.each([
  ['no folder', [], 'Name the folder to lint: npm run calibrate -- <folder>'],
  ['a folder that is not there', ['nowhere'], 'There is no folder nowhere.'],
  ['a file', ['package.json'], 'There is no folder package.json.'],
  ['a rule that is not there', ['examples', '--rule', 'no-such'], 'There is no rule no-such.'],
])('says what is wrong with %s', (_, argv, message) => {
  const { stderr, status } = calibrate(...argv);
  expect(stderr.trim()).toBe(message);
  expect(status).toBe(1);
});

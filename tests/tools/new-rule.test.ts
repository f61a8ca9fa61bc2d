import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-rule-'));
  mkdirSync(join(copy, 'tests/rules'), { recursive: true });
  mkdirSync(join(copy, 'docs/rules'), { recursive: true });
  cpSync(join(root, 'src/rules'), join(copy, 'src/rules'), { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true }));

function newRule(...names: string[]) {
  const tool = join(root, 'tools/new-rule.mjs');
  return spawnSync(process.execPath, [tool, ...names], { cwd: copy, encoding: 'utf8' });
}

function read(path: string): string {
  return readFileSync(join(copy, path), 'utf8');
}

/** The names of the index's imports and of its entries, in their order. */
function listed(index: string) {
  const imports = index.matchAll(/from '\.\/(.+)\.ts'/g);
  const entries = index.matchAll(/^ {2}'(.+)':/gm);
  return [imports, entries].map((matches) => Array.from(matches, ([, name]) => name));
}

describe('npm run new-rule', () => {
  it.each(['consistent-aardvark', 'no-zebra', 'require-zebra'])('adds %s in its place', (name) => {
    const [before = []] = listed(read('src/rules/index.ts'));
    expect(newRule(name)).toMatchObject({ status: 0, stderr: '' });

    const all = [...before, name].sort();
    expect(listed(read('src/rules/index.ts'))).toEqual([all, all]);
    expect(read(`src/rules/${name}.ts`)).toContain(`name: '${name}'`);
    expect(read(`tests/rules/${name}.test.ts`)).toContain(`new RuleTester().run('${name}', rule`);
    expect(read(`docs/rules/${name}.md`)).toContain('## When it stays silent');
  });

  it('refuses a rule that exists', () => {
    newRule('no-zebra');
    const before = read('src/rules/index.ts');
    expect(newRule('no-zebra')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is a rule of that name: src/rules/no-zebra.ts'),
    });
    expect(read('src/rules/index.ts')).toBe(before);
  });

  it.each(['noZebra', 'no-Zebra', 'zebra', 'no-', '../no-zebra', ''])("refuses '%s'", (name) => {
    expect(newRule(name)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`'${name}' is no name for a rule`),
    });
  });
});

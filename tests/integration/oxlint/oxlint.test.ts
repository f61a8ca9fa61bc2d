import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { Plugin } from '../../../src/index.ts';
import { type Case, docsBlocks, readExamples, readRuleTests } from './cases.ts';
import { fixWithESLint, fixWithOxlint, runESLint, runOxlint, type Outcomes } from './linters.ts';
import { layOut, type Workbench } from './workbench.ts';

/** Why Oxlint may refuse a file that typescript-eslint reads: `docs/oxlint.md` lists these. */
const REFUSALS = [/^`await` is only allowed within async functions/];

let folder: string;
let entry: string;
let plugin: Plugin<string>;
let cases: readonly Case[];
let workbench: Workbench;
let byESLint: Outcomes;
let byOxlint: Outcomes;

/** The index of each case that Oxlint can read. */
let read: number[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oxlint-'));
  execFileSync('tar', ['-xzf', inject('tarball'), '-C', folder]);
  entry = join(folder, 'package/dist/index.js');
  ({ default: plugin } = await import(pathToFileURL(entry).href));

  cases = [...docsBlocks, ...readExamples(), ...(await readRuleTests())];
  workbench = layOut(join(folder, 'cases'), cases, plugin, entry);
  byOxlint = await runOxlint(workbench);
  byESLint = await runESLint(workbench);
  read = [...cases.keys()].filter((index) => byOxlint.get(pathOf(index))?.refused === undefined);
});

afterAll(() => rmSync(folder, { recursive: true }));

function pathOf(index: number): string {
  return workbench.paths[index] ?? '';
}

describe('Oxlint, over the pages, the examples and the cases of the rule tests', () => {
  it('reads what ESLint reads, but for code that TypeScript refuses too', () => {
    for (const [path, { refused }] of byOxlint) {
      if (refused === undefined) continue;
      const { place } = cases[workbench.paths.indexOf(path)] ?? {};
      expect
        .soft(
          REFUSALS.some((known) => known.test(refused)),
          `${place}: ${refused}`,
        )
        .toBe(true);
    }
    expect(read.length).toBeGreaterThan(cases.length * 0.99);
  });

  it('reports what ESLint reports, in the same words and in the same place', () => {
    for (const index of read) {
      const { findings = [] } = byOxlint.get(pathOf(index)) ?? {};
      expect.soft(findings, cases[index]?.place).toEqual(byESLint.get(pathOf(index))?.findings);
    }
  });

  it('fixes what ESLint fixes, to the same text', async () => {
    const fixed = await fixWithESLint(workbench);
    await fixWithOxlint(workbench, 2);
    for (const index of read) {
      const text = readFileSync(join(workbench.folder, pathOf(index)), 'utf8');
      const expected = fixed.get(pathOf(index)) ?? cases[index]?.code;
      expect.soft(text, cases[index]?.place).toBe(expected);
    }
  });
});

describe.each(['recommended', 'strict'])('the preset %s for Oxlint', (name) => {
  it('turns on what the preset for ESLint turns on, for the same files', () => {
    const text = readFileSync(join(folder, `package/oxlint/${name}.json`), 'utf8');
    const { files, rules } = plugin.configs[name as 'strict'];
    expect(JSON.parse(text)).toEqual({
      jsPlugins: ['eslint-plugin-nestjs-gateway'],
      overrides: [{ files, rules }],
    });
  });
});

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

import { ESLint, type Linter } from 'eslint';

import type { Workbench } from './workbench.ts';

/** What is the same of two findings when they are the same finding. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  /** Where it starts and ends, in bytes. */
  readonly range: readonly [number, number];
}

/** What a linter makes of a file. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** Why the linter could not read the file. */
  readonly refused?: string;
}

/** The outcomes, by the path of the file. */
export type Outcomes = ReadonlyMap<string, Outcome>;

const PREFIX = 'nestjs-gateway/';

/** Lints the folder with ESLint. */
export async function runESLint(workbench: Workbench): Promise<Outcomes> {
  const results = await eslint(workbench).lintFiles('.');
  return new Map(
    results.map(({ filePath, messages }) => {
      const code = readFileSync(filePath, 'utf8');
      return [relative(workbench.folder, filePath), outcomeOf(messages, code)];
    }),
  );
}

/** What ESLint makes of the files that it fixes; their files are left as they are. */
export async function fixWithESLint(workbench: Workbench): Promise<ReadonlyMap<string, string>> {
  const results = await eslint(workbench, true).lintFiles('.');
  return new Map(
    results.flatMap(({ filePath, output }) =>
      output === undefined ? [] : [[relative(workbench.folder, filePath), output]],
    ),
  );
}

function eslint({ folder, config }: Workbench, fix = false): ESLint {
  return new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: config, fix });
}

function outcomeOf(messages: readonly Linter.LintMessage[], code: string): Outcome {
  const starts = [0, ...Array.from(code.matchAll(/\r\n|[\n\r\u2028\u2029]/g), lineEnd)];
  const at = (line: number, column: number) =>
    Buffer.byteLength(code.slice(0, (starts[line - 1] ?? NaN) + column - 1));
  const findings: Finding[] = [];
  for (const { fatal, ruleId, message, line, column, endLine, endColumn } of messages) {
    if (fatal) return { findings: [], refused: message };
    const range = [at(line, column), at(endLine ?? line, endColumn ?? column)] as const;
    findings.push({ rule: ruleId?.replace(PREFIX, '') ?? '', message, range });
  }
  return { findings: sorted(findings) };
}

function lineEnd({ index, 0: text }: RegExpExecArray): number {
  return index + text.length;
}

interface Diagnostic {
  readonly message: string;
  readonly code?: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { offset: number; length: number } }[];
}

/** Lints the folder with Oxlint. */
export async function runOxlint({ folder }: Workbench): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  for (const { message, code = '', filename, labels } of await diagnose(folder)) {
    const { findings } = outcomes.get(filename) ?? { findings: [] };
    const rule = /^nestjs-gateway\((.+)\)$/.exec(code)?.[1];
    const { offset = NaN, length = NaN } = labels[0]?.span ?? {};
    const range = [offset, offset + length] as const;
    if (rule === undefined) outcomes.set(filename, { findings, refused: message });
    else outcomes.set(filename, { findings: sorted([...findings, { rule, message, range }]) });
  }
  return outcomes;
}

/** Fixes the files of the folder in place. Oxlint fixes in one pass, so it is run several times. */
export async function fixWithOxlint({ folder }: Workbench, passes: number): Promise<void> {
  for (let pass = 0; pass < passes; pass++) await diagnose(folder, '--fix');
}

const oxlint = join(
  dirname(createRequire(import.meta.url).resolve('oxlint/package.json')),
  'bin/oxlint',
);

async function diagnose(cwd: string, ...flags: string[]): Promise<Diagnostic[]> {
  const argv = [oxlint, '--format', 'json', ...flags];
  const run = promisify(execFile)(process.execPath, argv, { cwd, maxBuffer: 1 << 28 });
  const { stdout } = await run.catch((failure: { stdout: string }) => failure);
  return JSON.parse(stdout).diagnostics;
}

function sorted(findings: Finding[]): Finding[] {
  return findings.sort(
    (a, b) => a.range[0] - b.range[0] || (a.rule + a.message < b.rule + b.message ? -1 : 1),
  );
}

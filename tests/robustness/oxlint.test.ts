import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import type { Plugin } from '../../src/index.ts';
import type { Case } from '../integration/oxlint/cases.ts';
import { runOxlint, type Outcomes } from '../integration/oxlint/linters.ts';
import { layOut, type Workbench } from '../integration/oxlint/workbench.ts';
import { doublings } from './doubling.ts';
import { nestedExpressions, nestedStatements, nestedTypes, type Nesting } from './nesting.ts';
import { pairs } from './pairs.ts';
import {
  expressionPlaces,
  memberPlaces,
  modulePlaces,
  parameterPlaces,
  statementPlaces,
  typePlaces,
} from './places.ts';
import { shapes } from './shapes.ts';
import * as syntax from './syntax.ts';

const named = (codes: readonly string[]) => codes.map((code) => [code, code] as const);
const deep = (forms: Readonly<Record<string, Nesting>>) =>
  Object.entries(forms).map(([name, form]) => [name, form(200)] as const);
const sized = (files: Readonly<Record<string, (count: number) => string>>, count: number) =>
  Object.entries(files).map(([form, file]) => ({ form, place: 'a file', code: file(count) }));

const files = [
  ...pairs(named(syntax.expressions), expressionPlaces, 20),
  ...pairs(named(syntax.statements), statementPlaces, 7),
  ...pairs(named(syntax.members), memberPlaces, 4),
  ...pairs(named(syntax.parameters), parameterPlaces, 3),
  ...pairs(named(syntax.types), typePlaces, 7),
  ...pairs(named(syntax.modules), modulePlaces, 1),
  ...pairs(deep(nestedExpressions), expressionPlaces, 21),
  ...pairs(deep(nestedStatements), statementPlaces, 7),
  ...pairs(deep(nestedTypes), typePlaces, 7),
  ...sized(doublings, 16),
  ...sized(shapes, 20),
];
const cases: readonly Case[] = files.map(({ form, place, code }) => ({
  place: `${form} as ${place}`.slice(0, 60),
  file: 'chat.gateway.ts',
  code,
}));

let folder: string;
let withRules: Outcomes;
let withoutRules: Outcomes;
let workbench: Workbench;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oxlint-'));
  execFileSync('tar', ['-xzf', inject('tarball'), '-C', folder]);
  const entry = join(folder, 'package/dist/index.js');
  const { default: plugin } = (await import(pathToFileURL(entry).href)) as {
    default: Plugin<string>;
  };
  workbench = layOut(join(folder, 'rules'), cases, plugin, entry);
  withRules = await runOxlint(workbench);
  withoutRules = await runOxlint(
    layOut(join(folder, 'no-rules'), cases, { ...plugin, rules: {} }, entry),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

it('refuses with the rules what it refuses without them, for the same reasons', () => {
  for (const [index, path] of workbench.paths.entries()) {
    const { refused } = withRules.get(path) ?? {};
    expect.soft(refused, cases[index]?.place).toBe(withoutRules.get(path)?.refused);
  }
});

it('reads most of the files, and has something to say of most of those', () => {
  const read = workbench.paths.filter((path) => withoutRules.get(path)?.refused === undefined);
  expect(read.length).toBeGreaterThan(files.length * 0.7);
  const found = read.filter((path) => withRules.get(path)?.findings.length);
  expect(found.length).toBeGreaterThan(read.length * 0.5);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, describe, expect, inject, it } from 'vitest';

import { block } from './guide.ts';
import { type Finding, GATEWAY, Scratch } from './scratch.ts';
import { installed } from './versions.ts';

const CONFIG = `
import gateway from 'eslint-plugin-nestjs-gateway';
import tseslint from 'typescript-eslint';

export default [{ ...gateway.configs.recommended, languageOptions: { parser: tseslint.parser } }];
`;

/** With which `actions/setup-node` tells GitHub to read ESLint's output. */
const FILE = /^\s*([^\s].*)$/;
const PROBLEM = /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/;

/** The commands of the workflow that the page gives. */
const steps = Array.from(
  block('docs/ci.md', 'yaml', 'name: Lint').matchAll(/- run: (npx eslint .*)/g),
  ([, command = '']) => command.split(' ').slice(1),
);

let project: Scratch;
let findings: Finding[];

beforeAll(async () => {
  project = await Scratch.create({ 'src/chat.gateway.ts': GATEWAY, 'eslint.config.js': CONFIG }, [
    inject('tarball'),
    ...['eslint', 'typescript', 'typescript-eslint', 'oxlint'].map(installed),
    '@microsoft/eslint-formatter-sarif@3.1.0',
    'eslint-formatter-github-actions@1.1.0',
    'eslint-formatter-gitlab@7.2.0',
  ]);
  findings = await project.lint('.');
});

/** Runs a step of the workflow, which fails because of the findings. */
async function step(index: number): Promise<string> {
  const [command = '', ...argv] = steps[index] ?? [];
  const { code, stdout } = await project.run(command, ...argv);
  expect(code).toBe(1);
  return stdout;
}

describe('the workflow of the guide', () => {
  it('annotates each finding by what ESLint prints', async () => {
    const lines = (await step(0)).split('\n');
    expect(lines.some((line) => FILE.exec(line)?.[1]?.endsWith('src/chat.gateway.ts'))).toBe(true);
    const problems = lines.flatMap((line) => PROBLEM.exec(line)?.slice(1) ?? []);
    expect(problems).toEqual(
      findings.flatMap(({ line, column, message, ruleId }) => [
        String(line),
        String(column),
        'error',
        expect.stringContaining(message.replace(/\.$/, '')),
        ruleId,
      ]),
    );
  });

  it('reports each finding as SARIF, with the page of its rule', async () => {
    await step(1);
    const text = await readFile(join(project.folder, 'eslint.sarif'), 'utf8');
    const { version, runs } = JSON.parse(text);
    expect(version).toBe('2.1.0');
    expect(runs[0].results).toMatchObject(
      findings.map(({ ruleId, message, line, column }) => ({
        ruleId,
        level: 'error',
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: expect.stringMatching(/src\/chat\.gateway\.ts$/) },
              region: { startLine: line, startColumn: column },
            },
          },
        ],
      })),
    );
    for (const { id, helpUri } of runs[0].tool.driver.rules) {
      const page = `${id.replace('nestjs-gateway/', '')}.md`;
      expect(helpUri).toMatch(new RegExp(`/docs/rules/${page}$`));
    }
  });
});

it('annotates with a formatter', async () => {
  const { stdout } = await project.run('eslint', '--format', 'github-actions', '.');
  for (const { line, column, ruleId } of findings) {
    expect(stdout).toMatch(
      new RegExp(
        `^::error file=.*src/chat.gateway.ts,line=${line},col=${column}::.*${ruleId}`,
        'm',
      ),
    );
  }
});

it('reports to GitLab with a formatter', async () => {
  await project.write({
    '.gitlab-ci.yml': 'lint:\n  artifacts:\n    reports:\n      codequality: quality.json\n',
  });
  await project.run(
    'env',
    'CI_JOB_NAME=lint',
    `CI_CONFIG_PATH=.gitlab-ci.yml`,
    `CI_PROJECT_DIR=${project.folder}`,
    'eslint',
    '--format',
    'gitlab',
    '.',
  );
  const report = JSON.parse(await readFile(join(project.folder, 'quality.json'), 'utf8'));
  expect(report).toHaveLength(findings.length);
});

it.each(['github', 'gitlab', 'sarif'])('reports as %s with Oxlint', async (format) => {
  const preset = './node_modules/eslint-plugin-nestjs-gateway/oxlint/recommended.json';
  await project.write({ '.oxlintrc.json': JSON.stringify({ plugins: [], extends: [preset] }) });
  const { stdout } = await project.run('oxlint', '--format', format, 'src');
  for (const { ruleId } of findings) {
    expect(stdout).toContain(ruleId?.replace('/', '(').replace(/$/, ')'));
  }
});

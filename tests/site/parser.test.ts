import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

import * as small from '../../site/linter/parser.ts';
import plugin from '../../src/index.ts';
import { type Case, docsBlocks, readExamples, readRuleTests } from '../integration/oxlint/cases.ts';
import { ruleNames } from '../laws/corpus.ts';

const linter = new Linter();

function lint({ code, file, rule, options, settings = {} }: Case, parser: Linter.Parser) {
  const rules = ruleNames.map((name) => [
    `nestjs-gateway/${name}`,
    name === rule && options !== undefined ? ['error', options] : 'error',
  ]);
  const config: Linter.Config = {
    files: ['**/*.{js,ts,mts,cts}'],
    plugins: { 'nestjs-gateway': plugin },
    languageOptions: { parser },
    settings: { 'nestjs-gateway': settings },
    rules: Object.fromEntries(rules),
  };
  return linter.verify(code, config, file);
}

/** The cases, each once: a rule's tests with types repeat those without. */
async function readCases(): Promise<readonly Case[]> {
  const cases = [...docsBlocks, ...readExamples(), ...(await readRuleTests())];
  const keys = cases.map(({ code, file, options, settings }) =>
    JSON.stringify([code, file, options, settings]),
  );
  return cases.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

describe('the parser of the site', () => {
  it('lets every rule find and repair what it does with the parser of typescript-eslint', async () => {
    let findings = 0;
    for (const given of await readCases()) {
      const expected = lint(given, typescript);
      findings += expected.length;
      expect.soft(lint(given, small), given.place).toEqual(expected);
    }
    expect(findings).toBeGreaterThan(10_000);
  });

  it.each([
    ['an unclosed class', 'class ChatGateway {\n  join(', 2, 8],
    ['a word too many', 'const a = 1;\nconst b b = 2;', 2, 8],
    ['dots where no rest can be', 'join(a) ...b;', 1, 9],
    ['dots on the line after a call', 'join(a)\n...b;', 2, 1],
  ])('says where %s is not TypeScript', (_name, code, line, column) => {
    const [failure] = lint({ place: '', file: 'chat.gateway.ts', code }, small);
    expect(failure).toMatchObject({ fatal: true, line, column });
    const [known] = lint({ place: '', file: 'chat.gateway.ts', code }, typescript);
    expect(known).toMatchObject({ fatal: true });
  });
});

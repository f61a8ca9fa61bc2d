import { describe, expect, test } from 'vitest';
import { parseDocsBlocks } from './docs-blocks.ts';

const parse = (...lines: string[]) => parseDocsBlocks(lines.join('\n'), 'page.md');

describe('parseDocsBlocks', () => {
  test('reads the blocks that the page calls incorrect or correct', () => {
    const blocks = parse(
      '# rule',
      '```ts incorrect name=map',
      'const a = 1;',
      '```',
      'Text.',
      '```ts correct',
      'const b = 2;',
      '',
      'const c = 3;',
      '```',
    );
    expect(blocks).toEqual([
      {
        kind: 'incorrect',
        name: 'map',
        file: 'chat.gateway.ts',
        code: 'const a = 1;\n',
        line: 2,
      },
      {
        kind: 'correct',
        file: 'chat.gateway.ts',
        code: 'const b = 2;\n\nconst c = 3;\n',
        line: 6,
      },
    ]);
  });

  test('reads every attribute', () => {
    const info = `file=main.ts options='[{ "allow": ["https://a b"] }]' settings='{"platform":"ws"}'`;
    expect(parse('```ts incorrect ' + info, '```')).toEqual([
      {
        kind: 'incorrect',
        file: 'main.ts',
        options: [{ allow: ['https://a b'] }],
        settings: { platform: 'ws' },
        code: '\n',
        line: 1,
      },
    ]);
  });

  test.for(['```ts', '```json incorrect', '```ts incorrectly', '```'])('passes over %s', (info) => {
    expect(parse(info, 'code', '```')).toEqual([]);
  });

  test('does not read a block inside a longer fence', () => {
    expect(parse('````md', '```ts incorrect', '```', '````')).toEqual([]);
  });

  test.for([
    ['an attribute nobody reads', ['```ts correct nam=a', '```']],
    ['an attribute nobody reads', ['```ts correct map', '```']],
    ['nothing closes', ['```ts correct', 'code']],
    ['a second time', ['```ts correct name=a', '```', '```ts correct name=a', '```']],
  ] as const)('a page is wrong that has %s', ([message, lines]) => {
    expect(() => parse(...lines)).toThrow(message);
  });
});

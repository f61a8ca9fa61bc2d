import { join } from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

import plugin from '../../../src/index.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/typed');
const RULE = 'nestjs-gateway/require-message-body-dto';

const CODE = `
import { UsePipes, ValidationPipe } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { JoinPayload } from './types.js';
@WebSocketGateway() @UsePipes(ValidationPipe)
class ChatGateway { @SubscribeMessage('x') on(@MessageBody() d: JoinPayload | string[]) { return d; }
  @SubscribeMessage('y') off(@MessageBody() d: JoinPayload) { return d; } }
`;

/** The findings with parser services that are made from those of the parser. */
function lint(change: (services: parser.ParserServices) => object | undefined, typed = true) {
  const linter = new Linter({ cwd: FIXTURES });
  const messages = linter.verify(
    CODE,
    {
      files: ['**/*.ts'],
      plugins: { 'nestjs-gateway': plugin },
      languageOptions: {
        parser: {
          parseForESLint(text: string, options: parser.ParserOptions) {
            const result = parser.parseForESLint(text, options);
            return { ...result, services: change(result.services) };
          },
        },
        parserOptions: typed ? { projectService: true, tsconfigRootDir: FIXTURES } : {},
      },
      rules: { [RULE]: 'error' },
    },
    join(FIXTURES, 'chat.gateway.ts'),
  );
  return messages.map(({ messageId, message }) => messageId ?? message);
}

describe('the types of imported names', () => {
  it('come from the program, where there is one', () => {
    expect(lint((services) => services)).toEqual(['noClass', 'noClass']);
  });

  it.each([
    ['no services', () => undefined],
    ['empty services', () => ({})],
    ['no program', (services: parser.ParserServices) => ({ ...services, program: null })],
    ['a program and no maps', ({ program }: parser.ParserServices) => ({ program })],
  ])('are not known with %s', (_, change) => {
    expect(lint(change)).toEqual(['noClass']);
  });

  it('are not known without types', () => {
    expect(lint((services) => services, false)).toEqual(['noClass']);
  });
}, 60_000);

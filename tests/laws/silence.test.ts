import { describe, expect, it } from 'vitest';

import { incorrect, rules } from './corpus.ts';
import { everyRule, lint, listeners } from './lint.ts';

const NO_NEST = `
import { Controller, Get } from './framework';

@Controller('users')
export class UsersController {
  constructor(private readonly users: Users) {}

  @Get(':id')
  find(id: string) {
    return this.users.find(id);
  }

  handleConnection(client: Socket) {
    throw new Error('not a gateway');
  }
}
`;

const PLAIN = `
const listeners = new Map();
module.exports = function subscribe(client, event) {
  listeners.set(client.id, event);
  client.join(event);
};
`;

const COMPILED = `
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
let ChatGateway = class ChatGateway {
  handleConnection(client) {
    if (!client.handshake.auth.token) throw new Error('no token');
  }
  message(payload) {
    this.server.emit('message', payload);
  }
};
__decorate([SubscribeMessage('message')], ChatGateway.prototype, 'message', null);
ChatGateway = __decorate([WebSocketGateway({ cors: true })], ChatGateway);
export { ChatGateway };
`;

const NEST_IMPORT = /import (?:type )?(?<what>[^;]*?) from '@nestjs\/[^']+';/g;

/** The code with Nest's names declared in the file instead of imported. */
function withOwnNames(code: string): string {
  const own = code.replace(NEST_IMPORT, (_, what: string) =>
    what
      .replace(/[{}]|\* as|\btype\b/g, '')
      .split(',')
      .map((specifier) => specifier.trim().split(' as ').at(-1))
      .filter((name) => name)
      .map((name) => `declare class ${name} { [key: string]: any }`)
      .join('\n'),
  );
  return `import '@nestjs/common';\nimport '@nestjs/websockets';\n${own}`;
}

describe('every rule', () => {
  it.each([
    ['an empty file', { code: '' }],
    ['a file without Nest', { code: NO_NEST }],
    ['a plain script', { code: PLAIN, file: 'chat.gateway.js' }],
    ['a compiled gateway', { code: COMPILED, file: 'chat.gateway.js' }],
  ])('finds nothing in %s', (_, source) => {
    expect(lint(source, everyRule)).toEqual([]);
  });

  it('finds nothing where the decorators are those of another package', () => {
    for (const sample of incorrect) {
      const code = sample.code.replaceAll('@nestjs/', '@other/');
      expect.soft(lint({ code, file: sample.file }, everyRule), sample.place).toEqual([]);
    }
  });

  it("finds nothing where the decorators are the file's own", () => {
    for (const sample of incorrect) {
      const code = withOwnNames(sample.code);
      expect.soft(lint({ code, file: sample.file }, everyRule), sample.place).toEqual([]);
    }
  });
});

describe.each(rules)('$name', (rule) => {
  it.each([
    ['an empty file', { code: '' }],
    ['a file without Nest', { code: NO_NEST }],
    ['a plain script', { code: PLAIN, file: 'chat.gateway.js' }],
  ])('listens to nothing in %s', (_, source) => {
    expect(listeners(source, rule)).toEqual([]);
  });
});

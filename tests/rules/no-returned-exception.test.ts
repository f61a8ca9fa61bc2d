import rule from '../../src/rules/no-returned-exception.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';`;

/** A gateway with one handler; its body starts on line 5. */
function handler(body: string, imports = IMPORTS, head = 'join()'): string {
  return `${imports}
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') ${head} {
    ${body}
  }
}`;
}

const returned = { messageId: 'returned' } as const;

new RuleTester().run('no-returned-exception', rule, {
  invalid: [
    {
      code: handler(`return new WsException('no such room');`),
      errors: [{ ...returned, line: 5, column: 12, endLine: 5, endColumn: 43 }],
    },
    {
      name: 'an alias',
      code: handler(
        `return new Failure('no');`,
        `import { SubscribeMessage, WebSocketGateway, WsException as Failure } from '@nestjs/websockets';`,
      ),
      errors: [returned],
    },
    {
      name: 'one of two in a const',
      code: handler(`const error = id ? new Error('no') : new WsException('no'); return error;`),
      errors: [returned],
    },
    {
      name: 'a namespace import',
      code: `
        import * as ws from '@nestjs/websockets';
        @ws.WebSocketGateway()
        class ChatGateway {
          @ws.SubscribeMessage('join') join() { return new ws.WsException('no'); }
        }
      `,
      errors: [{ ...returned, line: 5, column: 56, endColumn: 80 }],
    },
    {
      name: 'a deep path',
      code: handler(
        `return new WsException('no');`,
        `
          import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets/decorators';
          import { WsException } from '@nestjs/websockets/errors';
        `,
      ),
      errors: [returned],
    },
    {
      name: 'a barrel that settings name',
      code: handler(
        `return new WsException('no');`,
        `import { SubscribeMessage, WebSocketGateway, WsException } from '../nest';`,
      ),
      settings: { 'nestjs-gateway': { modules: ['../nest'] } },
      errors: [returned],
    },
    {
      name: 'a subclass of the same file, however far up',
      code: handler(
        `return new RoomFull();`,
        `${IMPORTS} class RoomError extends WsException {} class RoomFull extends RoomError {}`,
      ),
      errors: [{ ...returned, line: 5, column: 12, endColumn: 26 }],
    },
    {
      name: 'a const',
      code: handler(`const error = new WsException('no'); return error;`),
      errors: [{ ...returned, line: 5, column: 49, endColumn: 54 }],
    },
    {
      name: 'a cast',
      code: handler(`return new WsException('no') as unknown as Room;`),
      errors: [{ ...returned, column: 12, endColumn: 33 }],
    },
    {
      name: 'one side of a choice',
      code: handler(`return room ? { room } : new WsException('no');`),
      errors: [{ ...returned, column: 30, endColumn: 51 }],
    },
    {
      name: 'a fallback',
      code: handler(`return this.rooms.get(id) ?? new WsException('no');`),
      errors: [{ ...returned, column: 34 }],
    },
    {
      name: 'the last of a sequence',
      code: handler(`return (this.logger.warn('no'), new WsException('no'));`),
      errors: [{ ...returned, column: 37 }],
    },
    {
      name: 'every return, and those of a catch',
      code: handler(`
        if (!room) return new WsException('no room');
        try {
          return await this.rooms.join(room);
        } catch (error) {
          return new WsException(error.message);
        }
      `),
      errors: [
        { ...returned, line: 6, column: 27 },
        { ...returned, line: 10, column: 18 },
      ],
    },
    {
      name: 'an async handler',
      code: handler(`return await new WsException('no');`, IMPORTS, 'async join()'),
      errors: [returned],
    },
    {
      name: 'a resolved promise',
      code: handler(`return Promise.resolve(new WsException('no'));`),
      errors: [{ ...returned, column: 28, endColumn: 49 }],
    },
    {
      name: 'the callbacks of a promise',
      code: handler(
        `return this.rooms.join(id).then((room) => { return room ?? new WsException('no room'); }).catch(() => new WsException('no'));`,
      ),
      errors: [
        { ...returned, column: 64 },
        { ...returned, column: 107 },
      ],
    },
    {
      name: 'the first callback of a promise',
      code: handler(
        `return this.rooms.join(id).then(function (room) { return new WsException('no'); });`,
      ),
      errors: [{ ...returned, column: 62 }],
    },
    {
      name: 'what a promise comes to in the end',
      code: handler(
        `return this.rooms.join(id).catch(() => new WsException('no')).finally(() => new WsException('unused'));`,
      ),
      errors: [{ ...returned, column: 44 }],
    },
    {
      name: 'a gateway of which the base class is not seen',
      code: `${IMPORTS}
        class ChatGateway extends SocketGateway {
          @SubscribeMessage('join') join() { return new WsException('no'); }
        }`,
      errors: [returned],
    },
    {
      name: 'a decorator of the file that subscribes',
      code: `${IMPORTS}
        const On = (event: string) => applyDecorators(SubscribeMessage(event));
        @WebSocketGateway()
        class ChatGateway { @On('join') join() { return new WsException('no'); } }`,
      errors: [returned],
    },
  ],
  valid: [
    { name: 'thrown', code: handler(`throw new WsException('no');`) },
    {
      name: 'thrown on',
      code: handler(`const error = new WsException('no'); throw error;`),
    },
    {
      name: 'a class of that name from elsewhere',
      code: handler(
        `return new WsException('no');`,
        `
          import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
          import { WsException } from '../errors';
        `,
      ),
    },
    {
      name: 'a shadowed name',
      code: handler(`class WsException {} return new WsException();`),
    },
    {
      name: 'an exception class that is not seen',
      code: handler(`return new RoomFull();`, `${IMPORTS} import { RoomFull } from './errors';`),
    },
    {
      name: 'another class of the file',
      code: handler(`return new Room();`, `${IMPORTS} class Room {}`),
    },
    {
      name: 'an HttpException is not what this rule has seen',
      code: handler(
        `return new NotFoundException();`,
        `${IMPORTS} import { NotFoundException } from '@nestjs/common';`,
      ),
    },
    {
      name: 'an exception inside an event',
      code: handler(`return { event: 'failed', data: new WsException('no') };`),
    },
    {
      name: 'another callback',
      code: handler(`const make = () => new WsException('no'); throw make();`),
    },
    {
      name: 'a callback that throws',
      code: handler(`return this.rooms.join(id).catch(() => { throw new WsException('no'); });`),
    },
    { name: 'a callback by name', code: handler(`return this.rooms.join(id).catch(this.fail);`) },
    { name: 'a resolve of its own', code: handler(`return this.resolve(new WsException('no'));`) },
    { name: 'nothing', code: handler(`return;`) },
    {
      name: 'a method that is no handler',
      code: `${IMPORTS}
        @WebSocketGateway()
        class ChatGateway {
          fail() { return new WsException('no'); }
          handleConnection() { return new WsException('no'); }
          @SubscribeMessage('join') join() { throw this.fail(); }
        }`,
    },
    {
      name: 'a class that is no gateway',
      code: `${IMPORTS} class Errors { make() { return new WsException('no'); } }`,
    },
  ],
});

import rule from '../../src/rules/require-gateway-cors-from-env.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORT = `import { WebSocketGateway } from '@nestjs/websockets';
const { env } = process;
`;

new RuleTester().run('require-gateway-cors-from-env', rule, {
  invalid: [
    ...[
      // What stands for an unset variable, beside a wildcard that the variable asks for.
      `{ origin: env.ORIGIN ? (env.ORIGIN === 'true' ? true : env.ORIGIN) : «true» }`,
      `{ origin: env.MODE === 'true' ? «true» : env.ORIGIN }`,
      `{ origin: env.NODE_ENV === 'test' ? «'*'» : env.ORIGIN }`,
    ].map((cors) =>
      marked(`${IMPORT}@WebSocketGateway({ cors: ${cors} })\nexport class ChatGateway {}`, [
        'wildcardFallback',
      ]),
    ),
    marked(
      `${IMPORT}@«WebSocketGateway»({ transports: ['polling', 'websocket'] })\nexport class A {}`,
      ['missing'],
    ),
    marked(
      `${IMPORT}const Chat = env.CHAT ? WebSocketGateway({ cors: «true» }) : () => {};
@Chat
export class ChatGateway {}`,
      ['notAnObject'],
    ),
    {
      name: 'no options at all',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'options without cors',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          namespace: 'chat',
        })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a port alone',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway(3001)
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a port from the environment alone',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway(process.env.PORT)
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a port and options',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway(3001, { namespace: 'chat' })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'cors that is undefined',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: undefined })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a namespace import',
      code: `
        import * as ws from '@nestjs/websockets';

        @ws.WebSocketGateway()
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 29,
        },
      ],
    },
    {
      name: 'an alias',
      code: `
        import { WebSocketGateway as Gateway } from '@nestjs/websockets';

        @Gateway()
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 17,
        },
      ],
    },
    {
      name: 'a deep path',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets/decorators';

        @WebSocketGateway()
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a barrel that settings name',
      code: `
        import { WebSocketGateway } from '../common/nest';

        @WebSocketGateway()
        export class ChatGateway {}
      `,
      settings: { 'nestjs-gateway': { modules: ['../common/nest'] } },
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a base class of another file has a decorator of its own',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { BaseGateway } from './base.gateway';

        @WebSocketGateway()
        export class ChatGateway extends BaseGateway {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a class declared in a factory',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        export function createGateway(namespace: string) {
          @WebSocketGateway({ namespace })
          class RoomGateway {}
          return RoomGateway;
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 12,
          endLine: 5,
          endColumn: 28,
        },
      ],
    },
    {
      name: 'a class that is itself called WebSocketGateway',
      code: `
        import { WebSocketGateway as Gateway } from '@nestjs/websockets';

        @Gateway({ cors: true })
        export class WebSocketGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 26,
          endLine: 4,
          endColumn: 30,
        },
      ],
    },
    {
      name: 'settings name the platform although a type is of ws',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { WebSocket } from 'ws';

        @WebSocketGateway({ cors: true })
        export class ChatGateway {
          handleConnection(client: WebSocket) {}
        }
      `,
      settings: { 'nestjs-gateway': { platform: 'socket.io' } },
      errors: [
        {
          messageId: 'notAnObject',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 39,
        },
      ],
    },
    {
      name: 'an origin outside cors',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ origin: process.env.FRONTEND_URL })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'originOutside',
          line: 4,
          column: 29,
          endLine: 4,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'an origin outside cors counts even where cors may be missing',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: undefined, origin: '*' })
        export class ChatGateway {}
      `,
      options: [{ missing: 'ignore' }],
      errors: [
        {
          messageId: 'originOutside',
          line: 4,
          column: 46,
          endLine: 4,
          endColumn: 57,
        },
      ],
    },
    {
      name: 'cors is true',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: true })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 39,
        },
      ],
    },
    {
      name: 'cors is true behind a cast',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: true as boolean })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'cors is true under a quoted key',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ 'cors': true })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'cors is true after a port',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway(3001, { cors: true })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 41,
          endLine: 4,
          endColumn: 45,
        },
      ],
    },
    {
      name: 'cors is a number',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: 1 })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'cors is a RegExp',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: /chat\\.example$/ })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'cors is a text',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: '*' })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'cors is the text false',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: 'false' })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 42,
        },
      ],
    },
    {
      name: 'cors is a template',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: \`https://\${process.env.HOST}\` })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'cors is a sum of texts',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: 'https://' + process.env.HOST })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'cors is a sum that begins with a variable',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: process.env.HOST + ':3000' })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'cors is a variable of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: process.env.FRONTEND_URL })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'cors is a variable of the environment, otherwise written',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: process.env['FRONTEND_URL']! })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 63,
        },
      ],
    },
    {
      name: 'cors is a variable of import.meta.env',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: import.meta.env.FRONTEND_URL })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 63,
        },
      ],
    },
    {
      name: 'cors is a variable of the environment in a const',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const origin = process.env.FRONTEND_URL;

        @WebSocketGateway({ cors: origin })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'cors is a destructured variable of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const { FRONTEND_URL: cors } = process.env;

        @WebSocketGateway({ cors })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 6,
          column: 29,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: 'cors is a variable of an environment in a const',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const env = process.env;

        @WebSocketGateway({ cors: env.FRONTEND_URL })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'cors is a variable of a destructured environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const { env } = process;

        @WebSocketGateway({ cors: env.FRONTEND_URL })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'cors is a variable of an imported environment',
      code: `
        import { env } from 'node:process';
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: env.FRONTEND_URL })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'cors is a variable of an imported process',
      code: `
        import process from 'node:process';
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: process.env.FRONTEND_URL })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'cors has a fallback that is no object',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: process.env.NODE_ENV === 'production' && true })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 76,
          endLine: 4,
          endColumn: 80,
        },
      ],
    },
    {
      name: 'the first of two values of cors',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: process.env.FRONTEND_URL || { origin: '*' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'the second of two values of cors',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: process.env.NODE_ENV === 'production' ? { origin: process.env.FRONTEND_URL } : true,
        })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 5,
          column: 96,
          endLine: 5,
          endColumn: 100,
        },
      ],
    },
    {
      name: 'cors is an empty object',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: {} })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'noOrigin',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'cors is an object without origin',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { credentials: true } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'noOrigin',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'cors is a list',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: [process.env.FRONTEND_URL] })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'noOrigin',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'cors is an object without origin in a const',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const cors = { methods: ['GET'] };

        @WebSocketGateway({ cors })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'noOrigin',
          line: 6,
          column: 29,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: 'options in a const',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const options = { cors: true } as const;

        @WebSocketGateway(options)
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 33,
          endLine: 4,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'options in an object of consts',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const config = { gateway: { cors: true } };

        @WebSocketGateway(config.gateway)
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 43,
          endLine: 4,
          endColumn: 47,
        },
      ],
    },
    {
      name: 'options that two gateways share are one finding',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const options = { cors: { origin: '*' } };

        @WebSocketGateway(options)
        export class ChatGateway {}

        @WebSocketGateway(options)
        export class NewsGateway {}
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 4,
          column: 43,
          endLine: 4,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'two gateways of a file',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: true })
        export class ChatGateway {}

        @WebSocketGateway()
        export class NewsGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 39,
        },
        {
          messageId: 'missing',
          line: 7,
          column: 10,
          endLine: 7,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'cors behind a spread',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const base = { namespace: 'chat' };

        @WebSocketGateway({ ...base, cors: true })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 6,
          column: 44,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'cors inside a spread',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const base = { cors: true };

        @WebSocketGateway({ namespace: 'chat', ...base })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 4,
          column: 30,
          endLine: 4,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'an origin behind a spread that is not seen',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { base } from './cors';

        @WebSocketGateway({ cors: { ...base, origin: '*' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 5,
          column: 54,
          endLine: 5,
          endColumn: 57,
        },
      ],
    },
    {
      name: 'origin is a star',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: '*' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'origin is a star in a const, behind casts',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const origin = '*' as const;

        @WebSocketGateway({ cors: { origin: (origin satisfies string)! } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 6,
          column: 45,
          endLine: 6,
          endColumn: 71,
        },
      ],
    },
    {
      name: 'origin is true',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: true } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'reflected',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'origin is a RegExp that every text matches',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: /.*/ } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'reflected',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'origin is an anchored RegExp that every text matches',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: /^(?:.+)$/i } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'reflected',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'origin is a RegExp of any character',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: /[\\s\\S]/ } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'reflected',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'origin is a constructed RegExp that every text matches',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: new RegExp('.*') } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'reflected',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'a list with a RegExp that every text matches',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: [process.env.FRONTEND_URL, /.*/] } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'reflected',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 77,
        },
      ],
    },
    {
      name: 'a star with credentials',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: '*', credentials: true } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardWithCredentials',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'true with credentials',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: true, credentials: true } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'reflectedWithCredentials',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'true with credentials in a const',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const CREDENTIALS = true;

        @WebSocketGateway({ cors: { credentials: CREDENTIALS, origin: true } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'reflectedWithCredentials',
          line: 6,
          column: 71,
          endLine: 6,
          endColumn: 75,
        },
      ],
    },
    {
      name: 'a star without credentials',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: '*', credentials: false } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'a star as the fallback of ||',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.FRONTEND_URL || '*' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardFallback',
          line: 4,
          column: 73,
          endLine: 4,
          endColumn: 76,
        },
      ],
    },
    {
      name: 'a star as the fallback of ??, with credentials',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.FRONTEND_URL ?? '*', credentials: true } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardFallback',
          line: 4,
          column: 73,
          endLine: 4,
          endColumn: 76,
        },
      ],
    },
    {
      name: 'a star as the fallback of a list',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.ORIGINS?.split(',') ?? '*' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardFallback',
          line: 4,
          column: 80,
          endLine: 4,
          endColumn: 83,
        },
      ],
    },
    {
      name: 'a star behind another fallback',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.A || process.env.B || '*' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardFallback',
          line: 4,
          column: 79,
          endLine: 4,
          endColumn: 82,
        },
      ],
    },
    {
      name: 'a star behind a fallback that is nothing',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: null ?? '*' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcard',
          line: 4,
          column: 53,
          endLine: 4,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'true as a fallback',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.FRONTEND_URL || true } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardFallback',
          line: 4,
          column: 73,
          endLine: 4,
          endColumn: 77,
        },
      ],
    },
    {
      name: 'a star as the fallback of something imported',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { config } from './config';

        @WebSocketGateway({ cors: { origin: config.origin || '*' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardFallback',
          line: 5,
          column: 62,
          endLine: 5,
          endColumn: 65,
        },
      ],
    },
    {
      name: 'a star in one branch of a test',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: { origin: process.env.NODE_ENV === 'production' ? process.env.FRONTEND_URL : '*' },
        })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardFallback',
          line: 5,
          column: 94,
          endLine: 5,
          endColumn: 97,
        },
      ],
    },
    {
      name: 'a star behind a test',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.NODE_ENV === 'test' && '*' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardFallback',
          line: 4,
          column: 80,
          endLine: 4,
          endColumn: 83,
        },
      ],
    },
    {
      name: 'a star as the default of a destructured variable',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const { FRONTEND_URL = '*' } = process.env;

        @WebSocketGateway({ cors: { origin: FRONTEND_URL } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardFallback',
          line: 4,
          column: 32,
          endLine: 4,
          endColumn: 35,
        },
      ],
    },
    {
      name: 'a star in a list',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: ['*'] } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardInList',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'a star beside an origin in a list',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: ['https://chat.example', '*'] } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardInList',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'a list with a star spread into another',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const anyone = ['*'];

        @WebSocketGateway({ cors: { origin: [process.env.FRONTEND_URL, ...anyone] } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardInList',
          line: 6,
          column: 45,
          endLine: 6,
          endColumn: 82,
        },
      ],
    },
    {
      name: 'a list with a star as a fallback',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.ORIGINS?.split(',') ?? ['*'] } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardInList',
          line: 4,
          column: 80,
          endLine: 4,
          endColumn: 85,
        },
      ],
    },
    {
      name: 'a list with a star in one branch',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.OPEN ? ['*'] : process.env.FRONTEND_URL } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardInList',
          line: 4,
          column: 64,
          endLine: 4,
          endColumn: 69,
        },
      ],
    },
    {
      name: 'a star that is split into a list',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: { origin: (process.env.ORIGINS || '*').split(',').map((origin) => origin.trim()) },
        })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'wildcardInList',
          line: 5,
          column: 27,
          endLine: 5,
          endColumn: 97,
        },
      ],
    },
    {
      name: 'several origins in one text',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: 'https://chat.example,https://news.example' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'comma',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 88,
        },
      ],
    },
    {
      name: 'several origins in one text as a fallback',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: { origin: process.env.ORIGINS ?? 'https://chat.example, https://news.example' },
        })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'comma',
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 94,
        },
      ],
    },
    {
      name: 'several origins in one text that is allowed to be written out',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: 'https://a.example,https://b.example' } })
        export class ChatGateway {}
      `,
      options: [{ allow: ['https://a.example,https://b.example'] }],
      errors: [
        {
          messageId: 'comma',
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 82,
        },
      ],
    },
    {
      name: 'a hard-coded origin',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: 'http://localhost:3000' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'http://localhost:3000' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'a hard-coded origin with credentials',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: 'http://localhost:3000', credentials: true } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'http://localhost:3000' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'a hard-coded origin in a template',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const HOST = 'localhost';
        const PORT = 3000;

        @WebSocketGateway({ cors: { origin: \`http://\${HOST}:\${PORT}\` } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'http://localhost:3000' },
          line: 7,
          column: 45,
          endLine: 7,
          endColumn: 69,
        },
      ],
    },
    {
      name: 'a hard-coded origin in a sum',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const HOST = 'localhost';

        @WebSocketGateway({ cors: { origin: 'http://' + HOST } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'http://localhost' },
          line: 6,
          column: 45,
          endLine: 6,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'a template that only a test chooses a part of',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: { origin: \`https://\${process.env.NODE_ENV === 'production' ? 'chat' : 'dev'}.example\` },
        })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: {
            origins: "`https://${process.env.NODE_ENV === 'production' ? 'chat' : 'dev'}.example`",
          },
          line: 5,
          column: 27,
          endLine: 5,
          endColumn: 102,
        },
      ],
    },
    {
      name: 'a list of hard-coded origins',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: ['https://chat.example', 'https://news.example'] } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'https://chat.example, https://news.example' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 93,
        },
      ],
    },
    {
      name: 'a list of hard-coded origins in a const',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const ORIGINS = ['https://chat.example', 'https://news.example'];

        @WebSocketGateway({ cors: { origin: ORIGINS } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'https://chat.example, https://news.example' },
          line: 6,
          column: 45,
          endLine: 6,
          endColumn: 52,
        },
      ],
    },
    {
      name: 'a literal beside a variable of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: [process.env.FRONTEND_URL, 'http://localhost:3000'] } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCodedInList',
          data: { origins: 'http://localhost:3000' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 96,
        },
      ],
    },
    {
      name: 'a literal beside a list of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: [...process.env.ORIGINS.split(','), 'http://localhost'] } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCodedInList',
          data: { origins: 'http://localhost' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 100,
        },
      ],
    },
    {
      name: 'a literal beside a RegExp',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: [/\\.chat\\.example$/, , 'http://localhost:3000'] } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCodedInList',
          data: { origins: 'http://localhost:3000' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 92,
        },
      ],
    },
    // A literal beside a variable that may be empty.
    marked(
      `${IMPORT}@WebSocketGateway({ cors: { origin: «['http://a', process.env.B].filter(Boolean)» } })\nexport class A {}`,
      [{ messageId: 'hardCodedInList', data: { origins: 'http://a' } }],
    ),
    // A literal in a list within a list.
    marked(
      `${IMPORT}@WebSocketGateway({ cors: { origin: «['http://a', ...['http://b', process.env.C]]» } })\nexport class A {}`,
      [{ messageId: 'hardCodedInList', data: { origins: 'http://a, http://b' } }],
    ),
    // Lists that a test chooses between.
    marked(
      `${IMPORT}@WebSocketGateway({ cors: { origin: «test ? ['http://a', process.env.B] : ['http://b']» } })\nexport class A {}`,
      [{ messageId: 'hardCodedInList', data: { origins: 'http://a, http://b' } }],
    ),
    {
      name: 'two literals that the environment chooses between',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: {
            origin:
              process.env.NODE_ENV === 'production' ? 'https://chat.example' : 'http://localhost:3000',
          },
        })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'https://chat.example, http://localhost:3000' },
          line: 7,
          column: 15,
          endLine: 7,
          endColumn: 103,
        },
      ],
    },
    {
      name: 'a literal behind a test of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.OPEN && 'https://chat.example' } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'https://chat.example' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 87,
        },
      ],
    },
    {
      name: 'a literal or nothing',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.OPEN ? 'https://chat.example' : false } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'https://chat.example' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 94,
        },
      ],
    },
    {
      name: 'a literal before a fallback',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: 'https://chat.example' || process.env.FRONTEND_URL } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'https://chat.example' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 67,
        },
      ],
    },
    {
      name: 'a literal that is split',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: 'https://a.example,https://b.example'.split(',') } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'https://a.example, https://b.example' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 93,
        },
      ],
    },
    {
      name: 'a list of literals that is filtered',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: ['https://a.example'].filter(Boolean) } })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'https://a.example' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 82,
        },
      ],
    },
    {
      name: 'literals of which one is allowed',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: ['http://localhost:3000', 'https://chat.example'] } })
        export class ChatGateway {}
      `,
      options: [{ allow: ['http://localhost:3000'] }],
      errors: [
        {
          messageId: 'hardCoded',
          data: { origins: 'https://chat.example' },
          line: 4,
          column: 45,
          endLine: 4,
          endColumn: 94,
        },
      ],
    },
    {
      name: 'a decorator of another package beside an option',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Cors } from './cors';

        @Cors()
        @WebSocketGateway({ cors: true })
        export class ChatGateway {}
      `,
      errors: [
        {
          messageId: 'notAnObject',
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 39,
        },
      ],
    },
  ],
  valid: [
    ...[
      `{ origin: env.ORIGIN === '*' ? true : env.ORIGIN?.split(',') || ['http://a'] }`,
      `{ origin: env.ORIGIN !== '*' ? env.ORIGIN : '*', credentials: true }`,
      `env.ORIGIN === 'true' ? true : { origin: env.ORIGIN }`,
    ].map((cors) => `${IMPORT}@WebSocketGateway({ cors: ${cors} }) export class ChatGateway {}`),
    ...[
      `transports: ['websocket']`,
      `transports: ['websocket', 'webtransport'], cors: { origin: '*' }`,
      `transports: ['websocket'], cors: true`,
      `transports: ['websocket'], origin: 'https://chat.example'`,
    ].map((options) => `${IMPORT}@WebSocketGateway({ ${options} }) export class ChatGateway {}`),
    {
      name: 'an origin of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.FRONTEND_URL } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an origin of the environment with credentials',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.FRONTEND_URL, credentials: true } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an origin of import.meta.env',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: import.meta.env.FRONTEND_URL } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an origin in a const of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const origin = process.env.FRONTEND_URL;

        @WebSocketGateway({ cors: { origin } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a destructured origin',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const { FRONTEND_URL } = process.env;

        @WebSocketGateway({ cors: { origin: FRONTEND_URL } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a destructured origin with a default that is no wildcard',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const { FRONTEND_URL = 'http://localhost:3000' } = process.env;

        @WebSocketGateway({ cors: { origin: FRONTEND_URL } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a list of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.ORIGINS?.split(',') } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a list of the environment, trimmed',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: { origin: (process.env.ORIGINS ?? '').split(',').map((origin) => origin.trim()) },
        })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a list of variables of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: [process.env.CHAT_URL, process.env.NEWS_URL] } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a template of the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: \`https://\${process.env.HOST}\` } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a sum with the environment',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: 'https://' + process.env.HOST } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a fallback that is no wildcard',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.FRONTEND_URL || 'http://localhost:3000' } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a list as a fallback that is no wildcard',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.ORIGINS?.split(',') ?? ['http://localhost'] } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a fallback inside a list',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: [process.env.FRONTEND_URL ?? 'http://localhost:3000'] } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a fallback that closes',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.FRONTEND_URL ?? false } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'the environment in one branch of a test',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: { origin: process.env.CI ? 'http://localhost:3000' : process.env.FRONTEND_URL },
        })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a function',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: { origin: (origin, callback) => callback(null, allowed.includes(origin)) },
        })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a method',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin(origin, callback) { callback(null, true); } } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a function in a const that mentions itself',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const isAllowed = (origin, callback) => (origin ? callback(null, true) : isAllowed('', callback));

        @WebSocketGateway({ cors: { origin: isAllowed } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a const that is made from itself',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const origins = [origins, origins || '*'];

        @WebSocketGateway({ cors: { origin: origins[0] } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a RegExp that does not match all',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: /\\.chat\\.example$/ } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a constructed RegExp',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: new RegExp(process.env.ORIGIN_PATTERN) } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a RegExp class of the file',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        class RegExp {}

        @WebSocketGateway({ cors: { origin: new RegExp('.*') } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'cors is false',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: false })
        export class ChatGateway {}
      `,
    },
    {
      name: 'cors is null',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: null })
        export class ChatGateway {}
      `,
    },
    {
      name: 'cors is an empty text',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: '' })
        export class ChatGateway {}
      `,
    },
    {
      name: 'origin is false',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: false } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'origin is undefined',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: undefined } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'origin is false or nothing',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: process.env.CLOSED ? false : '' } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'origin is an empty list',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: [] } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'origin is a number',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: 1 } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a sum of numbers',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: 1 + 2 })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a comparison',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: process.env.CORS === 'true' })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an object behind a test',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: process.env.CORS && { origin: process.env.FRONTEND_URL } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an imported cors',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { cors } from './cors';

        @WebSocketGateway({ cors })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an imported origin',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { origin } from './cors';

        @WebSocketGateway({ cors: { origin } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'imported options',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { options } from './options';

        @WebSocketGateway(options)
        export class ChatGateway {}
      `,
    },
    {
      name: 'options that a spread may hold',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { options } from './options';

        @WebSocketGateway({ namespace: 'chat', ...options })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an origin that a spread may hold',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { cors } from './cors';

        @WebSocketGateway({ cors: { credentials: true, ...cors } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'computed keys',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ [CORS]: true })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a computed origin',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: readOrigins() } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'computed origins that are listed',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: ['chat', 'news'].map((name) => urlOf(name)) } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'options that are changed later',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const options = { cors: { origin: '*' } };
        options.cors.origin = process.env.FRONTEND_URL;

        @WebSocketGateway(options)
        export class ChatGateway {}
      `,
    },
    {
      name: 'options that are assigned to later',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const options = { cors: true };
        Object.assign(options, config);

        @WebSocketGateway(options)
        export class ChatGateway {}
      `,
    },
    {
      name: 'origins that are added to',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const origins = ['http://localhost:3000'];
        origins.push(process.env.FRONTEND_URL);

        @WebSocketGateway({ cors: { origin: origins } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an origin that may change',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        let origin = '*';

        @WebSocketGateway({ cors: { origin } })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a process of the file',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const process = { env: { CORS: { origin: false } } };

        @WebSocketGateway({ cors: process.env.CORS })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an env of another module',
      code: `
        import { env } from './env';
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: env.CORS })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a destructured value of something else',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const { cors } = settings;

        @WebSocketGateway({ cors })
        export class ChatGateway {}
      `,
    },
    {
      name: 'new.target is no import.meta',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        function make() {
          @WebSocketGateway({ cors: new.target.env.CORS })
          class ChatGateway {}
        }
      `,
    },
    {
      name: 'an allowed origin',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: { origin: ['http://localhost:3000', process.env.FRONTEND_URL] } })
        export class ChatGateway {}
      `,
      options: [{ allow: ['http://localhost:3000'] }],
    },
    {
      name: 'an allowed origin in a template',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        const PORT = 3000;

        @WebSocketGateway({ cors: { origin: \`http://localhost:\${PORT}\` } })
        export class ChatGateway {}
      `,
      options: [{ allow: ['http://localhost:3000'] }],
    },
    {
      name: 'an allowed origin on either side of a test',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({
          cors: { origin: process.env.CI ? 'http://localhost:3000' : 'https://chat.example' },
        })
        export class ChatGateway {}
      `,
      options: [{ allow: ['http://localhost:3000', 'https://chat.example'] }],
    },
    {
      name: 'no cors where that is ignored',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {}
      `,
      options: [{ missing: 'ignore' }],
    },
    {
      name: 'cors that is undefined where that is ignored',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: undefined })
        export class ChatGateway {}
      `,
      options: [{ missing: 'ignore' }],
    },
    {
      name: 'no cors where a decorator of another file may set it',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Cors } from './cors';

        @Cors()
        @WebSocketGateway()
        export class ChatGateway {}
      `,
    },
    {
      name: 'a gateway decorator of the project',
      code: `
        import { ChatGateway } from './decorators';

        @ChatGateway()
        export class Chat {}
      `,
      settings: { 'nestjs-gateway': { decorators: { gateway: ['ChatGateway'] } } },
    },
    {
      name: 'a gateway decorator composed in the file',
      code: `
        import { applyDecorators, UseGuards } from '@nestjs/common';
        import { WebSocketGateway } from '@nestjs/websockets';

        const Gateway = (options) => applyDecorators(WebSocketGateway(options), UseGuards(AuthGuard));

        @Gateway({ cors: true })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a gateway of the ws platform',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { WebSocket } from 'ws';

        @WebSocketGateway({ cors: true })
        export class ChatGateway {
          handleConnection(client: WebSocket) {}
        }
      `,
    },
    {
      name: 'the ws platform in settings',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway({ cors: true })
        export class ChatGateway {}
      `,
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
    {
      name: 'a decorator of another package',
      code: `
        import { WebSocketGateway } from 'my-websockets';

        @WebSocketGateway({ cors: true })
        export class ChatGateway {}
      `,
    },
    {
      name: 'a shadowed decorator',
      code: `
        import { WebSocketGateway as Nest } from '@nestjs/websockets';

        const WebSocketGateway = (options: object) => (target: object) => {};

        @WebSocketGateway({ cors: true })
        export class ChatGateway {}
      `,
    },
    {
      name: 'an undecorated subclass',
      code: `
        import { SubscribeMessage } from '@nestjs/websockets';
        import { SocketGateway } from './socket.gateway';

        export class ChatGateway extends SocketGateway {
          @SubscribeMessage('say')
          say() {}
        }
      `,
    },
    {
      name: 'a file without a gateway',
      code: `
        import type { OnGatewayConnection } from '@nestjs/websockets';

        export interface ChatGateway extends OnGatewayConnection {}
      `,
    },
  ],
});

import rule from '../../src/rules/require-handle-disconnect.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

new RuleTester().run('require-handle-disconnect', rule, {
  invalid: [
    {
      name: 'a Map filled in handleConnection',
      code: `
        import { OnGatewayConnection, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayConnection {
          private readonly clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { OnGatewayConnection, WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayConnection, OnGatewayDisconnect {
          private readonly clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }

          handleDisconnect(client: Socket) {
            this.clients.delete(client.id);
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a Map filled in handleConnection, with comments around',
      code: `
        import { OnGatewayConnection, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayConnection /* for the clients */ {
          private readonly clients = new Map<string, Socket>();

          /** Keeps the client. */
          handleConnection(socket: Socket) {
            this.clients.set(socket.id, socket);
          } // to the end

          // the last line
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { OnGatewayConnection, WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayConnection, OnGatewayDisconnect /* for the clients */ {
          private readonly clients = new Map<string, Socket>();

          /** Keeps the client. */
          handleConnection(socket: Socket) {
            this.clients.set(socket.id, socket);
          } // to the end

          handleDisconnect(socket: Socket) {
            this.clients.delete(socket.id);
          }

          // the last line
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a Set of clients, without the option',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          readonly clients = new Set<Socket>();

          handleConnection(client: Socket): void {
            this.clients.add(client);
          }
        }
      `,
      options: [{ always: false }],
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          readonly clients = new Set<Socket>();

          handleConnection(client: Socket): void {
            this.clients.add(client);
          }

          handleDisconnect(client: Socket) {
            this.clients.delete(client);
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of clients',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          clients: Socket[] = [];

          handleConnection(client: Socket) {
            this.clients.push(client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          clients: Socket[] = [];

          handleConnection(client: Socket) {
            this.clients.push(client);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "an object by the client's id",
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          clients: Record<string, Socket> = {};

          handleConnection(client: Socket) {
            this.clients[client.id] = client;
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          clients: Record<string, Socket> = {};

          handleConnection(client: Socket) {
            this.clients[client.id] = client;
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an object without a prototype',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          clients = Object.create(null);

          handleConnection(client: Socket) {
            this.clients[client.id] = client;
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          clients = Object.create(null);

          handleConnection(client: Socket) {
            this.clients[client.id] = client;
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an array that is copied to grow',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          clients: Socket[] = [];

          handleConnection(client: Socket) {
            this.clients = [...this.clients, client];
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 25,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          clients: Socket[] = [];

          handleConnection(client: Socket) {
            this.clients = [...this.clients, client];
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of the module that is copied to grow',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        let visits: number[] = [];

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection() {
            visits = [...visits, Date.now()];
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'visits' },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';

        let visits: number[] = [];

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection() {
            visits = [...visits, Date.now()];
          }

          handleDisconnect() {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an object that is copied to grow',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          clients = {} as Record<string, Socket>;

          handleConnection(client: Socket) {
            this.clients = { ...this.clients, [client.id]: client };
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 25,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          clients = {} as Record<string, Socket>;

          handleConnection(client: Socket) {
            this.clients = { ...this.clients, [client.id]: client };
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that grows with something that is not of the client',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          visits: number[] = [];

          handleConnection() {
            this.visits.push(Date.now());
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.visits' },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          visits: number[] = [];

          handleConnection() {
            this.visits.push(Date.now());
          }

          handleDisconnect() {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a private name',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          #clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.#clients.set(client.id, client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.#clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          #clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.#clients.set(client.id, client);
          }

          handleDisconnect(client: Socket) {
            this.#clients.delete(client.id);
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a static field',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          static clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            ChatGateway.clients.set(client.id, client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'ChatGateway.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          static clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            ChatGateway.clients.set(client.id, client);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a variable of the module',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        const clients = new Map<string, Socket>();

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            clients.set(client.id, client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        const clients = new Map<string, Socket>();

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket) {
            clients.set(client.id, client);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a field that the constructor gives a value',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients: Map<string, Socket>;

          constructor() {
            this.clients = new Map();
          }

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 14,
          column: 13,
          endLine: 14,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private clients: Map<string, Socket>;

          constructor() {
            this.clients = new Map();
          }

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }

          handleDisconnect(client: Socket) {
            this.clients.delete(client.id);
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'fields that other hooks of the application give a value and empty',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients: Socket[];
          private byId: { [id: string]: Socket };

          afterInit() {
            this.clients = [];
            this.byId = {};
          }

          handleConnection(client: Socket) {
            this.clients.push(client);
            this.byId[client.id] = client;
          }

          handleDisconnect() {}

          onModuleDestroy() {
            this.clients.length = 0;
            this.byId = {};
          }
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.clients' },
          line: 16,
          column: 13,
          endLine: 16,
          endColumn: 30,
        },
        {
          messageId: 'neverShrunk',
          data: { what: 'this.byId' },
          line: 17,
          column: 13,
          endLine: 17,
          endColumn: 33,
        },
      ],
    },
    marked(
      `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class GameGateway {
          private players = new Map<string, Player>();

          @SubscribeMessage('enter')
          enter(client: Socket, table: string) {
            «this.players.set»(client.id, { table, seat: this.seats.next() });
          }

          handleDisconnect(client: Socket) {
            const player = this.players.get(client.id);
            if (player) this.tables.leave(player.table, player.seat);
          }
        }
      `,
      [{ messageId: 'neverShrunk', data: { what: 'this.players' } }],
      { name: 'an entry that other code is told of' },
    ),
    {
      name: 'a key that is made from the client',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private users = new Map<string, string>();

          async handleConnection(client: Socket) {
            const { token } = client.handshake.auth;
            const user = await this.auth.verify(token);
            this.users.set(user.id, client.id);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.users' },
          line: 12,
          column: 13,
          endLine: 12,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private users = new Map<string, string>();

          async handleConnection(client: Socket) {
            const { token } = client.handshake.auth;
            const user = await this.auth.verify(token);
            this.users.set(user.id, client.id);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'two Maps, of which the first is reported where there is no hook',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private names = new Map<string, string>();
          private users = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.names.set(client.data.id, client.id);
            this.users.set(client.id, client);
          }

          afterinit() {}
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.names' },
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private names = new Map<string, string>();
          private users = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.names.set(client.data.id, client.id);
            this.users.set(client.id, client);
          }

          afterinit() {}

          handleDisconnect(client: Socket) {
            this.names.delete(client.data.id);
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a connection hook of a base class, beside a hook and an interface of its own',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        class Base {
          handleConnection(client: Socket) {}
        }

        @WebSocketGateway()
        export class ChatGateway extends Base implements Chat {
          afterInit() {}
        }
        interface Chat {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        class Base {
          handleConnection(client: Socket) {}
        }

        @WebSocketGateway()
        export class ChatGateway extends Base implements Chat, OnGatewayDisconnect {
          afterInit() {}

          handleDisconnect(client: Socket) {}
        }
        interface Chat {}
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a key that need not be there when the client leaves',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private users = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.users.set(client.data.user.id, client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.users' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private users = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.users.set(client.data.user.id, client);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a key that is a part of the client, destructured',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private ids = new Set<string>();

          handleConnection({ id }: Socket) {
            this.ids.add(id);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.ids' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 25,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private ids = new Set<string>();

          handleConnection({ id }: Socket) {
            this.ids.add(id);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a Set inside a Map',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private users = new Map<string, Set<string>>();

          handleConnection(client: Socket) {
            const sockets = this.users.get(client.data.userId) ?? new Set();
            sockets.add(client.id);
            this.users.set(client.data.userId, sockets);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.users' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private users = new Map<string, Set<string>>();

          handleConnection(client: Socket) {
            const sockets = this.users.get(client.data.userId) ?? new Set();
            sockets.add(client.id);
            this.users.set(client.data.userId, sockets);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a method of the class fills the collection',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.keep(client.id, client);
          }

          private keep(id: string, client: Socket) {
            this.clients.set(id, client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 14,
          column: 13,
          endLine: 14,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.keep(client.id, client);
          }

          private keep(id: string, client: Socket) {
            this.clients.set(id, client);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a function of the file fills the collection',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        const clients: Record<string, Socket> = {};

        function keep(client: Socket) {
          clients[client.id] = client;
        }

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            keep(client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'clients' },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        const clients: Record<string, Socket> = {};

        function keep(client: Socket) {
          clients[client.id] = client;
        }

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket) {
            keep(client);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a handler fills the collection, without a hook',
      code: `
        import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private names = new Map<string, string>();

          @SubscribeMessage('join')
          join(@ConnectedSocket() client: Socket, @MessageBody() name: string) {
            this.names.set(client.id, name);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.names' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private names = new Map<string, string>();

          @SubscribeMessage('join')
          join(@ConnectedSocket() client: Socket, @MessageBody() name: string) {
            this.names.set(client.id, name);
          }

          handleDisconnect(client: Socket) {
            this.names.delete(client.id);
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a handler fills the collection, with a key in a template',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private names = new Map<string, string>();

          @SubscribeMessage('join')
          join(client: Socket, name: string) {
            this.names.set(\`user:\${client.data.user.id}\`, name);
          }

          handleDisconnect() {}
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.names' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'a handler puts the socket into the collection',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private players = new Map<string, Socket>();
          private waiting: Socket[] = [];
          private games: Record<string, { name: string; socket: Socket }> = {};

          handleDisconnect(client: Socket) {}

          @SubscribeMessage('join')
          join(client: Socket, name: string) {
            this.players.set(name, client);
            this.waiting.unshift(client);
            this.games[name] = { name, socket: client };
          }
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.players' },
          line: 15,
          column: 13,
          endLine: 15,
          endColumn: 29,
        },
        {
          messageId: 'neverShrunk',
          data: { what: 'this.waiting' },
          line: 16,
          column: 13,
          endLine: 16,
          endColumn: 33,
        },
        {
          messageId: 'neverShrunk',
          data: { what: 'this.games' },
          line: 17,
          column: 13,
          endLine: 17,
          endColumn: 29,
        },
      ],
    },
    {
      name: 'a handler puts an entry for the socket into a list',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private users: { id: string; name: string }[] = [];
          private rooms: Record<string, string[]> = {};
          private drafts: object[] = [];

          handleDisconnect(client: Socket) {}

          @SubscribeMessage('join')
          join(client: Socket, name: string) {
            const user = { id: client.id, name };
            this.users.push(user);
            this.rooms[name].push(client.id);
            this.drafts.push({ text: '', socketId: client.id });
          }
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.users' },
          line: 16,
          column: 13,
          endLine: 16,
          endColumn: 28,
        },
        {
          messageId: 'neverShrunk',
          data: { what: 'this.rooms' },
          line: 17,
          column: 13,
          endLine: 17,
          endColumn: 34,
        },
        {
          messageId: 'neverShrunk',
          data: { what: 'this.drafts' },
          line: 18,
          column: 13,
          endLine: 18,
          endColumn: 29,
        },
      ],
    },
    {
      name: 'a hook that leaves the entries there, one finding for each collection',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Map<string, Socket>();
          private names = new Map<string, string>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
            this.clients.set(client.data.name, client);
            this.names.set(client.id, client.data.name);
          }

          handleDisconnect(client: Socket) {
            this.server.emit('left', this.names.get(client.id), this.clients);
            console.log(Array.from(this.clients.values()), JSON.stringify(this.names));
            this.names.set(client.id, 'gone');
          }
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.clients' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 29,
        },
        {
          messageId: 'neverShrunk',
          data: { what: 'this.names' },
          line: 13,
          column: 13,
          endLine: 13,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'an entry that gets another value',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private online: Record<string, boolean> = {};

          handleConnection(client: Socket) {
            this.online[client.id] = true;
          }

          handleDisconnect(client: Socket) {
            this.online[client.id] = false;
          }
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.online' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 35,
        },
      ],
    },
    {
      name: 'a collection that is only copied to grow',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private events: object[] = [];

          handleConnection(client: Socket) {
            this.events = [...this.events, { client: client.id }];
          }

          handleDisconnect(client: Socket) {
            this.events = [...this.events, { gone: client.id }];
          }
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.events' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 24,
        },
      ],
    },
    {
      name: 'a handler takes the entry out, the hook does not',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private members = new Map<string, Set<Socket>>();

          @SubscribeMessage('join')
          join(client: Socket, room: string) {
            this.members.get(room).add(client);
          }

          @SubscribeMessage('leave')
          leave(client: Socket, room: string) {
            this.members.forEach((members) => members.delete(client));
          }

          handleDisconnect() {}
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.members' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 39,
        },
      ],
    },
    {
      name: 'an entry of another connection is taken out first',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private users = new Map<string, Socket>();

          handleConnection(client: Socket) {
            const old = this.users.get(client.data.userId);
            if (old) {
              old.disconnect();
              this.users.delete(client.data.userId);
            }
            this.users.set(client.data.userId, client);
          }

          handleDisconnect() {}
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.users' },
          line: 15,
          column: 13,
          endLine: 15,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'an entry is taken out again only if something fails',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private users = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.users.set(client.id, client);
            if (!client.data.user) {
              this.users.delete(client.id);
              client.disconnect();
            }
          }

          handleDisconnect() {}
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.users' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'a variable of the module that only handlers shrink',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        const users = new Map<string, Socket>();

        function remove(id: string) {
          users.delete(id);
        }

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            users.set(client.id, client);
          }

          @SubscribeMessage('leave')
          leave(client: Socket) {
            remove(client.id);
          }

          handleDisconnect() {}
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'users' },
          line: 14,
          column: 13,
          endLine: 14,
          endColumn: 22,
        },
      ],
    },
    {
      name: 'an interval',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            setInterval(() => client.emit('time', Date.now()), 10_000);
          }
        }
      `,
      errors: [
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket) {
            setInterval(() => client.emit('time', Date.now()), 10_000);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an interval that is kept and never cleared',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private timers = new Map<string, NodeJS.Timeout>();

          handleConnection(client: Socket) {
            this.timers.set(client.id, setInterval(() => this.ping(client), 1000));
          }

          handleDisconnect(client: Socket) {
            this.timers.delete(client.id);
          }
        }
      `,
      errors: [
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 10,
          column: 40,
          endLine: 10,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'an interval on the client that is never cleared',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            const timer = setInterval(() => client.emit('time'), 1000);
            client.data.timer = timer;
          }

          handleDisconnect(client: Socket) {}
        }
      `,
      errors: [
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 8,
          column: 27,
          endLine: 8,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'an interval from node:timers',
      code: `
        import * as timers from 'node:timers';
        import { setInterval as every } from 'timers';
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            every(() => client.emit('time'), 1000);
            timers.setInterval(() => client.emit('date'), 1000);
          }

          handleDisconnect() {}
        }
      `,
      errors: [
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 18,
        },
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 31,
        },
      ],
    },
    {
      name: 'an interval in a method of the class',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection = (client: Socket) => this.start(client);

          private start(client: Socket) {
            setInterval(() => client.emit('time'), 1000);
          }
        }
      `,
      errors: [
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection = (client: Socket) => this.start(client);

          private start(client: Socket) {
            setInterval(() => client.emit('time'), 1000);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an interval that a handler starts for its client',
      code: `
        import { ConnectedSocket, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('clock')
          clock(@ConnectedSocket() client: Socket) {
            setInterval(() => client.emit('time'), 1000);
          }
        }
      `,
      errors: [
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { ConnectedSocket, SubscribeMessage, WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          @SubscribeMessage('clock')
          clock(@ConnectedSocket() client: Socket) {
            setInterval(() => client.emit('time'), 1000);
          }

          handleDisconnect() {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an interval behind a condition that is not of the gateway',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private readonly options = { clock: true };

          handleConnection(client: Socket) {
            if (client.data.clock && this.options.clock) setInterval(() => client.emit('time'), 1000);
            if (this.options.clock) setInterval(() => client.emit('date'), 1000);
          }

          handleDisconnect() {}
        }
      `,
      errors: [
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 10,
          column: 58,
          endLine: 10,
          endColumn: 69,
        },
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 11,
          column: 37,
          endLine: 11,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'listeners on outside emitters',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            const forward = (text: string) => client.emit('news', text);
            this.bus.on('news', forward);
            this.bus.addListener('news', this.forward);
            this.bus.on('news', this.forward.bind(this, client));
            process.on('exit', onExit);
          }

          handleDisconnect() {}
        }

        function onExit() {}
      `,
      errors: [
        {
          messageId: 'neverEnded',
          data: { what: 'A listener', repair: 'Remove it' },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 24,
        },
        {
          messageId: 'neverEnded',
          data: { what: 'A listener', repair: 'Remove it' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 33,
        },
        {
          messageId: 'neverEnded',
          data: { what: 'A listener', repair: 'Remove it' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 24,
        },
        {
          messageId: 'neverEnded',
          data: { what: 'A listener', repair: 'Remove it' },
          line: 12,
          column: 13,
          endLine: 12,
          endColumn: 23,
        },
      ],
    },
    {
      name: 'subscriptions',
      code: `
        import { fromEvent, interval, map } from 'rxjs';
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            this.news.changes$.subscribe((text) => client.emit('news', text));
            this.news.changes$.asObservable().subscribe({ next: (text) => client.emit('news', text) });
            this.changes$.pipe(map(String)).subscribe(this.forward);
            interval(1000).subscribe(() => client.emit('time'));
            fromEvent(process, 'message').pipe(map(String)).subscribe(() => client.emit('message'));
          }

          handleDisconnect() {}
        }
      `,
      errors: [
        {
          messageId: 'neverEnded',
          data: { what: 'A subscription', repair: 'Unsubscribe' },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 41,
        },
        {
          messageId: 'neverEnded',
          data: { what: 'A subscription', repair: 'Unsubscribe' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 56,
        },
        {
          messageId: 'neverEnded',
          data: { what: 'A subscription', repair: 'Unsubscribe' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 54,
        },
        {
          messageId: 'neverEnded',
          data: { what: 'A subscription', repair: 'Unsubscribe' },
          line: 12,
          column: 13,
          endLine: 12,
          endColumn: 37,
        },
        {
          messageId: 'neverEnded',
          data: { what: 'A subscription', repair: 'Unsubscribe' },
          line: 13,
          column: 13,
          endLine: 13,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'both a collection and an interval',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
            setInterval(() => client.emit('time'), 1000);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
            setInterval(() => client.emit('time'), 1000);
          }

          handleDisconnect(client: Socket) {
            this.clients.delete(client.id);
          }
        }
      `,
            },
          ],
        },
        {
          messageId: 'neverEnded',
          data: { what: 'An interval', repair: 'Clear it' },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
            setInterval(() => client.emit('time'), 1000);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'handleConnection alone',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            client.emit('welcome');
          }
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket) {
            client.emit('welcome');
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'handleConnection without a type, in a class without interfaces',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client) {}
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client) {}

          handleDisconnect() {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'handleConnection without a parameter',
      code: `
        import { OnGatewayConnection, WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayConnection {
          handleConnection() {
            this.count++;
          }
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { OnGatewayConnection, WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayConnection, OnGatewayDisconnect {
          handleConnection() {
            this.count++;
          }

          handleDisconnect() {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'handleConnection as an arrow property',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection = async (client: Socket): Promise<void> => {};
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection = async (client: Socket): Promise<void> => {};

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'handleConnection with a destructured client',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection({ id }: Socket) {
            this.logger.log(id);
          }
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection({ id }: Socket) {
            this.logger.log(id);
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a type with arguments',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket<ClientEvents, ServerEvents>) {}
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket<ClientEvents, ServerEvents>) {}

          handleDisconnect(client: Socket<ClientEvents, ServerEvents>) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an interface that is declared already',
      code: `
        import { OnGatewayDisconnect, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket) {}
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { OnGatewayDisconnect, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket) {}

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an interface that is imported as a type',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import type { OnGatewayConnection, OnGatewayDisconnect as Leaving } from '@nestjs/websockets';
        import type { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayConnection {
          handleConnection(client: Socket) {}
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import type { OnGatewayConnection, OnGatewayDisconnect as Leaving } from '@nestjs/websockets';
        import type { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayConnection, Leaving {
          handleConnection(client: Socket) {}

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an interface of a namespace import',
      code: `
        import * as ws from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @ws.WebSocketGateway()
        export class ChatGateway implements ws.OnGatewayConnection {
          handleConnection(client: Socket) {}
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import * as ws from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @ws.WebSocketGateway()
        export class ChatGateway implements ws.OnGatewayConnection, ws.OnGatewayDisconnect {
          handleConnection(client: Socket) {}

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a name that the file uses for something else',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        interface OnGatewayDisconnect {}

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {}
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        interface OnGatewayDisconnect {}

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {}

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a handleDisconnect that is static',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {}
          static handleDisconnect() {}
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket) {}
          static handleDisconnect() {}

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'handleConnection of a base class of the file',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        abstract class Base {
          handleConnection(client: Socket) {}
        }

        @WebSocketGateway()
        export class ChatGateway extends Base {}
      `,
      errors: [
        {
          messageId: 'missing',
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        abstract class Base {
          handleConnection(client: Socket) {}
        }

        @WebSocketGateway()
        export class ChatGateway extends Base implements OnGatewayDisconnect {
          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a method of a base class fills the collection',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        abstract class Base {
          protected clients = new Map<string, Socket>();

          handleDisconnect(client: Socket) {}
        }

        @WebSocketGateway()
        export class ChatGateway extends Base {
          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.clients' },
          line: 14,
          column: 13,
          endLine: 14,
          endColumn: 29,
        },
      ],
    },
    {
      name: 'the client goes to a logger and to collections only',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private readonly known = new WeakSet<Socket>();

          handleConnection(client: Socket) {
            this.logger.log(client);
            console.log({ client });
            this.greet(client);
          }

          private greet(client: Socket) {
            client.emit('welcome');
          }
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private readonly known = new WeakSet<Socket>();

          handleConnection(client: Socket) {
            this.logger.log(client);
            console.log({ client });
            this.greet(client);
          }

          private greet(client: Socket) {
            client.emit('welcome');
          }

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a gateway decorator of the project',
      code: `
        import { ChatSocket } from './decorators';
        import { Socket } from 'socket.io';

        @ChatSocket()
        export class ChatGateway {
          handleConnection(client: Socket) {}
        }
      `,
      settings: { 'nestjs-gateway': { decorators: { gateway: ['ChatSocket'] } } },
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { ChatSocket } from './decorators';
        import { Socket } from 'socket.io';
import { OnGatewayDisconnect } from '@nestjs/websockets';

        @ChatSocket()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket) {}

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a barrel that settings name',
      code: `
        import { WebSocketGateway } from '../nest';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {}
        }
      `,
      settings: { 'nestjs-gateway': { modules: ['../nest'] } },
      errors: [
        {
          messageId: 'missing',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway } from '../nest';
        import { Socket } from 'socket.io';
import { OnGatewayDisconnect } from '@nestjs/websockets';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          handleConnection(client: Socket) {}

          handleDisconnect(client: Socket) {}
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'an alias, and a socket by another name',
      code: `
        import { WebSocketGateway as Gateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @Gateway()
        export class WebSocketGateway {
          private connections = new Set<Socket>();

          handleConnection(connection: Socket) {
            this.connections.add(connection);
          }

          handleDisconnect(connection: Socket) {
            this.kick(connection);
          }

          private kick(connection: Socket) {
            connection.disconnect();
          }
        }
      `,
      errors: [
        {
          messageId: 'neverShrunk',
          data: { what: 'this.connections' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 33,
        },
      ],
    },
    {
      name: 'a class in a factory',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        export function createGateway(namespace: string) {
          @WebSocketGateway({ namespace })
          class RoomGateway {
            handleConnection(client: Socket) {}
          }
          return RoomGateway;
        }
      `,
      errors: [
        {
          messageId: 'missing',
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        export function createGateway(namespace: string) {
          @WebSocketGateway({ namespace })
          class RoomGateway implements OnGatewayDisconnect {
            handleConnection(client: Socket) {}

            handleDisconnect(client: Socket) {}
          }
          return RoomGateway;
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: 'a gateway of ws',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { WebSocket } from 'ws';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Set<WebSocket>();

          handleConnection(client: WebSocket) {
            this.clients.add(client);
          }
        }
      `,
      errors: [
        {
          messageId: 'leaks',
          data: { what: 'this.clients' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'addHook',
              output: `
        import { WebSocketGateway, OnGatewayDisconnect } from '@nestjs/websockets';
        import { WebSocket } from 'ws';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayDisconnect {
          private clients = new Set<WebSocket>();

          handleConnection(client: WebSocket) {
            this.clients.add(client);
          }

          handleDisconnect(client: WebSocket) {
            this.clients.delete(client);
          }
        }
      `,
            },
          ],
        },
      ],
    },
    // A slip of the hook's name is to be mended, not to be added to.
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
import { Socket } from 'socket.io';
@WebSocketGateway()
export class ChatGateway {
  private readonly clients = new Map<string, Socket>();
  «handleConnection»(client: Socket) { this.clients.set(client.id, client); }
  handleDisconnected(client: Socket) { this.clients.delete(client.id); }
}`,
      [{ messageId: 'missing', suggestions: null }],
    ),
  ],
  valid: [
    {
      name: 'no connection hook and no state',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          @SubscribeMessage('say')
          say(client: Socket, text: string) {
            return text;
          }
        }
      `,
    },
    {
      name: 'both hooks',
      code: `
        import { OnGatewayConnection, OnGatewayDisconnect, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway implements OnGatewayConnection, OnGatewayDisconnect {
          handleConnection(client: Socket) {}
          handleDisconnect(client: Socket) {}
        }
      `,
    },
    {
      name: 'handleConnection alone where that is allowed',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {}
        }
      `,
      options: [{ always: false }],
    },
    {
      name: 'entries that are deleted',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Map<string, Socket>();
          private sockets = new Set<Socket>();
          private byId: Record<string, Socket> = {};
          private list: Socket[] = [];
          private rest: Socket[] = [];
          private queue: Socket[] = [];

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
            this.sockets.add(client);
            this.byId[client.id] = client;
            this.list.push(client);
            this.rest.push(client);
            this.queue.push(client);
          }

          handleDisconnect(client: Socket) {
            this.clients?.delete(client.id);
            this.sockets!.delete(client);
            delete this.byId[client.id];
            this.list.splice(this.list.indexOf(client), 1);
            this.rest = this.rest.filter((other) => other !== client);
            this.queue.length = 0;
          }
        }
      `,
    },
    {
      name: 'entries that are deleted from a collection by another way to it',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        class Base {
          get sockets() {
            return this.#sockets;
          }
          readonly #sockets = new Set<Socket>();
        }

        @WebSocketGateway()
        export class ChatGateway extends Base {
          private readonly clients = new Map<string, Socket>();
          private readonly names = new Map<string, string>();
          private readonly all = new Map<string, Socket>();

          handleConnection(client: Socket) {
            const { clients } = this;
            clients.set(client.id, client);
            this.sockets.add(client);
            this.names.set(client.id, 'guest');
            this.all.set(client.id, client);
          }

          handleDisconnect(client: Socket) {
            const { clients: known, all } = this;
            const self = this;
            known.delete(client.id);
            this.sockets.delete(client);
            self.names.delete(client.id);
            forget(all, client.id);
          }
        }

        function forget(clients: Map<string, Socket>, id: string) {
          clients.delete(id);
        }
      `,
    },
    {
      name: 'entries that are deleted inside entries',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private rooms = new Map<string, Set<Socket>>();
          private users: Record<string, string[]> = {};
          private games: Record<string, string[]> = {};
          private seats: Record<string, Socket | undefined> = {};

          @SubscribeMessage('join')
          join(client: Socket, room: string) {
            this.rooms.get(room).add(client);
            this.users[room].push(client.id);
            this.games[room].push(client.id);
            this.seats[client.id] = client;
          }

          handleDisconnect(client: Socket) {
            for (const [, members] of this.rooms) members.delete(client);
            const users = this.users[client.data.room] || [];
            users.splice(users.indexOf(client.id), 1);
            for (const game in this.games) {
              this.games[game] = this.games[game].filter((id) => id !== client.id);
            }
            this.seats[client.id] = undefined;
          }
        }
      `,
    },
    {
      name: 'entries that are deleted by a method',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Map<string, Socket>();
          private rooms = new Map<string, Set<string>>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }

          @SubscribeMessage('join')
          join(client: Socket, room: string) {
            this.rooms.get(room).add(client.id);
          }

          handleDisconnect = async (client: Socket) => {
            this.forget(client.id);
            this.rooms.forEach(this.leave);
          };

          private forget(id: string) {
            this.reallyForget(id);
          }

          private reallyForget(id: string) {
            this.clients.delete(id);
          }

          private leave = (members: Set<string>) => members.clear();
        }
      `,
    },
    {
      name: "entries that a handler's method deletes too",
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private names = new Map<string, string>();

          @SubscribeMessage('join')
          join(client: Socket, name: string) {
            this.names.set(client.id, name);
          }

          @SubscribeMessage('leave')
          leave(client: Socket) {
            this.names.delete(client.id);
          }

          handleDisconnect(client: Socket) {
            this.leave(client);
          }
        }
      `,
    },
    {
      name: 'entries that are deleted later',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }

          handleDisconnect(client: Socket) {
            setTimeout(() => this.clients.delete(client.id), 5000);
          }
        }
      `,
    },
    {
      name: 'entries that go by themselves',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private pending = new Map<string, Socket>();
          private busy = new Set<string>();
          private last: string[] = [];

          handleConnection(client: Socket) {
            this.pending.set(client.id, client);
            setTimeout(() => this.pending.delete(client.id), 5000);
            this.last.push(client.id);
            if (this.last.length > 100) this.last.shift();
          }

          @SubscribeMessage('load')
          async load(client: Socket) {
            this.busy.add(client.id);
            try {
              await this.service.load();
            } finally {
              this.busy.delete(client.id);
            }
          }

          handleDisconnect() {}
        }
      `,
    },
    {
      name: 'entries that another part of the class takes out',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Set<Socket>();
          private users = new Map<string, Socket>();

          constructor() {
            setInterval(() => this.clients.forEach((client) => this.clients.delete(client)), 1000);
          }

          handleConnection(client: Socket) {
            this.clients.add(client);
            this.users.set(client.data.userId, client);
          }

          @OnEvent('user.left')
          onLeft(id: string) {
            this.users.delete(id);
          }

          handleDisconnect() {}
        }
      `,
    },
    {
      name: 'entries of a module that a function takes out',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        const clients = new Map<string, Socket>();

        setInterval(() => {
          for (const [id, client] of clients) if (!client.connected) clients.delete(id);
        }, 1000);

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            clients.set(client.id, client);
          }

          handleDisconnect() {}
        }
      `,
    },
    {
      name: 'a collection that goes to code which may empty it',
      code: `
        import { pull } from 'lodash';
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private list: Socket[] = [];
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.list.push(client);
            this.clients.set(client.id, client);
          }

          handleDisconnect(client: Socket) {
            pull(this.list, client);
            this.presence.leave(this.clients, client.id);
          }
        }
      `,
    },
    {
      name: 'a callback that another class may run when the client leaves',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
            this.presence.track(client, () => this.clients.delete(client.id));
          }
        }
      `,
    },
    {
      name: 'a listener on the client that cleans up',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
            const timer = setInterval(() => client.emit('time'), 1000);
            client.on('disconnect', () => this.clients.delete(client.id));
          }
        }
      `,
    },
    {
      name: 'a listener on the client, once, for disconnecting',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            this.watch(client);
          }

          private watch(client: Socket) {
            client.once('disconnecting', () => {});
          }
        }
      `,
    },
    {
      name: "a listener on the client's connection, in a const",
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        const CLOSE = 'close';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            client.conn.on(CLOSE, () => {});
          }
        }
      `,
    },
    {
      name: 'a listener on the client for an event that is not seen',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';
        import { Events } from './events';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            client.on(Events.Leave, () => {});
          }
        }
      `,
    },
    {
      name: 'a listener on every client, set up in afterInit',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Server, Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {}

          afterInit(server: Server) {
            server.on('connection', (socket) => socket.on('disconnect', () => {}));
          }
        }
      `,
    },
    {
      name: 'listeners of ws',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { WebSocket } from 'ws';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: WebSocket) {
            client.addEventListener('close', () => {});
          }
        }

        @WebSocketGateway({ path: '/news' })
        export class NewsGateway {
          handleConnection(client: WebSocket) {
            client.onclose = () => {};
          }
        }
      `,
    },
    {
      name: 'the client goes to code that may clean up',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            this.presence.join(client);
          }
        }
      `,
    },
    {
      name: 'the client goes to a class, and in a literal, two methods deep',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            this.sessions = new Session(client);
          }
        }

        @WebSocketGateway({ path: '/news' })
        export class NewsGateway {
          handleConnection(client: unknown) {
            this.start(client);
          }

          private start(client: unknown) {
            this.hand(client);
          }

          private hand(client: unknown) {
            this.bus.emit('client.connected', { client });
          }
        }
      `,
    },
    {
      name: 'what is no state',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private sockets = new WeakMap<Socket, string>();
          private seen = new WeakSet<Socket>();
          private cache = new LruCache();
          private count = 0;

          handleConnection(client: Socket) {
            this.sockets.set(client, 'x');
            this.seen.add(client);
            this.cache.set(client.id, client);
            this.count += 1;
            client.data.user = { id: 1 };
            client.join('room:1');
          }

          handleDisconnect() {}
        }
      `,
    },
    {
      name: "collections that are not the gateway's own",
      code: `
        import { Inject } from '@nestjs/common';
        import { Map as ImmutableMap } from 'immutable';
        import { Set } from './set';
        import { shared } from './shared';
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        export const exported = new Map<string, Socket>();
        const other = make();
        const { taken } = shared;
        let later: Map<string, Socket>;

        @WebSocketGateway()
        export class ChatGateway {
          @Inject('CLIENTS') private injected: Map<string, Socket>;
          private own = new Set<Socket>();
          private typed: Set<Socket>;
          private users = ImmutableMap<string, Socket>();
          private state = { users: {} };
          private literal: { users: Map<string, Socket> };
          private scalar: string;

          constructor(private readonly clients: Map<string, Socket>) {}

          handleConnection(client: Socket, sockets = []) {
            shared.set(client.id, client);
            exported.set(client.id, client);
            other.set(client.id, client);
            taken.set(client.id, client);
            later.set(client.id, client);
            unknown.set(client.id, client);
            this.injected.set(client.id, client);
            this.own.add(client);
            this.typed.add(client);
            this.users.set(client.id, client);
            this.state.users[client.id] = client;
            this.literal[client.id] = client;
            this.scalar[client.id] = client;
            this.clients.set(client.id, client);
            this.inherited.set(client.id, client);
            sockets.push(client);
            new Map().set(client.id, client);
            [client].forEach((one) => one);
          }

          handleDisconnect() {}
        }
      `,
    },
    {
      name: 'collections that are not filled per client',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private rooms = new Map<string, Set<string>>();
          private config: Record<string, string> = {};
          private messages: object[] = [];
          private lines: string[] = [];
          private seen = new Set<string>();
          private last = new Map<string, Socket>();
          private users = new Map<string, object>();

          handleConnection(client: Socket) {
            this.config[this.key] = this.value;
            this.config.last = client.id;
            this.config[\`last\`] = client.id;
            this.last.set('latest', client);
            this.rooms.set();
          }

          handleDisconnect(client: Socket) {
            this.last.set(client.id, client);
          }

          @SubscribeMessage('say')
          async say(client: Socket, message: Message) {
            const line = { author: client.id, text: message.text };
            this.messages.push(line, { ...message, id: client.id }, { id: client.id, text: 'x', [key]: 1 });
            this.lines.push(\`\${client.data.name}: \${message.text}\`);
            this.seen.add(message.id);
            this.rooms.set(message.room, new Set());
            this.rooms[message.room] = [];
            const room = await this.rooms.find(client);
            this.users.set(room.id, { room });
            this.messages = [...message.list, client];
            this.users.set(message.id, { ...message });
            this.lines = [, ...this.lines];
          }
        }
      `,
    },
    {
      name: 'intervals that end',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            client.data.clock = setInterval(() => client.emit('time', Date.now()), 10_000);
            setTimeout(() => client.emit('late'), 60_000);
          }

          handleDisconnect(client: Socket) {
            clearInterval(client.data.clock);
          }
        }
      `,
    },
    {
      name: 'intervals that a base class of the file ends',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        abstract class Base {
          handleDisconnect(client: Socket) {
            clearInterval(client.data.clock);
          }
        }

        @WebSocketGateway()
        export class ChatGateway extends Base {
          handleConnection(client: Socket) {
            client.data.clock = setInterval(() => client.emit('time', Date.now()), 10_000);
          }
        }
      `,
    },
    {
      name: 'intervals for all clients',
      code: `
        import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          private clients = 0;
          private waiting: Socket[] = [];

          afterInit() {
            setInterval(() => this.tick(), 1000);
          }

          handleConnection(client: Socket) {
            if (!this.timer) {
              this.timer = setInterval(() => this.tick(), 1000);
            }
            this.other ??= setInterval(() => this.tick(), 1000);
            this.waiting.push(client);
            if (this.waiting.length === 1) setInterval(() => this.tick(), 1000);
          }

          handleDisconnect() {
            this.waiting.pop();
            setInterval(() => this.tick(), 1000);
          }

          @SubscribeMessage('start')
          start() {
            setInterval(() => this.tick(), 1000);
          }
        }
      `,
    },
    {
      name: 'an interval of the file',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        function setInterval(callback: () => void, time: number) {}

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            setInterval(() => client.emit('time'), 1000);
            other.setInterval(() => client.emit('time'), 1000);
          }

          handleDisconnect() {}
        }
      `,
    },
    {
      name: 'intervals that go to code which may end them',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            this.scheduler.addInterval(client.id, setInterval(() => client.emit('time'), 1000));
            const timer = setInterval(() => client.emit('time'), 1000);
            keep(timer);
            client.data.timer = setInterval(() => client.emit('time'), 1000);
            return setInterval(() => client.emit('time'), 1000);
          }

          handleDisconnect(client: Socket) {
            this.timers.stop(client);
          }
        }
      `,
    },
    {
      name: 'listeners that are removed',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            this.bus.on('news', (text) => client.emit('news', text));
          }

          handleDisconnect() {
            this.bus.removeAllListeners('news');
          }
        }
      `,
    },
    {
      name: 'what is no listener on an outside emitter',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            const local = new EventEmitter();
            local.on('news', () => {});
            new EventEmitter().on('news', () => {});
            client.on('news', () => {});
            client.nsp.on('news', () => {});
            this.bus.once('news', () => {});
            this.redis.subscribe('news');
            this.database.on('users.id', 'rooms.user');
            this.database.channel.on('changes', { event: '*' }, handler);
            this.bus.on('news', handler);
            this.bus.on('news');
          }

          handleDisconnect() {}
        }
      `,
    },
    {
      name: 'subscriptions that end',
      code: `
        import { interval, of, take, takeUntil, takeUntil as until } from 'rxjs';
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            this.changes$.pipe(takeUntil(this.gone$)).subscribe((text) => client.emit('news', text));
            this.changes$.pipe(until(this.gone$)).subscribe((text) => client.emit('news', text));
            interval(1000).pipe(take(3)).subscribe(() => client.emit('time'));
            this.changes$.pipe(operators).subscribe(() => client.emit('time'));
            this.http.get('/news').subscribe((news) => client.emit('news', news));
            of(1).subscribe(() => client.emit('time'));
            source.subscribe(() => client.emit('time'));
            pipe().subscribe(() => client.emit('time'));
            this.changes$.subscribe();
            subscribe(() => client.emit('time'));
          }

          handleDisconnect() {}
        }
      `,
    },
    {
      name: 'subscriptions that are unsubscribed',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {
            client.data.news = this.changes$.subscribe((text) => client.emit('news', text));
          }

          handleDisconnect(client: Socket) {
            client.data.news.unsubscribe();
          }
        }
      `,
    },
    {
      name: 'a base class of another file',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';
        import { BaseGateway } from './base.gateway';

        @WebSocketGateway()
        export class ChatGateway extends BaseGateway {
          private clients = new Map<string, Socket>();

          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }
        }
      `,
    },
    {
      name: 'a base class of the file has the hook',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        abstract class Base {
          protected clients = new Map<string, Socket>();

          handleDisconnect(client: Socket) {
            this.clients.delete(client.id);
          }
        }

        @WebSocketGateway()
        export class ChatGateway extends Base {
          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }
        }
      `,
    },
    {
      name: 'super runs the hook of the base class',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        class Base {
          protected clients = new Map<string, Socket>();

          handleDisconnect(client: Socket) {
            this.clients.delete(client.id);
          }
        }

        @WebSocketGateway()
        export class ChatGateway extends Base {
          handleConnection(client: Socket) {
            this.clients.set(client.id, client);
          }

          handleDisconnect(client: Socket) {
            super.handleDisconnect(client);
            super.toString();
            super[method]();
          }
        }
      `,
    },
    {
      name: 'an abstract gateway, which a subclass completes',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export abstract class BaseGateway {
          handleConnection(client: Socket) {}

          abstract handleDisconnect(client: Socket): void;
        }
      `,
    },
    {
      name: 'a hook that is no function to be read',
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';
        import { Socket } from 'socket.io';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {}
          handleDisconnect = debounce(() => {});
        }

        @WebSocketGateway({ path: '/news' })
        export class NewsGateway {
          handleConnection(client: Socket) {}
          get handleDisconnect() {
            return () => {};
          }
        }
      `,
    },
    {
      name: 'an undecorated subclass',
      code: `
        import { SubscribeMessage } from '@nestjs/websockets';
        import { SocketGateway } from './socket.gateway';

        export class ChatGateway extends SocketGateway {
          private names = new Map<string, string>();

          handleConnection(client: Socket) {}

          @SubscribeMessage('join')
          join(client: Socket, name: string) {
            this.names.set(client.id, name);
          }
        }
      `,
    },
    {
      name: 'a decorator of another package',
      code: `
        import { WebSocketGateway } from 'my-websockets';

        @WebSocketGateway()
        export class ChatGateway {
          handleConnection(client: Socket) {}
        }
      `,
    },
    {
      name: 'a port of the domain',
      code: `
        import type { OnGatewayConnection } from '@nestjs/websockets';

        export interface ChatGateway extends OnGatewayConnection {
          handleConnection(client: unknown): void;
        }
      `,
    },
  ],
});

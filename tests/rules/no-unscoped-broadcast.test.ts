import rule from '../../src/rules/no-unscoped-broadcast.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { Namespace, Server, Socket } from 'socket.io';
`;

/** A gateway whose handler has this body. */
function handler(body: string, options = '', members = ''): string {
  return `${IMPORTS}
@WebSocketGateway(${options})
export class ChatGateway {
  @WebSocketServer() private readonly server: Server;
  @SubscribeMessage('say')
  async say(@ConnectedSocket() client: Socket, @MessageBody() text: string) {
    ${body}
  }
  ${members}
}
`;
}

const EVERYONE = [{ messageId: 'everyone', data: { method: 'emit' } }];
const OTHERS = [{ messageId: 'everyoneElse', data: { method: 'emit' } }];

new RuleTester().run('no-unscoped-broadcast', rule, {
  invalid: [
    // A decorator that a const of the file chooses.
    marked(
      handler("«this.server.emit»('message', text);").replace(
        '@WebSocketGateway()',
        'const Gateway = enabled ? WebSocketGateway({ cors: false }) : () => {};\n@Gateway',
      ),
      EVERYONE,
    ),
    marked(handler("«this.server.emit»('message', text);"), EVERYONE),
    marked(handler("«this.server?.emit»('message', text);"), EVERYONE),
    marked(handler("«this.server!.emit»('message', text);"), EVERYONE),
    marked(handler("«(this.server as any).emit»('message', text);"), EVERYONE),
    marked(handler("«this['server']['emit']»('message', text);"), EVERYONE),
    // What changes how a message is sent, and not to whom.
    marked(handler("«this.server.local.emit»('message', text);"), EVERYONE),
    marked(handler("«this.server.volatile.emit»('message', text);"), EVERYONE),
    marked(handler("«this.server.timeout(1000).emit»('message', text);"), EVERYONE),
    marked(handler("«this.server.compress(true).volatile.emit»('message', text);"), EVERYONE),
    marked(handler("await «this.server.timeout(1000).emitWithAck»('message', text);"), [
      { messageId: 'everyone', data: { method: 'emitWithAck' } },
    ]),
    marked(handler("«this.server.sockets.emit»('message', text);"), EVERYONE),
    // Everyone but the sender.
    marked(handler("«client.broadcast.emit»('message', text);"), OTHERS),
    marked(handler("«client.broadcast.volatile.emit»('message', text);"), OTHERS),
    marked(handler("«client.volatile.broadcast.emit»('message', text);"), OTHERS),
    // Consts, and functions inside the handler.
    marked(handler("const io = this.server; «io.emit»('message', text);"), EVERYONE),
    marked(handler("const { server } = this; «server.emit»('message', text);"), EVERYONE),
    marked(handler("const others = client.broadcast; «others.emit»('message', text);"), OTHERS),
    marked(handler("const quick = this.server.volatile; «quick.emit»('a');"), EVERYONE),
    marked(handler("this.rooms.forEach(() => «this.server.emit»('message', text));"), EVERYONE),
    marked(handler("«this.server.emit»('a'); «client.broadcast.emit»('b');"), [
      ...EVERYONE,
      ...OTHERS,
    ]),
    // The server under other names and types, inherited and injected.
    marked(
      `${IMPORTS}
@WebSocketGateway() export class ChatGateway {
  @WebSocketServer() io;
  @SubscribeMessage('say') say(socket, text) { «this.io.emit»('message', text); «socket.broadcast.emit»('message'); }
}`,
      [...EVERYONE, ...OTHERS],
    ),
    marked(
      `${IMPORTS}
class Base { @WebSocketServer() wss: Namespace; }
@WebSocketGateway() export class ChatGateway extends Base {
  @SubscribeMessage('say') say(client: Socket, text: string) { «this.wss.emit»('message', text); }
}`,
      EVERYONE,
    ),
    marked(
      `${IMPORTS}
@WebSocketGateway() export class ChatGateway {
  constructor(private readonly io: Server) {}
  @SubscribeMessage('say') say(client: Socket, text: string) { «this.io.emit»('message', text); }
}`,
      EVERYONE,
    ),
    marked(
      `import * as sio from 'socket.io';
import * as nest from '@nestjs/websockets';
@nest.WebSocketGateway() export class ChatGateway {
  private io?: sio.Server | null = null;
  @nest.SubscribeMessage('say') say(client, text) { «this.io.emit»('message', text); }
}`,
      EVERYONE,
    ),
    // A namespace by name is no room; a partial gateway has none to be seen.
    marked(handler("«this.server.emit»('a');", "{ namespace: 'chat' }"), EVERYONE),
    marked(handler("«this.server.emit»('a');", '3001, { namespace: `/${tenant}` }'), EVERYONE),
    marked(handler("«this.server.emit»('a');", "{ namespace: '' }"), EVERYONE),
    marked(handler("«client.broadcast.emit»('a');", '{ namespace: /^\\/room-/ }'), OTHERS),
    marked(
      `${IMPORTS}
export class ChatGateway extends Base {
  @WebSocketServer() server: Server;
  @SubscribeMessage('say') say(client: Socket) { «this.server.emit»('a'); «client.broadcast.emit»('b'); }
}`,
      [...EVERYONE, ...OTHERS],
    ),
  ],
  valid: [
    // A server has no `broadcast` of a socket's.
    handler("this.server.broadcast.emit('message', text);"),
    // A room, or an exclusion.
    handler("this.server.to('room:1').emit('message', text);"),
    handler("this.server.in('room:1').volatile.emit('message', text);"),
    handler("this.server.volatile.to('room:1').emit('message', text);"),
    handler("this.server.except('room:1').emit('message', text);"),
    handler("client.broadcast.to('room:1').emit('message', text);"),
    handler("client.broadcast.except('room:1').emit('message', text);"),
    handler("client.to('room:1').emit('message', text);"),
    handler("const room = this.server.to('room:1'); room.emit('message', text);"),
    handler(
      "const room = this.server.to('room:1').volatile; room.timeout(5).emit('message', text);",
    ),
    // The client alone.
    handler("client.emit('message', text); client.volatile.emit('message', text);"),
    // The namespace that a regular expression made is the room, and unknown ones may be.
    handler("client.nsp.emit('message', text);"),
    handler("this.server.emit('a');", '{ namespace: /^\\/room-\\d+$/ }'),
    handler("this.server.emit('a');", "{ namespace: new RegExp('^/room-') }"),
    handler("this.server.emit('a');", '{ namespace: NAMESPACE }'),
    handler("this.server.emit('a');", 'OPTIONS'),
    // Hooks, and methods that services call.
    handler('', '', "handleConnection(client: Socket) { this.server.emit('count', 1); }"),
    handler(
      '',
      '',
      "handleDisconnect(client: Socket) { client.broadcast.emit('left', client.id); }",
    ),
    handler('', '', "afterInit(server: Server) { server.emit('hello'); }"),
    handler('this.announce(text);', '', "announce(text) { this.server.emit('news', text); }"),
    handler('client.clientBroadcast(text);'),
    // No server of Socket.IO, or not known to be one.
    handler("this.events.emit('message', text);", '', 'private events = new EventEmitter();'),
    handler(
      "this.bus.emit('message', text);",
      '',
      'constructor(private readonly bus: Server<string>, other: string) {}',
    )
      .replace('Namespace, Server,', 'Namespace,')
      .replace('readonly server: Server', 'readonly server'),
    handler("this.io.emit('message', text);", '', '@Inject() private io;'),
    handler(
      "this[name].emit('a'); server.emit('b'); emit('c'); this.server.sockets.adapter.emit('d');",
    ),
    handler("let io = this.server; io = other; io.emit('a');"),
    handler("this.server.serverSideEmit('message', text);"),
    handler('this.server.emit;'),
    `${IMPORTS}
export class ChatGateway extends Base {
  @SubscribeMessage('say') say(client: Socket) { this.server.emit('a'); }
}`,
    // A chain that is defined by itself.
    handler("const op = op.to('x'); op.emit('a');"),
    // Another package, ws.
    handler("this.server.emit('a');").replaceAll('@nestjs/websockets', 'my-sockets'),
    handler("this.server.emit('a');").replaceAll("'socket.io'", "'ws'"),
    { code: handler("this.server.emit('a');"), settings: { 'nestjs-gateway': { platform: 'ws' } } },
  ],
});

import { describe, expect, it } from 'vitest';

import { isToOneClient, socketCalls } from '../../../src/gateway/sockets/emit.ts';
import { socketsOf } from '../../../src/gateway/sockets/sockets.ts';
import { readFile, readGateway } from '../read.ts';

const NEST = `
  import { MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
  import { Namespace, RemoteSocket, Server, Socket } from 'socket.io';
`;

/** What the arguments of `log(…)` in the members of a gateway are, as `type path`. */
function logged(members: string, above = ''): (string | undefined)[] {
  const file = readFile(`${NEST}${above} @WebSocketGateway() class A { ${members} }`);
  const [gateway] = file.gateways;
  if (!gateway) throw new Error('no gateway');
  return file
    .routine(gateway.class.node)
    .calls.filter(({ callee }) => callee.type === 'Identifier' && callee.name === 'log')
    .flatMap((call) =>
      call.arguments.map((argument) => {
        const value = socketsOf(file).of(argument);
        return value && [value.isInjected ? 'own' : '', value.type, ...value.path].join(' ').trim();
      }),
    );
}

/** Each chain of the gateway as `method scopes root`. */
function chains(body: string): string[] {
  const gateway = readGateway(`${NEST} @WebSocketGateway() class A {
    @WebSocketServer() server: Server;
    @SubscribeMessage('a') a(client: Socket, data) { ${body} }
  }`);
  const { sourceCode } = gateway.file;
  return socketCalls(gateway.class, gateway.file).map(({ method, scopes, root, socket }) =>
    [method, scopes.length, sourceCode.getText(root), socket?.type ?? 'unknown'].join(' '),
  );
}

describe('which expressions are sockets', () => {
  it('knows what Nest hands to hooks and handlers', () => {
    expect(logged('afterInit(io) { log(io); }')).toEqual(['own server']);
    expect(logged('handleConnection(c) { log(c, c.id); }')).toEqual(['client', 'client id']);
    expect(logged("@SubscribeMessage('a') a(c, data) { log(c, data); }")).toEqual([
      'client',
      undefined,
    ]);
    expect(logged("@SubscribeMessage('a') a(@MessageBody() data) { log(data); }")).toEqual([
      undefined,
    ]);
    expect(logged('handleConnection = (c) => { setTimeout(() => log(c)); }')).toEqual(['client']);
    expect(logged('handleConnection() { log(client); }')).toEqual([undefined]);
    expect(logged('handleConnection() { log(arguments, Promise); }')).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('follows calls one class deep, and no further', () => {
    expect(
      logged(`handleConnection(c) { this.a(c, 1); }
        a(x, y, z = 2) { log(x, y, z); this.b(x); } b(x) { log(x); }`),
    ).toEqual(['client', undefined, undefined, undefined]);
    expect(
      logged(`handleConnection(c) { this.a(c.data); this.a(...c); this.c(); } a(x) { log(x); }`),
    ).toEqual([undefined]);
    expect(logged('handleConnection(c) { this.a(c.data); } a(x) { log(x); }')).toEqual([undefined]);
    expect(logged('handleConnection(c) { this.a(c); } a(x = null) { log(x); }')).toEqual([
      'client',
    ]);
  });

  it('follows calls whichever socket is asked for first', () => {
    expect(
      logged('handleConnection(c) { const s = c; log(c, s); this.a(s); } a(x) { log(x); }'),
    ).toEqual(['client', 'client', 'client']);
    expect(
      logged(`handleConnection(c) { log(c); this.a(c, c); }
        @SubscribeMessage('a') a(x, y) { this.b(y); log(y); } b(z) {}`),
    ).toEqual(['client', 'client']);
  });

  it('knows fields by their decorator or their type', () => {
    expect(logged('@WebSocketServer() io; a() { log(this.io, this.other); }')).toEqual([
      'own server',
      undefined,
    ]);
    expect(logged('io: Namespace; b: Map; a() { log(this.io, this.b); }')).toEqual([
      'server',
      undefined,
    ]);
    expect(
      logged(
        'constructor(private io: Server, readonly x = 1, y: Server) {} a() { log(this.io, this.x, this.y); }',
      ),
    ).toEqual(['server', undefined, undefined]);
    expect(logged('constructor(private io: Server = make()) {} a() { log(this.io); }')).toEqual([
      'server',
    ]);
  });

  it('knows a field that the constructor of a base class declares', () => {
    const file = readFile(`${NEST}
      class Base { constructor(protected io: Server) {} }
      @WebSocketGateway() class A extends Base { a() { log(this.io); } }`);
    const [call] = file.routine(file.sourceCode.ast).calls.slice(-1);
    const [argument] = call?.arguments ?? [];
    expect(argument && socketsOf(file).of(argument)?.type).toBe('server');
  });

  it('knows a field that is given the server of the gateway, and nothing else', () => {
    expect(logged('afterInit(s) { this.io = s; } a() { log(this.io); }')).toEqual(['own server']);
    expect(logged('afterInit(s) { this.io = s; this.n = 1; } a() { log(this.io); }')).toEqual([
      'own server',
    ]);
    expect(logged('afterInit(s) { const self = this; io = s; log(self); }')).toEqual([undefined]);
    expect(logged('afterInit(s) { this.io = s.server; } a() { log(this.io); }')).toEqual([
      undefined,
    ]);
    expect(
      logged(
        'io: Server; afterInit(s) { this.io = s; } b() { this.io = make(); } a() { log(this.io); }',
      ),
    ).toEqual(['server']);
    expect(logged('b() { this.io = this.io; } a() { log(this.io); }')).toEqual([undefined]);
  });

  it('reads consts, patterns, casts and properties', () => {
    expect(
      logged(`@WebSocketServer() io; a() {
        const { io } = this; const s = this.io as any; const { sockets: { adapter } } = s;
        log(io, s!, adapter, s?.sockets, s['sockets'], s[key], s.volatile.local);
      }`),
    ).toEqual([
      'own server',
      'own server',
      'own server sockets adapter',
      'own server sockets',
      'own server sockets',
      undefined,
      'own server',
    ]);
    expect(logged('a() { const { ...x } = this; const {} = this; log(x); }')).toEqual([undefined]);
    expect(logged('@WebSocketServer() io; a() { let x = this.io; x = b; log(x); }')).toEqual([
      undefined,
    ]);
    expect(logged('a() { const x = y; const y = x; log(x); }')).toEqual([undefined]);
  });

  it('knows types by their binding', () => {
    expect(
      logged(
        'a(a: Socket<X>, b: RemoteSocket<X, Y>, c: Socket | null, d: string, e: Array<Socket>) { log(a, b, c, d, e); }',
      ),
    ).toEqual(['client', 'client', 'client', undefined, undefined]);
    expect(
      logged(
        'a(a: A1, b: A2, c: A3, d: A4, e: A5, f: A6, g: A7) { log(a, b, c, d, e, f, g); }',
        `type A1 = Socket & { user: string }; interface A2 extends Other, Socket {} class A3 extends Socket {}
         class A4 {} interface A5 {} enum A6 { a } type A7 = A7 | null;`,
      ),
    ).toEqual(['client', 'client', 'client', undefined, undefined, undefined, undefined]);
    expect(logged('a(a: S) { log(a); }', "import { Socket as S } from './socket';")).toEqual([
      undefined,
    ]);
    expect(
      logged('a(a: D) { log(a); }', "import { DisconnectReason as D } from 'socket.io';"),
    ).toEqual([undefined]);
  });

  it('knows what a filter asks its host for', () => {
    expect(
      logged(`a(host) { const ws = host.switchToWs();
        log(host.switchToWs().getClient(), ws.getClient<Socket>(), ws.getData(), host.getClient(), getClient()); }`),
    ).toEqual(['client', 'client', undefined, undefined, undefined]);
    expect(logged('a(host) { log(host.switchToHttp().getClient()); }')).toEqual([undefined]);
  });

  it('reads seven members, and no more', () => {
    expect(logged('handleConnection(c) { log(c.a.b.c.d.e.f.g, c.a.b.c.d.e.f.g.h); }')).toEqual([
      'client a b c d e f g',
      undefined,
    ]);
  });

  it('knows no variable that is declared twice, and no other name of this', () => {
    expect(
      logged('handleConnection(c: Socket) { var a: Socket = c; var a: Socket; log(a); }'),
    ).toEqual([undefined]);
    expect(
      logged('@WebSocketServer() server; a() { const self = this; log(self.server); }'),
    ).toEqual([undefined]);
  });

  it('knows nothing of this outside of a class', () => {
    const file = readFile(`${NEST} log(this.server); @WebSocketGateway() class A {}`);
    const [call] = file.routine(file.sourceCode.ast).calls;
    const [argument] = call?.arguments ?? [];
    expect(argument && socketsOf(file).of(argument)).toBeUndefined();
  });
});

describe('chains', () => {
  it('of a class are looked for once', () => {
    const { class: model, file } = readGateway(`${NEST} @WebSocketGateway() class A {
      handleConnection(client) { client.join('a'); }
    }`);
    expect(socketCalls(model, file)).toHaveLength(1);
    expect(socketCalls(model, file)).toBe(socketCalls(model, file));
  });

  it('are read once, from their end to their root', () => {
    expect(chains("this.server.to('a').in('b').volatile.timeout(5).emit('x');")).toEqual([
      'emit 2 this.server server',
    ]);
    expect(chains("client.join('a'); client.to('a'); other.to('a').emit('x');")).toEqual([
      'join 0 client client',
      'to 1 client client',
      'emit 1 other unknown',
    ]);
    expect(chains("join('a'); client[name]('a'); (() => {})();")).toEqual([]);
  });

  it('go through consts', () => {
    expect(chains("const a = this.server.to('a'); a.emit('x'); a.emit('y');")).toEqual([
      'to 1 this.server server',
      'emit 1 this.server server',
      'emit 1 this.server server',
    ]);
    expect(chains("const a = 5; a.emit('x'); const b = b.to('b'); b.emit('y');")).toEqual([
      'emit 0 a unknown',
      'to 2 b unknown',
      'emit 1 b unknown',
    ]);
  });

  it('tell whether they reach one client', () => {
    const gateway = readGateway(`${NEST} @WebSocketGateway() class A {
      @WebSocketServer() server: Server;
      @SubscribeMessage('a') a(client: Socket, data) {
        client.emit('a'); this.server.to(client.id).emit('b'); client.to('x').emit('c');
        this.server.except(client.id).emit('d'); this.server.emit('e'); other.emit('f');
        client.broadcast.emit('g'); this.server.to().emit('h'); this.server.to(data.id).emit('i');
        this.server.to(client.data.room).emit('j');
      }
    }`);
    const { file } = gateway;
    const reached = socketCalls(gateway.class, file)
      .filter((call) => isToOneClient(call, file))
      .map(
        ({
          node: {
            arguments: [event],
          },
        }) => event && file.sourceCode.getText(event),
      );
    expect(reached).toEqual(["'a'", "'b'"]);
  });
});

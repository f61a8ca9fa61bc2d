import rule from '../../src/rules/no-throw-in-lifecycle-hook.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { JwtService } from '@nestjs/jwt';
import { catchError, catchError as rescue, lastValueFrom, of } from 'rxjs';
import type { Server, Socket } from 'socket.io';
`;

/** A gateway with some members; the rule's own code frames are left out of the cases below. */
function gateway(members: string): string {
  return `${IMPORTS}
@WebSocketGateway()
class ChatGateway {
  @WebSocketServer() server: Server;
  constructor(private readonly jwt: JwtService, private readonly auth: AuthService) {}
  ${members}
}`;
}

type Kind = 'throw' | 'verify' | 'await' | 'read' | 'unpack' | 'floating' | 'call';
type Suggestion = 'optional' | 'fallback' | 'disconnect' | 'wrap' | 'catch' | 'addAwait' | 'next';

/** What is expected of one finding: the suggestion replaces a text of the code by another. */
interface Expected {
  readonly messageId: Kind | 'middleware' | 'listener';
  readonly data: Record<string, string>;
  readonly suggestion?: readonly [id: Suggestion, from: string, to: string];
}

const REPAIRS = {
  afterInit: 'Catch it, or check what it needs before the server starts',
  handleConnection: 'Catch it and disconnect the client',
  handleDisconnect: 'Catch and log it',
};

function found(
  messageId: Kind,
  hook: keyof typeof REPAIRS,
  suggestion?: Expected['suggestion'],
  call = '',
): Expected {
  return {
    messageId,
    data: { where: hook, repair: REPAIRS[hook], call },
    ...(suggestion && { suggestion }),
  };
}

/** A finding in a middleware of `afterInit` or in a listener of `handleConnection`. */
function foundIn(
  place: 'middleware' | 'listener',
  messageId: Kind | 'middleware' | 'listener' = place,
  suggestion?: Expected['suggestion'],
): Expected {
  const hook = place === 'middleware' ? 'afterInit' : 'handleConnection';
  return {
    messageId,
    data: { where: `a ${place}`, repair: REPAIRS[hook], call: '' },
    ...(suggestion && { suggestion }),
  };
}

/**
 * An invalid case. `«…»` in the code marks where each finding begins and ends, in the order of the
 * findings.
 */
function invalid(
  name: string,
  marked: string,
  expected: readonly Expected[],
  options: [{ awaits?: 'auth' | 'all' }?] = [],
) {
  const code = marked.replaceAll(/[«»]/g, '');
  const places = [...marked.matchAll(/«(?<text>[^»]*)»/g)].map(({ index, 1: text = '' }) => {
    const start = marked.slice(0, index).replaceAll(/[«»]/g, '');
    return { ...at(start), ...end(at(start + text)) };
  });
  if (places.length !== expected.length) throw new Error(`${name}: ${places.length} marks`);
  return {
    name,
    code,
    options: options as [],
    errors: expected.map(({ messageId, data, suggestion }, index) => {
      const [id, from, to] = suggestion ?? [];
      if (from !== undefined && code.split(from).length !== 2) {
        throw new Error(`${name}: '${from}' does not stand there once`);
      }
      const suggestions =
        id === undefined || from === undefined || to === undefined
          ? null
          : [
              {
                messageId: id,
                ...(id === 'next' && { data: { next: 'next' } }),
                output: code.replace(from, () => to),
              },
            ];
      return { messageId, data, ...places[index], suggestions };
    }),
  };
}

function at(before: string): { line: number; column: number } {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function end({ line, column }: { line: number; column: number }) {
  return { endLine: line, endColumn: column };
}

function wrapped(body: string, recovery = 'client.disconnect();'): string {
  return `try {\n    ${body.replaceAll(/\n(?!\n)/g, '\n  ')}\n  } catch {\n    ${recovery}\n  }`;
}

/** A one-line body of `handleConnection`, caught. */
function caught(statement: string): readonly ['wrap', string, string] {
  return ['wrap', statement, wrapped(statement)];
}

new RuleTester().run('no-throw-in-lifecycle-hook', rule, {
  invalid: [
    // throw
    invalid(
      'a throw in a block',
      gateway(`handleConnection(client: Socket) {
    if (!client.handshake.auth.token) {
      «throw new Error('no token');»
    }
  }`),
      [
        found('throw', 'handleConnection', [
          'disconnect',
          `throw new Error('no token');`,
          `client.disconnect();\n      return;`,
        ]),
      ],
    ),
    invalid(
      'a throw that is the body of an if',
      gateway(`handleConnection(socket: Socket) {
    if (!socket.handshake.auth.token)
      «throw new Error('no token');»
    else «throw new Error('no');»
  }`),
      [
        found('throw', 'handleConnection', [
          'disconnect',
          `\n      throw new Error('no token');`,
          ` {\n      socket.disconnect();\n      return;\n    }`,
        ]),
        found('throw', 'handleConnection', [
          'disconnect',
          ` throw new Error('no');`,
          ` {\n      socket.disconnect();\n      return;\n    }`,
        ]),
      ],
    ),
    invalid(
      'a throw beside another statement of its line, in a loop and in a switch',
      gateway(`handleConnection(client: Socket) {
    if (bad) { «throw new Error('a');» }
    for (const part of parts) «throw new Error('b');»
    switch (kind) {
      case 1:
        «throw new Error('c');»
    }
  }`),
      [
        found('throw', 'handleConnection', [
          'disconnect',
          `throw new Error('a');`,
          `client.disconnect(); return;`,
        ]),
        found('throw', 'handleConnection', [
          'disconnect',
          ` throw new Error('b');`,
          ` {\n      client.disconnect();\n      return;\n    }`,
        ]),
        found('throw', 'handleConnection', [
          'disconnect',
          `throw new Error('c');`,
          `client.disconnect();\n        return;`,
        ]),
      ],
    ),
    invalid(
      'a throw with a comment that a suggestion would lose',
      gateway(`handleConnection(client: Socket) {
    if (a) // why
      «throw new Error('b');»
    «throw new Error(/* why */ 'a');»
  }`),
      [found('throw', 'handleConnection'), found('throw', 'handleConnection')],
    ),
    invalid(
      'tabs',
      gateway(`handleConnection(client: Socket) {
\t\tif (a) «throw new Error('b');»
\t\t«this.jwt.verify»(token);
\t}`),
      [
        found('throw', 'handleConnection', [
          'disconnect',
          ` throw new Error('b');`,
          ` {\n\t\t\tclient.disconnect();\n\t\t\treturn;\n\t\t}`,
        ]),
        found('verify', 'handleConnection', [
          'wrap',
          'this.jwt.verify(token);',
          'try {\n\t\t\tthis.jwt.verify(token);\n\t\t} catch {\n\t\t\tclient.disconnect();\n\t\t}',
        ]),
      ],
    ),
    invalid('an async throw', gateway(`async handleConnection() { «throw new Error('no');» }`), [
      found('throw', 'handleConnection'),
    ]),
    invalid(
      'throws in the other hooks',
      gateway(`handleDisconnect(client: Socket) { «throw new Error('no');» }
  async afterInit(server: Server) { if (!env) «throw new Error('no');» }`),
      [found('throw', 'handleDisconnect'), found('throw', 'afterInit')],
    ),
    invalid(
      'a hook that is an arrow property, and a client that has no name',
      gateway(`handleConnection = async ({ handshake }: Socket) => { «throw new Error('no');» };`),
      [found('throw', 'handleConnection')],
    ),
    invalid(
      'a catch that throws on: once',
      gateway(`async handleConnection(client: Socket) {
    try {
      await this.jwt.verifyAsync(token);
    } catch (error) {
      «throw error;»
    }
  }`),
      [
        found('throw', 'handleConnection', [
          'disconnect',
          'throw error;',
          'client.disconnect();\n      return;',
        ]),
      ],
    ),
    invalid(
      'a try without catch, and a finally',
      gateway(`handleDisconnect(client: Socket) {
    try { «throw new Error('a');» } finally { «throw new Error('b');» }
  }`),
      [found('throw', 'handleDisconnect'), found('throw', 'handleDisconnect')],
    ),

    // verify
    invalid(
      'verify',
      gateway(`handleConnection(client: Socket) {
    const { token } = client.handshake.auth;
    // who is it?
    const user = «this.jwt.verify»(token); // throws
    client.data.user = user;
    /* done */
  }`),
      [
        found('verify', 'handleConnection', [
          'wrap',
          `// who is it?
    const user = this.jwt.verify(token); // throws
    client.data.user = user;
    /* done */`,
          `try {
      // who is it?
      const user = this.jwt.verify(token); // throws
      client.data.user = user;
      /* done */
    } catch {
      client.disconnect();
    }`,
        ]),
      ],
    ),
    invalid(
      'a wrap keeps the text of templates and comments, and the comment of the line above',
      gateway(`handleConnection(client: Socket) {
    start(); // now

    «this.jwt.verify»(token);

    log(\`
  as it is
\`);
    /* as
    it is */
  }`),
      [
        found('verify', 'handleConnection', [
          'wrap',
          `this.jwt.verify(token);

    log(\`
  as it is
\`);
    /* as
    it is */`,
          `try {
      this.jwt.verify(token);

      log(\`
  as it is
\`);
      /* as
    it is */
    } catch {
      client.disconnect();
    }`,
        ]),
      ],
    ),
    invalid(
      'a wrap would take a function out of reach',
      gateway(`handleConnection(client: Socket) {
    check();
    «this.jwt.verify»(token);
    function check() {}
  }`),
      [found('verify', 'handleConnection')],
    ),
    invalid(
      'verifyAsync, awaited, returned and let go',
      gateway(`async handleConnection(client: Socket) {
    const a = ok ? await «this.jwt.verifyAsync»(first) : null;
    void «this.jwt.verifyAsync»(second);
    «this.jwt.verifyAsync»(third).then((user) => { client.data.user = user; });
    return «this.jwt.verifyAsync»(last);
  }`),
      [
        found('verify', 'handleConnection', [
          'wrap',
          `const a = ok ? await this.jwt.verifyAsync(first) : null;
    void this.jwt.verifyAsync(second);
    this.jwt.verifyAsync(third).then((user) => { client.data.user = user; });
    return this.jwt.verifyAsync(last);`,
          `try {
      const a = ok ? await this.jwt.verifyAsync(first) : null;
      void this.jwt.verifyAsync(second);
      this.jwt.verifyAsync(third).then((user) => { client.data.user = user; });
      return this.jwt.verifyAsync(last);
    } catch {
      client.disconnect();
    }`,
        ]),
        found('verify', 'handleConnection', [
          'catch',
          'void this.jwt.verifyAsync(second)',
          'void this.jwt.verifyAsync(second).catch(() => client.disconnect())',
        ]),
        found('verify', 'handleConnection', [
          'catch',
          'client.data.user = user; })',
          'client.data.user = user; }).catch(() => client.disconnect())',
        ]),
        found('verify', 'handleConnection', [
          'catch',
          'this.jwt.verifyAsync(last)',
          'this.jwt.verifyAsync(last).catch(() => client.disconnect())',
        ]),
      ],
    ),
    invalid(
      'promises in a choice',
      gateway(`async handleConnection(client: Socket) {
    try { return ok && «this.jwt.verifyAsync»(first); } catch {}
    return «this.jwt.verifyAsync»(last) ?? null;
  }
  handleDisconnect = async (client: Socket) => ok && «this.auth.leave»(client);`),
      [
        found('floating', 'handleConnection', [
          'addAwait',
          'ok && this.jwt.verifyAsync(first)',
          'ok && await this.jwt.verifyAsync(first)',
        ]),
        found('verify', 'handleConnection', [
          'catch',
          'this.jwt.verifyAsync(last)',
          'this.jwt.verifyAsync(last).catch(() => client.disconnect())',
        ]),
        found('await', 'handleDisconnect'),
      ],
    ),
    invalid(
      'decorators of Nest, which do not catch',
      `${IMPORTS}
import { UseFilters } from '@nestjs/common';
@WebSocketGateway() class A { @UseFilters(F) handleDisconnect() { «throw new Error('no');» } }`,
      [found('throw', 'handleDisconnect')],
    ),
    invalid(
      'an arrow that returns the promise',
      gateway(`handleConnection = (client: Socket) => «this.jwt.verifyAsync»(token);`),
      [
        found('verify', 'handleConnection', [
          'catch',
          'this.jwt.verifyAsync(token)',
          'this.jwt.verifyAsync(token).catch(() => client.disconnect())',
        ]),
      ],
    ),
    invalid(
      'the reads inside a verification are not shown a second time',
      gateway(`handleConnection(client: Socket) {
    «this.jwt.verify»(client.handshake.headers.authorization.split(' ')[1]);
  }`),
      [
        found('verify', 'handleConnection', [
          'wrap',
          `this.jwt.verify(client.handshake.headers.authorization.split(' ')[1]);`,
          `try {
      this.jwt.verify(client.handshake.headers.authorization.split(' ')[1]);
    } catch {
      client.disconnect();
    }`,
        ]),
      ],
    ),
    invalid(
      'jsonwebtoken and jose, under any name',
      `import { WebSocketGateway } from '@nestjs/websockets';
import * as jwt from 'jsonwebtoken';
import { verify as check } from 'jsonwebtoken';
import { jwtVerify } from 'jose';
@WebSocketGateway()
class ChatGateway {
  async handleDisconnect() {
    «jwt.verify»(token, 'secret');
    «check»(token, 'secret', { algorithms: ['HS256'] });
    await «jwtVerify»(token, key);
  }
}`,
      [
        found('verify', 'handleDisconnect'),
        found('verify', 'handleDisconnect'),
        found('verify', 'handleDisconnect'),
      ],
    ),
    invalid(
      'a catch of jwtVerify that throws itself',
      gateway(`async handleDisconnect() {
    await «this.jwt.verifyAsync»(token).catch(() => { throw new WsException('no'); });
  }`),
      [found('verify', 'handleDisconnect')],
    ),

    // awaits
    ...[
      '«await this.auth.leave»(client);',
      '«await this.auth.leave»(client.handshake as Handshake);',
      'const { id } = client; «await leave»(id);',
      'const user = «await this.auth.find»(client.data.user);',
      'const { user } = client.data; «await this.auth.touch»(user.id).then(() => this.auth.touch(user.id));',
      "«await lastValueFrom»(this.auth.send('leave', client.id));",
      '«await (left ? this.auth.leave(client) : null)»;',
      '«await (null ?? this.auth.leave(client))»;',
      "«await Promise.all»([client.leave('a'), this.auth.leave(client)]);",
      '«await Promise.all»([...rooms.map((room) => this.auth.leave(client, room))]);',
      '«await Promise.race»(rooms.map(async (room) => { await this.auth.leave(client, room); }));',
    ].map((statement) =>
      invalid(
        `an awaited call that receives something of the client: ${statement}`,
        gateway(
          `async handleDisconnect(client: Socket) { if (!client.data.user) return; ${statement} }`,
        ),
        [found('await', 'handleDisconnect')],
      ),
    ),
    invalid(
      'the first of several, since its `try` takes in the rest',
      gateway(`async handleDisconnect(client: Socket) {
    «await this.auth.leave»(client);
    await this.auth.forget(client.id);
  }`),
      [found('await', 'handleDisconnect')],
    ),
    invalid(
      'promises that are known by their then, or by what returns them',
      gateway(`async handleDisconnect(client: Socket) {
    «this.auth.leave»(client).then(() => 1);
    «Promise.all»([this.auth.leave(client)]);
    return «this.auth.leave»(client);
  }
  handleConnection = async (client: Socket) => «this.auth.join»(client);`),
      [
        found('await', 'handleDisconnect'),
        found('await', 'handleDisconnect'),
        found('await', 'handleDisconnect'),
        found('await', 'handleConnection', [
          'catch',
          'this.auth.join(client)',
          'this.auth.join(client).catch(() => client.disconnect())',
        ]),
      ],
    ),
    invalid(
      'await in handleConnection is wrapped',
      gateway(`async handleConnection(client: Socket) {
  «await this.auth.join»(client);
  }`),
      [found('await', 'handleConnection', caught('await this.auth.join(client);'))],
    ),
    invalid(
      'awaits: all',
      gateway(`async handleDisconnect(client: Socket) {
    «await this.auth.leave»(client);
    «await this.redis.get»('count');
    «await this.ready»;
    «await client.leave»('room');
    await this.redis.get('count').catch(() => 0);
    await Promise.allSettled([this.redis.get('count')]);
    await this.own();
    try { await this.redis.get('count'); } catch {}
    this.redis.get('count').then(() => 1);
  }
  async own() {}
  async afterInit(server: Server) { «await this.redis.connect»(); }`),
      [
        ...Array.from({ length: 4 }, () => found('await', 'handleDisconnect')),
        found('await', 'afterInit'),
      ],
      [{ awaits: 'all' }],
    ),
    invalid(
      'the second parameter of the ws adapter is the handshake',
      `import { WebSocketGateway } from '@nestjs/websockets';
import type { WebSocket } from 'ws';
@WebSocketGateway()
class ChatGateway {
  async handleConnection(client: WebSocket, request: IncomingMessage) {
  «await this.auth.join»(request.headers.cookie);
  }
  handleDisconnect(client: WebSocket) { «throw new Error('no');» }
}`,
      [
        found('await', 'handleConnection', [
          'wrap',
          'await this.auth.join(request.headers.cookie);',
          wrapped('await this.auth.join(request.headers.cookie);', 'client.close();'),
        ]),
        found('throw', 'handleDisconnect'),
      ],
    ),
    {
      ...invalid(
        'settings.platform',
        gateway(`handleConnection(client) { «throw new Error('no');» }`),
        [
          found('throw', 'handleConnection', [
            'disconnect',
            `throw new Error('no');`,
            'client.close(); return;',
          ]),
        ],
      ),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },

    // promises that leave a try
    invalid(
      'a promise that nothing awaits inside a try',
      gateway(`async handleConnection(client: Socket) {
    try { return «this.jwt.verifyAsync»(first); } catch { client.disconnect(); }
    try { «this.jwt.verifyAsync»(second); } catch {}
    try { «this.auth.join»(client).then(() => 1); } catch {}
    try { «this.check»(); } catch {}
  }
  async check() { throw new Error('no'); }
  handleDisconnect(client: Socket) { try { «this.jwt.verifyAsync»(last); } catch {} }`),
      [
        found('floating', 'handleConnection', [
          'addAwait',
          'return this.jwt.verifyAsync(first)',
          'return await this.jwt.verifyAsync(first)',
        ]),
        found('floating', 'handleConnection', [
          'addAwait',
          'this.jwt.verifyAsync(second)',
          'await this.jwt.verifyAsync(second)',
        ]),
        found('floating', 'handleConnection', [
          'addAwait',
          'this.auth.join(client)',
          'await this.auth.join(client)',
        ]),
        found(
          'floating',
          'handleConnection',
          ['addAwait', 'this.check()', 'await this.check()'],
          'this.check',
        ),
        found('floating', 'handleDisconnect'),
      ],
    ),
    invalid(
      'in a hook that cannot await, a catch is added',
      gateway(`handleConnection(client: Socket) {
    try { «this.jwt.verifyAsync»(token); } catch {}
  }`),
      [
        found('floating', 'handleConnection', [
          'catch',
          'this.jwt.verifyAsync(token)',
          'this.jwt.verifyAsync(token).catch(() => client.disconnect())',
        ]),
      ],
    ),

    // reads
    invalid(
      'reads of what an anonymous client does not send',
      gateway(`handleConnection(client: Socket) {
    const a = «client.handshake.headers.authorization.split»(' ')[1];
    const b = «client.handshake.auth.token.x»();
    const c = «client.handshake.query.room['length']»;
    const d = «(client.handshake.headers['x-key'] as string).trim»();
    const e = «client.request.headers.cookie!.length»;
    const { token } = client.handshake.auth;
    const f = «token.toString»();
  }`),
      [
        found('read', 'handleConnection', [
          'optional',
          'authorization.split',
          'authorization?.split',
        ]),
        found('read', 'handleConnection', ['optional', 'token.x', 'token?.x']),
        found('read', 'handleConnection', ['optional', "room['length']", "room?.['length']"]),
        found('read', 'handleConnection', ['optional', ').trim', ')?.trim']),
        found('read', 'handleConnection', ['optional', '!.length', '!?.length']),
        found('read', 'handleConnection', ['optional', 'token.toString', 'token?.toString']),
      ],
    ),
    invalid(
      'a pattern or a spread gets an empty value to fall back on',
      gateway(`handleConnection(client: Socket) {
    const [, a] = «client.handshake.headers.authorization.split»(' ');
    let b;
    [b] = «client.handshake.auth.list.slice»(1);
    const { c } = «client.handshake.auth.user.profile»;
    join(...«client.handshake.auth.rooms.slice»(2));
    for (const room of «client.handshake.auth.rooms.slice»(3)) join(room);
    const d = { ...«client.handshake.auth.user.extra» };
  }`),
      [
        found('read', 'handleConnection', ['optional', `.split(' ')`, `?.split(' ') ?? []`]),
        found('read', 'handleConnection', ['optional', '.slice(1)', '?.slice(1) ?? []']),
        found('read', 'handleConnection', ['optional', '.profile', '?.profile ?? {}']),
        found('read', 'handleConnection', ['optional', '.slice(2)', '?.slice(2) ?? []']),
        found('read', 'handleConnection', ['optional', '.slice(3)', '?.slice(3) ?? []']),
        found('read', 'handleConnection', ['optional', '.extra', '?.extra']),
      ],
    ),
    invalid(
      'what is taken apart',
      gateway(`handleDisconnect(client: Socket) {
    const { id } = «client.data.user»;
    const { user: «{ name }», list: «[first]», other: { more } = {}, ...rest } = client.data;
    const [b] = «client.data.a || client.data.b»;
    const { c } = «client.data.c as C»;
    for (const room of «client.data.rooms») leave(room);
  }`),
      [
        found('unpack', 'handleDisconnect', [
          'fallback',
          '{ id } = client.data.user',
          '{ id } = client.data.user ?? {}',
        ]),
        found('unpack', 'handleDisconnect', ['fallback', '{ name }', '{ name } = {}']),
        found('unpack', 'handleDisconnect'),
        found('unpack', 'handleDisconnect'),
        found('unpack', 'handleDisconnect', [
          'fallback',
          'client.data.c as C',
          'client.data.c as C ?? {}',
        ]),
        found('unpack', 'handleDisconnect', [
          'fallback',
          'client.data.rooms',
          'client.data.rooms ?? []',
        ]),
      ],
    ),
    invalid(
      'what a parameter takes apart',
      gateway(`handleDisconnect({ data: { user: «{ id }», team: { name } = {} } }: Socket) {}
  handleConnection({ handshake, handshake: { auth: { list: «[first]» } } }: Socket) { «this.note»(handshake); }
  note({ auth: { user: { name } } }: Handshake) {}`),
      [
        found('unpack', 'handleDisconnect', ['fallback', '{ id }', '{ id } = {}']),
        found('unpack', 'handleConnection'),
        found('call', 'handleConnection', undefined, 'this.note'),
      ],
    ),
    invalid(
      'what a parameter of a middleware takes apart',
      gateway(
        'afterInit(server: Server) { server.use(({ handshake: { auth: { user: «{ id }» } } }, next) => next()); }',
      ),
      [foundIn('middleware', 'unpack', ['fallback', '{ id }', '{ id } = {}'])],
    ),
    invalid(
      'no suggestion where it would not parse or not help',
      gateway(`handleConnection(client: Socket) {
    «client.handshake.auth.a.b» = 1;
    «client.handshake.auth.a.c»++;
    new «client.handshake.auth.a.D»();
    «client.handshake.auth.a.e»\`x\`;
    [«client.handshake.auth.a.f»] = [1];
    ({ g: «client.handshake.auth.a.g» } = x);
    for («client.handshake.auth.a.h» of x) {}
    [...«client.handshake.auth.a.i»] = x;
    [«client.handshake.auth.a.m» = 1] = x;
    («client.handshake.auth.a.j»() as X).y;
    («client.handshake.auth.a.k»()).y;
    («client.handshake.auth.a.l» as X)();
  }`),
      Array.from({ length: 12 }, () => found('read', 'handleConnection')),
    ),
    invalid(
      'one of two values that may both be missing',
      gateway(`handleConnection(client: Socket) {
    «(client.handshake.auth.token || client.handshake.headers.authorization).replace»('Bearer ', '');
    const token = client.handshake.auth.token ?? client.handshake.query.token;
    «token.trim»();
    const key = old ? client.handshake.auth.key : client.handshake.query.key;
    «key.trim»();
  }`),
      [
        found('read', 'handleConnection', ['optional', '.replace', '?.replace']),
        found('read', 'handleConnection', ['optional', 'token.trim', 'token?.trim']),
        found('read', 'handleConnection', ['optional', 'key.trim', 'key?.trim']),
      ],
    ),
    invalid(
      'a test that turns nobody away, and one of another value',
      gateway(`handleConnection(client: Socket) {
    if (!client.handshake.auth.token) client.disconnect();
    if (!client.handshake.auth) return;
    if (!client.handshake.auth.other) return;
    check(client.handshake.auth.token);
    const inner = () => { if (!client.handshake.auth.token) return; };
    «client.handshake.auth.token.trim»();
  }`),
      [found('read', 'handleConnection', ['optional', 'token.trim', 'token?.trim'])],
    ),
    invalid(
      'client.data in handleDisconnect',
      gateway(`handleDisconnect(client: Socket) {
    leave(«client.data.user.id»);
    leave(«client.data?.user.name»);
  }`),
      [
        found('read', 'handleDisconnect', ['optional', 'user.id', 'user?.id']),
        found('read', 'handleDisconnect', ['optional', 'user.name', 'user?.name']),
      ],
    ),
    invalid(
      'client.data that is set after something was awaited, or for some clients only',
      gateway(`async handleConnection(client: Socket) {
    try { client.data.user = await this.jwt.verifyAsync(token); } catch { client.disconnect(); }
    if (vip) client.data.vip = {};
    this.log(client.data.user.id);
  }
  handleDisconnect(client: Socket) { leave(«client.data.user.id», «client.data.vip.id»); }`),
      [
        found('read', 'handleDisconnect', [
          'optional',
          'leave(client.data.user.id',
          'leave(client.data.user?.id',
        ]),
        found('read', 'handleDisconnect', ['optional', 'vip.id', 'vip?.id']),
      ],
    ),
    invalid(
      'what handleConnection tests is there in handleDisconnect; another value is not',
      gateway(`handleConnection(client: Socket) {
    if (!client.handshake.auth.token) client.disconnect();
  }
  handleDisconnect(client: Socket) {
    client.handshake.auth.token.trim();
    «client.handshake.auth.other.trim»();
  }`),
      [found('read', 'handleDisconnect', ['optional', 'other.trim', 'other?.trim'])],
    ),

    // one class deep
    invalid(
      'methods from which an error leaves',
      gateway(`async handleConnection(client: Socket) {
    «this.check»(client);
  }
  private check(client: Socket) { return client.handshake.auth.token.split('.'); }
  async handleDisconnect(client: Socket) {
    await «this.leave»(client);
    «this.leave»(client).then(() => 1);
    «this.fail»();
    return «this.promise»();
  }
  private leave = async (client: Socket) => { await this.auth.leave(client); };
  private fail() { throw new Error('no'); }
  private promise() { return this.jwt.verifyAsync(token); }`),
      [
        found(
          'call',
          'handleConnection',
          [
            'wrap',
            'this.check(client);',
            'try {\n      this.check(client);\n    } catch {\n      client.disconnect();\n    }',
          ],
          'this.check',
        ),
        found('call', 'handleDisconnect', undefined, 'this.leave'),
        found('call', 'handleDisconnect', undefined, 'this.leave'),
        found('call', 'handleDisconnect', undefined, 'this.fail'),
        found('call', 'handleDisconnect', undefined, 'this.promise'),
      ],
    ),
    invalid(
      'an async method that is called and let go',
      gateway(`handleConnection(client: Socket) {
    «this.check»(client);
  }
  private async check(client: Socket) { throw new Error('no'); }`),
      [
        found(
          'call',
          'handleConnection',
          ['catch', 'this.check(client);', 'this.check(client).catch(() => client.disconnect());'],
          'this.check',
        ),
      ],
    ),
    invalid(
      'functions of the file and of the hook',
      `${gateway(`async handleDisconnect(client: Socket) {
    «fail»();
    const leave = async () => { await this.auth.leave(client); };
    await «leave»();
  }`)}
function fail() { throw new Error('no'); }`,
      [
        found('call', 'handleDisconnect', undefined, 'fail'),
        found('call', 'handleDisconnect', undefined, 'leave'),
      ],
    ),
    invalid(
      'a method of a base class that is no hook, by way of super',
      `${IMPORTS}
class Base { check() { throw new Error('no'); } }
@WebSocketGateway()
class ChatGateway extends Base {
  handleDisconnect(client: Socket) { «super.check»(); }
}`,
      [found('call', 'handleDisconnect', undefined, 'super.check')],
    ),
    invalid(
      'an unseen base class does not stand for what the class holds itself',
      `${IMPORTS}
@WebSocketGateway()
class ChatGateway extends Base {
  private readonly leave: Leave;
  async handleConnection(client: Socket) {
  «await this.auth.find»(client.handshake.auth.token);
  }
  async handleDisconnect(client: Socket) { «await this.leave»(client); }
}`,
      [
        found(
          'await',
          'handleConnection',
          caught('await this.auth.find(client.handshake.auth.token);'),
        ),
        found('await', 'handleDisconnect'),
      ],
    ),
    invalid(
      'a promise that a method lets go is shown where it stands, once',
      gateway(`async handleDisconnect(client: Socket) {
    try { await this.leave(client); await this.leave(client); } catch {}
  }
  private async leave(client: Socket) { try { «this.jwt.verifyAsync»(token); } catch {} }`),
      [
        found('floating', 'handleDisconnect', [
          'addAwait',
          'this.jwt.verifyAsync(token)',
          'await this.jwt.verifyAsync(token)',
        ]),
      ],
    ),

    // middleware and listeners
    invalid(
      'a middleware that throws',
      gateway(`afterInit(server: Server) {
    server.use(async (socket, next) => {
      socket.data.user = await «this.jwt.verifyAsync»(socket.handshake.auth.token);
      if (!socket.data.user) «throw new Error('no');»
      next();
    });
    server.of('/a').use((socket, next) => {
      «socket.handshake.headers.authorization.split»(' ');
      «throw new Error(/* why */ 'b');»
    });
    server.use(async () => { «throw new Error('c');» });
    this.server.use((socket, next) => «this.check»(socket, next));
    this.server.use(this.guard.bind(this));
    this.server.use(guard as any);
    this.server.use(makeGuard());
  }
  private check(socket: Socket, next) { throw new Error('d'); }
  private guard(socket: Socket, next) { «throw new Error('e');» }`) +
        `
const guard = (socket, next) => { «throw new Error('f');» };
function makeGuard() { return async (socket, next) => { «await check»(socket); next(); }; }`,
      [
        foundIn('middleware'),
        foundIn('middleware', 'middleware', [
          'next',
          ` throw new Error('no');`,
          ` {\n        next(new Error('no'));\n        return;\n      }`,
        ]),
        foundIn('middleware', 'read', ['optional', '.split', '?.split']),
        foundIn('middleware', 'middleware', [
          'next',
          `throw new Error(/* why */ 'b');`,
          `next(new Error(/* why */ 'b'));\n      return;`,
        ]),
        foundIn('middleware'),
        {
          messageId: 'middleware',
          data: { where: 'a middleware', repair: REPAIRS.afterInit, call: 'this.check' },
        },
        foundIn('middleware', 'middleware', [
          'next',
          `throw new Error('e');`,
          `next(new Error('e')); return;`,
        ]),
        foundIn('middleware', 'middleware', [
          'next',
          `throw new Error('f');`,
          `next(new Error('f')); return;`,
        ]),
        foundIn('middleware'),
      ],
    ),
    invalid(
      'listeners on the client that throw',
      gateway(`handleConnection(client: Socket) {
    client.on('a', () => { «throw new Error('a');» });
    client.once('b', async (data) => { «await this.auth.save»(data); });
    client.onAny((event, data) => { try { «this.auth.save»(data).then(() => 1); } catch {} });
    client.on('c', this.listen);
    client.on('d', () => «client.handshake.auth.token.trim»());
    client.on('f', () => { const { id } = «client.handshake.auth.user»; });
    this.listenTo(client);
  }
  private listen = async () => { await «this.jwt.verifyAsync»(token); };
  private listenTo(socket: Socket) { socket.addListener('e', () => «this.fail»()); }
  private fail() { throw new Error('e'); }`),
      [
        foundIn('listener'),
        foundIn('listener'),
        foundIn('listener', 'floating'),
        foundIn('listener', 'read', ['optional', 'token.trim', 'token?.trim']),
        foundIn('listener', 'unpack', ['fallback', 'auth.user', 'auth.user ?? {}']),
        foundIn('listener'),
        {
          messageId: 'listener',
          data: { where: 'a listener', repair: REPAIRS.handleConnection, call: 'this.fail' },
        },
      ],
    ),
    invalid(
      'a middleware that two gateways share is shown once',
      `${IMPORTS}
const guard = (socket) => { «throw new Error('a');» };
@WebSocketGateway({ namespace: 'a' }) class A { afterInit(server: Server) { server.use(guard); } }
@WebSocketGateway({ namespace: 'b' }) class B { afterInit(server: Server) { server.use(guard); } }`,
      [foundIn('middleware')],
    ),

    // bindings
    invalid(
      'an alias, a namespace and a deep path',
      `import { WebSocketGateway as Gateway } from '@nestjs/websockets';
import * as ws from '@nestjs/websockets';
import { WebSocketGateway } from '@nestjs/websockets/decorators/socket-gateway.decorator';
import * as nest from '@nestjs/jwt';
@Gateway() class A { handleDisconnect() { «throw 1;» } }
@ws.WebSocketGateway() class B {
  constructor(private jwt: nest.JwtService) {}
  handleDisconnect() { «this.jwt.verify»(token); }
}
@WebSocketGateway() class C {
  private readonly jwt = new nest.JwtService({});
  handleDisconnect() { «this.jwt.verify»(token); }
}`,
      [
        found('throw', 'handleDisconnect'),
        found('verify', 'handleDisconnect'),
        found('verify', 'handleDisconnect'),
      ],
    ),
    invalid(
      'a JwtService that is taken from this',
      gateway("handleDisconnect() { const { jwt: tokens } = this; «tokens.verify»('token'); }"),
      [found('verify', 'handleDisconnect')],
    ),
    {
      ...invalid(
        'settings.modules and settings.decorators',
        `import { Gateway, JwtService } from './nest';
@Gateway() class A {
  constructor(private jwt: JwtService) {}
  handleDisconnect() { «this.jwt.verify»(token); }
}`,
        [found('verify', 'handleDisconnect')],
      ),
      settings: { 'nestjs-gateway': { modules: ['./nest'], decorators: { gateway: ['Gateway'] } } },
    },
    invalid(
      'a hook of an abstract base class is shown there and not in the subclass',
      `${IMPORTS}
abstract class Base {
  handleDisconnect(client: Socket) { «throw new Error('no');» }
  abstract leave(client: Socket): Promise<void>;
}
@WebSocketGateway()
class ChatGateway extends Base {
  async handleConnection(client: Socket) {
  «await this.leave»(client);
  }
}`,
      [
        found('throw', 'handleDisconnect'),
        found('await', 'handleConnection', caught('await this.leave(client);')),
      ],
    ),
  ],

  valid: [
    `class ChatGateway { handleConnection() { throw new Error('no gateway'); } }`,
    `import { WebSocketGateway } from './other';
@WebSocketGateway() class ChatGateway { handleConnection() { throw new Error('other'); } }`,
    {
      name: 'no hooks: a static method, a handler, another method',
      code: gateway(`static handleConnection() { throw new Error('no'); }
  @SubscribeMessage('a') handle() { throw new Error('no'); }
  afterinit() { throw new Error('no'); }`),
    },
    {
      name: 'try, await, disconnect',
      code: gateway(`async handleConnection(client: Socket) {
    try {
      const [, token] = client.handshake.headers.authorization.split(' ');
      client.data.user = await this.jwt.verifyAsync(token);
      if (!client.data.user) throw new Error('no');
      await this.auth.join(client);
      try { this.check(client); } finally { this.log(); }
      return await this.auth.join(client);
    } catch { client.disconnect(); }
  }
  private check(client: Socket) { throw new Error('no'); }
  private log() {}`),
    },
    {
      name: 'caught promises',
      code: gateway(`async handleConnection(client: Socket) {
    await this.auth.join(client).catch(() => client.disconnect());
    await this.jwt.verifyAsync(token).catch(this.fail);
    this.auth.join(client).then((user) => user).catch(() => client.disconnect());
    this.auth.join(client).then((user) => user, () => client.disconnect());
    this.jwt.verifyAsync(token).then((user) => user).finally(() => 1).catch(() => 2);
    await this.check(client).catch(() => null);
    this.check(client).then(() => 1, () => 2);
    await Promise.all([this.auth.join(client), this.jwt.verifyAsync(token)]).catch(() => 1);
    await Promise.allSettled([this.auth.join(client), this.jwt.verifyAsync(token)]);
    await lastValueFrom(this.auth.send('join', client.id).pipe(catchError(() => of(null))));
    await lastValueFrom(this.auth.send('join', client.id).pipe(rescue(() => of(null))));
    const [error] = await to(this.auth.join(client));
  }
  private async check(client: Socket) { throw new Error('no'); }`).replace(
        'import',
        `import to from 'await-to-js';\nimport`,
      ),
    },
    {
      name: 'functions of other files that run the work, and may catch what it throws',
      code: gateway(`async handleDisconnect(client: Socket) {
    await bestEffort(() => this.presence.leave(client.id), \`leave \${client.id}\`);
    await tools.withRetry(client.id, async () => { await this.presence.leave(client.id); });
  }`).replace(
        'import',
        `import { bestEffort } from './best-effort';\nimport * as tools from './tools';\nimport`,
      ),
    },
    {
      name: 'awaits that receive nothing of the client',
      code: gateway(`async handleConnection(client: Socket) {
    await this.redis.incr('connections');
    await sleep(100);
    await this.ready;
    await client.join('room');
    await client.to(client.id).fetchSockets();
    await this.server.in(client.id).socketsJoin('room');
    await Promise.all(rooms.map((room) => client.join(room)));
    await [client].forEach(greet.bind(null, client));
    const user = await this.auth.tryVerify(client.handshake.auth.token);
    await this.auth.trapErrors(client);
    const found = await this.auth.find(client.handshake.auth.token);
    if (found.isErr()) return;
    await Promise.all(rooms.map(async (room) => { await client.join(room); return room; }));
    await Promise.all(rooms.map((room) => { try { return join(client); } catch {} }));
    await Promise.all(rooms.map(join));
    await Promise.all(promises);
    await Promise.all();
    await Promise.resolve(client);
    await this.redis.watch(() => client.id);
    await new Promise((resolve) => setTimeout(resolve, client.id));
    this.auth.join(client);
    const promise = this.auth.join(client);
    const verified = this.jwt.verifyAsync(token);
    consume(this.jwt.verifyAsync(token));
  }
  handleDisconnect(client: Socket) { return this.auth.leave(client); }
  async afterInit(server: Server) { await this.auth.setUp(server); }`),
    },
    {
      name: 'reads behind ?. and tests',
      code: gateway(`handleConnection(client: Socket) {
    const a = client.handshake.headers?.authorization?.split(' ')[1];
    const b = client.handshake.auth.token ? client.handshake.auth.token.trim() : null;
    const c = client.handshake.auth.key && client.handshake.auth.key.trim();
    const d = !client.handshake.auth.key || client.handshake.auth.key.trim();
    const e = (client.handshake.auth.key || '').trim();
    const f = (client.handshake.auth.key && other).trim();
    const { g = '' } = client.handshake.auth;
    g.trim();
    if (typeof client.handshake.query.h === 'string') { client.handshake.query.h.trim(); }
    while (client.handshake.auth.i) client.handshake.auth.i.trim();
    for (; client.handshake.auth.j; ) client.handshake.auth.j.trim();
    for (;;) { break; }
    switch (typeof client.handshake.auth.k) { case 'string': client.handshake.auth.k.trim(); }
    switch (true) { case !!client.handshake.auth.l: client.handshake.auth.l.trim(); }
    switch (true) { default: a; }
    client.handshake.auth.m ??= '';
    client.handshake.auth.m.trim();
    client.handshake.auth.get();
    client.handshake.auth[key].trim();
    client.handshake.headers.host.split(':');
    client.handshake.headers['x-forwarded-for'].split(',');
    client.handshake.time.trim();
    client.data.user.id.trim();
    client.other.headers.x.trim();
    const { token: t } = client.handshake.auth;
    const { p: { q } = {} } = client.handshake;
    const { [key]: { u }, ...rest } = client.handshake.auth;
    const [v] = client.rooms;
    for (const w of client.rooms) w.trim();
  }`),
    },
    {
      name: 'early returns',
      code: gateway(`handleConnection(client: Socket) {
    const token = client.handshake.auth.token;
    if (!token) { client.disconnect(); return; }
    token.trim();
    client.handshake.auth.token.trim();
    client.on('a', () => token.trim());

    const both = client.handshake.auth.a || client.handshake.auth.b;
    if (!both) return;
    both.trim();

    const header = client.handshake.headers.authorization;
    const has = Boolean(header);
    if (!has) { if (x) return; }
    header.split(' ');

    if (!this.isKnown(client)) return;
    client.handshake.query.id.trim();

    for (const x of y) { if (!client.handshake.auth.c) continue; client.handshake.auth.c.trim(); }
  }
  private isKnown({ handshake: { query: { id } } }: Socket) { return !!id; }`),
    },
    {
      name: 'a branch that a call of a throwing method leaves',
      code: gateway(`handleConnection(client: Socket) {
    try { this.fail(); } catch {}
    if (!client.handshake.auth.token) { try { return; } finally {} }
    client.handshake.auth.token.trim();
  }
  handleDisconnect(client: Socket) {
    try { if (!client.data.user) this.fail(); } catch {}
    leave(client.data.user.id);
  }
  private fail() { throw new Error('no'); }`),
    },
    {
      name: 'a test around the call of the method that reads',
      code: gateway(`handleConnection(client: Socket) {
    if (client.handshake.auth.token) this.read(client);
  }
  private read({ handshake }: Socket) { return handshake.auth.token.trim(); }`),
    },
    {
      name: 'client.data behind a test, or set on connection',
      code: gateway(`handleConnection(client: Socket) {
    try { client.data.user = this.jwt.verify(token); } catch { client.disconnect(); }
    client.data.rooms = new Set();
    Object.assign(client.data, { name });
  }
  handleDisconnect(client: Socket) {
    leave(client.data.user.id, client.data.rooms.size, client.data.name.length);
    leave(client.data.user?.id, client.id.length);
  }`),
    },
    ...[
      ['a middleware', `afterInit(server: Server) { server.use(guard); }`],
      ['an unseen function', `afterInit(server: Server) { protect(server); }`],
      ['unseen code on connection', `handleConnection(client: Socket) { this.auth.join(client); }`],
      ['handleConnection reads it', `handleConnection({ data }: Socket) { log(data.user.id); }`],
      [
        'a method sets it',
        `handleConnection(client: Socket) { this.set(client); } set(c: Socket) { c.data = load(); }`,
      ],
    ].map(([name, member]) => ({
      name: `client.data may be there: ${name}`,
      code: gateway(`${member} handleDisconnect(client: Socket) { leave(client.data.user.id); }`),
    })),
    {
      name: 'client.data may be there: an unseen base class',
      code: `${IMPORTS}
@WebSocketGateway() class ChatGateway extends Base {
  handleDisconnect(client: Socket) { leave(client.data.user.id); }
}`,
    },
    {
      name: 'methods of an unseen class, and what they return',
      code: `${IMPORTS}
@WebSocketGateway() class ChatGateway extends Base {
  async handleConnection(client: Socket) {
    const connection = this.track(client);
    const { id } = connection;
    await this.presence.add(id);
    await this.release(client);
    await super.greet(client);
  }
}
@WebSocketGateway() abstract class AbstractGateway {
  abstract leave(client: Socket): Promise<void>;
  async handleDisconnect(client: Socket) { await this.leave(client); }
}`,
    },
    {
      name: 'a base class that is looked at where it stands',
      code: `${IMPORTS}
@WebSocketGateway() class ChatGateway extends Base {
  async handleConnection(client: Socket) { await super.handleConnection(client); }
  async handleDisconnect(client: Socket) { return super.handleDisconnect(client); }
}`,
    },
    {
      name: 'decorators that may catch',
      code: gateway(`@CatchErrors() handleConnection(client: Socket) { throw new Error('no'); }
  handleDisconnect(client: Socket) { this.leave(client); }
  @CatchErrors() private leave(client: Socket) { throw new Error('no'); }`),
    },
    {
      name: 'callbacks that the hook does not run itself',
      code: gateway(`handleConnection(client: Socket) {
    setTimeout(() => { throw new Error('no'); });
    rooms.forEach((room) => { throw new Error('no'); });
    server.on('a', () => { throw new Error('no'); });
    client.on('b', listener);
    client.on('c', () => { try { throw new Error('no'); } catch {} });
    client.on();
    this.items();
  }
  private *items() { throw new Error('no'); }`),
    },
    {
      name: 'what another file or an HTTP server handles',
      code: gateway(`afterInit(server: Server) {
    server.use(guard);
    server.use(makeGuard());
    server.use();
    server.use((socket, next) => next(new Error('no')));
    server.use(async (socket, next) => {
      try { await this.jwt.verifyAsync(token); next(); } catch (error) { next(error); }
    });
    server.engine.use((request) => { throw new Error('no'); });
    this.app.use((request) => { throw new Error('no'); });
    use(() => { throw new Error('no'); });
  }`),
    },
    {
      name: 'verifications that hand their error on, or are none',
      code: `import { WebSocketGateway } from '@nestjs/websockets';
import jwt, { sign, verify } from 'jsonwebtoken';
import { JwtService } from './jwt';
@WebSocketGateway()
class ChatGateway {
  constructor(private readonly jwt: JwtService, private readonly other) {}
  private tokens: Tokens<string>;
  handleConnection() {
    verify(token, 'secret', (error, user) => {});
    verify(token, 'secret', callback);
    jwt.verify(token, 'secret', {}, callback);
    jwt.decode(token);
    sign(token, 'secret');
    this.jwt.verify(token);
    this.other.verify(token);
    this.tokens.verify(token);
    this.missing.verify(token);
    local.verify(token);
    verifyAsync(token);
  }
}`,
    },
  ],
});

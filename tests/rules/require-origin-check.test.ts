import rule from '../../src/rules/require-origin-check.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
`;

/** A gateway that reads a session from the cookie, with these options and members. */
function gateway(options = '', members = ''): string {
  return `${IMPORTS}
@WebSocketGateway(${options})
export class ChatGateway {
  handleConnection(client: Socket) {
    client.data.user = this.sessions.read(«client.handshake.headers.cookie»);
  }
  ${members}
}
`;
}

/** The same, with another way to read the cookie. */
function reading(body: string): string {
  return `${IMPORTS} @WebSocketGateway() class ChatGateway { handleConnection(client: Socket) { ${body} } }`;
}

const UNCHECKED = ['unchecked'];

new RuleTester().run('require-origin-check', rule, {
  invalid: [
    marked(gateway(), UNCHECKED),
    marked(gateway("{ cors: { origin: 'https://a.example', credentials: true } }"), UNCHECKED),
    marked(gateway("{ cors: { origin: ['https://a.example', /b/] } }"), UNCHECKED),
    marked(gateway('{ cors: { origin: `https://${HOST}` } }'), UNCHECKED),
    marked(gateway('{ cors: { origin: process.env.ORIGIN } }'), UNCHECKED),
    marked(gateway("{ cors: { origin: process.env.ORIGINS?.split(',') } }"), UNCHECKED),
    marked(gateway("{ cors: { origin: process.env.ORIGIN ?? 'https://a.example' } }"), UNCHECKED),
    marked(
      gateway("{ cors: { origin: isLocal ? 'http://localhost' : process.env.ORIGIN } }"),
      UNCHECKED,
    ),
    marked(gateway('{ cors: { origin: !0 } }'), UNCHECKED),
    marked(gateway("{ cors: { origin: 'https://' + 'a.example' } }"), UNCHECKED),
    marked(gateway('{ cors: { credentials: true } }'), UNCHECKED),
    marked(gateway('{ cors: true }'), UNCHECKED),
    marked(
      gateway('{ cors: CORS }').replace(
        '@Web',
        "const CORS = { origin: 'https://a.example' };\n@Web",
      ),
      UNCHECKED,
    ),
    marked(gateway("3000, { namespace: 'chat' }"), UNCHECKED),
    // However the cookie is read; the first read is shown.
    marked(
      reading(
        'const { «cookie» } = client.handshake.headers; this.read(cookie, client.handshake.headers.cookie);',
      ),
      UNCHECKED,
    ),
    marked(reading("this.read(«client.handshake.headers['cookie']»);"), UNCHECKED),
    marked(reading('this.read(«(client.handshake.headers as any).cookie»);'), UNCHECKED),
    marked(reading('this.read(«client.request.headers.cookie»);'), UNCHECKED),
    marked(reading('const { «cookie» } = client.handshake.headers; this.read(cookie);'), UNCHECKED),
    marked(
      reading('const { «cookie»: sid } = client.handshake.headers; this.read(sid);'),
      UNCHECKED,
    ),
    marked(
      reading('const { headers: { «cookie» } } = client.handshake; this.read(cookie);'),
      UNCHECKED,
    ),
    marked(
      reading(
        'const { headers } = client.handshake; this.read(«headers.cookie»); this.log(headers.cookie);',
      ),
      UNCHECKED,
    ),
    marked(
      `${IMPORTS} @WebSocketGateway() class A { afterInit(server: Server) { server.use((socket, next) => { read(«socket.handshake.headers.cookie»); next(); }); } }`,
      UNCHECKED,
    ),
    marked(
      `import * as ws from '@nestjs/websockets'; @ws.WebSocketGateway() class A { handleConnection(c) { read(«c.handshake.headers.cookie»); } }`,
      UNCHECKED,
    ),
    marked(
      `import { WebSocketGateway as G } from './nest'; @G() class A { handleConnection(c) { read(«c.handshake.headers.cookie»); } }`,
      UNCHECKED,
      { settings: { 'nestjs-gateway': { modules: ['./nest'] } } },
    ),
  ],
  valid: [
    // Something looks at the origin.
    gateway(
      '{ allowRequest: (request, callback) => callback(null, isKnown(request.headers.origin)) }',
    ),
    gateway('{ allowRequest }'),
    gateway('{ cors: { origin: (origin, callback) => callback(null, isKnown(origin)) } }'),
    gateway('{ cors: { origin(origin, callback) { callback(null, true); } } }'),
    gateway('{ cors: { origin: checkOrigin } }'),
    gateway('{ cors: { origin: checkOrigin(LIST) } }'),
    gateway('{ cors: { origin: config.get("origins") } }'),
    gateway("{ cors: { origin: isLocal ? 'http://localhost' : checkOrigin } }"),
    gateway("{ cors: { origin: checkOrigin ?? 'https://a.example' } }"),
    // What is made from itself.
    ...["isLocal ? ORIGIN : 'http://localhost'", "ORIGIN.split(',')"].map((origin) =>
      gateway('{ cors: { origin: ORIGIN } }').replace('@Web', `const ORIGIN = ${origin};\n@Web`),
    ),
    gateway('{ cors: CORS }'),
    gateway('{ cors: { ...CORS } }'),
    gateway('{ ...OPTIONS }'),
    gateway('OPTIONS'),
    gateway('', 'isKnown(client: Socket) { return client.handshake.headers.origin === ORIGIN; }'),
    gateway(
      '',
      "isKnown(client: Socket) { return client.handshake.headers['origin'] === ORIGIN; }",
    ),
    gateway(
      '',
      'isKnown(client: Socket) { const { origin } = client.handshake.headers; return origin; }',
    ),
    // No cookie of a client.
    reading('const read = ({ cookie }) => cookie; this.read(client.handshake, read);'),
    reading('this.read(client.handshake.auth.token);'),
    reading('this.read(client.cookie, cookie, client.data.headers);'),
    reading(
      'const { cookie } = options; const { session: { cookie: other } } = client; this.read(cookie, client.handshake);',
    ),
    reading('for (const { cookie } of list) this.read(cookie, client.handshake);'),
    reading('this.read({ cookie: client.handshake.auth.cookie });'),
    reading('const { headers } = await fetch(url); this.read(headers.cookie);'),
    // What cannot be seen, ws, and other packages.
    gateway().replace('ChatGateway {', 'ChatGateway extends Base {'),
    gateway().replace('@Web', '@Checked() @Web'),
    gateway().replace('@nestjs/websockets', './websockets'),
    { code: gateway(), settings: { 'nestjs-gateway': { platform: 'ws' } } },
    reading(''),
  ].map((test) =>
    typeof test === 'string'
      ? test.replace(/[«»]/g, '')
      : { ...test, code: test.code.replace(/[«»]/g, '') },
  ),
});

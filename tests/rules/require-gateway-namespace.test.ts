import rule from '../../src/rules/require-gateway-namespace.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

/** A gateway with these arguments. */
function gateway(args: string, above = ''): string {
  return `import { WebSocketGateway } from '@nestjs/websockets';
${above}
@WebSocketGateway(${args})
export class ChatGateway {}
`;
}

function missing(args: string, above = '') {
  return marked(gateway(args, above).replace(/@WebSocketGateway\(.*\)/, '«$&»'), ['missing']);
}

function root(args: string, namespace: string, above = '') {
  return marked(gateway(args, above), [{ messageId: 'root', data: { namespace } }]);
}

const pattern = '^[a-z][a-z-]*$';

new RuleTester().run('require-gateway-namespace', rule, {
  invalid: [
    missing(''),
    missing('{}'),
    missing('{ cors: false }'),
    missing('undefined'),
    missing('0'),
    missing('0, { cors: false }'),
    missing('{ namespace: undefined }'),
    missing('options', 'const options = { cors: false };'),
    root(`{ namespace: «''» }`, ''),
    root(`{ namespace: «'/'» }`, '/'),
    root('{ namespace: «`/`» }', '/'),
    root(`{ namespace: «NAMESPACE» }`, '/', `const NAMESPACE = '/';`),
    root(`0, { namespace: «'/'» }`, '/'),
    marked(
      `import { WebSocketGateway } from '@nestjs/websockets';
«@WebSocketGateway»
export class ChatGateway {}`,
      ['missing'],
    ),
    marked(
      `import * as ws from '@nestjs/websockets';
import { Base } from './base';
«@ws.WebSocketGateway()»
export class ChatGateway extends Base {}`,
      ['missing'],
    ),
    marked(
      `import { WebSocketGateway } from '../nest';
«@WebSocketGateway()»
export class ChatGateway {}`,
      ['missing'],
      { settings: { 'nestjs-gateway': { modules: ['../nest'] } } },
    ),
    // The project's pattern, for the namespace as it is written.
    marked(
      gateway(`{ namespace: «'/chat'» }`),
      [{ messageId: 'pattern', data: { namespace: '/chat', pattern } }],
      { options: [{ pattern }] },
    ),
    marked(
      gateway(`{ namespace: «CHAT» }`, `const CHAT = 'Chat';`),
      [{ messageId: 'pattern', data: { namespace: 'Chat', pattern } }],
      { options: [{ pattern }] },
    ),
    { ...missing(''), options: [{ pattern }] },
  ],
  valid: [
    gateway(`{ namespace: 'chat' }`),
    gateway(`{ namespace: '/chat' }`),
    gateway(`0, { namespace: 'chat' }`),
    gateway('{ namespace: /^\\/chat-.+/ }'),
    {
      code: gateway('{ namespace: CHAT }', "import { CHAT } from './chat';"),
      options: [{ pattern: '^/' }],
    },
    // A decorator of the file's own.
    `import { WebSocketGateway } from '@nestjs/websockets';
const Chat = WebSocketGateway({ cors: false });
@Chat
export class ChatGateway {}`,
    // The other part of the class may name one.
    `import { SubscribeMessage } from '@nestjs/websockets';
export class ChatGateway extends Base { @SubscribeMessage('say') say() {} }`,
    gateway('{ namespace: `chat-${version}` }'),
    { code: gateway(`{ namespace: 'chat' }`), options: [{ pattern }] },
    { code: gateway(`{ namespace: /CHAT/ }`), options: [{ pattern }] },
    {
      code: gateway(`{ namespace: CHAT }`, `import { CHAT } from './chat';`),
      options: [{ pattern }],
    },
    { code: gateway(`{ namespace: '/chat' }`), options: [{}] },
    // A server of its own.
    gateway('3001'),
    gateway('3001, { cors: false }'),
    gateway('Number(process.env.PORT) || 0, { cors: false }'),
    gateway('PORT', `import { PORT } from './ports';`),
    gateway(`{ path: '/chat' }`),
    gateway(`0, { path: PATH }`, `import { PATH } from './paths';`),
    // Ignored as a port: what no-invalid-gateway-arguments says.
    gateway(`'chat'`),
    // Not to be seen.
    gateway('options', `import { options } from './options';`),
    gateway('{ ...options }', `import { options } from './options';`),
    gateway('...args', `import { args } from './options';`),
    gateway('{ [key]: 1 }'),
    {
      code: `import '@nestjs/websockets';
import { DomainGateway } from './domain-gateway';
@DomainGateway()
export class ChatGateway {}`,
      settings: { 'nestjs-gateway': { decorators: { gateway: ['DomainGateway'] } } },
    },
    `import { WebSocketGateway } from '@nestjs/websockets';
const Domain = enabled ? WebSocketGateway() : () => {};
@Domain
export class ChatGateway {}`,
    `import { SubscribeMessage } from '@nestjs/websockets';
import { Base } from './base';
export class ChatGateway extends Base { @SubscribeMessage('say') say() {} }`,
    // ws has no namespaces.
    { code: gateway(''), settings: { 'nestjs-gateway': { platform: 'ws' } } },
    `import { WebSocketGateway } from '@nestjs/websockets';
import { WebSocket } from 'ws';
@WebSocketGateway()
export class ChatGateway { handleConnection(client: WebSocket) {} }`,
    // Not Nest's.
    `import { WebSocketGateway } from './websockets';
@WebSocketGateway()
export class ChatGateway {}`,
  ],
});

import rule from '../../src/rules/no-invalid-gateway-arguments.ts';
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

new RuleTester().run('no-invalid-gateway-arguments', rule, {
  invalid: [
    // A text is no port.
    marked(gateway(`«'3001'»`), ['textPort']),
    marked(gateway(`«'chat'»`), ['textPort']),
    marked(gateway('«`3001`»'), ['textPort']),
    marked(gateway('«`${host}:3001`»'), ['textPort']),
    marked(gateway('«process.env.PORT»'), ['textPort']),
    marked(gateway('«process.env.PORT!»'), ['textPort']),
    marked(gateway(`«process.env['PORT'] as unknown as number»`), ['textPort']),
    marked(gateway('«import.meta.env.PORT»'), ['textPort']),
    marked(gateway('«process.env.PORT ?? 3001»'), ['textPort']),
    marked(gateway(`«process.env.PORT || '3001'»`), ['textPort']),
    marked(gateway(`«isLocal ? '3001' : process.env.PORT»`), ['textPort']),
    marked(gateway('«String(3001)»'), ['textPort']),
    marked(gateway('«PORT»', `const PORT = '3001';`), ['textPort']),
    marked(gateway('«PORT»', 'const { PORT } = process.env;'), ['textPort']),
    marked(gateway('«ports.chat»', `const ports = { chat: process.env.CHAT_PORT };`), ['textPort']),
    marked(gateway(`«'3001'», {}`), ['textPort']),
    marked(gateway(`«'3001'», undefined`), ['textPort']),
    marked(gateway(`«'3001'», { namespace: 'chat' }`), ['textPortWithOptions']),
    marked(gateway(`«process.env.PORT», { cors: false }`), ['textPortWithOptions']),
    marked(gateway(`«process.env.PORT», gatewayOptions`, `import { gatewayOptions } from './o';`), [
      'textPortWithOptions',
    ]),
    // The options go with what stands in front of them.
    marked(gateway(`«undefined», { namespace: 'chat' }`), ['noPortWithOptions']),
    marked(gateway(`«void 0», { namespace: 'chat' }`), ['noPortWithOptions']),
    marked(gateway(`«null», { namespace: 'chat' }`), ['noPortWithOptions']),
    marked(gateway(`«undefined», { port: 3001 }`), ['noPortWithOptions']),
    marked(gateway(`«+process.env.PORT», { namespace: 'chat' }`), ['envPortWithOptions']),
    marked(gateway(`«+process.env.PORT!», { namespace: 'chat' }`), ['envPortWithOptions']),
    marked(gateway(`«Number(process.env.PORT)», { namespace: 'chat' }`), ['envPortWithOptions']),
    marked(gateway(`«Number(process.env.PORT) ?? 3001», { cors: false }`), ['envPortWithOptions']),
    marked(gateway(`«parseInt(process.env.PORT, 10)», { cors: false }`), ['envPortWithOptions']),
    marked(gateway(`«parseFloat(process.env.PORT)», { cors: false }`), ['envPortWithOptions']),
    marked(gateway(`«Number.parseInt(process.env.PORT)», { cors: false }`), ['envPortWithOptions']),
    marked(gateway(`«PORT», { cors: false }`, 'const PORT = Number(process.env.PORT);'), [
      'envPortWithOptions',
    ]),
    marked(gateway(`«+PORT», { cors: false }`, 'const PORT = process.env.PORT;'), [
      'envPortWithOptions',
    ]),
    // A port that stands elsewhere.
    marked(gateway(`{ «port: 3001» }`), ['portInOptions']),
    marked(gateway(`{ namespace: 'chat', «'port': process.env.PORT» }`), ['portInOptions']),
    marked(gateway(`0, { «port: 3001», namespace: 'chat' }`), ['portInOptions']),
    marked(gateway(`options`, `const options = { «port: 3001» };`), ['portInOptions']),
    marked(gateway(`{ namespace: 'chat' }, «3001»`), ['afterOptions']),
    marked(gateway(`options, «PORT»`, `const options = { namespace: 'chat' };`), ['afterOptions']),
    marked(gateway(`{ «port: 3001» }, «3001»`), ['portInOptions', 'afterOptions']),
    // Nest by other names.
    marked(
      `import * as nest from '@nestjs/websockets';
@nest.WebSocketGateway(«'3001'»)
export class ChatGateway {}`,
      ['textPort'],
    ),
    marked(
      `import { WebSocketGateway as Gateway } from '@nestjs/websockets/decorators/socket-gateway.decorator';
@Gateway(«'3001'»)
export class ChatGateway {}`,
      ['textPort'],
    ),
    marked(
      `import { WebSocketGateway } from '../nest';
@WebSocketGateway(«'3001'»)
export class ChatGateway {}`,
      ['textPort'],
      { settings: { 'nestjs-gateway': { modules: ['../nest'] } } },
    ),
    // With ws a text is no port either.
    marked(gateway(`«'3001'»`), ['textPort'], {
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    }),
  ],
  valid: [
    gateway(''),
    gateway('undefined'),
    gateway('undefined, undefined'),
    gateway('undefined, {}'),
    gateway('3001'),
    gateway(`3001, { namespace: 'chat' }`),
    gateway(`0, { namespace: 'chat' }`),
    gateway(`{ namespace: 'chat' }`),
    gateway(`{ namespace: 'chat' }, undefined`),
    // Alone, a number that is none costs nothing but the port.
    gateway('+process.env.PORT'),
    gateway('Number(process.env.PORT)'),
    // With a fallback it is a number.
    gateway(`Number(process.env.PORT) || 0, { namespace: 'chat' }`),
    gateway(`Number(process.env.PORT ?? 3001), { namespace: 'chat' }`),
    gateway(`+(process.env.PORT || 3001), { namespace: 'chat' }`),
    gateway(`parseInt(process.env.PORT ?? '3001', 10), { namespace: 'chat' }`),
    gateway(`+process.env.PORT | 8080, { namespace: 'chat' }`),
    // Not to be seen.
    gateway(`PORT, { namespace: 'chat' }`, `import { PORT } from './ports';`),
    gateway(`PORTS.chat, { namespace: 'chat' }`, `import { PORTS } from './ports';`),
    gateway(`...args`, `const args = ['3001'];`),
    gateway(`'3001', ...rest`),
    gateway(`isLocal ? '3001' : 3001`),
    gateway(`isLocal && '3001'`),
    gateway(`Number(config.port), { namespace: 'chat' }`),
    gateway(`Number(), { namespace: 'chat' }`),
    gateway(`-process.env.PORT, { namespace: 'chat' }`),
    gateway(`{ ...options }`, `import { options } from './options';`),
    gateway(
      `Number(process.env.PORT), { namespace: 'chat' }`,
      'function Number(text: string) { return 3001; }',
    ),
    gateway(`String('3001')`, 'function String(text: string) { return 3001; }'),
    gateway(`config.Number(process.env.PORT), { namespace: 'chat' }`),
    gateway(`config().parseInt(process.env.PORT), { namespace: 'chat' }`),
    gateway(`undefined, { namespace: 'chat' }`, 'const undefined = 3001;'),
    // WsAdapter hands its options to ws, which has a port.
    {
      code: gateway(`{ port: 3001 }`),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
    // Not Nest's, or not the decorator itself.
    `import { WebSocketGateway } from './websockets';
@WebSocketGateway('3001')
export class ChatGateway {}`,
    {
      code: `import { DomainGateway } from './domain-gateway';
import '@nestjs/websockets';
@DomainGateway('chat')
export class ChatGateway {}`,
      settings: { 'nestjs-gateway': { decorators: { gateway: ['DomainGateway'] } } },
    },
    `import { SubscribeMessage } from '@nestjs/websockets';
import { BaseGateway } from './base.gateway';
export class ChatGateway extends BaseGateway {
  @SubscribeMessage('ping')
  ping() {}
}`,
  ],
});

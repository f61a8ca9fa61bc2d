import rule from '../../src/rules/no-unsupported-scope.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

/** A gateway under these decorators. */
function gateway(decorators: string, above = ''): string {
  return `import { Controller, Injectable, Scope, applyDecorators } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
${above}
${decorators}
export class ChatGateway {}
`;
}

new RuleTester().run('no-unsupported-scope', rule, {
  invalid: [
    marked(gateway('@WebSocketGateway()\n@Injectable({ scope: «Scope.TRANSIENT» })'), [
      'transient',
    ]),
    marked(gateway('@Injectable({ scope: «Scope.TRANSIENT» })\n@WebSocketGateway()'), [
      'transient',
    ]),
    marked(gateway('@WebSocketGateway()\n@Injectable({ scope: «Scope.REQUEST» })'), ['request']),
    marked(gateway(`@WebSocketGateway()\n@Injectable({ scope: «Scope['REQUEST']» })`), ['request']),
    marked(gateway('@WebSocketGateway()\n@Injectable({ durable: true, scope: «Scope.REQUEST» })'), [
      'request',
    ]),
    marked(gateway('@WebSocketGateway()\n@Controller({ path: "x", scope: «Scope.REQUEST» })'), [
      'request',
    ]),
    marked(
      gateway(
        '@WebSocketGateway()\n@Injectable({ scope: «SCOPE» })',
        'const SCOPE = Scope.REQUEST;',
      ),
      ['request'],
    ),
    marked(
      gateway(
        '@WebSocketGateway()\n«@Injectable(OPTIONS)»',
        'const OPTIONS = { scope: Scope.TRANSIENT };',
      ),
      ['transient'],
    ),
    marked(
      gateway(
        '@WebSocketGateway()\n«@PerRequest()»',
        'const PerRequest = () => applyDecorators(Injectable({ scope: Scope.REQUEST }));',
      ),
      ['request'],
    ),
    marked(
      `import * as nest from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
@nest.Injectable({ scope: «nest.Scope.TRANSIENT» })
export class ChatGateway {}`,
      ['transient'],
    ),
    marked(
      `import { Injectable as Provide, Scope as Life } from '@nestjs/common';
import { WebSocketGateway as Gateway } from '@nestjs/websockets';
@Gateway()
@Provide({ scope: «Life.TRANSIENT» })
export class ChatGateway {}`,
      ['transient'],
    ),
    // A base class of this file: where the scope stands.
    marked(
      `import { Injectable, Scope } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
@Injectable({ scope: «Scope.TRANSIENT» })
class Base {}
@WebSocketGateway()
export class ChatGateway extends Base {}`,
      ['transient'],
    ),
    // Nest 12 changes nothing for a transient one.
    marked(
      gateway('@WebSocketGateway()\n@Injectable({ scope: «Scope.TRANSIENT» })'),
      ['transient'],
      {
        settings: { 'nestjs-gateway': { globalEnhancers: ['pipes'] } },
      },
    ),
    marked(gateway('@WebSocketGateway()\n@Injectable({ scope: «Scope.REQUEST» })'), ['request'], {
      settings: { 'nestjs-gateway': { globalEnhancers: [], platform: 'ws' } },
    }),
  ],
  valid: [
    gateway('@WebSocketGateway()'),
    gateway('@WebSocketGateway()\n@Injectable()'),
    gateway('@WebSocketGateway()\n@Injectable({})'),
    gateway('@WebSocketGateway()\n@Injectable({ scope: Scope.DEFAULT })'),
    {
      code: gateway('@WebSocketGateway()\n@Injectable({ scope: Scope.REQUEST })'),
      settings: { 'nestjs-gateway': { globalEnhancers: ['guards'] } },
    },
    // Not to be seen.
    gateway(
      '@WebSocketGateway()\n@Injectable({ scope: SCOPE })',
      `import { SCOPE } from './scope';`,
    ),
    gateway('@WebSocketGateway()\n@Injectable(OPTIONS)', `import { OPTIONS } from './scope';`),
    gateway(
      '@WebSocketGateway()\n@Injectable({ ...OPTIONS })',
      `import { OPTIONS } from './scope';`,
    ),
    gateway('@WebSocketGateway()\n@Injectable({ scope: Scope[name] })'),
    // No gateway, or not Nest's.
    `import { Injectable, Scope } from '@nestjs/common';
import '@nestjs/websockets';
@Injectable({ scope: Scope.TRANSIENT })
export class ChatService {}`,
    `import { Injectable } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import { Scope } from './scope';
@WebSocketGateway()
@Injectable({ scope: Scope.TRANSIENT })
export class ChatGateway {}`,
    `import { Scope } from '@nestjs/common';
import { Injectable } from 'inversify';
import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
@Injectable({ scope: Scope.TRANSIENT })
export class ChatGateway {}`,
  ],
});

import { describe, expect, it } from 'vitest';

import { NestFile } from '../../src/gateway/nest-file.ts';
import { readBabelFile, readFile, readGateway } from './read.ts';

const NEST = `
  import { Controller, Injectable, UseGuards, UsePipes, ValidationPipe, applyDecorators } from '@nestjs/common';
  import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
`;

/** Each gateway of the code as `name kind handlers`. */
function gatewaysOf(code: string, settings = {}): string[] {
  return readFile(code, settings).gateways.map(({ name, kind, handlers }) =>
    [name, kind, ...handlers.map((handler) => handler.name)].join(' '),
  );
}

describe('which classes are gateways', () => {
  it('takes the decorator by its binding, whatever the file calls it', () => {
    expect(gatewaysOf(`${NEST} @WebSocketGateway() class A {}`)).toEqual(['A decorated']);
    expect(
      gatewaysOf(`import { WebSocketGateway as G } from '@nestjs/websockets'; @G() class A {}`),
    ).toEqual(['A decorated']);
    expect(
      gatewaysOf(`import * as ws from '@nestjs/websockets'; @ws.WebSocketGateway() class A {}`),
    ).toEqual(['A decorated']);
    expect(
      gatewaysOf(`import ws from '@nestjs/websockets'; @(ws['WebSocketGateway']()) class A {}`),
    ).toEqual(['A decorated']);
    expect(
      gatewaysOf(`import ws = require('@nestjs/websockets'); @ws.WebSocketGateway() class A {}`),
    ).toEqual(['A decorated']);
    expect(
      gatewaysOf(
        `import { WebSocketGateway } from '@nestjs/websockets/decorators'; @WebSocketGateway() class A {}`,
      ),
    ).toEqual(['A decorated']);
    expect(
      gatewaysOf(`import { 'WebSocketGateway' as G } from '@nestjs/websockets'; @G() class A {}`),
    ).toEqual(['A decorated']);
  });

  it('leaves a decorator of that name alone when another package exports it', () => {
    expect(
      gatewaysOf(`
        import { WebSocketGateway, SubscribeMessage } from 'my-decorators';
        @WebSocketGateway() class A { @SubscribeMessage('x') on() {} }
      `),
    ).toEqual([]);
  });

  it('leaves a decorator alone that a local one shadows', () => {
    expect(
      gatewaysOf(`${NEST}
        function make(WebSocketGateway: () => ClassDecorator) {
          @WebSocketGateway() class A {}
          return A;
        }
        function makeOther(WebSocketGateway: () => ClassDecorator) {
          return @WebSocketGateway() class B {};
        }
      `),
    ).toEqual([]);
    expect(
      gatewaysOf(`
        import { WebSocketGateway as Gateway } from '@nestjs/websockets';
        @Gateway() class WebSocketGateway {}
      `),
    ).toEqual(['WebSocketGateway decorated']);
  });

  it('takes barrels that settings name, as they are written', () => {
    const code = `
      import { WebSocketGateway, SubscribeMessage } from '../common/websockets';
      @WebSocketGateway() class A { @SubscribeMessage('x') on() {} }
    `;
    expect(gatewaysOf(code)).toEqual([]);
    expect(gatewaysOf(code, { modules: ['../common/websockets'] })).toEqual(['A decorated on']);
  });

  it("takes the project's own decorator that settings name, from any module", () => {
    const code = `
      import { ChatGateway as Chat } from './decorators';
      import { SubscribeMessage } from '@nestjs/websockets';
      @Chat() class A { @SubscribeMessage('x') on() {} }
      @local.ChatGateway() class B {}
      function Own() { return (target: object) => {}; }
      @Own() class C {}
    `;
    const settings = { decorators: { gateway: ['ChatGateway', 'Own'] } };
    expect(gatewaysOf(code, settings)).toEqual(['A decorated on', 'C decorated']);
  });

  it('takes that by its local name where it is all that a module exports', () => {
    const settings = { decorators: { gateway: ['Chat', 'default'] } };
    const gatewayOf = (line: string) => gatewaysOf(`${line} @Chat() class A {}`, settings);
    expect(gatewayOf(`import Chat from './chat';`)).toEqual(['A decorated']);
    expect(gatewayOf(`import * as Chat from './chat';`)).toEqual(['A decorated']);
    expect(gatewayOf(`import Chat = require('./chat');`)).toEqual(['A decorated']);
    expect(gatewaysOf(`import Other from './chat'; @Other() class A {}`, settings)).toEqual([]);
  });

  it('takes a decorator that the file composes or chooses', () => {
    expect(
      gatewaysOf(`${NEST}
        const Gateway = enabled ? WebSocketGateway({ cors: true }) : () => {};
        @Gateway class A {}
        function Secured() { return applyDecorators(WebSocketGateway(), UseGuards(G)); }
        @Secured() class B {}
        const Bare = WebSocketGateway({ namespace: 'x' });
        @Bare class C {}
      `),
    ).toEqual(['A decorated', 'B decorated', 'C decorated']);
  });

  it('reads the options of a decorator that a const holds or chooses', () => {
    const namespaceOf = (code: string) => {
      const option = readGateway(`${NEST} ${code}`, {
        decorators: { gateway: ['Own'] },
      }).option('namespace');
      return option.kind === 'value' && option.value.type === 'Literal'
        ? option.value.value
        : option.kind;
    };
    const held = (init: string, use = '@Chat') => `const Chat = ${init}; ${use} class A {}`;
    expect(namespaceOf(held(`WebSocketGateway({ namespace: 'x' })`))).toBe('x');
    expect(namespaceOf(held(`on ? WebSocketGateway({ namespace: 'x' }) : () => {}`))).toBe('x');
    expect(namespaceOf(held(`applyDecorators(WebSocketGateway({ cors: true }))`))).toBe('absent');
    expect(
      namespaceOf(held(`on ? WebSocketGateway({ namespace: 'x' }) : WebSocketGateway()`)),
    ).toBe('unknown');
    expect(namespaceOf(held(`WebSocketGateway()`))).toBe('unknown');
    expect(namespaceOf(held(`WebSocketGateway(options)`))).toBe('unknown');
    expect(namespaceOf(held(`(namespace) => WebSocketGateway({ namespace })`, `@Chat('x')`))).toBe(
      'unknown',
    );
    expect(namespaceOf(`@Own class A {}`)).toBe('unknown');
    expect(namespaceOf(`class A extends B { @SubscribeMessage('a') a() {} }`)).toBe('unknown');
  });

  it('finds classes declared in functions, expressions and namespaces', () => {
    expect(
      gatewaysOf(`${NEST}
        export function createGateway(path: string) {
          @WebSocketGateway({ path }) class Made {}
          return Made;
        }
        namespace Chat { @WebSocketGateway() export class Inner {} }
        const Held = @WebSocketGateway() class Named {};
        export default @WebSocketGateway() class {}
      `),
    ).toEqual(['Made decorated', 'Inner decorated', 'Named decorated', ' decorated']);
  });

  it('takes classes partially of which a base class or an unknown decorator decides', () => {
    expect(
      gatewaysOf(`${NEST}
        import { Socketed } from './decorators';
        import { SocketGateway } from './socket.gateway';
        class A extends SocketGateway { @SubscribeMessage('a') onA() {} }
        @Socketed() class B { @SubscribeMessage('b') onB() {} }
      `),
    ).toEqual(['A partial onA', 'B partial onB']);
  });

  it('takes a base class that a gateway of the file extends', () => {
    const [base, own] = readFile(`${NEST}
      abstract class Base { handleDisconnect() {} @SubscribeMessage('a') onA() {} }
      @WebSocketGateway() class A extends Base { handleConnection() {} }
    `).gateways;
    expect([base?.kind, own?.kind]).toEqual(['partial', 'decorated']);
    expect(own?.isWhole).toBe(true);
    expect(own?.hooks.map(({ name }) => name)).toEqual(['handleConnection']);
    expect(own?.hook('handleDisconnect')?.method.name).toBe('handleDisconnect');
    expect(own?.hook('afterInit')).toBeUndefined();
  });

  it('leaves alone what an import within the file stands for', () => {
    const code = `
      import * as ws from '@nestjs/websockets';
      import Gateway = ws.WebSocketGateway;
      @Gateway() class A {}
      @ws.WebSocketGateway() class B {}
    `;
    expect(gatewaysOf(code)).toEqual(['B decorated']);
  });

  it('takes the import of a name that is a type of the file as well', () => {
    const code = `
      interface WebSocketGateway {}
      import { WebSocketGateway } from '@nestjs/websockets';
      @WebSocketGateway() class A {}
    `;
    expect(gatewaysOf(code)).toEqual(['A decorated']);
  });

  it('takes nothing else', () => {
    expect(
      gatewaysOf(`${NEST}
        export interface ChatGateway { handleConnection(): void }
        export abstract class Port { abstract handleConnection(): void; }
        @Injectable() class Service extends Base {}
        @Injectable() class Dead { @SubscribeMessage('a') onA() {} }
        @Promise class Global {}
      `),
    ).toEqual([]);
  });

  it('survives a class that extends itself by way of another', () => {
    const code = `${NEST} @WebSocketGateway() class A extends B {} class B extends A {}`;
    expect(readFile(code).gateways[0]?.isWhole).toBe(false);
  });
});

it('is read once from a file', () => {
  const file = readFile(`${NEST} @WebSocketGateway() class A {}`);
  expect(NestFile.of(file.sourceCode, file.settings)).toBe(file);
  expect(file.gateways).toBe(file.gateways);
});

it('is read as Babel reads it', () => {
  const [gateway] = readBabelFile(`${NEST}
    @WebSocketGateway() class A { b = 1; c() {} @SubscribeMessage('d') d(client, data) {} }
  `).gateways;
  expect(gateway?.class.methods.map(({ name, decorators }) => [name, decorators.length])).toEqual([
    ['c', 0],
    ['d', 1],
  ]);
  expect(gateway?.class.fields.map(({ decorators }) => decorators)).toEqual([[]]);
  expect(gateway?.handlers.map(({ isBare }) => isBare)).toEqual([true]);
});

describe('a type parameter hides what the file declares under its name', () => {
  it.each([
    ['typescript-eslint', readFile],
    ['Babel', readBabelFile],
  ])('as %s reads it', (_, read) => {
    const file = read(`
      type T = any;
      class A<S> { a(b: T, c: S, d: U) {} e<T>(f: T) {} }
    `);
    const types = file.routine(file.sourceCode.ast).identifiers.flatMap(({ typeAnnotation }) => {
      const type = typeAnnotation?.typeAnnotation;
      return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier'
        ? [file.declarationsOf(type.typeName).map((node) => node.type)]
        : [];
    });
    expect(types).toEqual([
      ['TSTypeAliasDeclaration'],
      ['TSTypeParameter'],
      [],
      ['TSTypeParameter'],
    ]);
  });
});

describe('what is seen of a gateway', () => {
  it('is not whole with a base class of another file', () => {
    expect(readGateway(`${NEST} @WebSocketGateway() class A extends Base {}`).isWhole).toBe(false);
    expect(readGateway(`${NEST} @WebSocketGateway() class A extends Mixin(Base) {}`).isWhole).toBe(
      false,
    );
    expect(readGateway(`${NEST} @WebSocketGateway() class A {}`).isWhole).toBe(true);
  });

  it('follows a base class that a const holds', () => {
    const [, own] = readFile(`${NEST}
      interface Base {}
      const Base = class { handleDisconnect() {} };
      @WebSocketGateway() class A extends Base {}
    `).gateways;
    expect(own?.hook('handleDisconnect')).toBeDefined();
  });

  it('knows hooks as methods and as arrow properties, never static', () => {
    const gateway = readGateway(`${NEST}
      @WebSocketGateway() class A {
        afterInit = (server: Server) => {};
        'handleConnection'(client: Socket) {}
        static handleDisconnect() {}
        handleDisconnected() {}
      }
    `);
    expect(gateway.hooks.map(({ name }) => name)).toEqual(['afterInit', 'handleConnection']);
    expect(gateway.hook('handleConnection')?.subject?.index).toBe(0);
    expect(gateway.hook('handleConnection')?.head.type).toBe('Literal');
  });

  it('knows fields by their names, and none that is computed', () => {
    const { fields } = readGateway(`${NEST}
      @WebSocketGateway() class A { a = 1; 'b'; ['c'] = 2; [d] = 3; static e; #f; g = () => {}; }
    `).class;
    expect(fields.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'e', '#f']);
  });

  it('knows handlers as methods, never static, never as properties', () => {
    expect(
      gatewaysOf(`${NEST}
        const On = (event: string) => applyDecorators(SubscribeMessage(event), UseGuards(G));
        @WebSocketGateway() class A {
          @SubscribeMessage('a') private onA() {}
          @On('b') onB() {}
          @SubscribeMessage('c') static onC() {}
          @SubscribeMessage('d') onD = () => {};
          @SubscribeMessage('e') [computed]() {}
          @SubscribeMessage('f') get f() { return 1; }
          onG(): void;
          @SubscribeMessage('g') onG(x?: string): void {}
        }
      `),
    ).toEqual(['A decorated onA onB onG']);
  });

  it('reads the platform from types, or from settings', () => {
    const parameter = `import { WebSocket } from 'ws'; ${NEST}
      @WebSocketGateway() class A { handleConnection(client: WebSocket) {} }`;
    const argument = `import type * as ws from 'ws'; ${NEST}
      @WebSocketGateway() class A { users = new Map<string, ws.WebSocket>(); }`;
    const unused = `import { WebSocket } from 'ws'; ${NEST} @WebSocketGateway() class A {}`;
    const other = `import { WebSocket } from 'ws'; import { Socket } from 'socket.io'; ${NEST}
      @WebSocketGateway() class A { handleConnection(client: Socket, other: Local) {} }`;
    const equals = `import WebSocket = require('ws'); ${NEST}
      @WebSocketGateway() class A { handleConnection(client: WebSocket) {} }`;
    expect(readGateway(parameter).platform).toBe('ws');
    expect(readGateway(argument).platform).toBe('ws');
    expect(readGateway(equals).platform).toBe('ws');
    expect(readGateway(unused).platform).toBe('socket.io');
    expect(readGateway(other).platform).toBe('socket.io');
    expect(readGateway(unused, { platform: 'ws' }).platform).toBe('ws');
    expect(readGateway(parameter, { platform: 'socket.io' }).platform).toBe('socket.io');
  });
});

describe("the decorator's arguments", () => {
  function optionsOf(args: string, before = ''): string {
    const { options } = readGateway(`${NEST} ${before} @WebSocketGateway(${args}) class A {}`);
    return typeof options === 'string' ? options : options.type;
  }

  it('finds the options object', () => {
    expect(optionsOf('{}')).toBe('ObjectExpression');
    expect(optionsOf('3001, {}')).toBe('ObjectExpression');
    expect(optionsOf('options', 'const options = { cors: true } as const;')).toBe(
      'ObjectExpression',
    );
    expect(optionsOf('config.gateway', 'const config = { gateway: {} };')).toBe('ObjectExpression');
  });

  it('knows when there is none', () => {
    for (const args of ['', '3001', "'3001'", '`3001`', '-1', 'Number(x)', 'process.env.PORT']) {
      expect.soft(optionsOf(args), args).toBe('none');
    }
    expect(optionsOf('Number.parseInt(process.env.PORT, 10)')).toBe('none');
    expect(optionsOf('process.env.PORT || 3001')).toBe('none');
  });

  it('knows when it cannot tell', () => {
    for (const args of ['options', '...args', '3001, options', 'make()', 'flag ? {} : 3001']) {
      expect.soft(optionsOf(args), args).toBe('unknown');
    }
    for (const args of ['...args, {}', 'options || 3001', '3001 ?? options']) {
      expect.soft(optionsOf(args), args).toBe('unknown');
    }
    expect(
      readGateway(`${NEST} const Own = () => WebSocketGateway({}); @Own() class A {}`).options,
    ).toBe('unknown');
  });

  it('tells the port from the options', () => {
    const port = (args: string) =>
      readGateway(`${NEST} @WebSocketGateway(${args}) class A {}`).port?.type;
    expect(port('3001')).toBe('Literal');
    expect(port('{}')).toBeUndefined();
    expect(port('')).toBeUndefined();
    expect(
      readGateway(`${NEST} class A extends Base { @SubscribeMessage('a') on() {} }`).port,
    ).toBeUndefined();
  });

  it('reads an option, or that it is absent or unknown', () => {
    const option = (args: string) =>
      readGateway(`${NEST} @WebSocketGateway(${args}) class A {}`).option('cors').kind;
    expect(option('')).toBe('absent');
    expect(option('{ namespace: 1 }')).toBe('absent');
    expect(option('{ cors: true }')).toBe('value');
    expect(option("{ 'cors': true }")).toBe('value');
    expect(option('{ ...base }')).toBe('unknown');
    expect(option('options')).toBe('unknown');
  });
});

describe('what may cover a handler', () => {
  function mayBeCovered(
    member: string,
    settings = {},
    head = '@WebSocketGateway()',
    kind: 'pipes' | 'guards' = 'pipes',
  ): boolean {
    const { gateways } = readFile(
      `${NEST}
        import { Custom } from './custom';
        import * as common from '@nestjs/common';
        const Marked = (x) => applyDecorators((target) => Reflect.defineMetadata('x', x, target));
        const Made = () => applyDecorators(make());
        const Local = () => applyDecorators(UseGuards(G));
        const Mixed = () => applyDecorators(UseGuards(G), Custom());
        declare const Global: () => MethodDecorator;
        ${head} class A { ${member} }`,
      settings,
    );
    const [handler] = gateways[0]?.handlers ?? [];
    if (!handler) throw new Error('no handler');
    return handler.gateway.mayBeCovered(kind, handler.method);
  }

  it('is nothing where all decorators are known', () => {
    expect(mayBeCovered(`@SubscribeMessage('a') on() {}`)).toBe(false);
    expect(mayBeCovered(`@Local() @SubscribeMessage('a') on() {}`)).toBe(false);
    expect(mayBeCovered(`@Marked(1) @SubscribeMessage('a') on() {}`)).toBe(false);
    expect(mayBeCovered(`@common.SetMetadata('x', 1) @SubscribeMessage('a') on() {}`)).toBe(false);
  });

  it('is a decorator of another file, alone or inside one of this file', () => {
    expect(mayBeCovered(`@Custom() @SubscribeMessage('a') on() {}`)).toBe(true);
    expect(mayBeCovered(`@Mixed() @SubscribeMessage('a') on() {}`)).toBe(true);
    expect(mayBeCovered(`@Global() @SubscribeMessage('a') on() {}`)).toBe(true);
    expect(mayBeCovered(`@Made() @SubscribeMessage('a') on() {}`)).toBe(true);
    expect(mayBeCovered(`@(common[name]()) @SubscribeMessage('a') on() {}`)).toBe(true);
    expect(
      mayBeCovered(`@SubscribeMessage('a') on() {}`, {}, '@Custom() @WebSocketGateway()'),
    ).toBe(true);
  });

  it('is what settings say', () => {
    const member = `@SubscribeMessage('a') on() {}`;
    expect(mayBeCovered(member, { globalEnhancers: ['pipes'] })).toBe(true);
    expect(mayBeCovered(member, { globalEnhancers: ['guards'] })).toBe(false);
    expect(mayBeCovered(`@Local() ${member}`, { decorators: { validates: ['Local'] } })).toBe(true);
    const guards = { decorators: { guards: ['Local'] } };
    expect(mayBeCovered(`@Local() ${member}`, guards)).toBe(false);
    expect(mayBeCovered(`@Local() ${member}`, guards, '@WebSocketGateway()', 'guards')).toBe(true);
    const own = { decorators: { gateway: ['Custom'] } };
    expect(mayBeCovered(member, own, '@Custom()')).toBe(false);
  });

  it('is a base class of another file', () => {
    const { gateways } = readFile(
      `${NEST} @WebSocketGateway() class A extends Base { @SubscribeMessage('a') on() {} }`,
    );
    const [handler] = gateways[0]?.handlers ?? [];
    expect(handler?.gateway.mayBeCovered('guards', handler.method)).toBe(true);
  });

  it('is a decorator on one class of several', () => {
    const [, gateway] = readFile(`${NEST}
      import { Custom } from './custom';
      @Custom() class Base {}
      @WebSocketGateway() class A extends Base {}
    `).gateways;
    expect(gateway?.hasUnknownDecorator).toBe(true);
  });
});

describe('the parameters of a handler', () => {
  function roles(parameters: string): string {
    const code = `${NEST} import { Ack } from '@nestjs/websockets'; import { Body, Req, Request } from '@nestjs/common';
      @WebSocketGateway() class A { @SubscribeMessage('a') on(${parameters}) {} }`;
    const [handler] = readGateway(code).handlers;
    return [
      handler?.isBare ? 'bare' : 'decorated',
      `payloads ${handler?.payloads.map(({ parameter }) => parameter.index).join()}`,
      `socket ${handler?.socket?.index ?? '-'}`,
      `ack ${handler?.ack?.index ?? '-'}`,
    ].join(', ');
  }

  it('are known by position where none is decorated', () => {
    expect(roles('client, payload, ack')).toBe('bare, payloads 1, socket 0, ack 2');
    expect(roles('client')).toBe('bare, payloads , socket 0, ack -');
    expect(roles('')).toBe('bare, payloads , socket -, ack -');
  });

  it("leave out TypeScript's `this`, which is none at run time", () => {
    expect(roles('this: A, client, payload')).toBe('bare, payloads 1, socket 0, ack -');
  });

  it('are known by decorator where one is', () => {
    expect(roles('@MessageBody() a, @ConnectedSocket() b, @Ack() c')).toBe(
      'decorated, payloads 0, socket 1, ack 2',
    );
    expect(roles("@MessageBody('a') a, @MessageBody('b') b")).toBe(
      'decorated, payloads 0,1, socket -, ack -',
    );
    expect(roles('@Body() a, @Req() b')).toBe('decorated, payloads 0, socket 1, ack -');
    expect(roles('@Body() a, @Request() b')).toBe('decorated, payloads 0, socket 1, ack -');
    expect(roles('client, @MessageBody() a')).toBe('decorated, payloads 1, socket -, ack -');
  });

  it('are read through defaults, rests and patterns', () => {
    const code = `${NEST} @WebSocketGateway() class A {
      @SubscribeMessage('a') on({ id }: Socket, [first]: string[] = [], ...rest: Function[]) {}
    }`;
    const parameters = readGateway(code).handlers[0]?.parameters ?? [];
    expect(
      parameters.map(({ pattern, type, defaultValue, isRest }) => [
        pattern.type,
        type?.type,
        defaultValue?.type,
        isRest,
      ]),
    ).toEqual([
      ['ObjectPattern', 'TSTypeReference', undefined, false],
      ['ArrayPattern', 'TSArrayType', 'ArrayExpression', false],
      ['Identifier', 'TSArrayType', undefined, true],
    ]);
  });

  it('resolve a decorator outside the function that it stands in', () => {
    const code = `${NEST} @WebSocketGateway() class A {
      @SubscribeMessage('a') on(@MessageBody() MessageBody: string) {}
    }`;
    expect(readGateway(code).handlers[0]?.payloads).toHaveLength(1);
  });
});

it('keeps one model per file, whichever object asks', () => {
  const file = readFile(`${NEST} @WebSocketGateway() class A {}`);
  expect(file.gateways).toBe(file.gateways);
  expect(file.gateways[0]?.platform).toBe(file.gateways[0]?.platform);
});

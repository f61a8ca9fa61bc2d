import rule from '../../src/rules/no-misapplied-pipe.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `
import { Body, ParseArrayPipe, ParseFilePipe, ParseIntPipe, UsePipes, ValidationPipe, applyDecorators, createParamDecorator } from '@nestjs/common';
import { Ack, ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Socket } from 'socket.io';
import { z } from 'zod';
import { AjvPipe, JoiPipe, RoomSchemaPipe, TrimPipe, ValibotPipe, YupPipe, ZodPipe, schema, zodPipe } from './pipes';
`;

const BOTH = '@ConnectedSocket() client: Socket, @MessageBody() data: unknown';

/** A handler behind a pipe of its own. */
function handler(pipe: string, parameters = BOTH, more = ''): string {
  return `${IMPORTS}${more}
@WebSocketGateway()
class ChatGateway {
  @UsePipes(${pipe}) @SubscribeMessage('join') join(${parameters}) {}
}`;
}

/** A pipe of the file whose `transform` is given. */
const own = (transform: string) => `
class OwnPipe {
  constructor(private readonly schema: any) {}
  ${transform}
}`;

const PARSES = 'transform(value: unknown) { return this.schema.parse(value); }';

const checksAll = { messageId: 'checksAll', data: { handler: 'join', what: 'socket' } } as const;

new RuleTester().run('no-misapplied-pipe', rule, {
  invalid: [
    ...[
      'new ZodPipe(schema)',
      'new JoiPipe(schema)',
      'new YupPipe(schema)',
      'new ValibotPipe(schema)',
      'new RoomSchemaPipe(schema)',
      'ParseIntPipe',
      'new ParseIntPipe()',
      'new ParseArrayPipe({ items: Number })',
    ].flatMap((pipe) => [
      marked(handler(`«${pipe}»`), [checksAll]),
      marked(handler(`«${pipe}»`, 'client: Socket, data: unknown'), [checksAll]),
    ]),
    marked(handler('«new ZodPipe(schema)»', 'client'), [checksAll]),
    marked(handler('«new ZodPipe(schema)»', ''), [checksAll]),
    marked(
      handler('«new ZodPipe(schema)»', '@MessageBody() data: unknown, @Ack() ack: () => void'),
      [{ messageId: 'checksAll', data: { handler: 'join', what: 'ack callback' } }],
    ),
    marked(handler('ValidationPipe, «ParseIntPipe»'), [checksAll]),
    marked(handler('«pipe»', BOTH, 'const pipe = new ZodPipe(schema);'), [checksAll]),
    marked(handler('«new ZodPipe(z.object({}))»'), [checksAll]),
    {
      ...marked(
        `${IMPORTS}
        @WebSocketGateway() @UsePipes(«new ZodPipe(schema)»)
        class ChatGateway {
          @SubscribeMessage('plain') plain(@MessageBody() data: unknown) {}
          @SubscribeMessage('join') join(${BOTH}) {}
          @SubscribeMessage('leave') leave(${BOTH}) {}
        }`,
        [checksAll],
      ),
      name: 'on a class, once',
    },
    {
      ...marked(
        `${IMPORTS}
        @UsePipes(«new ZodPipe(schema)»)
        class Base { @SubscribeMessage('join') join(${BOTH}) {} }
        @WebSocketGateway() class ChatGateway extends Base { @SubscribeMessage('leave') leave(${BOTH}) {} }`,
        [checksAll],
      ),
      name: 'on a base class, once',
    },
    {
      ...marked(
        `${IMPORTS}
        const Checked = () => applyDecorators(UsePipes(«new ZodPipe(schema)»));
        @WebSocketGateway() class ChatGateway { @Checked() @SubscribeMessage('join') join(${BOTH}) {} }`,
        [checksAll],
      ),
      name: 'in a decorator of the file',
    },
    ...[
      PARSES,
      'transform = (value: unknown) => this.schema.parse(value);',
      'transform({ room, ...rest }: any) { return this.schema.parse(rest); }',
      'transform(value: unknown) { return this.schema.parse(value) ?? value; }',
      'transform(value: unknown, metadata: object) { return this.schema.parse(value); }',
      'transform(value: unknown) { const result = this.schema.safeParse(value); if (!result.success) throw result.error; return result.data; }',
      'transform(value: unknown) { const { error } = this.schema.validate(value); if (error) throw error; return value; }',
      'async transform(value: unknown) { try { return await this.schema.parseAsync(value); } catch { throw new Error(); } }',
      'transform(value: unknown) { if (this.schema.safeParse(value).success) return value; throw value; }',
    ].map((transform) =>
      marked(handler('«new OwnPipe(schema)»', BOTH, own(transform)), [checksAll]),
    ),
    marked(handler('«OwnPipe»', BOTH, own(PARSES)), [checksAll]),
    marked(
      handler(
        '«OwnPipe»',
        BOTH,
        `import * as v from 'valibot'; ${own('transform(value: unknown) { return v.parse(this.schema, value); }')}`,
      ),
      [checksAll],
    ),
    marked(handler('«new ValidationPipe({ validateCustomDecorators: true })»'), [
      { messageId: 'checksCustom', data: { handler: 'join', what: 'socket' } },
    ]),
    marked(
      handler(
        '«new ValidationPipe({ validateCustomDecorators: true })»',
        'client: Socket, data: unknown',
      ),
      ['checksCustom'],
    ),
    marked(
      handler(
        '«new ValidationPipe({ validateCustomDecorators: true })»',
        '@ConnectedSocket() client: S',
        "import type { Socket as S } from 'socket.io';",
      ),
      ['checksCustom'],
    ),
    ...['z.object({})', 'z.object({ id: z.string() }).strict()', 'Join', "'room', Join"].map(
      (argument) =>
        marked(
          handler(
            'ValidationPipe',
            `@MessageBody(${argument.replace(/(z\..*|Join)$/, '«$1»')}) data: unknown`,
            'const Join = z.object({});',
          ),
          ['schema'],
        ),
    ),
    ...[
      "import * as yup from 'yup';",
      "import yup from '@hapi/joi';",
      "import yup from 'joi';",
      "import * as yup from 'valibot';",
      "import * as yup from 'zod/v4';",
    ].map((imports) =>
      marked(handler('ValidationPipe', '@MessageBody(«yup.object({})») data: unknown', imports), [
        'schema',
      ]),
    ),
    {
      ...marked(
        `import * as common from '@nestjs/common';
         import * as ws from '@nestjs/websockets';
         @ws.WebSocketGateway() class ChatGateway {
           @common.UsePipes(«common.ParseIntPipe») @ws.SubscribeMessage('join') join(@ws.ConnectedSocket() client: unknown) {}
         }`,
        [checksAll],
      ),
      name: 'namespace imports',
    },
    {
      ...marked(
        `import { ParseIntPipe as Int, UsePipes as Use } from '@nestjs/common';
         import { ConnectedSocket as Client, SubscribeMessage as On, WebSocketGateway as Gateway } from '@nestjs/websockets/decorators';
         @Gateway() class ChatGateway { @Use(«Int») @On('join') join(@Client() client: unknown) {} }`,
        [checksAll],
      ),
      name: 'aliases and deep paths',
    },
    {
      ...marked(
        `import { ConnectedSocket, ParseIntPipe, SubscribeMessage, UsePipes, WebSocketGateway } from '../nest';
         @WebSocketGateway() class ChatGateway { @UsePipes(«ParseIntPipe») @SubscribeMessage('join') join(@ConnectedSocket() client: unknown) {} }`,
        [checksAll],
        { settings: { 'nestjs-gateway': { modules: ['../nest'] } } },
      ),
      name: 'a barrel from settings',
    },
  ],
  valid: [
    ...[
      'ValidationPipe',
      'new ValidationPipe({ validateCustomDecorators: false })',
      'new ValidationPipe(options)',
      'new ZodPipe()',
      'ZodPipe',
      'zodPipe',
      'new JoiPipe({ group: 1 })',
      'new AjvPipe(schema)',
      'new TrimPipe(schema)',
      'ParseFilePipe',
    ].map((pipe) => ({ name: `lets the socket pass, or may: ${pipe}`, code: handler(pipe) })),
    ...[
      '@MessageBody() data: unknown',
      "@MessageBody('n') n: number",
      '@MessageBody() data: unknown, @CurrentUser() user: unknown',
      '@MessageBody(new ZodPipe(schema)) data: unknown',
    ].map((parameters) => ({
      name: `no socket: (${parameters})`,
      code: handler('new ZodPipe(schema)', parameters),
    })),
    ...[
      'new ZodPipe(schema)',
      'ParseIntPipe',
      'schema',
      'new ParseArrayPipe({ items: Number })',
      '{ schema: z.object({}) }',
      'z.object({}).parse(config)',
      'make()',
      "'room'",
      '',
    ].map((argument) => ({
      name: `a pipe of the parameter: ${argument}`,
      code: handler(
        'ValidationPipe',
        `@ConnectedSocket() client: Socket, @MessageBody(${argument}) data: unknown`,
      ),
    })),
    {
      name: 'a schema in @Body()',
      code: handler('ValidationPipe', '@Body(z.object({})) data: unknown'),
    },
    ...[
      "transform(value: unknown, metadata: any) { if (metadata.type !== 'body') return value; return this.schema.parse(value); }",
      'transform(value: unknown, metadata: any) { return this.schemas.get(metadata.type).parse(value); }',
      'transform(value: unknown, { type, data }: any) { return this.schemas.get(type).parse(value); }',
      'transform(value: unknown) {if(isIt(value))return value;z.parse(value);}',
      'transform(value: unknown) { this.schema.parse(schema); return value; }',
      'transform(value: unknown) { return z.parser(value); }',
      'transform(value: unknown) { return z.reparse(value); }',
      'transform(value: unknown) { return z.invalidate(value); }',
      // What fails the check passes all the same.
      'transform(value: unknown) { try { return this.schema.parse(value); } catch { return value; } }',
      'transform(value: unknown) { if (value === null) throw value; try { return this.schema.parse(value); } catch { return value; } }',
      'transform(value: unknown) { return this.schema.safeParse(value).data ?? value; }',
      'transform(value: unknown) { const result = this.schema.safeParse(value); return result.success ? result.data : value; }',
      'transform(value: unknown) { return this.schema.validate(value).value; }',
      'transform(value: unknown) { return this.schema.parseAsync(value).catch(() => value); }',
      "transform(value: unknown, { type }: any) { return type === 'body' ? this.schema.parse(value) : value; }",
      'transform(value: unknown) { if (value instanceof Socket) return value; return this.schema.parse(value); }',
      'transform(value: unknown) { return isPlain(value) ? this.schema.parse(value) : value; }',
      'transform(value: unknown) { return isPlain(value) && this.schema.parse(value); }',
      "transform(value: unknown) { switch (typeof value) { case 'string': return this.schema.parse(value); } }",
      'transform(value: unknown) { if (isPlain(value)) this.schema.parse(value); return value; }',
      'transform(value: any) { return this.schema.parse(value.room); }',
      'transform(value: string) { return JSON.parse(value); }',
      'transform(value: any) { return value.trim(); }',
      'transform() { return this.schema.parse({}); }',
      'other(value: unknown) { return this.schema.parse(value); }',
    ].map((transform) => ({
      name: `of this file: ${transform}`,
      code: handler('new OwnPipe(schema)', BOTH, own(transform)),
    })),
    ...[
      '@ConnectedSocket() client: any',
      '@ConnectedSocket() client',
      '@ConnectedSocket() client: AuthSocket',
      '@ConnectedSocket() client: WebSocket',
      '@MessageBody() data: unknown',
      'client, data: unknown, ack: () => void',
      '@MessageBody() data: unknown, @Ack() ack: () => void',
      '@ConnectedSocket() client: Namespace',
    ].map((parameters) => ({
      name: `validateCustomDecorators without a class: (${parameters})`,
      code: handler(
        'new ValidationPipe({ validateCustomDecorators: true })',
        parameters,
        "import { Namespace } from 'socket.io'; import { WebSocket } from 'ws'; interface AuthSocket extends Socket {}",
      ),
    })),
    ...['TrimPipe', 'DefaultValuePipe', 'OwnValidationPipe'].map((pipe) => ({
      name: `validateCustomDecorators of a ${pipe}`,
      code: handler(
        `new ${pipe}({ validateCustomDecorators: true })`,
        BOTH,
        "import { DefaultValuePipe } from '@nestjs/common'; import { ValidationPipe as OwnValidationPipe } from './pipes';",
      ),
    })),
    {
      name: 'a ParseIntPipe of another package',
      code: handler('Int', BOTH, "import { ParseIntPipe as Int } from './pipes';"),
    },
    {
      name: 'decorators of another package',
      code: handler('ParseIntPipe').replace('@nestjs/websockets', 'my-ws'),
    },
  ],
});

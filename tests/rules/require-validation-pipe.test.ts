import rule from '../../src/rules/require-validation-pipe.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const WS = `
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';`;
const COMMON = `
import { UsePipes, ValidationPipe } from '@nestjs/common';`;
const PIPE = '@UsePipes(new ValidationPipe({ transform: true }))';

/** A gateway with one handler; `head` stands below its decorator, `more` behind the class. */
function chat(handler: string, more = '', head = ''): string {
  return `${WS}${COMMON}
@WebSocketGateway()${head}
export class ChatGateway {
  @SubscribeMessage('join')
  ${handler}
}
${more}`;
}

/** The same, whose handler has these parameters and passes `dto` on. */
function join(parameters: string, more = ''): string {
  return chat(`join(${parameters}) { return this.rooms.join(dto); }`, more);
}

/** An uncovered payload where marked, with the suggestion to put a pipe on the class. */
function uncovered(handler: string, more = '', options: object = {}) {
  return marked(
    chat(handler, more),
    [
      {
        messageId: 'uncovered',
        data: { handler: 'join' },
        suggestions: [
          {
            messageId: 'addPipe',
            data: { decorator: PIPE },
            output: chat(handler.replace(/[«»]/g, ''), more, `\n${PIPE}`),
          },
        ],
      },
    ],
    options,
  );
}

function uncoveredParameters(parameters: string, more = '', options: object = {}) {
  return uncovered(`join(${parameters}) { return this.rooms.join(dto); }`, more, options);
}

/** A gateway with two decorators, and what stands below them. */
function injectable(payload: string, below = ''): string {
  const code = chat(
    `join(@MessageBody() ${payload}) { return dto; }`,
    '',
    `\n@Injectable()${below}`,
  );
  return code.replace('{ UsePipes', '{ Injectable, UsePipes');
}

const TRANSFORM = { options: [{ transform: true }] };
const TRIM = `import { TrimPipe } from './trim.pipe';`;

/** A gateway that makes a pipe, with and without the option. */
function transform(pipe: string, output: string | null) {
  const code = (written: string) => `${WS}${COMMON}
@UsePipes(${written})
@WebSocketGateway()
export class ChatGateway {}
const OFF = false;`;
  return marked(code(`«${pipe}»`), ['transform'], {
    ...TRANSFORM,
    output: output === null ? null : code(output),
  });
}

new RuleTester().run('require-validation-pipe', rule, {
  invalid: [
    uncovered(
      'join(@MessageBody() «dto: Join») { if (SEEN.has(dto.id)) this.rooms.join(dto); }',
      'const SEEN = new Set();',
    ),
    uncovered(
      'join(@MessageBody() «dto: Join») { return this.rooms.join(jwt.verify(dto.token, SECRET), dto.room); }',
      "import jwt from 'jsonwebtoken';",
    ),
    marked(
      chat(
        'join(@MessageBody() dto: Buffer) { return dto; } @SubscribeMessage("b") b(@MessageBody() dto: B) { return dto; }',
        '',
        '\n@UsePipes(«new ValidationPipe()»)',
      ),
      ['transform'],
      {
        ...TRANSFORM,
        output: chat(
          'join(@MessageBody() dto: Buffer) { return dto; } @SubscribeMessage("b") b(@MessageBody() dto: B) { return dto; }',
          '',
          '\n@UsePipes(new ValidationPipe({ transform: true }))',
        ),
      },
    ),
    // No pipe, whatever the payload's type.
    uncoveredParameters('@MessageBody() «dto: JoinRoomDto»'),
    uncoveredParameters('@MessageBody() «dto?: JoinRoomDto»'),
    uncoveredParameters('@MessageBody() «dto»'),
    uncoveredParameters('@MessageBody() «dto: { room: string }»'),
    uncoveredParameters("@MessageBody('room') «dto: string»"),
    uncoveredParameters('@MessageBody() «dto: JoinRoomDto = new JoinRoomDto()»'),
    uncoveredParameters('client: Socket, «dto: JoinRoomDto»'),
    uncoveredParameters('@ConnectedSocket() client: Socket, @MessageBody() «dto: JoinRoomDto»'),
    uncoveredParameters('@Body() «dto: JoinRoomDto»', `import { Body } from '@nestjs/common';`),
    uncoveredParameters('@Payload() «dto: JoinRoomDto»', 'const Payload = () => MessageBody();'),
    uncovered('join(@MessageBody() «{ room }: JoinRoomDto») { return this.rooms.join(room); }'),
    uncovered(
      'private join(@MessageBody() «[id, data]: [string, ArrayBuffer]») { this.add(id, data); }',
    ),
    uncovered(
      `join(
    @MessageBody() «{
      room,
    }: JoinRoomDto»,
  ) { return this.rooms.join(room); }`,
    ),

    // Every payload needs cover, one finding each; `ParseIntPipe` covers its own.
    marked(
      chat(
        `join(@MessageBody('a') «a: string», @MessageBody('b') «b: string») { this.add(a, b); }`,
      ),
      ['a', 'b'].map(() => ({
        messageId: 'uncovered',
        suggestions: [
          {
            messageId: 'addPipe',
            output: chat(
              `join(@MessageBody('a') a: string, @MessageBody('b') b: string) { this.add(a, b); }`,
              '',
              `\n${PIPE}`,
            ),
          },
        ],
      })),
    ),
    uncovered(
      `join(@MessageBody('a') «a: string», @MessageBody('b', ParseIntPipe) b: number) { this.add(a, b); }`,
      `import { ParseIntPipe } from '@nestjs/common';`,
    ),

    // Pipes that do not validate, by the names their modules export.
    ...[
      '@MessageBody(TrimPipe) «dto: JoinRoomDto»',
      '@MessageBody(new TrimPipe()) «dto: JoinRoomDto»',
      '@MessageBody(new JoinPipe(Room)) «dto: JoinRoomDto»',
      '@MessageBody(Pipe) «dto: JoinRoomDto»',
      '@MessageBody(DefaultTrimPipe) «dto: JoinRoomDto»',
      '@MessageBody(new pipes.TrimPipe()) «dto: JoinRoomDto»',
      '@MessageBody({ pipes: [TrimPipe] }) «dto: JoinRoomDto»',
      '@MessageBody(BODY) «dto: JoinRoomDto»',
      '@MessageBody({ schema: JoinSchema }) «dto: JoinRoomDto»',
      '@MessageBody(new DefaultValuePipe(1)) «dto: JoinRoomDto»',
    ].map((parameters) =>
      uncoveredParameters(
        parameters,
        `import DefaultTrimPipe, { JoinPipe, TrimPipe, ValidationPipes as Pipe } from './pipes';
import * as pipes from './pipes';
import { DefaultValuePipe } from '@nestjs/common';
const BODY = 'body';`,
      ),
    ),
    uncovered('@UsePipes(TrimPipe) join(@MessageBody() «dto: JoinRoomDto») { return dto; }', TRIM),
    uncovered(
      '@UsePipes(...pipes) join(@MessageBody() «dto: JoinRoomDto») { return dto; }',
      `${TRIM} const pipes = [new TrimPipe(), , TrimPipe];`,
    ),
    uncovered(
      '@UsePipes(ParseIntPipe) join(@MessageBody() «dto: number») { return dto; }',
      `import { ParseIntPipe } from '@nestjs/common';`,
    ),
    uncoveredParameters(
      '@MessageBody(OwnPipe) «dto: JoinRoomDto»',
      'class OwnPipe { transform(value: string) { return value.trim(); } }',
    ),
    uncoveredParameters(
      '@MessageBody(OwnPipe) «dto: JoinRoomDto»',
      'abstract class Base {} class OwnPipe extends Base {}',
    ),
    uncovered(
      '@Trimmed() join(@MessageBody() «dto: JoinRoomDto») { return dto; }',
      `${TRIM} const Trimmed = () => applyDecorators(UsePipes(TrimPipe));
      import { applyDecorators } from '@nestjs/common';`,
    ),

    // Decorators that are known to apply no pipe.
    uncovered(
      '@UseGuards(Guard) @Roles("a") join(@MessageBody() «dto: JoinRoomDto») { return dto; }',
      `import { SetMetadata, UseGuards } from '@nestjs/common';
      const Roles = (...roles: string[]) => SetMetadata('roles', roles);`,
    ),

    // Bare truthiness is no check, nor is one that comes too late.
    ...[
      'if (!dto.room) return; this.rooms.join(dto.room);',
      'this.rooms.join(dto.room); if (typeof dto.room !== "string") return;',
      // A choice of the form it comes in refuses nothing.
      'const one = Array.isArray(dto) ? dto[0] : dto; this.rooms.join(one);',
      'const one = typeof dto === "string" ? JSON.parse(dto) : dto; this.rooms.join(one);',
      'const one = !(dto && typeof dto !== "string") ? JSON.parse(dto) : dto.data; this.rooms.join(one);',
      'if (this.rooms.isMember(dto.room)) return dto.room;',
    ].map((body) => uncovered(`join(@MessageBody() «dto: JoinRoomDto») { ${body} }`)),

    // The option names the pipes.
    uncoveredParameters(
      '@MessageBody(WsPipe) «dto: JoinRoomDto»',
      `import { WsPipe } from './pipes';`,
      { options: [{ pipes: ['ValidationPipe', 'WsPipes', '*sPipes', 'Ws.*'] }] },
    ),
    // One that leaves ValidationPipe out has no use for the suggestion.
    ...[
      { pipe: 'new ValidationPipe()', pipes: ['WsPipe'] },
      { pipe: 'WsPipe', pipes: ['WsPipe'] },
      { pipe: 'new ValidationPipe()', pipes: [] },
    ].map(({ pipe, pipes }) =>
      marked(
        join(
          `@MessageBody(${pipe}) «dto: JoinRoomDto»`,
          `import { OtherPipe as WsPipe } from './pipes';`,
        ),
        [{ messageId: 'uncovered', data: { handler: 'join' }, suggestions: null }],
        { options: [{ pipes }] },
      ),
    ),

    // Settings that say nothing of pipes.
    uncoveredParameters('@MessageBody() «dto: JoinRoomDto»', '', {
      settings: { 'nestjs-gateway': { globalEnhancers: ['guards'], platform: 'ws' } },
    }),
    marked(
      `
import { ChatGateway } from './decorators';
import { MessageBody, SubscribeMessage } from '@nestjs/websockets';
@ChatGateway()
class Chat {
  @SubscribeMessage('join') join(@MessageBody() «dto: JoinRoomDto») { return dto; }
}`,
      [
        {
          messageId: 'uncovered',
          suggestions: [
            {
              messageId: 'addPipe',
              output: `
import { ChatGateway } from './decorators';
import { MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { UsePipes, ValidationPipe } from '@nestjs/common';
@ChatGateway()
${PIPE}
class Chat {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
            },
          ],
        },
      ],
      { settings: { 'nestjs-gateway': { decorators: { gateway: ['ChatGateway'] } } } },
    ),

    marked(
      `
import { UseGuards, applyDecorators } from '@nestjs/common';
import * as ws from '@nestjs/websockets';
const Chat = (path: string) => applyDecorators(ws.WebSocketGateway({ path }), UseGuards(Guard));
@Chat('/chat') class ChatGateway {
  @ws.SubscribeMessage('join') join(@ws.MessageBody() «dto: JoinRoomDto») { return dto; }
}`,
      [
        {
          messageId: 'uncovered',
          suggestions: [
            {
              messageId: 'addPipe',
              output: `
import { UseGuards, applyDecorators, UsePipes, ValidationPipe } from '@nestjs/common';
import * as ws from '@nestjs/websockets';
const Chat = (path: string) => applyDecorators(ws.WebSocketGateway({ path }), UseGuards(Guard));
@Chat('/chat')
${PIPE} class ChatGateway {
  @ws.SubscribeMessage('join') join(@ws.MessageBody() dto: JoinRoomDto) { return dto; }
}`,
            },
          ],
        },
      ],
    ),

    // Base classes seen here: the handlers of the subclass are uncovered.
    marked(
      `${WS}
class Base { other() {} }
@WebSocketGateway()
class ChatGateway extends Base {
  @SubscribeMessage('join') join(@MessageBody() «dto: JoinRoomDto») { return dto; }
}`,
      [
        {
          messageId: 'uncovered',
          suggestions: [
            {
              messageId: 'addPipe',
              output: `${WS}
import { UsePipes, ValidationPipe } from '@nestjs/common';
class Base { other() {} }
@WebSocketGateway()
${PIPE}
class ChatGateway extends Base {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
            },
          ],
        },
      ],
    ),

    // The suggestion's imports and place: renamed, one of two, a whole module, comments, no semicolon.
    ...(
      [
        [
          `import { UsePipes as Pipes, ValidationPipe as Pipe } from '@nestjs/common';`,
          '@Pipes(new Pipe({ transform: true }))',
        ],
        [
          `import { UsePipes } from '@nestjs/common';`,
          PIPE,
          `import { UsePipes, ValidationPipe } from '@nestjs/common';`,
        ],
        [
          `import * as nest from '@nestjs/common';`,
          '@nest.UsePipes(new nest.ValidationPipe({ transform: true }))',
        ],
        [
          `import { Injectable } from "@nestjs/common"`,
          PIPE,
          `import { Injectable, UsePipes, ValidationPipe } from "@nestjs/common"`,
        ],
        [
          `import type { PipeTransform } from "@nestjs/common" // erased`,
          PIPE,
          `import type { PipeTransform } from "@nestjs/common" // erased\nimport { UsePipes, ValidationPipe } from "@nestjs/common"`,
        ],
        [
          `import nest, { type PipeTransform } from '@nestjs/common';`,
          PIPE,
          `import nest, { type PipeTransform, UsePipes, ValidationPipe } from '@nestjs/common';`,
        ],
        [
          `import { 'UsePipes' as Pipes } from '@nestjs/common';`,
          PIPE,
          `import { 'UsePipes' as Pipes, UsePipes, ValidationPipe } from '@nestjs/common';`,
        ],
      ] as const
    ).map(([written, decorator, imported = written]) => {
      const code = (imports: string, payload: string, added = '') => `${WS}
${imports}
  @WebSocketGateway() // the chat${added}
  class ChatGateway { @SubscribeMessage('join') join(@MessageBody() ${payload}) { return dto; } }`;
      return marked(code(written, '«dto: JoinRoomDto»'), [
        {
          messageId: 'uncovered',
          suggestions: [
            {
              messageId: 'addPipe',
              data: { decorator },
              output: code(imported, 'dto: JoinRoomDto', `\n  ${decorator}`),
            },
          ],
        },
      ]);
    }),
    marked(
      `import ws = require('@nestjs/websockets');
export default @ws.WebSocketGateway() class {
  @ws.SubscribeMessage('join') join(@ws.MessageBody() «dto: JoinRoomDto») { return dto; }
}`,
      [
        {
          messageId: 'uncovered',
          suggestions: [
            {
              messageId: 'addPipe',
              output: `import { UsePipes, ValidationPipe } from '@nestjs/common';
import ws = require('@nestjs/websockets');
export default @ws.WebSocketGateway()
${PIPE} class {
  @ws.SubscribeMessage('join') join(@ws.MessageBody() dto: JoinRoomDto) { return dto; }
}`,
            },
          ],
        },
      ],
    ),
    // Below the last of several decorators.
    marked(injectable('«dto: JoinRoomDto»'), [
      {
        messageId: 'uncovered',
        suggestions: [
          {
            messageId: 'addPipe',
            data: { decorator: PIPE },
            output: injectable('dto: JoinRoomDto', `\n${PIPE}`),
          },
        ],
      },
    ]),
    // The named imports of a module, where its default import stands behind them.
    marked(
      `${WS}
import { Injectable } from '@nestjs/common';
import nest from '@nestjs/common';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() «dto: JoinRoomDto») { return dto; }
}`,
      [
        {
          messageId: 'uncovered',
          suggestions: [
            {
              messageId: 'addPipe',
              data: { decorator: PIPE },
              output: `${WS}
import { Injectable, UsePipes, ValidationPipe } from '@nestjs/common';
import nest from '@nestjs/common';
@WebSocketGateway()
${PIPE}
class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
            },
          ],
        },
      ],
    ),
    // A name that the file has for something else: nothing is suggested.
    marked(
      `${WS}
import { type ValidationPipe } from '@nestjs/common';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() «dto: JoinRoomDto») { return dto; }
}`,
      [{ messageId: 'uncovered', suggestions: [] }],
    ),
    marked(
      `${WS}
import type { ValidationPipe } from '@nestjs/common';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() «dto: JoinRoomDto») { return dto; }
}`,
      [{ messageId: 'uncovered', suggestions: [] }],
    ),

    // `transform`: the fix, and where there is none.
    transform('new ValidationPipe()', 'new ValidationPipe({ transform: true })'),
    transform('new ValidationPipe', 'new ValidationPipe({ transform: true })'),
    transform(
      'new ValidationPipe(/* as is */)',
      'new ValidationPipe(/* as is */{ transform: true })',
    ),
    transform('new ValidationPipe({})', 'new ValidationPipe({ transform: true })'),
    transform(
      'new ValidationPipe({ whitelist: true })',
      'new ValidationPipe({ whitelist: true, transform: true })',
    ),
    transform(
      'new ValidationPipe({ whitelist: true, })',
      'new ValidationPipe({ whitelist: true, transform: true, })',
    ),
    transform(
      `new ValidationPipe({
  whitelist: true, // nothing else
})`,
      `new ValidationPipe({
  whitelist: true, // nothing else
  transform: true,
})`,
    ),
    transform(
      `new ValidationPipe({
  whitelist: true // nothing else
})`,
      `new ValidationPipe({
  whitelist: true,
  transform: true // nothing else
})`,
    ),
    transform(
      'new ValidationPipe({ transform: false })',
      'new ValidationPipe({ transform: true })',
    ),
    transform('new ValidationPipe({ transform: OFF })', null),
    transform('ValidationPipe', 'new ValidationPipe({ transform: true })'),
    transform('new (ValidationPipe)()', null),
    transform('ValidationPipe as Type', null),
    marked(
      `
import * as nest from '@nestjs/common';
import * as ws from '@nestjs/websockets';
@nest.UsePipes(«nest.ValidationPipe»)
@ws.WebSocketGateway() class ChatGateway {}`,
      ['transform'],
      {
        ...TRANSFORM,
        output: `
import * as nest from '@nestjs/common';
import * as ws from '@nestjs/websockets';
@nest.UsePipes(new nest.ValidationPipe({ transform: true }))
@ws.WebSocketGateway() class ChatGateway {}`,
      },
    ),
    marked(
      chat(
        '@UsePipes(«new ValidationPipe()», new ParseArrayPipe()) join(dto: Join) { return dto; }',
      ).replace('ValidationPipe }', 'ValidationPipe, ParseArrayPipe }'),
      ['transform'],
      {
        ...TRANSFORM,
        output: chat(
          '@UsePipes(new ValidationPipe({ transform: true }), new ParseArrayPipe()) join(dto: Join) { return dto; }',
        ).replace('ValidationPipe }', 'ValidationPipe, ParseArrayPipe }'),
      },
    ),
    // On handlers and parameters; a pipe in a const is reported once, where it is made.
    marked(
      chat(
        `@UsePipes(pipe) join(@MessageBody(pipe, «new ValidationPipe()») dto: JoinRoomDto) { return dto; }
  @UsePipes(pipe) @SubscribeMessage('leave') leave(@MessageBody() dto: JoinRoomDto) { return dto; }`,
        'const pipe = «new ValidationPipe({ whitelist: true })»;',
      ),
      ['transform', 'transform'],
      {
        ...TRANSFORM,
        output: chat(
          `@UsePipes(pipe) join(@MessageBody(pipe, new ValidationPipe({ transform: true })) dto: JoinRoomDto) { return dto; }
  @UsePipes(pipe) @SubscribeMessage('leave') leave(@MessageBody() dto: JoinRoomDto) { return dto; }`,
          'const pipe = new ValidationPipe({ whitelist: true, transform: true });',
        ),
      },
    ),
    marked(
      `${WS}${COMMON}
const options = { whitelist: true };
const off = { transform: false };
const Piped = () => UsePipes(«new ValidationPipe(options)»);
@Piped() class Base { @SubscribeMessage('a') a() {} }
@Piped() @UsePipes(«new ValidationPipe(off)») @WebSocketGateway() class ChatGateway extends Base {}`,
      ['transform', 'transform'],
      { ...TRANSFORM, output: null },
    ),
  ],

  valid: [
    // Binary data makes no instance of a DTO.
    {
      ...TRANSFORM,
      code: chat(
        `@UsePipes(new ValidationPipe({ whitelist: true })) join(@MessageBody(new ValidationPipe({})) dto: Buffer) { return dto; }`,
        '',
        '\n@UsePipes(new ValidationPipe())',
      ),
    },
    // Checked in the body: a list of the file, a token.
    chat(
      `join(@MessageBody() dto: Join) { if (KINDS.has(dto.kind)) this.rooms.join(dto); }`,
      `const KINDS = new Set(['chat', 'game']);`,
    ),
    chat(
      `join(@MessageBody('token') token: string) { return jwt.verify(token, SECRET); }`,
      `import jwt from 'jsonwebtoken';`,
    ),
    'class NoGateway {}',
    // Pipes on the class, the method, the parameter.
    chat('join(@MessageBody() dto: JoinRoomDto) { return dto; }', '', `\n${PIPE}`),
    ...[
      '@UsePipes(new ValidationPipe())',
      '@UsePipes(ValidationPipe)',
      '@UsePipes(TrimPipe, new WsValidationPipe())',
      '@UsePipes(new AliasedPipe())',
      '@UsePipes(own.ClassValidationPipe)',
      '@UsePipes(pipe as PipeTransform)',
      '@UsePipes(...pipes)',
      '@UsePipes(new OwnPipe())',
      '@UsePipes(new AnonymousPipe())',
      '@UsePipes(StandardSchemaValidationPipe)',
      '@UsePipes(new ZodPipe(schema))',
      '@UsePipes(ZodPipe)',
      '@Piped()',
    ].map((decorator) =>
      chat(
        `${decorator} join(@MessageBody() dto: JoinRoomDto) { return dto; }`,
        `import { StandardSchemaValidationPipe } from '@nestjs/common';
import { TrimPipe, WsValidationPipe, UserValidationPipe as AliasedPipe, ZodPipe } from './pipes';
import * as own from './pipes';
const pipe = new ValidationPipe();
const pipes = [TrimPipe, pipe];
class OwnPipe extends ValidationPipe {}
const AnonymousPipe = class { transform(value: unknown) { return Schema.parse(value); } };
const Piped = () => UsePipes(ValidationPipe);`,
      ),
    ),
    ...[
      '@MessageBody(new ValidationPipe()) dto: JoinRoomDto',
      '@MessageBody(ValidationPipe) dto: JoinRoomDto',
      "@MessageBody('room', ParseUUIDPipe) dto: string",
      "@MessageBody('room', new ParseIntPipe()) dto: number",
      '@MessageBody(new ParseArrayPipe({ items: JoinRoomDto })) dto: JoinRoomDto[]',
      '@MessageBody(new ZodValidationPipe(JoinSchema)) dto: Join',
      '@MessageBody({ schema: JoinSchema, pipes: [StandardSchemaValidationPipe] }) dto: Join',
      '@MessageBody(JoinPipe) dto: JoinRoomDto',
    ].map((parameters) =>
      join(
        parameters,
        `import { ParseArrayPipe, ParseIntPipe, ParseUUIDPipe, StandardSchemaValidationPipe } from '@nestjs/common';
import { ZodValidationPipe } from './pipes';
import { validateOrReject } from 'class-validator';
class JoinPipe {
  async transform(value: object, { metatype }: ArgumentMetadata) {
    const dto = plainToInstance(metatype, value);
    await validateOrReject(dto);
    return dto;
  }
}`,
      ),
    ),
    // Pipes that cannot be named.
    ...[
      '@UsePipes(wsPipe)',
      '@UsePipes(WS_PIPE)',
      '@UsePipes(createPipe())',
      '@UsePipes(...imported)',
      '@UsePipes(strict ? ValidationPipe : TrimPipe)',
      '@UsePipes(new (mixin(Dto))())',
      '@UsePipes(DerivedPipe)',
      '@UsePipes(new MixedPipe())',
    ].map((decorator) =>
      chat(
        `${decorator} join(@MessageBody() dto: JoinRoomDto) { return dto; }`,
        `import { wsPipe, WS_PIPE, createPipe, imported, BasePipe } from './pipes';
class DerivedPipe extends BasePipe {}
class MixedPipe extends mixin(ValidationPipe) {}`,
      ),
    ),
    // What cannot be seen: base classes, custom decorators, and what settings say.
    `${WS}
import { SocketGateway } from './socket.gateway';
@WebSocketGateway() class ChatGateway extends SocketGateway {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
    `${WS}
import { SocketGateway } from './socket.gateway';
class ChatGateway extends SocketGateway {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
    `${WS}${COMMON}
@UsePipes(new ValidationPipe()) abstract class Base {}
@WebSocketGateway() class ChatGateway extends Base {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
    `${WS}
abstract class Base { @SubscribeMessage('join') join(@MessageBody() dto: Join) { return dto; } }
@WebSocketGateway() class ChatGateway extends Base {}`,
    chat(
      'join(@MessageBody() dto: JoinRoomDto) { return dto; }',
      `import { Secured } from './decorators';`,
      '\n@Secured()',
    ),
    chat(
      '@Checked() join(@MessageBody() dto: JoinRoomDto) { return dto; }',
      `import { Checked } from './decorators';`,
    ),
    join('@MessageBody() @Checked() dto: JoinRoomDto', `import { Checked } from './decorators';`),
    join('@WsBody() dto: JoinRoomDto', `import { WsBody } from './decorators';`),
    // A pipe on the subclass of an abstract gateway covers its handlers.
    chat('join(@MessageBody() dto: JoinRoomDto) { return dto; }').replace(
      'export class',
      'export abstract class',
    ),
    // Decorators of the file, and Nest's under other names.
    `
import { UsePipes as Pipes, ValidationPipe as Pipe, applyDecorators } from '@nestjs/common';
import * as ws from '@nestjs/websockets';
const Chat = () => applyDecorators(ws.WebSocketGateway(), Pipes(new Pipe()));
@Chat() class ChatGateway {
  @ws.SubscribeMessage('join') join(@ws.MessageBody() dto: JoinRoomDto) { return dto; }
}`,
    `
import { MessageBody, SubscribeMessage, UsePipes, ValidationPipe, WebSocketGateway } from '../nest';
@UsePipes(ValidationPipe) class NoGateway {}
@WebSocketGateway() class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
    {
      code: `
import { MessageBody, SubscribeMessage, UsePipes, ValidationPipe, WebSocketGateway } from '../nest';
@UsePipes(ValidationPipe) @WebSocketGateway() class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
      settings: { 'nestjs-gateway': { modules: ['../nest'] } },
    },
    {
      code: join('@MessageBody() dto: JoinRoomDto'),
      settings: { 'nestjs-gateway': { globalEnhancers: ['pipes'] } },
    },
    {
      code: chat(
        '@Validated() join(@MessageBody() dto: JoinRoomDto) { return dto; }',
        'function Validated() { return (target: object, key: string) => {}; }',
      ),
      settings: { 'nestjs-gateway': { decorators: { validates: ['Validated'] } } },
    },
    `
import { Gateway } from './decorators';
import { MessageBody, SubscribeMessage } from '@nestjs/websockets';
@Gateway() class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
    // Checked in the body, never read, binary, or no payload at all.
    chat('async join(client, dto: Join) { await validateOrReject(dto); return dto; }'),
    chat('join(client, dto: Join) { if (typeof dto !== "object") return; return dto; }'),
    ...[
      'typeof dto === "string" ? dto : ""',
      'typeof dto === "string" ? parse(dto) : dto',
      'Array.isArray(dto) ? dto : [dto]',
      'Array.isArray(dto) ? dto : other',
    ].map((choice) => chat(`join(client, dto: Join) { this.rooms.join(${choice}); }`)),
    chat('join(client: Socket, dto: JoinRoomDto) { return client.id; }'),
    chat('join(@MessageBody() dto: Uint8Array) { return decode(dto); }'),
    chat('join(@MessageBody() dto: Frame) { return decode(dto); }', 'type Frame = Buffer;'),
    chat('join(client: Socket) { return client.id; }'),
    chat('join(@ConnectedSocket() client: Socket, dto: Join) { return dto; }'),
    chat('other() {} log(@MessageBody() dto: Join) { return dto; }'),
    `${WS} @WebSocketGateway() class A { handleConnection(client, request) { return request; } }`,
    `
import { MessageBody, SubscribeMessage, WebSocketGateway } from './nest';
@WebSocketGateway() class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() dto: JoinRoomDto) { return dto; }
}`,
    // The option: other pipes, with wildcards, and un-aliased; `Parse` as a name of one's own.
    {
      code: join('@MessageBody(Pipe) dto: Join', `import { WsPipe as Pipe } from './pipes';`),
      options: [{ pipes: ['WsPipe'] }],
    },
    {
      code: join('@MessageBody(new Ws2Pipe()) dto: Join', `import { Ws2Pipe } from './pipes';`),
      options: [{ pipes: ['Ws*Pipe'] }],
    },
    {
      code: join('@MessageBody(WsChatPipe) dto: Join', `import { WsChatPipe } from './pipes';`),
      options: [{ pipes: ['*Chat*'] }],
    },
    {
      code: join(
        '@MessageBody(P) dto: Join',
        `class P extends Base {} import { Base } from './p';`,
      ),
      options: [{ pipes: ['Base'] }],
    },
    {
      code: chat(
        '@UsePipes(ParseJoinPipe) join(@MessageBody() dto: Join) { return dto; }',
        `import { ParseJoinPipe } from './pipes';`,
      ),
      options: [{ pipes: ['ParseJoinPipe'] }],
    },
    {
      code: chat(
        '@UsePipes(JoinParsePipe) join(@MessageBody() dto: Join) { return dto; }',
        `import { JoinParsePipe } from './pipes';`,
      ),
      options: [{ pipes: ['*Parse*Pipe'] }],
    },
    // `transform` that is there, or may be.
    ...[
      'new ValidationPipe({ transform: true })',
      'new ValidationPipe({ transform: strict })',
      'new ValidationPipe({ ...options })',
      'new ValidationPipe(options)',
      'new ValidationPipe(...options)',
      'new WsValidationPipe()',
      'new OtherPipe()',
    ].map((pipe) => ({
      code: chat(
        'join(@MessageBody() dto: JoinRoomDto) { return dto; }',
        `import { options } from './options';
import { ValidationPipe as OtherPipe, WsValidationPipe } from './pipes';`,
        `\n@UsePipes(${pipe})`,
      ),
      ...TRANSFORM,
    })),
    {
      code: chat('join(@MessageBody(new ValidationPipe()) dto: Join) { return dto; }'),
      options: [{ transform: false }],
    },
  ],
});

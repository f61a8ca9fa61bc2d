import rule from '../../src/rules/no-any-message-body.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `
import { UsePipes, ValidationPipe } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';`;

/** A gateway with a validation pipe, and in it one handler. */
function chat(handler: string, more = ''): string {
  return `${IMPORTS}
@WebSocketGateway()
@UsePipes(new ValidationPipe())
export class ChatGateway {
  @SubscribeMessage('join')
  ${handler}
}
${more}`;
}

/** The same, whose handler has these parameters and answers with `dto`. */
function join(parameters: string, more = ''): string {
  return chat(`join(${parameters}) { return { joined: dto }; }`, more);
}

/** Two gateways in a file that imports one DTO class. */
function chatAndNews(room: string, text: string): string {
  return chat(
    `join(@MessageBody() ${room}) { return this.rooms.join(room); }`,
    `import { JoinRoomDto } from './join-room.dto';
@WebSocketGateway()
export class NewsGateway {
  @SubscribeMessage('say') say(@MessageBody() ${text}) { return this.news.add(text); }
}`,
  );
}

/** An `any` where marked, with the suggestion to type it `unknown`. */
function anyWithUnknown(parameters: string, output: string, more = '') {
  const type = /«([^»]*)»/.exec(parameters)?.[1] ?? '';
  return marked(join(parameters, more), [
    {
      messageId: 'any',
      data: { type },
      suggestions: [
        { messageId: 'useUnknown', data: { type: 'unknown' }, output: join(output, more) },
      ],
    },
  ]);
}

const UNKNOWN = { options: [{ allowUnknown: false }] };
const ZOD = `
import { z } from 'zod';
const Join = z.object({ room: z.string() });`;

new RuleTester().run('no-any-message-body', rule, {
  invalid: [
    // The types of the contract.
    anyWithUnknown('@MessageBody() dto: «any»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto?: «any»', '@MessageBody() dto?: unknown'),
    anyWithUnknown('@MessageBody() dto: «any[]»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «readonly any[]»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «Array<any>»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «ReadonlyArray<any>»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «Record<string, any>»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «Promise<any>»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «Partial<any>»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «Readonly<any>»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «Required<any>»', '@MessageBody() dto: unknown'),
    // What `any` swallows.
    anyWithUnknown('@MessageBody() dto: «any | null»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «(string | any)[]»', '@MessageBody() dto: unknown'),
    anyWithUnknown('@MessageBody() dto: «Room & any»', '@MessageBody() dto: unknown'),
    // Aliases of the file, wherever they stand.
    anyWithUnknown(
      '@MessageBody() dto: «Payload»',
      '@MessageBody() dto: unknown',
      'type Payload = any;',
    ),
    anyWithUnknown(
      '@MessageBody() dto: «Payload[]»',
      '@MessageBody() dto: unknown',
      'type Raw = any; export type Payload = Raw;',
    ),
    anyWithUnknown(
      '@MessageBody() dto: «Rooms»',
      '@MessageBody() dto: unknown',
      'type Rooms = Record<string, any>;',
    ),
    marked(
      `${IMPORTS}
export function createGateway() {
  type Payload = any;
  @WebSocketGateway()
  class ChatGateway {
    @SubscribeMessage('join')
    join(@MessageBody() dto: «Payload») { return { joined: dto }; }
  }
  return ChatGateway;
}`,
      [
        {
          messageId: 'any',
          data: { type: 'Payload' },
          suggestions: [
            {
              messageId: 'useUnknown',
              output: `${IMPORTS}
export function createGateway() {
  type Payload = any;
  @WebSocketGateway()
  class ChatGateway {
    @SubscribeMessage('join')
    join(@MessageBody() dto: unknown) { return { joined: dto }; }
  }
  return ChatGateway;
}`,
            },
          ],
        },
      ],
    ),
    // Bare parameters: the second is the payload.
    anyWithUnknown('client: Socket, dto: «any»', 'client: Socket, dto: unknown'),
    anyWithUnknown('client, dto: «any», ack: () => void', 'client, dto: unknown, ack: () => void'),
    // A property of the payload, and Nest's HTTP decorator of the same number.
    anyWithUnknown("@MessageBody('room') dto: «any»", "@MessageBody('room') dto: unknown"),
    anyWithUnknown(
      '@Body() dto: «any»',
      '@Body() dto: unknown',
      `import { Body } from '@nestjs/common';`,
    ),
    // Defaults, and a decorator that the file makes from Nest's.
    anyWithUnknown('@MessageBody() dto: «any» = {}', '@MessageBody() dto: unknown = {}'),
    anyWithUnknown(
      '@Payload() dto: «any»',
      '@Payload() dto: unknown',
      'const Payload = () => MessageBody();',
    ),

    // No annotation at all.
    marked(join('@MessageBody() «dto»'), [
      {
        messageId: 'untyped',
        suggestions: [
          {
            messageId: 'useUnknown',
            data: { type: 'unknown' },
            output: join('@MessageBody() dto: unknown'),
          },
        ],
      },
    ]),
    marked(join('client, «dto»'), [
      {
        messageId: 'untyped',
        suggestions: [{ messageId: 'useUnknown', output: join('client, dto: unknown') }],
      },
    ]),
    marked(join('client, «dto?»'), [
      {
        messageId: 'untyped',
        suggestions: [{ messageId: 'useUnknown', output: join('client, dto?: unknown') }],
      },
    ]),
    marked(join('@MessageBody() «dto» = new JoinRoom()'), [
      {
        messageId: 'untyped',
        suggestions: [
          {
            messageId: 'useUnknown',
            output: join('@MessageBody() dto: unknown = new JoinRoom()'),
          },
        ],
      },
    ]),
    marked(join('@MessageBody() ...«dto»'), [
      {
        messageId: 'untyped',
        suggestions: [
          {
            messageId: 'useUnknown',
            data: { type: 'unknown[]' },
            output: join('@MessageBody() ...dto: unknown[]'),
          },
        ],
      },
    ]),
    marked(join('client: Socket, ...dto: «any[]»'), [
      {
        messageId: 'any',
        suggestions: [
          { messageId: 'useUnknown', output: join('client: Socket, ...dto: unknown[]') },
        ],
      },
    ]),

    // Taken apart in the parameter list, where `unknown` would be of no use.
    marked(chat('join(@MessageBody() { room }: «any») { return this.rooms.join(room); }'), [
      { messageId: 'any', data: { type: 'any' }, suggestions: [] },
    ]),
    marked(chat('join(client, «{ room }») { return this.rooms.join(room); }'), ['untyped']),
    marked(chat('join(@MessageBody() «[room]») { return this.rooms.join(room); }'), ['untyped']),
    marked(chat('join(@MessageBody() «{ room }» = {}) { return this.rooms.join(room); }'), [
      'untyped',
    ]),

    // The one DTO class that the file imports.
    marked(join('@MessageBody() dto: «any»', `import { JoinRoomDto } from './join-room.dto';`), [
      {
        messageId: 'any',
        suggestions: [
          {
            messageId: 'useUnknown',
            output: join(
              '@MessageBody() dto: unknown',
              `import { JoinRoomDto } from './join-room.dto';`,
            ),
          },
          {
            messageId: 'useDto',
            data: { type: 'JoinRoomDto' },
            output: join(
              '@MessageBody() dto: JoinRoomDto',
              `import { JoinRoomDto } from './join-room.dto';`,
            ),
          },
        ],
      },
    ]),
    marked(
      join(
        'client: Socket, «dto»',
        `import Join, { JoinDTO as Body, type LeaveDto } from './dto';`,
      ),
      [
        {
          messageId: 'untyped',
          suggestions: [
            {
              messageId: 'useUnknown',
              output: join(
                'client: Socket, dto: unknown',
                `import Join, { JoinDTO as Body, type LeaveDto } from './dto';`,
              ),
            },
            {
              messageId: 'useDto',
              data: { type: 'Body' },
              output: join(
                'client: Socket, dto: Body',
                `import Join, { JoinDTO as Body, type LeaveDto } from './dto';`,
              ),
            },
          ],
        },
      ],
    ),
    marked(
      chat(
        'join(client, «{ room }») { return this.rooms.join(room); }',
        `import JoinRoomDto from './join-room.dto'; import * as OtherDto from './other.dto';`,
      ),
      [
        {
          messageId: 'untyped',
          suggestions: [
            {
              messageId: 'useDto',
              output: chat(
                'join(client, { room }: JoinRoomDto) { return this.rooms.join(room); }',
                `import JoinRoomDto from './join-room.dto'; import * as OtherDto from './other.dto';`,
              ),
            },
          ],
        },
      ],
    ),
    marked(
      chat(
        'join(client, «[room]») { return this.rooms.join(room); }',
        `import { 'JoinRoomDto' as JoinRoom } from './join-room.dto';`,
      ),
      [{ messageId: 'untyped', suggestions: [] }],
    ),
    // What the module keeps, others may change before it is checked.
    marked(
      chat(
        "join(client: Socket, dto: «any») { last = dto; if (typeof last === 'string') this.rooms.join(dto); }",
        'let last: unknown;',
      ),
      [{ messageId: 'any', suggestions: [] }],
    ),
    anyWithUnknown(
      '@MessageBody() dto: «any»',
      '@MessageBody() dto: unknown',
      `import { JoinRoomDto, LeaveRoomDto } from './dto';`,
    ),
    anyWithUnknown(
      '@MessageBody() dto: «any»',
      '@MessageBody() dto: unknown',
      `import type { JoinRoomDto } from './dto'; class LeaveRoomDto {}`,
    ),

    marked(
      chatAndNews('{ room }: «any»', '{ text }: «any»'),
      [
        ['{ room }: JoinRoomDto', '{ text }: any'],
        ['{ room }: any', '{ text }: JoinRoomDto'],
      ].map(([room = '', text = '']) => ({
        messageId: 'any',
        suggestions: [{ messageId: 'useDto', output: chatAndNews(room, text) }],
      })),
    ),

    // Another message's DTO class already.
    marked(
      chat(
        `join(@MessageBody() dto: JoinRoomDto) { return dto.room; }
  @SubscribeMessage('say') say(@MessageBody() dto: «any») { return dto.text; }`,
        `import { JoinRoomDto } from './join-room.dto';`,
      ),
      [{ messageId: 'any', suggestions: [] }],
    ),

    // Comments in the type would be lost, so nothing is suggested; others are kept.
    marked(join('@MessageBody() dto: «Record<string /* id */, any>»'), [
      { messageId: 'any', data: { type: 'Record<string, any>' }, suggestions: [] },
    ]),
    anyWithUnknown(
      '@MessageBody() dto /* raw */ : /* any */ «any» /* one */',
      '@MessageBody() dto /* raw */ : /* any */ unknown /* one */',
    ),

    // `unknown`, when the option says so.
    marked(
      join('@MessageBody() dto: «unknown»'),
      [{ messageId: 'unknown', data: { type: 'unknown' }, suggestions: [] }],
      UNKNOWN,
    ),
    marked(join('client, dto: «Raw | undefined»', 'type Raw = unknown;'), ['unknown'], UNKNOWN),
    marked(
      join('@MessageBody() dto: «unknown»', `import { JoinRoomDto } from './join-room.dto';`),
      [
        {
          messageId: 'unknown',
          suggestions: [
            {
              messageId: 'useDto',
              output: join(
                '@MessageBody() dto: JoinRoomDto',
                `import { JoinRoomDto } from './join-room.dto';`,
              ),
            },
          ],
        },
      ],
      UNKNOWN,
    ),

    // One finding a payload.
    marked(chat(`join(@MessageBody('a') «a», @MessageBody('b') b: «any[]») { return [a, b]; }`), [
      {
        messageId: 'untyped',
        suggestions: [
          {
            messageId: 'useUnknown',
            output: chat(
              `join(@MessageBody('a') a: unknown, @MessageBody('b') b: any[]) { return [a, b]; }`,
            ),
          },
        ],
      },
      {
        messageId: 'any',
        suggestions: [
          {
            messageId: 'useUnknown',
            output: chat(
              `join(@MessageBody('a') a, @MessageBody('b') b: unknown) { return [a, b]; }`,
            ),
          },
        ],
      },
    ]),

    // No pipe at all, a pipe that needs the type, and pipes without a schema.
    ...[
      '@MessageBody() dto: «any»',
      '@MessageBody(new ValidationPipe({ whitelist: true })) dto: «any»',
      '@MessageBody(ValidationPipe) dto: «any»',
      '@MessageBody(TrimPipe) dto: «any»',
      '@MessageBody(new JoinPipe(1)) dto: «any»',
      '@MessageBody(UnParsePipe) dto: «any»',
      '@MessageBody(ParsePipeline) dto: «any»',
      '@MessageBody(RoomValidationPipeline) dto: «any»',
      '@MessageBody(OwnValidationPipe) dto: «any»',
      '@MessageBody(StandardSchemaValidationPipe) dto: «any»',
      '@MessageBody(ZodValidationPipe) dto: «any»',
      '@MessageBody(new ZodValidationPipe()) dto: «any»',
    ].map((parameters) =>
      anyWithUnknown(
        parameters,
        parameters.replace('«any»', 'unknown'),
        `import { StandardSchemaValidationPipe } from '@nestjs/common'; import { ZodValidationPipe } from 'nestjs-zod';
import { JoinPipe, ParsePipeline, RoomValidationPipeline, TrimPipe, UnParsePipe } from './pipes';
class OwnValidationPipe { transform(value: any) { return value; } }`,
      ),
    ),
    anyWithUnknown(
      '@MessageBody(new OwnPipe()) dto: «any»',
      '@MessageBody(new OwnPipe()) dto: unknown',
      `class OwnPipe extends ValidationPipe { constructor() { super({ whitelist: true }); } }`,
    ),
    anyWithUnknown(
      '@MessageBody(new OwnPipe()) dto: «any»',
      '@MessageBody(new OwnPipe()) dto: unknown',
      `import { validateOrReject } from 'class-validator';
      class OwnPipe {
        async transform(value: any, { metatype }: ArgumentMetadata) {
          if (!metatype) return value;
          await validateOrReject(plainToInstance(metatype, value));
          return value;
        }
      }`,
    ),

    // Used before it is checked, or not checked at all.
    ...[
      'this.rooms.join(dto); Join.parse(dto);',
      'if (!dto) return; this.rooms.join(dto);',
      'if (!dto || !dto.room) throw new WsException("bad"); this.rooms.join(dto.room);',
      'if (typeof dto === "undefined") return; this.rooms.join(dto);',
      'if (typeof dto === `undefined`) return; this.rooms.join(dto);',
      'const data = JSON.parse(dto); this.rooms.join(data);',
      'if (this.rooms.isMember(dto.room)) return dto.room;',
      'this.logger.log(typeof dto); this.rooms.join(dto);',
      'this.last = dto; Join.parse(dto);',
      'client.data.room = dto.room; Join.parse(dto);',
      'if (Join.shape) this.rooms.join(dto);',
      'return map[dto];',
      'return dto > 1;',
    ].map((body) =>
      marked(
        chat(`join(@ConnectedSocket() client: Socket, @MessageBody() dto: «any») { ${body} }`, ZOD),
        // `unknown` would not compile, or nobody can see here whether it would.
        [{ messageId: 'any', suggestions: [] }],
      ),
    ),

    // Where the handler compiles with `unknown`.
    ...[
      "client.to('room:1').emit('joined', dto);",
      "this.server.emit('joined', { id: 1, dto, more: [dto] });",
      'this.logger.log(dto);',
      'console.log(`joined: ${dto}`);',
      'dto;',
      'return JSON.stringify(dto);',
      'return String(dto);',
      'return Boolean(dto);',
      'return (dto as Join).room ?? (<Join>dto).id;',
      'if (dto) return this.rooms.all();',
      "return dto ? 'some' : 'none';",
      'return this.isOpen ? dto : undefined;',
      'return !dto || dto === null;',
      'return dto ?? null;',
      "return this.rooms.join(dto ? 'some' : 'none');",
      'return await dto;',
    ].map((body) =>
      marked(chat(`async join(client: Socket, dto: «any») { ${body} }`), [
        {
          messageId: 'any',
          suggestions: [
            {
              messageId: 'useUnknown',
              output: chat(`async join(client: Socket, dto: unknown) { ${body} }`),
            },
          ],
        },
      ]),
    ),
    // Where it does not, or where that cannot be seen.
    ...[
      'return dto.room;',
      'return dto?.room;',
      'const { room } = dto; return room;',
      'return { ...dto };',
      'return { [dto]: true };',
      'return dto();',
      'return -dto;',
      "return 'room ' + dto;",
      'for (const room of dto) client.emit(room);',
      'client.emit(dto);',
      'this.last = dto;',
      'return this.rooms.join(dto);',
      'return this.rooms.join({ dto });',
      'return this.rooms.join(this.isOpen ? dto : undefined);',
      'return Number(dto);',
      'return JSON.parse(dto);',
      'return YAML.stringify(dto);',
      'const String = (text: string) => text; return String(dto);',
    ].map((body) =>
      marked(chat(`join(client: Socket, dto: «any») { ${body} }`), [
        { messageId: 'any', suggestions: [] },
      ]),
    ),
    marked(chat("join(client: Socket, emit: «any») { emit('joined'); }"), [
      { messageId: 'any', suggestions: [] },
    ]),
    marked(chat('join(client: Socket, dto: «any»): string { return dto; }'), [
      { messageId: 'any', suggestions: [] },
    ]),

    // A decorator from settings stands for a validation pipe, which needs the type too.
    marked(
      chat(
        '@Validated() @local.Validated(1) join(@MessageBody() «{ room }») { return this.rooms.join(room); }',
      ),
      ['untyped'],
      { settings: { 'nestjs-gateway': { decorators: { validates: ['Validated'] } } } },
    ),

    // However the decorators are imported.
    marked(
      `
import * as ws from '@nestjs/websockets';
@ws.WebSocketGateway() class ChatGateway {
  @ws.SubscribeMessage('join') join(@ws.MessageBody() «{ room }») { return room; }
}`,
      ['untyped'],
    ),
    marked(
      `
import { MessageBody as Data, SubscribeMessage as On, WebSocketGateway as Gateway } from '@nestjs/websockets';
@Gateway() class ChatGateway { @On('join') join(@Data() «{ room }») { return room; } }`,
      ['untyped'],
    ),
    marked(
      `
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets/decorators';
@WebSocketGateway() class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() «{ room }») { return room; }
}`,
      ['untyped'],
    ),
    marked(
      `
import { MessageBody, SubscribeMessage, WebSocketGateway } from '../nest';
@WebSocketGateway() class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() «{ room }») { return room; }
}`,
      ['untyped'],
      { settings: { 'nestjs-gateway': { modules: ['../nest'] } } },
    ),

    // Classes of which another file, or a base class of this one, decides what they are.
    marked(
      `${IMPORTS}
import { SocketGateway } from './socket.gateway';
class ChatGateway extends SocketGateway {
  @SubscribeMessage('join') join(client: Socket, «{ room }») { return room; }
}`,
      ['untyped'],
    ),
    marked(
      `${IMPORTS}
import { ChatApi } from './decorators';
@ChatApi()
class ChatGateway {
  @SubscribeMessage('join') private join(client: Socket, { room }: «any») { return room; }
}`,
      ['any'],
    ),
    marked(
      `${IMPORTS}
abstract class Base {
  @SubscribeMessage('join') join(@MessageBody() { room }: «any») { return room; }
}
@WebSocketGateway() class ChatGateway extends Base {}`,
      ['any'],
    ),
    marked(
      `${IMPORTS}
const Gateway = enabled ? WebSocketGateway({ cors: true }) : () => {};
@Gateway
class ChatGateway {
  @SubscribeMessage('join') join({ id }: Socket, { room }: «any») { return room; }
}`,
      ['any'],
    ),
  ],

  valid: [
    join(
      "@MessageBody('id', ObjectIdValidationPipe) dto: any",
      `import { ObjectIdValidationPipe } from './pipes';`,
    ),
    chat(
      'join(@MessageBody() dto: any) { if (!KINDS.includes(dto?.kind)) return; this.rooms.join(dto); }',
      "const KINDS = ['chat', 'game'];",
    ),
    'class NoGateway {}',
    // Types that say something, if not always enough for a pipe.
    ...[
      'JoinRoomDto',
      'unknown',
      'unknown | null',
      'Map<string, any>',
      '{ room: any }',
      'Record<string, any[]>',
      'any[][]',
      'Promise<any[]>',
      'Record<string, unknown>',
      'Record',
      'keyof any',
      'Room & Notification',
      'ns.Any',
      'object',
      'string',
      'Uint8Array',
      'Imported',
      'Array<string>',
      'toString<any>',
    ].map((type) => join(`@MessageBody() dto: ${type}`, `import type { Imported } from './any';`)),
    join('@MessageBody() dto: Array<any>', `import { Array } from './collections';`),
    join('@MessageBody() dto: Record<string, any>', 'interface Record<K, V> { key: K; value: V }'),
    join('@MessageBody() dto: Loop', 'type Loop = Loop;'),
    join('@MessageBody() dto: Box<any>', 'type Box<T> = { content: T };'),
    `${IMPORTS}
type T = any;
@WebSocketGateway() class ChatGateway<T> {
  @SubscribeMessage('join') join(@MessageBody() dto: T) { return dto; }
}`,
    // Never read, whatever its name.
    chat('join(@MessageBody() payload: any) { return "joined"; }'),
    chat('join(client: Socket, payload) {}'),
    chat('join(client: Socket, _payload: any) { const payload = 1; return payload; }'),
    chat('join(@MessageBody() payload: any) { payload = 1; }'),
    chat('join(@MessageBody() {}: any) {}'),
    // No payload: no handler, a lone bare parameter (the socket), a parameter beside decorated ones.
    chat(`other() {} log(@MessageBody() dto: any) { return dto; }`),
    chat('join(client: any) { return client.id; }'),
    chat('join(@ConnectedSocket() client: Socket, dto: any) { return dto; }'),
    chat('join(client: any, @MessageBody() dto: JoinRoomDto) { return client.join(dto); }'),
    chat('@Bind(MessageBody()) join(dto, client) { return client.join(dto); }').replace(
      'UsePipes,',
      'Bind, UsePipes,',
    ),
    `${IMPORTS} @WebSocketGateway() class A { handleConnection(client: any, request: any) { return request; } }`,
    // Another package's decorators.
    `
import { MessageBody, SubscribeMessage, WebSocketGateway } from './nest';
@WebSocketGateway() class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() dto: any) { return dto; }
}`,
    // A pipe with the class or the schema to check against, on parameter, method or class.
    ...[
      '@MessageBody(new ValidationPipe({ expectedType: JoinRoomDto })) dto: any',
      '@MessageBody(new ValidationPipe({ ...options })) dto: any',
      '@MessageBody(new ValidationPipe(options)) dto: any',
      '@MessageBody(new ZodValidationPipe(JoinSchema)) dto: any',
      '@MessageBody(new WsJoiPipe(schema) as PipeTransform) dto',
      '@MessageBody(new SchemaPipe(schema)) dto',
      '@MessageBody(new JoinSchemaPipe()) dto',
      '@MessageBody(ZodJoinPipe) dto: any',
      '@MessageBody(zodPipe(JoinSchema)) dto: any',
      '@MessageBody(wsPipe) dto: any',
      '@MessageBody(WS_PIPE) dto: any',
      '@MessageBody(this.pipe) dto: any',
      '@MessageBody(...pipes) dto: any',
      "@MessageBody('count', ParseIntPipe) dto: any",
      "@MessageBody('rooms', new ParseArrayPipe({ items: Room })) dto: any[]",
      '@MessageBody({ schema: JoinSchema }) dto: any',
      "@MessageBody('room', { schema: JoinSchema }) dto: any",
      '@MessageBody({ pipes: [new ZodPipe(JoinSchema)] }) dto: any',
    ].map((parameters) =>
      join(
        parameters,
        `import { ParseArrayPipe, ParseIntPipe } from '@nestjs/common';
import { JoinSchemaPipe, SchemaPipe, WsJoiPipe, ZodJoinPipe, ZodPipe, ZodValidationPipe, wsPipe, WS_PIPE } from './pipes';`,
      ),
    ),
    chat(
      '@UsePipes(new ZodPipe(JoinSchema)) join(@MessageBody() dto: any) { return dto; }',
      `import { ZodPipe } from './pipes';`,
    ),
    `${IMPORTS}
import { YupPipe } from './pipes';
const pipe = new YupPipe(schema);
const pipes = [pipe] as const;
@UsePipes(...pipes)
@WebSocketGateway() class ChatGateway {
  @SubscribeMessage('join') join(@MessageBody() dto: any) { return dto; }
}`,
    join(
      '@MessageBody(new JoinPipe()) dto: any',
      `class JoinPipe extends ValidationPipe {
        constructor() { super({ expectedType: JoinRoomDto }); }
      }`,
    ),
    join(
      '@MessageBody(JoinPipe) dto: any',
      `${ZOD}
      class JoinPipe { transform(value: unknown) { return Join.parse(value); } }`,
    ),
    {
      code: chat('@Validated(JoinSchema) join(@MessageBody() dto: any) { return dto; }'),
      settings: { 'nestjs-gateway': { decorators: { validates: ['Validated'] } } },
    },
    // Checked in the body before use; tests/gateway/body-validation.test.ts has more.
    ...[
      'this.rooms.join(Join.parse(dto));',
      'const result = Join.safeParse(dto); if (result.success) this.rooms.join(result.data);',
      'await validateOrReject(plainToInstance(JoinRoomDto, dto)); this.rooms.join(dto);',
      'if (typeof dto?.room !== "string") return; this.rooms.join(dto.room);',
      'if (!Array.isArray(dto)) return; this.rooms.join(...dto);',
      'this.logger.debug(dto); const { room } = dto; if (typeof room !== "string") return; join(room);',
    ].map((body) => chat(`async join(@MessageBody() dto: any) { ${body} }`, ZOD)),
    chat(
      'join(@MessageBody() { room }: any) { if (typeof room !== "string") return; join(room); }',
    ),
    {
      code: chat('join(client, dto: unknown) { return Join.parse(dto); }', ZOD),
      options: [{ allowUnknown: false }],
    },
    { code: join('@MessageBody() dto: unknown'), options: [{ allowUnknown: true }] },
    { code: join('@MessageBody() dto: unknown'), options: [{}] },
  ],
});
